"""A table of answers as Yandex Forms and Google Forms export it -> answer sheets for `data/bank.yaml`.

A form is recognised by its questions, asked in the wordings of our own questionnaires (`acts/questionnaire-*`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from actgen.acts import ActKind, ActKinds, Question, QuestionKind
from actgen.school import AnswerSheet, People, School
from actgen.school.staff_list import FIELDS, NAME, read_day, read_name
from actgen.tables import Sheet, fold_header

_LEAST_QUESTIONS = 3
_TIMES = {"отметка времени", "время создания", "дата", "дата заполнения", "время изменения"}
_NAMES = {fold_header(heading) for field in FIELDS if field.key == NAME for heading in field.headings} | {
    "ваши фамилия имя отчество",
    "ваше фио",
    "ваша фамилия имя отчество",
}


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """One row of answers: `name` as our data call the person, "" for nobody; answers by the ids of questions."""

    row: int
    name: str
    day: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Filled:
    """What a table of answers gives: whose answers are new, which replace ours (by position), and what was left out."""

    kind: ActKind
    sheet: Sheet
    new: tuple[FilledSheet, ...]
    replaced: tuple[tuple[int, FilledSheet], ...]
    same: int
    refused: tuple[str, ...]
    repeated: tuple[str, ...]
    left_out: tuple[str, ...]


def find_questionnaire(sheets: Sequence[Sheet], kinds: ActKinds) -> tuple[ActKind, Sheet, int] | None:
    """Return the questionnaire that a table answers, its sheet and the row of its headings; None for another table."""
    best: tuple[int, ActKind, Sheet, int] | None = None
    for sheet in sheets:
        for row in range(1, min(5, len(sheet.rows)) + 1):
            headings = {fold_header(cell) for cell in sheet.rows[row - 1] if cell}
            for kind in kinds:
                asked = {fold_header(question.text) for question in kind.questions} if kind.is_whole else set()
                met = len(asked & headings)
                if met >= max(_LEAST_QUESTIONS, len(asked) / 2) and (best is None or met > best[0]):
                    best = (met, kind, sheet, row)
    return best[1:] if best is not None else None


def read_answers(kind: ActKind, sheet: Sheet, heading_row: int, school: School) -> Filled:
    """Return the answers of a table, compared with those that the bank has already.

    Of several answers of one person the last counts. Who did not consent, or is not on the staff, is refused by name.
    """
    columns = _Columns.of(kind, sheet, heading_row)
    refused: list[str] = []
    repeated: list[str] = []
    left_out: list[str] = []
    named: dict[str, FilledSheet] = {}
    anonymous: list[FilledSheet] = []
    for row in range(heading_row + 1, len(sheet.rows) + 1):
        if not any(sheet.rows[row - 1]):
            continue
        written = sheet.cell(row, columns.name) if columns.name is not None else ""
        if columns.consent is not None and not sheet.cell(row, columns.consent).casefold().startswith("да"):
            refused.append(f"без согласия, не записан: {written or f'строка {row}'}")
            continue
        name = _known_name(read_name(written), school.people) if written else ""
        if name is None:
            refused.append(f"нет среди сотрудников: {written}")
            continue
        answers = dict(_answers(columns.questions, sheet, row, left_out))
        if not answers:
            continue
        day = read_day(sheet.cell(row, columns.time).split()[0]) if columns.time is not None else None
        filled = FilledSheet(row, name, day or "", answers)
        if not name:
            anonymous.append(filled)
            continue
        if name in named:
            repeated.append(f"{name} (взяты последние ответы, строка {row})")
        named[name] = filled
    new, replaced, same = _compared(kind, [*named.values(), *anonymous], school)
    return Filled(kind, sheet, new, replaced, same, tuple(refused), tuple(repeated), tuple(left_out))


@dataclass(frozen=True, slots=True)
class _Columns:
    """The numbers of columns: who answers, when, the consent, and each question."""

    name: int | None
    time: int | None
    consent: int | None
    questions: tuple[tuple[int, Question], ...]

    @classmethod
    def of(cls, kind: ActKind, sheet: Sheet, row: int) -> _Columns:
        asked = {fold_header(question.text): question for question in kind.questions}
        name = time = consent = None
        questions = []
        for number, cell in enumerate(sheet.rows[row - 1]):
            heading = fold_header(cell)
            if heading in asked:
                questions.append((number, asked[heading]))
            elif heading in _NAMES:
                name = number if name is None else name
            elif heading in _TIMES:
                time = number if time is None else time
            elif heading.startswith(("согласие", "даю согласие", "я даю согласие", "согласен")):
                consent = number
        return cls(name, time, consent, tuple(questions))


def _known_name(name: str, people: People) -> str | None:
    found = people.named(name)
    if len(found) != 1:
        return None
    short = found[0].short_name
    return short if len(people.named(short)) == 1 else found[0].full_name


def _answers(
    questions: Iterable[tuple[int, Question]], sheet: Sheet, row: int, left_out: list[str]
) -> Iterable[tuple[str, str]]:
    for number, question in questions:
        text = sheet.cell(row, number)
        if not text:
            continue
        answer = _as_allowed(question, text)
        if question.accepts(answer):
            yield question.code, answer
        else:
            left_out.append(f"строка {row}: «{question.text}»: ответ не из анкеты: {text}")


def _as_allowed(question: Question, text: str) -> str:
    """Return an answer as our data write it; forms join several options by commas and begin them with capitals."""
    options = {fold_header(option): option for option in question.options}
    if question.kind is QuestionKind.YES_NO:
        return text.casefold().rstrip(".")
    if question.kind is QuestionKind.SCALE:
        return text.partition(".")[0] if re.fullmatch(r"\d+\.0+", text) else text
    if question.kind is QuestionKind.CHOICE:
        return options.get(fold_header(text), text)
    if question.kind is QuestionKind.SEVERAL:
        folded = fold_header(text)
        chosen = [option for key, option in options.items() if key in folded]
        left = folded
        for key in sorted(options, key=len, reverse=True):
            left = left.replace(key, "")
        return "; ".join(chosen) if not left.strip() else text
    return text


def _compared(
    kind: ActKind, filled: Iterable[FilledSheet], school: School
) -> tuple[tuple[FilledSheet, ...], tuple[tuple[int, FilledSheet], ...], int]:
    ours: Sequence[AnswerSheet] = school.bank.sheets if school.bank is not None else ()
    own = [(position, one) for position, one in enumerate(ours) if one.questionnaire in kind.names]
    new: list[FilledSheet] = []
    replaced: list[tuple[int, FilledSheet]] = []
    same = 0
    for sheet in filled:
        known = school.people.named(sheet.name) if sheet.name else []
        if not sheet.name:
            stands = any(one.person is None and dict(one.answers) == dict(sheet.answers) for _, one in own)
            found = None
        else:
            found = next(((n, one) for n, one in own if known and one.person is known[0]), None)
            stands = found is not None and dict(found[1].answers) == dict(sheet.answers)
        if stands:
            same += 1
        elif found is not None:
            replaced.append((found[0], sheet))
        else:
            new.append(sheet)
    return tuple(new), tuple(replaced), same
