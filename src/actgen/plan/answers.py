"""Whether the answers of the bank fit the questions that were asked."""

from __future__ import annotations

from collections.abc import Iterator

from actgen.acts import ActKind, ActKinds, Question, QuestionKind
from actgen.diagnostics import Diagnostic, Severity, closest
from actgen.school import AnswerSheet, School


def misfitting_answers(school: School, kinds: ActKinds) -> Iterator[Diagnostic]:
    """Yield each answer to an unknown questionnaire or question, and each that its question does not allow."""
    for sheet in vars(school.bank).get("sheets", ()) if school.bank is not None else ():
        if not sheet.is_whole:
            continue
        kind = kinds.named(sheet.questionnaire)
        if kind is not None and kind.is_whole and kind.questions:
            yield from _of_sheet(sheet, kind)
        elif kind is None or not vars(kind).get("questions", ()):
            asked = [own for one in kinds if vars(one).get("questions", ()) for own in one.names]
            near = closest(sheet.questionnaire, asked)
            yield Diagnostic(
                "D057",
                Severity.ERROR,
                f"нет анкеты «{sheet.questionnaire}»" + (f"; похожая: «{near}»" if near else ""),
                sheet.place("анкета"),
                hint=f"исправьте на «{near}»" if near else "анкеты — виды актов, у которых есть «вопросы:»",
            )


def _of_sheet(sheet: AnswerSheet, kind: ActKind) -> Iterator[Diagnostic]:
    questions = {question.code: question for question in kind.questions if question.is_whole}
    for code, answer in sheet.answers.items():
        question = questions.get(code)
        if question is None:
            near = closest(code, questions)
            yield Diagnostic(
                "D057",
                Severity.ERROR,
                f"в анкете нет вопроса «{code}»" + (f"; похожий: «{near}»" if near else ""),
                sheet.place("ответы", code),
                hint=f"исправьте на «{near}»" if near else "вопросы анкеты: " + ", ".join(questions),
            )
        elif not question.accepts(answer):
            yield Diagnostic(
                "D057",
                Severity.ERROR,
                f"ответ не подходит к вопросу «{code}»: {answer}",
                sheet.place("ответы", code),
                hint=_what_fits(question),
            )


def _what_fits(question: Question) -> str:
    match question.kind:
        case QuestionKind.SCALE:
            return f"нужно целое число от {question.lowest} до {question.highest}"
        case QuestionKind.YES_NO:
            return "запишите «да» или «нет»"
        case QuestionKind.SEVERAL:
            return "через точку с запятой, из вариантов: " + "; ".join(question.options)
    return "варианты: " + "; ".join(question.options)
