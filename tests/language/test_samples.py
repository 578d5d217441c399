"""Every row of every sample table is declined exactly: letters, capitals, blanks, ё."""

import pytest

from actgen.language import OBLIQUE_CASES
from tests.language.rows import read_rows

SHARED = ("names", "positions", "organisations")
OWN = ("hard_names", "more_positions", "more_organisations")


@pytest.mark.parametrize("table", SHARED + OWN)
def test_every_row_is_declined_as_a_lawyer_would(table: str) -> None:
    wrong = {row.nominative: forms for row in read_rows(table) if (forms := row.wrong_forms(table))}

    assert wrong == {}


@pytest.mark.parametrize("table", ["positions", "organisations"])
def test_positions_and_organisations_of_the_samples_carry_no_doubt(table: str) -> None:
    doubted = [
        row.nominative for row in read_rows(table) if any(row.decline(table, case).doubts for case in OBLIQUE_CASES)
    ]

    assert doubted == []
