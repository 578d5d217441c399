"""The questions (вопросы) of a questionnaire: defined once, printed as a blank, asked again for the answers."""

from __future__ import annotations

from enum import Enum

from pydantic import Field

from actgen.sources import Identifier, Many, OneOf, Prose, Record, Whole

LONGEST_SCALE = 10
"""How many marks a scale may have: more do not fit beside the question on a page of A4."""

YES, NO = "да", "нет"


class QuestionKind(Enum):
    """How a question is answered."""

    SCALE = "шкала"
    CHOICE = "выбор"
    SEVERAL = "несколько"
    OPEN = "открытый"
    YES_NO = "да-нет"


class Question(Record):
    """One question; its id is the key of the answers in `data/bank.yaml`."""

    code: Identifier = Field(alias="ид", description="имя вопроса, ключ ответов: опыт")
    text: Prose = Field(alias="текст", description="вопрос, как его печатать")
    kind: OneOf[QuestionKind] = Field(alias="вид", description="шкала, выбор, несколько, открытый, да-нет")
    lowest: Whole = Field(1, alias="от", description="для шкалы: наименьшая оценка")
    highest: Whole = Field(10, alias="до", description="для шкалы: наибольшая оценка")
    options: Many[Prose] = Field((), alias="варианты", description="для выбора: варианты ответа")

    @property
    def marks(self) -> range:
        """The marks of a scale."""
        return range(self.lowest, self.highest + 1)

    def accepts(self, answer: str) -> bool:
        """Return whether the answer is one that the question allows."""
        match self.kind:
            case QuestionKind.SCALE:
                return answer.isdecimal() and int(answer) in self.marks
            case QuestionKind.YES_NO:
                return answer.casefold() in (YES, NO)
            case QuestionKind.CHOICE:
                return answer in self.options
            case QuestionKind.SEVERAL:
                return all(part.strip() in self.options for part in answer.split(";"))
        return True
