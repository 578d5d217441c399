from __future__ import annotations

from decimal import Decimal

from actgen.school import ConsentKind, EventKind, ProgramOutcome, School, WorkBasis, read_school
from tests.mentoring_year import FILES
from tests.workspaces import PROGRAM


def believed(**files: str) -> tuple[School, list[tuple[str, int | None]]]:
    """Return the school of the year with some files replaced, and the code and line of each finding."""
    texts = {**FILES, "data/programs/belova.yaml": PROGRAM, **{f"data/{n}.yaml": text for n, text in files.items()}}
    outcome = read_school(texts)
    assert outcome.value is not None
    return outcome.value, [(d.code, d.place.line) for d in outcome.diagnostics]


def test_a_former_name_still_finds_the_person() -> None:
    school, found = believed()

    assert found == []
    assert school.pairs[0].mentor.full_name == "Заяц Вера Павловна"


def test_a_former_name_gives_way_to_whoever_bears_it_today() -> None:
    namesake = "  - фио: Голубь Вера Петровна\n    должность: учитель химии\n"

    school, found = believed(staff=FILES["data/staff.yaml"] + namesake)

    assert found == []
    assert school.pairs[0].mentor.full_name == "Голубь Вера Петровна"


def test_agreement_and_pay_are_read_with_their_sums() -> None:
    school, _ = believed()
    first, second, third = school.pairs

    assert first.agreement is not None
    assert first.agreement.payment is not None
    assert (first.agreement.number, first.agreement.payment.amount) == ("1/26", Decimal(5000))
    assert second.agreement is not None
    assert second.agreement.payment is not None
    assert second.agreement.payment.percent == Decimal("12.5")
    assert (third.basis, third.agreement) == (WorkBasis.JOB_FUNCTION, None)


def test_a_replacement_gives_the_pair_its_new_mentor_from_that_day() -> None:
    school, _ = believed()
    pair = school.pairs[0]
    (event,) = pair.events

    after = pair.after(event)

    assert event.kind is EventKind.REPLACEMENT
    assert (after.mentor.short_name, after.starts_on, after.ends_on) == (
        "Седых В.И.",
        event.effective_on,
        pair.ends_on,
    )
    assert after.agreement is event.agreement
    assert after.mentees == pair.mentees


def test_a_misspelt_kind_of_event_is_reported_where_it_stands() -> None:
    pairs = FILES["data/pairs.yaml"].replace("вид: отказ наставника", "вид: отказ наставнка")

    _, found = believed(pairs=pairs)

    line = 1 + pairs[: pairs.index("наставнка")].count("\n")
    assert found == [("D003", line)]


def test_an_unknown_new_mentor_is_reported() -> None:
    _, found = believed(pairs=FILES["data/pairs.yaml"].replace("Седых В.И.", "Петров А.И."))

    assert [code for code, _ in found] == ["D005"]


def test_consents_to_the_use_of_data_are_of_two_kinds() -> None:
    school, _ = believed()
    person = school.pairs[0].mentor

    assert [consent.kind for consent in person.consents] == [ConsentKind.PROCESSING, ConsentKind.PUBLICATION]
    assert person.consents[1].sites == ("https://school7.example.ru/nastavnichestvo/index.html",)


def test_the_result_of_a_pair_is_read() -> None:
    result = "    итог: {дата: 28.05.2027, программа: выполнена, оценка: 9, практика: Урок вдвоём}\n"

    school, found = believed(pairs=FILES["data/pairs.yaml"] + result)

    assert found == []
    assert school.pairs[2].result is not None
    assert school.pairs[2].result.outcome is ProgramOutcome.COMPLETED


def test_a_school_without_a_file_of_the_year_has_nothing_repealed() -> None:
    texts = {name: text for name, text in FILES.items() if name != "data/year.yaml"}

    school = read_school({**texts, "data/programs/belova.yaml": PROGRAM}).value

    assert school is not None
    assert school.year_work.repealed == ()
    assert school.year_work.union is None
