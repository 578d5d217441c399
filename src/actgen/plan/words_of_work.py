"""Words of the work itself: pairs, programs and the roadmap."""

from __future__ import annotations

from collections.abc import Mapping

from actgen.language import Forms, date_in_digits
from actgen.plan.as_of import current
from actgen.plan.document import Subject
from actgen.plan.requisites import NO_DAY, day_words
from actgen.plan.roles import role_people
from actgen.plan.tree import Items, Leaf, Tree, leaf
from actgen.plan.words_of_agreements import agreement_words
from actgen.plan.words_of_pair_result import NO_RESULT, own_result_words
from actgen.plan.words_of_people import NOBODY, person_words, text_leaf
from actgen.school import Pair, PeopleGroup, Person, Program, RoadmapRow, School, Stage

NO_PAIR: Mapping[str, Tree] = {
    "номер": leaf(1),
    "наставник": NOBODY,
    "наставляемые": Items((), NOBODY),
    **{name: leaf("") for name in ("форма", "вид", "согласие", "название")},
    "согласие_наставляемых": leaf(""),
    "группа": leaf(value=False),
    "с": NO_DAY,
    "по": NO_DAY,
    "основание": leaf(""),
    "трудовая_функция": leaf(""),
    "соглашение": agreement_words(None),
    "итог": NO_RESULT,
}
"""The words of a pair, all empty: what an item of a list of pairs is made of."""


def pair_words(pair: Pair, number: int, forms: Forms) -> Mapping[str, Tree]:
    """Return the words of a pair or group."""
    mentees = tuple(person_words(mentee, forms, pair.place("наставляемые")) for mentee in pair.mentees)
    consent, mentees_consent = pair.mentor_consent_on, pair.mentees_consent_on
    return {
        "номер": leaf(number),
        "название": Leaf(lambda: pair.title, (pair.place("наставник"), pair.place("наставляемые"))),
        "наставник": person_words(pair.mentor, forms, pair.place("наставник")),
        "наставляемые": Items(mentees, NOBODY, (pair.place("наставляемые"),)),
        "группа": leaf(pair.is_group, pair.place("наставляемые")),
        "форма": text_leaf(pair.form, pair.place("форма")),
        "вид": text_leaf(pair.kind, pair.place("вид")),
        "с": day_words(pair.starts_on, pair.place("с")),
        "по": day_words(pair.ends_on, pair.place("по")),
        "согласие": leaf(date_in_digits(consent) if consent else "", pair.place("согласие")),
        "согласие_наставляемых": leaf(
            date_in_digits(mentees_consent) if mentees_consent else "", pair.place("согласие_наставляемых")
        ),
        "основание": leaf(pair.basis.value, pair.place("основание")),
        "трудовая_функция": text_leaf(pair.job_function, pair.place("трудовая_функция")),
        "соглашение": agreement_words(pair.agreement),
        "итог": own_result_words(pair.result),
    }


def payment_words(school: School, forms: Forms) -> Items:
    """Return the words of each pair whose mentor is paid by an agreement, numbered anew, under its last mentor."""
    paid = [
        pair
        for pair in map(current, school.pairs)
        if pair.agreement is not None and pair.agreement.payment is not None and pair.agreement.payment.is_set
    ]
    return Items(tuple(pair_words(pair, number, forms) for number, pair in enumerate(paid, start=1)), NO_PAIR)


def program_words(program: Program) -> Mapping[str, Tree]:
    """Return the words of a personalised program."""
    control = program.control
    return {
        "цель": text_leaf(program.goal, program.place("цель")),
        "задачи": _texts(program.tasks, program, "задачи"),
        "затруднения": _texts(program.needs, program, "затруднения"),
        "режим": text_leaf(program.rhythm, program.place("режим")),
        "план": _plan(program),
        "контроль": {
            "промежуточный": text_leaf(control.interim if control else "", program.place("контроль")),
            "итоговый": text_leaf(control.final if control else "", program.place("контроль")),
        },
    }


def _texts(texts: tuple[str, ...], program: Program, key: str) -> Items:
    items = tuple(text_leaf(text, program.place(key, number)) for number, text in enumerate(texts))
    return Items(items, leaf(""), (program.place(key),))


def _plan(program: Program) -> Items:
    activity_shape: Mapping[str, Tree] = {name: leaf("") for name in ("номер", "что", "срок", "результат")}
    part_shape: Mapping[str, Tree] = {"номер": leaf(""), "часть": leaf(""), "мероприятия": Items((), activity_shape)}
    parts: list[Mapping[str, Tree]] = []
    for number, part in enumerate(program.plan, start=1):
        activities = tuple(
            {
                "номер": leaf(f"{number}.{position}"),
                "что": text_leaf(activity.what, activity.place("что")),
                "срок": text_leaf(activity.term, activity.place("срок")),
                "результат": text_leaf(activity.result, activity.place("результат")),
            }
            for position, activity in enumerate(part.activities, start=1)
        )
        parts.append(
            {
                "номер": leaf(f"{number}"),
                "часть": text_leaf(part.title, part.place("часть")),
                "мероприятия": Items(activities, activity_shape, (part.place("мероприятия"),)),
            }
        )
    return Items(tuple(parts), part_shape, (program.place("план"),))


def roadmap_words(school: School) -> Mapping[str, Tree]:
    """Return the words of the roadmap; without one the same words, all empty, and `есть` is no."""
    roadmap = school.roadmap
    row_shape: Mapping[str, Tree] = {
        **{name: leaf("") for name in ("номер", "название", "срок", "результат")},
        "содержание": Items((), leaf("")),
        "ответственные": Items((), leaf("")),
    }
    stage_shape: Mapping[str, Tree] = {"номер": leaf(""), "название": leaf(""), "ряды": Items((), row_shape)}
    period = f"на {school.settings.year} учебный год"
    if roadmap is None:
        return {
            "есть": leaf(value=False),
            "колонки": leaf("A"),
            "период": leaf(period),
            "этапы": Items((), stage_shape),
        }
    stages = tuple(_stage(stage, number, school, row_shape) for number, stage in enumerate(roadmap.stages, start=1))
    return {
        "есть": leaf(value=True),
        "колонки": leaf(roadmap.columns.value, roadmap.place("колонки")),
        "период": text_leaf(roadmap.period or period, roadmap.place("период")),
        "этапы": Items(stages, stage_shape, (roadmap.place("этапы"),)),
    }


def _stage(stage: Stage, number: int, school: School, row_shape: Mapping[str, Tree]) -> Mapping[str, Tree]:
    rows = tuple(_row(row, f"{number}.{position}.", stage, school) for position, row in enumerate(stage.rows, start=1))
    return {
        "номер": leaf(stage.number or f"{number}.", stage.place("№")),
        "название": text_leaf(stage.title, stage.place("название")),
        "ряды": Items(rows, row_shape, (stage.place(),)),
    }


def _row(row: RoadmapRow, number: str, stage: Stage, school: School) -> Mapping[str, Tree]:
    content = Items(
        tuple(text_leaf(line, row.place("содержание"), row.place("перечень")) for line in row.lines), leaf("")
    )
    # What a row does not say for itself, its stage says for all its rows.
    responsible_of = row if row.responsible else stage
    responsible = Items(
        tuple(text_leaf(line, responsible_of.place("ответственные")) for line in _responsible(responsible_of, school)),
        leaf(""),
    )
    return {
        "номер": leaf(number),
        "название": text_leaf("" if row is stage else row.title, row.place("название")),
        "содержание": content,
        "срок": text_leaf(row.term or stage.term, (row if row.term else stage).place("срок")),
        "ответственные": responsible,
        "результат": text_leaf(row.result or stage.result, (row if row.result else stage).place("результат")),
    }


def _responsible(row: RoadmapRow, school: School) -> list[str]:
    """Return the lines of the cell: each who answers on a line, a comma between them, none inside a group."""
    entries = []
    for answer in row.responsible:
        if isinstance(answer, Person):
            entries.append([f"{answer.short_name}, {answer.position}"])
        elif isinstance(answer, PeopleGroup):
            entries.append([answer.label, *(member.short_name for member in answer.members)])
        else:
            holders = role_people(answer, school, Subject())
            entries.append([holders[0].position if holders and len(holders) == 1 else answer])
    for entry in entries[:-1]:
        entry[-1] += ","
    return [line for entry in entries for line in entry]
