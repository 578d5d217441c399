"""Names of output files: readable, safe on Windows, unique, inside `out/`."""

from __future__ import annotations

import re
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actgen.acts import ActKind
from actgen.plan.file_names import file_name, safe_name, unique_names

RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"),
}
LETTERS = st.lists(
    st.one_of(
        st.text(max_size=5),
        st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяЁ №«»—.,:;/\\?*<>|\"'\t\n\0\u202e\u200b\u00a0", max_size=60),
        st.sampled_from(["con", "nul", "COM1", "lpt¹", "..", "../", "C:\\", "~$", "\u0438\u0306", " .", ". "]),
    ),
    max_size=9,
).map("".join)


TITLES = st.text("абвАБВ №«»—.,:;/\\?*<>|\"'()", max_size=300).map("О {}я".format)


def is_safe(name: str) -> bool:
    """Whether Windows takes the name, with «.docx» and « (новый).docx» behind it."""
    whole = f"{name} (новый).docx"
    return (
        not re.search(r'[<>:"/\\|?*\x00-\x1f]', whole)
        and len(whole.encode()) <= 255
        and not name.startswith((" ", "."))
        and name.split(".", maxsplit=1)[0].rstrip(" ").casefold() not in RESERVED
        and PurePosixPath(whole).name == whole
        and PureWindowsPath(whole).name == whole
    )


@settings(deadline=None, max_examples=300)
@given(LETTERS, st.sampled_from(["", " (проект)"]))
def test_any_title_gives_a_name_that_windows_takes(title: str, tail: str) -> None:
    name = safe_name(title, tail)

    assert is_safe(name)
    assert name.endswith(tail)
    assert name.removesuffix(tail)


@settings(deadline=None)
@given(TITLES, LETTERS, LETTERS, st.booleans())
def test_the_name_of_any_document_is_safe_and_begins_with_its_rank(
    title: str, subject: str, number: str, is_draft: bool
) -> None:
    kind = ActKind(title=title, document_kind="приказ", order=40)

    name = file_name(7, kind, None if is_draft else number, subject, is_draft=is_draft)

    assert is_safe(name)
    assert name.startswith("07")
    assert name.endswith(" (проект)") == is_draft or title.endswith("(проект)") or subject.endswith("(проект)")


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["План", "план", "ПЛАН", "план (2)", "Карта", "карта (2)", "план (2) (2)"]), max_size=9)
)
def test_no_two_documents_share_a_name_whatever_the_letter_case(names: list[str]) -> None:
    unique = unique_names(names)

    assert len({name.casefold() for name in unique}) == len(names)
    assert all(new.startswith(old) for new, old in zip(unique, names, strict=True))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Приказ № 80/8", "Приказ № 80-8"),
        ("О парах...", "О парах"),
        ("О  парах\nи группах", "О парах и группах"),
        ("../../etc", "-..-etc"),
        ("NUL", "_NUL"),
        ("", "_"),
        ("й", "й"),
    ],
)
def test_a_title_becomes_its_readable_name(title: str, name: str) -> None:
    assert safe_name(title) == name
