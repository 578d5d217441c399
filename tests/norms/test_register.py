"""The register of norms."""

from __future__ import annotations

from datetime import date

import pytest

from actgen.language import Case
from actgen.norms import Norm, in_force, norms


@pytest.mark.parametrize("norm", norms().values(), ids=norms().keys())
def test_a_norm_has_a_name_in_every_case(norm: Norm) -> None:
    names = [norm.named(case) for case in Case]

    assert len(names) == 6
    assert all(name.endswith(norm.tail) for name in names)


@pytest.mark.parametrize("norm", norms().values(), ids=norms().keys())
def test_a_norm_ends_after_it_begins_and_its_successor_is_in_the_register(norm: Norm) -> None:
    assert norm.before is None or norm.since < norm.before
    assert norm.replaced_by is None or norm.replaced_by in norms()
    assert norm.source


def test_the_article_on_mentoring_is_in_force_since_march_2025() -> None:
    assert not in_force("тк_351_8", date(2025, 2, 28))
    assert in_force("тк_351_8", date(2025, 3, 1))


def test_a_norm_is_cited_in_the_case_that_the_text_needs() -> None:
    assert norms()["тк_351_8"].named(Case.INSTRUMENTAL).startswith("статьёй 351.8 Трудового кодекса")


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        in_force("нет_такой", date(2026, 9, 1))
