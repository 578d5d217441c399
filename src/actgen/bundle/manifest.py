"""The manifest of `out/`: what was built, from which words, with which bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

FORMAT = 1


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """One built file: `file` relative to `out/`, hashes as SHA-256 in hexadecimal, `words` a hash for each.

    `is_taken` tells that the file is a person's own, taken in place of what was built (`actgen take`).
    """

    kind: str
    subject: str
    file: str
    sha256: str
    fingerprint: str
    number: str | None = None
    date: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    is_taken: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """Kind and subject."""
        return self.kind, self.subject


def manifest_text(entries: tuple[ManifestEntry, ...], version: str) -> str:
    """Return the manifest as JSON, the entries sorted by file."""
    files = ",\n".join(_entry_text(entry) for entry in sorted(entries, key=lambda entry: entry.file))
    written = f"[\n{files}\n ]" if files else "[]"
    return f'{{\n "format": {FORMAT},\n "actgen": {_json(version)},\n "files": {written}\n}}\n'


def _entry_text(entry: ManifestEntry) -> str:
    """Return an entry as `json.dumps(…, indent=1)` writes it, which for 5000 words takes a third of a build's time."""
    words = "    " + _WORDS.encode(dict(entry.words))[1:-1]
    own = {
        "kind": entry.kind,
        "subject": entry.subject,
        "file": entry.file,
        "number": entry.number,
        "date": entry.date,
        "sha256": entry.sha256,
        "fingerprint": entry.fingerprint,
    }
    lines = [f'   "{name}": {_json(value)}' for name, value in own.items()]
    if entry.is_taken:
        lines.append('   "taken": true')
    lines.append('   "words": {\n' + words + "\n   }" if entry.words else '   "words": {}')
    return "  {\n" + ",\n".join(lines) + "\n  }"


_json = json.JSONEncoder(ensure_ascii=False).encode
# A separator with the indent in it, and not `indent=`, which would have the slow encoder at work.
_WORDS = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",\n    ", ": "))


def read_manifest(text: str) -> tuple[ManifestEntry, ...] | None:
    """Return what a manifest says; None when it is damaged or of another format: then nothing is known of the files."""
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            return None
        return tuple(
            ManifestEntry(
                kind=str(file["kind"]),
                subject=str(file["subject"]),
                file=str(file["file"]),
                sha256=str(file["sha256"]),
                fingerprint=str(file["fingerprint"]),
                number=file["number"],
                date=file["date"],
                words={str(name): str(value) for name, value in file["words"].items()},
                is_taken=bool(file.get("taken")),
            )
            for file in data["files"]
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
