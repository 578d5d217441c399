"""The manifest of `out/`."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from actgen.bundle import ManifestEntry, manifest_text, read_manifest

WORDS = st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=3)
ENTRY = st.builds(
    ManifestEntry,
    kind=st.text(max_size=8),
    subject=st.text(max_size=8),
    file=st.text(max_size=12),
    sha256=st.text(max_size=8),
    fingerprint=st.text(max_size=8),
    number=st.none() | st.text(max_size=5),
    date=st.none() | st.just("2026-09-01"),
    words=WORDS,
)


@given(st.lists(ENTRY, max_size=4))
def test_what_was_written_is_read_back(entries: list[ManifestEntry]) -> None:
    read = read_manifest(manifest_text(tuple(entries), "1"))

    assert read is not None
    assert sorted(map(_plain, read)) == sorted(map(_plain, entries))


def _plain(entry: ManifestEntry) -> str:
    return repr(replace(entry, words=dict(sorted(entry.words.items()))))


@given(st.text(max_size=60))
def test_any_other_text_says_nothing(text: str) -> None:
    assert read_manifest(text) is None


def test_the_entries_stand_by_file_whatever_their_order() -> None:
    one, other = (ManifestEntry("к", "", file, "", "") for file in ("а", "б"))

    assert manifest_text((one, other), "1") == manifest_text((other, one), "1")
