"""Bank, work of the year and results of pairs as they are read."""

from __future__ import annotations

from datetime import date

import pytest

from actgen.school import ProgramOutcome, TrainingForm, read_school
from tests.year_of_work import BANK, FILES, PAIRS, YEAR


def found(**files: str) -> list[tuple[str, str, int]]:
    outcome = read_school({**FILES, **{f"data/{name}.yaml": text for name, text in files.items()}})
    return [(d.code, d.place.file, d.place.line) for d in outcome.diagnostics]


def test_everything_of_the_year_is_believed() -> None:
    school = read_school(FILES).value

    assert school is not None
    assert school.bank is not None
    assert [candidate.person.short_name for candidate in school.bank.mentees][:2] == ["Белова Е.Н.", "Жук М.А."]
    assert school.bank.sheets[0].answers["комфорт"] == "6"
    assert school.year_work.trainings[1].form is TrainingForm.EXCHANGE
    prolonged = school.pairs[1].result
    assert prolonged is not None
    assert (prolonged.outcome, prolonged.prolonged_until) == (ProgramOutcome.PROLONGED, date(2027, 12, 31))


@pytest.mark.parametrize(
    ("name", "text", "wrong", "right", "code"),
    [
        ("bank", BANK, "часов: 2", "часов: два", "D003"),
        ("bank", BANK, "кто: Лебедева Т.Н.", "кто: Лебедева Т.М.", "D005"),
        ("year", YEAR, "    часов: 2", "    часа: 2", "D001"),
        ("year", YEAR, "дата: 20.05.2027", "дата: 31.06.2027", "D004"),
        ("pairs", PAIRS, "оценка: 9", "оценка: 11", "D003"),
        ("pairs", PAIRS, "программа: выполнена", "программа: закончена", "D003"),
    ],
)
def test_a_fault_is_reported_at_its_line(name: str, text: str, wrong: str, right: str, code: str) -> None:
    line = text[: text.index(wrong)].count("\n") + 1

    assert found(**{name: text.replace(wrong, right, 1)}) == [(code, f"data/{name}.yaml", line)]


def test_a_form_of_training_may_be_the_schools_own() -> None:
    assert found(year=YEAR.replace("форма: консультация", "форма: стажировка")) == []
