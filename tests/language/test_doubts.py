"""Doubts: rare on ordinary names, with stable codes."""

from actgen.language import DOUBT_KINDS, OBLIQUE_CASES, decline_name
from tests.language.ordinary_names import ordinary_names


def test_codes_are_unique_and_of_the_family_of_language() -> None:
    codes = [kind.code for kind in DOUBT_KINDS]

    assert len(set(codes)) == len(codes)
    assert all(code.startswith("L1") and len(code) == 4 for code in codes)


def test_fewer_than_one_ordinary_name_in_a_hundred_is_doubted() -> None:
    names = ordinary_names()
    doubted = [name for name in names if any(decline_name(name, case).doubts for case in OBLIQUE_CASES)]

    assert len(names) >= 500
    assert len(doubted) < len(names) / 100, doubted
