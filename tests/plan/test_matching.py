"""Proposals of mentors: reasons, order, limits; nobody is left out silently."""

from __future__ import annotations

from datetime import date

from actgen.plan import Match, match_mentors
from actgen.school import School, read_school
from tests.year_of_work import FILES


def school(**files: str) -> School:
    """Return the school of the year, some of its files replaced: `bank="…"`."""
    texts = {**FILES, **{f"data/{name}.yaml": text for name, text in files.items()}}
    outcome = read_school(texts)
    assert outcome.value is not None
    assert not outcome.diagnostics
    return outcome.value


def match_of(name: str, given: School) -> Match:
    return next(match for match in match_mentors(given) if match.mentee.person.short_name == name)


def test_the_mentor_who_can_do_what_is_asked_stands_first_with_her_reasons() -> None:
    found = match_on(date(2026, 12, 1), "Белова Е.Н.")

    assert [candidate.mentor.short_name for candidate in found.candidates] == ["Лебедева Т.Н."]
    reasons = [reason.replace("\N{NO-BREAK SPACE}", " ") for reason in found.candidates[0].reasons]
    assert reasons == [
        "отвечает на запрос: анализ собственного урока; оценивание",
        "то же направление работы: учитель математики",
        "высшая категория, педагог-наставник",
        "стаж больше на 25 лет",
        "ведёт наставляемых: 1, может вести: 2",
    ]


def match_on(day: date, name: str) -> Match:
    found = match_mentors(school(), day)
    return next(match for match in found if match.mentee.person.short_name == name)


def test_a_mentor_without_room_is_named_apart_and_not_proposed() -> None:
    found = match_on(date(2026, 12, 1), "Цой В.С.")

    assert [candidate.mentor.short_name for candidate in found.candidates] == ["Бондарь О.И."]
    assert [mentor.short_name for mentor in found.without_room] == ["Седых В.И."]


def test_a_place_is_free_before_the_pair_starts_and_after_it_is_stopped() -> None:
    for day in (date(2026, 10, 31), date(2027, 1, 16)):
        assert "Седых В.И." in [one.mentor.short_name for one in match_on(day, "Цой В.С.").candidates]


def test_without_a_day_every_pair_counts_whose_work_is_not_over() -> None:
    held = {one.mentor.short_name: one.held for match in match_mentors(school()) for one in match.candidates}

    assert held == {"Лебедева Т.Н.": 0, "Бондарь О.И.": 2, "Седых В.И.": 0}


def test_who_is_her_mentor_already_stays_among_the_candidates_though_full() -> None:
    found = match_on(date(2026, 12, 1), "Гогия И.З.")

    assert [mentor.short_name for mentor in found.fixed] == ["Седых В.И."]
    assert [(one.mentor.short_name, one.free_places) for one in found.candidates] == [("Седых В.И.", 0)]


def test_nobody_is_proposed_to_herself_or_without_a_reason() -> None:
    bank = """\
наставники:
  - кто: Белова Е.Н.
    компетенции: [робототехника]
наставляемые:
  - кто: Белова Е.Н.
    запросы: [робототехника]
  - кто: Цой В.С.
    запросы: [вокал]
"""

    assert [match.candidates for match in match_mentors(school(bank=bank))] == [(), ()]


def test_experience_that_is_not_written_is_no_reason() -> None:
    staff = FILES["data/staff.yaml"].replace(
        "    должность: учитель математики\n    стаж: 1\n", "    должность: учитель математики\n"
    )

    reasons = match_of("Белова Е.Н.", school(staff=staff)).candidates[0].reasons

    assert not [reason for reason in reasons if "стаж" in reason]


def test_without_a_bank_there_is_nothing_to_match() -> None:
    outcome = read_school({name: text for name, text in FILES.items() if name != "data/bank.yaml"})

    assert outcome.value is not None
    assert match_mentors(outcome.value) == ()
