"""A file that came back, as pages of V rules describe it: what was built, what stands in the file, what is with it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import docx
import yaml
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import RGBColor

from actgen.certificates import Certificate, SignatureCheck, SignatureState
from actgen.docx import canonical_text, differences, find_traces, likeness
from actgen.rules import ReturnedFile
from actgen.workflow.verifying import LEAST_LIKENESS

CERTIFICATE = Certificate(
    "Орлова Анна Павловна",
    "Удостоверяющий центр",
    "01AB",
    datetime(2026, 1, 1, tzinfo=UTC),
    datetime(2027, 3, 31, tzinfo=UTC),
    b"",
)
STATES = {
    "подходит": (SignatureState.FITS, ""),
    "не подходит": (SignatureState.BROKEN, "файл после подписи изменён"),
    "ГОСТ": (SignatureState.NOT_CHECKED, "ГОСТ"),
}


def returned_file(files: Mapping[str, str]) -> ReturnedFile:
    """Return the file of an example: its text and traces are those of real documents made of its lines."""
    ((file, text),) = files.items()
    said: dict[str, Any] = yaml.safe_load(text) or {}
    signatures = (_signature(said),) if "подпись" in said else ()
    changed = said.get("запись", "")
    if "стало" not in said:
        return ReturnedFile(file, signatures=signatures, changed=changed)
    expected = canonical_text(_docx(said["было"], {}))
    content = _docx(said["стало"], said)
    actual = canonical_text(content)
    is_known = likeness(expected, actual) >= LEAST_LIKENESS
    return ReturnedFile(
        file,
        is_known=is_known,
        differences=differences(expected, actual) if is_known else (),
        traces=find_traces(content),
        foreign=tuple(said.get("чужое", ())),
        signatures=signatures,
        changed=changed,
    )


def _signature(said: Mapping[str, Any]) -> SignatureCheck:
    state, reason = STATES[said["подпись"]]
    day = said.get("подписано")
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
    return SignatureCheck(
        "в файле", state, reason, CERTIFICATE, moment, uncovered=tuple(said.get("не_под_подписью", ()))
    )


def _docx(lines: list[str], said: Mapping[str, Any]) -> bytes:
    drawn = docx.Document()
    for line in lines:
        drawn.add_paragraph(line)
    last = drawn.paragraphs[-1]
    for text in said.get("исправления", ()):
        last._p.append(
            parse_xml(
                f'<w:del {nsdecls("w")} w:id="7" w:author="Кто-то"><w:r><w:delText>{text}</w:delText></w:r></w:del>'
            )
        )
    for text in said.get("примечания", ()):
        _add_comment(drawn, text)
    # What is not seen is text all the same; the pages of V102 say so, here it is added to a line of its own.
    for text in said.get("скрыто", ()):
        drawn.add_paragraph().add_run(text).font.hidden = True
    for text in said.get("белым", ()):
        drawn.add_paragraph().add_run(text).font.color.rgb = RGBColor(255, 255, 255)
    stream = io.BytesIO()
    drawn.save(stream)
    return stream.getvalue()


def _add_comment(drawn: Document, text: str) -> None:
    drawn.add_comment(drawn.paragraphs[0].runs, text=text, author="Кто-то")
