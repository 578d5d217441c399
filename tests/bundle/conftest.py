"""PDF made once for all tests of this folder."""

from __future__ import annotations

import pytest

from actgen.bundle import finish_pdf
from tests.bundle.office import converted, word_file


@pytest.fixture(scope="session")
def pdfs() -> dict[str, bytes]:
    """Finished PDF of one, two and three pages, by name."""
    texts = {"раз": ("Один лист",), "два": ("Лицо", "Оборот"), "три": ("Первая", "Вторая", "Третья")}
    made = converted({name: word_file(*pages) for name, pages in texts.items()})
    return {name: finish_pdf(made[name].pdf or b"") for name in texts}
