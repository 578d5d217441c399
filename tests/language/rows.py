"""Rows of the sample tables: a nominative and the accepted forms of each case."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from actgen.language import Case, Declined, Gender, decline_name, decline_organisation, decline_position

SAMPLES = Path(__file__).parent / "samples"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: accepted variants of a whole cell by case."""

    nominative: str
    accepted: dict[Case, tuple[str, ...]]
    gender: Gender | None

    def decline(self, table: str, case: Case) -> Declined:
        """Return what the grammar answers for the row's table."""
        if "positions" in table:
            return decline_position(self.nominative, case)
        if "organisations" in table:
            return decline_organisation(self.nominative, case)
        return decline_name(self.nominative, case, gender=self.gender)

    def wrong_forms(self, table: str) -> list[str]:
        """Return the forms that are none of the accepted ones."""
        forms = {case: self.decline(table, case).text for case in Case}
        return [f"{case.russian}: {text}" for case, text in forms.items() if text not in self.accepted[case]]


def read_rows(table: str) -> Iterator[Row]:
    """Yield the rows of a table in `samples/`."""
    with (SAMPLES / f"{table}.tsv").open(encoding="utf-8", newline="") as lines:
        for cells in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            letter = cells.get("gender")
            gender = {"m": Gender.MASCULINE, "f": Gender.FEMININE}.get(letter or "")
            yield Row(cells["nominative"], {case: tuple(cells[case.value].split("|")) for case in Case}, gender)
