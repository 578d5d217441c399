"""Indicators of the mentoring year (показатели): counted from the data, never typed in.

Sources: domain page §1.3, items 12–13: coverage of teachers with little experience, pairs by form and kind, programs,
load of mentors, their training, marks of the first and the last wave of questionnaires, indicators of the school's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from actgen.acts import ActKind, ActKinds, Question, QuestionKind
from actgen.diagnostics import Place
from actgen.language import Case, count_in_digits
from actgen.school import AnswerSheet, EventKind, OwnIndicator, Pair, Person, ProgramOutcome, School
from actgen.sources import fold_word

FIRST_WAVE, LAST_WAVE = "questionnaire-pair-entry", "questionnaire-pair-exit"
"""The two questionnaires that ask the same at the beginning and at the end."""

NOT_KNOWN = "нет данных"
PER_CENT = "%"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of the report: what was counted, in what unit, the plan where there is one, and the fact.

    `share` is per cent to draw, None for what is no share.
    """

    title: str
    unit: str
    actual: str
    planned: str = ""
    share: Decimal | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """Indicators under one heading."""

    title: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class WaveMean:
    """The mean mark of one question in the first and the last wave, None where nobody answered."""

    question: Question
    first: Decimal | None
    last: Decimal | None
    first_answers: int
    last_answers: int

    @property
    def change(self) -> Decimal | None:
        """Last less first, None where either is not known."""
        return None if self.first is None or self.last is None else self.last - self.first


def indicator_groups(school: School) -> tuple[IndicatorGroup, ...]:
    """Return all indicators of the year by groups; a group without any is left out."""
    plans = {fold_word(own.title): own for own in school.year_work.indicators}
    computed = [
        IndicatorGroup("Охват наставничеством", tuple(_coverage(school))),
        IndicatorGroup("Пары и группы", tuple(_pairs(school.pairs))),
        IndicatorGroup("Оформление и изменения", tuple(_papers(school.pairs))),
        IndicatorGroup("Персонализированные программы", tuple(_programs(school.pairs))),
        IndicatorGroup("Обучение наставников", tuple(_training(school))),
        IndicatorGroup("Опыт и поощрение", tuple(_practices(school.pairs))),
    ]
    groups = [IndicatorGroup(g.title, tuple(_with_plan(one, plans) for one in g.indicators)) for g in computed]
    counted = {fold_word(one.title) for group in computed for one in group.indicators}
    own = tuple(_own(one) for title, one in plans.items() if title not in counted)
    return tuple(g for g in (*groups, IndicatorGroup("Показатели организации", own)) if g.indicators)


def _with_plan(indicator: Indicator, plans: dict[str, OwnIndicator]) -> Indicator:
    own = plans.get(fold_word(indicator.title))
    if own is None or own.planned is None:
        return indicator
    return Indicator(
        indicator.title,
        indicator.unit,
        indicator.actual,
        own.planned,
        indicator.share,
        (*indicator.places, own.place("план")),
    )


def _own(own: OwnIndicator) -> Indicator:
    planned, actual = number_in(own.planned), number_in(own.actual)
    share = per_cent(actual, planned) if planned and actual is not None else None
    return Indicator(own.title, own.unit or "", own.actual or NOT_KNOWN, own.planned or "", share, (own.place(),))


def _coverage(school: School) -> Iterator[Indicator]:
    year, limit = school.settings.year, school.settings.rules.young_years
    years = count_in_digits(limit, "год", Case.GENITIVE)
    at_work = [
        person
        for person in school.staff
        if (person.hired_on is None or person.hired_on <= year.ends_on)
        and (person.dismissed_on is None or person.dismissed_on >= year.starts_on)
    ]
    young = [p for p in at_work if p.experience_years is not None and p.experience_years <= limit]
    mentees = _once(mentee for pair in school.pairs for mentee in pair.mentees)
    covered = [person for person in young if person in mentees]
    places = tuple(person.place("стаж") for person in young)
    yield _count(f"Педагогические работники со стажем не более {years}", len(young), "чел.", places)
    yield _count("Из них участвуют в наставничестве как наставляемые", len(covered), "чел.", places)
    yield _share(f"Доля охваченных среди работников со стажем не более {years}", len(covered), len(young), places)
    mentors = _once(mentor for pair in school.pairs for mentor in pair.mentors)
    yield _count("Наставники", len(mentors), "чел.", ())
    yield _count("Наставляемые", len(mentees), "чел.", ())
    yield from _load(school, mentors)
    with_category = [mentor for mentor in mentors if "наставник" in (mentor.category or "").casefold()]
    if with_category:
        yield _count("Наставники с категорией «педагог-наставник»", len(with_category), "чел.", ())


def _load(school: School, mentors: list[Person]) -> Iterator[Indicator]:
    if not mentors:
        return
    loads = [
        len(_once(m for pair in school.pairs if mentor in pair.mentors for m in pair.mentees)) for mentor in mentors
    ]
    yield Indicator("Наставляемых на одного наставника в среднем", "чел.", decimal_text(mean(loads)))
    rules = school.settings.rules
    yield Indicator(
        "Наибольшее число наставляемых у одного наставника",
        "чел.",
        str(max(loads)),
        f"не более {rules.max_mentees}",
        places=(rules.place("предел_наставляемых"),),
    )


def _pairs(pairs: tuple[Pair, ...]) -> Iterator[Indicator]:
    if not pairs:
        return
    groups = [pair for pair in pairs if pair.is_group]
    yield _count("Наставнические пары", len(pairs) - len(groups), "ед.", ())
    yield _count("Наставнические группы", len(groups), "ед.", ())
    for form, number in sorted(Counter(pair.form for pair in pairs).items()):
        yield _count(f"Форма «{form}»", number, "ед.", ())
    for kind, number in sorted(Counter(pair.kind for pair in pairs).items()):
        yield _count(f"Вид: {kind}", number, "ед.", ())


def _papers(pairs: tuple[Pair, ...]) -> Iterator[Indicator]:
    """Yield agreements, payments and what happened to pairs; each only where the year had any."""
    events = [event for pair in pairs for event in pair.events]
    agreements = [
        found for found in (*(p.agreement for p in pairs), *(e.agreement for e in events)) if found is not None
    ]
    happened = Counter(event.kind for event in events)
    refused = happened[EventKind.REFUSAL] + happened[EventKind.CANCELLATION]
    places = tuple(event.place() for event in events)
    counts = (
        ("Соглашения с наставниками", len(agreements), tuple(found.place() for found in agreements)),
        ("Выплаты наставникам", sum(found.payment is not None for found in agreements), ()),
        ("Отказы наставников и отмены поручения", refused, places),
        ("Замены наставника", happened[EventKind.REPLACEMENT], places),
        ("Прекращена работа пар и групп", happened[EventKind.TERMINATION], places),
    )
    for title, number, where in counts:
        if number:
            yield _count(title, number, "ед.", where)


def _programs(pairs: tuple[Pair, ...]) -> Iterator[Indicator]:
    with_program = [pair for pair in pairs if pair.program is not None or pair.result is not None]
    if not with_program:
        return
    results = [pair.result for pair in with_program if pair.result is not None]
    places = tuple(result.place("программа") for result in results)
    states = Counter(result.outcome for result in results)
    yield _count("Программы, всего", len(with_program), "ед.", ())
    yield _count("Выполнены", states[ProgramOutcome.COMPLETED], "ед.", places)
    yield _count("Продлены", states[ProgramOutcome.PROLONGED], "ед.", places)
    yield _count("Прекращены досрочно", states[ProgramOutcome.STOPPED], "ед.", places)
    if len(results) < len(with_program):
        yield _count("Итог ещё не подведён", len(with_program) - len(results), "ед.", places)
    yield _share("Доля выполненных программ", states[ProgramOutcome.COMPLETED], len(with_program), places)
    marks = [result.mark for result in results if result.mark is not None]
    if marks:
        yield Indicator("Средняя оценка итогов (из 10)", "балл", decimal_text(mean(marks)), places=places)


def _training(school: School) -> Iterator[Indicator]:
    trainings = school.year_work.trainings
    if not trainings:
        return
    places = tuple(training.place() for training in trainings)
    mentors = _once(mentor for pair in school.pairs for mentor in pair.mentors)
    taught = [mentor for mentor in mentors if any(not t.participants or mentor in t.participants for t in trainings)]
    yield _count("Занятия для наставников", len(trainings), "ед.", places)
    yield _count("Академических часов", sum(training.hours or 0 for training in trainings), "ч", places)
    yield _share("Доля наставников, прошедших обучение", len(taught), len(mentors), places)


def _practices(pairs: tuple[Pair, ...]) -> Iterator[Indicator]:
    results = [pair.result for pair in pairs if pair.result is not None]
    if not results:
        return
    places = tuple(result.place() for result in results)
    yield _count("Лучшие практики", sum(result.practice is not None for result in results), "ед.", places)
    rewarded = _once(pair.mentor_on() for pair in pairs if pair.result is not None and pair.result.reward)
    yield _count("Поощрены наставники", len(rewarded), "чел.", places)


def wave_means(school: School, kinds: ActKinds) -> tuple[WaveMean, ...]:
    """Return the mean marks of every scale that both waves ask, in the order of the first.

    An answer that fits no scale is not counted.
    """
    first, last = kinds.named(FIRST_WAVE), kinds.named(LAST_WAVE)
    if school.bank is None or first is None or last is None:
        return ()
    again = {question.code for question in last.questions if question.kind is QuestionKind.SCALE}
    return tuple(
        found
        for question in first.questions
        if question.kind is QuestionKind.SCALE and question.code in again
        if (found := _wave_mean(question, first, last, school.bank.sheets)).first_answers or found.last_answers
    )


def _wave_mean(question: Question, first: ActKind, last: ActKind, sheets: tuple[AnswerSheet, ...]) -> WaveMean:
    def marks(kind: ActKind) -> list[int]:
        own = [sheet.answers.get(question.code, "") for sheet in sheets if is_of(sheet, kind)]
        return [int(answer) for answer in own if question.accepts(answer)]

    before, after = marks(first), marks(last)
    return WaveMean(question, mean(before) if before else None, mean(after) if after else None, len(before), len(after))


def is_of(sheet: AnswerSheet, kind: ActKind) -> bool:
    """Return whether a filled questionnaire is of that kind."""
    return ActKinds((kind,)).named(sheet.questionnaire) is kind


def _once(people: Iterable[Person]) -> list[Person]:
    return list({id(person): person for person in people}.values())


def _count(title: str, number: int, unit: str, places: tuple[Place, ...]) -> Indicator:
    return Indicator(title, unit, str(number), places=places)


def _share(title: str, part: int, whole: int, places: tuple[Place, ...]) -> Indicator:
    share = per_cent(Decimal(part), Decimal(whole)) if whole else None
    return Indicator(title, PER_CENT, NOT_KNOWN if share is None else decimal_text(share), share=share, places=places)


def per_cent(part: Decimal, whole: Decimal) -> Decimal:
    """Return the part in per cent of the whole, to one place."""
    return (part * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def mean(numbers: list[int]) -> Decimal:
    """Return the mean to one place, halves up."""
    return (Decimal(sum(numbers)) / len(numbers)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def decimal_text(number: Decimal) -> str:
    """Return the number as Russian prints it: comma, no needless zero, a true minus.

    >>> decimal_text(Decimal("66.7")), decimal_text(Decimal("100.0")), decimal_text(Decimal("-1.5"))
    ('66,7', '100', '−1,5')
    """
    return f"{number.normalize():f}".replace(".", ",").replace("-", "−")


def number_in(text: str | None) -> Decimal | None:
    """Return the number that a text of the data is, None where it says something else.

    >>> number_in("12,5"), number_in("не менее 3")
    (Decimal('12.5'), None)
    """
    found = re.fullmatch(r"([0-9]+)(?:[.,]([0-9]+))?\s*%?", text or "")
    return Decimal(f"{found[1]}.{found[2] or 0}").normalize() if found else None
