"""Faults of writing in a template, found on the paragraphs as their author sees them, before docxtpl patches them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from actgen.docx.faults import error
from actgen.docx.places import TAG, W, around
from actgen.docx.sources import PROPERTY_LABELS

if TYPE_CHECKING:
    from lxml.etree import _Element

    from actgen.diagnostics import Diagnostic
    from actgen.docx.places import Paragraph
    from actgen.docx.sources import Source

# docxtpl joins a brace at the edge of a paragraph with a tag of the next one, and loses what is between.
_LOOSE = re.compile(r"\{[{%#]|[}%#]\}|\{(?=\0|$)|(?:(?<=\0)|^)\}")
_WHOLE = re.compile(r"^\{[{%#](p|tr|tc) ")
_TRIMMED = re.compile(r"^\{[{%#]-|-[}%#]\}$")
_NONCHARACTER = re.compile("[\ufdd0-\ufdef]")
_LOST_WITH_PARAGRAPH = tuple(W + name for name in ("drawing", "pict", "object", "sectPr", "fldChar", "sdt"))
_OWNERS = {"p": ("абзаце", W + "p"), "tc": ("ячейке", W + "tc"), "tr": ("строке таблицы", W + "tr")}


def find_faults(source: Source, file: str) -> Iterator[Diagnostic]:
    """Yield the faults of a part: brackets, tags that would swallow text, words where nothing is put in."""
    for paragraph in source.paragraphs:
        yield from _brackets(paragraph, file)
        yield from _swallowed(paragraph, file)
        if _NONCHARACTER.search(paragraph.text):
            yield error("W009", file, f"знак, который не печатается: {paragraph.where}", "наберите это место заново")
    for tag in source.tags:
        label = tag.where.removeprefix("свойства: ")
        if label != tag.where and label not in PROPERTY_LABELS:
            hint = f"слова бывают в свойствах: {', '.join(sorted(PROPERTY_LABELS))}"
            yield error("W008", file, f"сюда слово не подставляется: {tag.where}: «{tag.around}»", hint)


def _brackets(paragraph: Paragraph, file: str) -> Iterator[Diagnostic]:
    text = paragraph.text
    rest = TAG.sub(lambda m: "\0" * len(m.group()), text)
    loose = _LOOSE.search(rest)
    if loose:
        words = around(text, loose.start(), loose.end())
        message = f"скобка «{loose.group()}» без пары в этом абзаце: {paragraph.where}: «{words}»"
        yield error("W002", file, message, "слово пишут целиком в одном абзаце: {{ слово }}")
    for match in TAG.finditer(text):
        if _TRIMMED.search(match.group()):
            words = around(text, match.start(), match.end())
            message = f"«{{%-» и «-%}}» склеили бы соседние абзацы: {paragraph.where}: «{words}»"
            yield error("W007", file, message, "пишите «{%» и «%}» без дефиса")


def _swallowed(paragraph: Paragraph, file: str) -> Iterator[Diagnostic]:
    """Yield tags beside which something would vanish: docxtpl puts the tag in place of all that holds it."""
    for match in TAG.finditer(paragraph.text):
        whole = _WHOLE.match(match.group())
        if not whole:
            continue
        name, wanted = _OWNERS[whole.group(1)]
        owner = paragraph.element if wanted == W + "p" else next(paragraph.element.iterancestors(wanted), None)
        words = around(paragraph.text, match.start(), match.end())
        tag = match.group()[:2] + whole.group(1)
        if owner is None:
            message = f"«{tag}» стоит не в таблице: {paragraph.where}: «{words}»"
            yield error("W005", file, message, "вне таблицы пишут {%p … %} отдельным абзацем")
        elif _text_of(owner).strip() != match.group().strip() or any(True for _ in owner.iter(*_LOST_WITH_PARAGRAPH)):
            message = f"в одном {name} с «{tag}» стоит ещё что-то, и оно пропало бы: {paragraph.where}: «{words}»"
            if wanted != W + "p":
                message = message.replace("в одном", "в одной")
            yield error("W005", file, message, f"«{tag} …» пишут одно: в своём абзаце, строке или ячейке")
            return


def _text_of(owner: _Element) -> str:
    return "".join(t.text or "" for t in owner.iter(W + "t"))
