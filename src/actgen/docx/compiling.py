"""A DOCX -> a `Template`: linted, opened, patched by docxtpl, compiled by Jinja; done once for a template."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actgen.docx.archive import BODY, pack_member, read_members
from actgen.docx.dangers import find_dangers
from actgen.docx.faults import TemplateFault, error
from actgen.docx.filling import Filling
from actgen.docx.hidden_tags import find_places, hide_tags, order_cell_properties, show_tags
from actgen.docx.lint import find_faults
from actgen.docx.markup import Context, Markup, Repair, read_markup
from actgen.docx.printing import EACH, PART, PRINTERS, printing_environment
from actgen.docx.repair import repair_part
from actgen.docx.sources import Source, open_template, read_sources
from actgen.docx.template import FILENAME, LivePart, Placeholder, Template

if TYPE_CHECKING:
    from types import CodeType

    from docxtpl import DocxTemplate
    from jinja2 import nodes

    from actgen.diagnostics import Diagnostic
    from actgen.docx.places import TagPlace

_BODY_START = re.compile(r"<w:body(?: [^>]*)?>")
_NAMESPACE = re.compile(r' xmlns:?\w*="[^"]*"')
_CHANGED_BY_WORDS = re.compile(r"\[Content_Types\]\.xml|word/numbering\.xml|word/_rels/[^/]+\.xml\.rels")


@dataclass(frozen=True, slots=True)
class _Read:
    """A source read: what surrounds its tags, and where its author sees them."""

    source: Source
    tags: Sequence[str]
    found: Markup
    places: dict[int, TagPlace]


def compile_template(content: bytes, digest: str, file: str) -> Template:
    """Return the template.

    Raises:
        TemplateFault: As `template.compile`.
    """
    dangers = list(find_dangers(content, file))
    if dangers:
        # What is dangerous is not opened by python-docx.
        raise TemplateFault(dangers)
    opened = open_template(content, file)
    sources = list(read_sources(opened))
    faults = [fault for source in sources for fault in find_faults(source, file)]
    if faults:
        raise TemplateFault(faults)
    placeholders: dict[Placeholder, None] = {}
    parts: list[LivePart] = []
    still: dict[str, str] = {}
    needs_docxtpl = False
    before, after, root_names = _around_body(opened)
    for read in [_read(opened, source) for source in sources]:
        is_body = read.source.name == BODY
        faults.extend(_structure_faults(read, file))
        if faults:
            continue
        needs_docxtpl |= read.found.needs_docxtpl and is_body
        text, tag_by_line = show_tags(read.found.text, read.tags)
        edges = _declaration(text)
        if is_body:
            # docxtpl parses the body by itself, so it must declare its namespaces and stand alone.
            if not needs_docxtpl:
                text = _without_namespaces(text, root_names)
            edges = ("", "") if needs_docxtpl else (before, after)
        if not read.tags and not (is_body and needs_docxtpl):
            # Repairs may be due without any tag: pictures are numbered, as docxtpl does.
            still[read.source.name] = edges[0] + _repaired(text, read.found.repairs, is_body=is_body) + edges[1]
            continue
        tree = _parse(text, read, tag_by_line, file, faults)
        if tree is None:
            continue
        placeholders.update(dict.fromkeys(_placeholders(tree, read, tag_by_line)))
        code = _compile(tree, read, tag_by_line, file, faults)
        if code is not None:
            places = {
                line: (place.where, place.around)
                for line, tag in tag_by_line.items()
                if (place := read.places.get(tag)) is not None
            }
            repairs = int(read.found.repairs)
            parts.append(LivePart(read.source.name, read.source.label, code, places, repairs, *edges))
    if faults:
        raise TemplateFault(faults)
    live = {part.name for part in parts}
    members = _members(opened, still)
    packed = {name: pack_member(name, data) for name, data in members.items() if name not in live}
    texts = {name: data for name, data in members.items() if _CHANGED_BY_WORDS.fullmatch(name)}
    whole = content if needs_docxtpl else b""
    return Template(file, digest, tuple(placeholders), tuple(parts), packed, texts, whole)


def _members(opened: DocxTemplate, still: dict[str, str]) -> dict[str, bytes]:
    """Return the members as python-docx saves them, the parts without tags as they were read."""
    saved = io.BytesIO()
    opened.docx.save(saved)
    members = read_members(saved.getvalue())
    members.update((name, text.encode()) for name, text in still.items())
    return members


def _read(opened: DocxTemplate, source: Source) -> _Read:
    hidden, tags = hide_tags(source.text)
    hidden = order_cell_properties(hidden)
    if any(sign in hidden for sign in "\n\t\a\f"):
        hidden = opened.resolve_listing(hidden)
    return _Read(source, tags, read_markup(hidden, tags), find_places(tags, source.tags))


def _around_body(opened: DocxTemplate) -> tuple[str, str, frozenset[str]]:
    """Return the text before and after `w:body` in its part, and the namespaces that its root declares."""
    from docx.opc.oxml import serialize_part_xml  # noqa: PLC0415

    whole = serialize_part_xml(opened.docx.element).decode()
    start = whole.index("<w:body")
    end = whole.rindex("</w:body>") + len("</w:body>")
    return whole[:start], whole[end:], frozenset(_NAMESPACE.findall(whole[:start]))


def _without_namespaces(body: str, known: frozenset[str]) -> str:
    """Return the body without the namespaces that the root around it declares already."""
    return _BODY_START.sub(
        lambda start: _NAMESPACE.sub(lambda n: "" if n.group() in known else n.group(), start.group()), body, count=1
    )


def _declaration(text: str) -> tuple[str, str]:
    if text.startswith("<?xml"):
        return "", ""
    return "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n", ""


def _repaired(text: str, repairs: Repair, *, is_body: bool) -> str:
    return repair_part(text, repairs, Filling(frozenset(), dict[str, bytes]().__getitem__), is_body=is_body)


def _structure_faults(read: _Read, file: str) -> Iterator[Diagnostic]:
    for fault in read.found.faults:
        place = read.places.get(fault.tag)
        hint = "начало и конец {%p … %} ставят в одной ячейке, {%tr … %} — в одной таблице"
        yield error("W006", file, _at(fault.reason, place, read.source), hint)


def _parse(
    text: str, read: _Read, tag_by_line: dict[int, int], file: str, faults: list[Diagnostic]
) -> nodes.Template | None:
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415

    from actgen.expressions.expression import ExpressionFault, refuse_forbidden, syntax_reason  # noqa: PLC0415

    try:
        tree = printing_environment().parse(text)
        refuse_forbidden(tree)
        _refuse_blocks(tree)
    except TemplateSyntaxError as bad:
        place = read.places.get(tag_by_line.get(bad.lineno, -1))
        faults.append(error("W003", file, _at(syntax_reason(bad), place, read.source)))
        return None
    except ExpressionFault as bad:
        place = read.places.get(tag_by_line.get(bad.line, -1))
        faults.append(error("W004", file, _at(bad.reason, place, read.source)))
        return None
    return tree


def _refuse_blocks(tree: nodes.Template) -> None:
    from jinja2 import nodes  # noqa: PLC0415

    from actgen.expressions.expression import ExpressionFault  # noqa: PLC0415

    for block in tree.find_all((nodes.AssignBlock, nodes.ScopedEvalContextModifier, nodes.With)):
        # {% set а %}…{% endset %} would hold XML as a value, and print it escaped.
        raise ExpressionFault(
            "в шаблоне нельзя: set с endset, autoescape, with; можно: {% set слово = … %}", block.lineno
        )


def _placeholders(tree: nodes.Template, read: _Read, tag_by_line: dict[int, int]) -> Iterator[Placeholder]:
    from actgen.expressions import used_words_by_line  # noqa: PLC0415

    for line, path in sorted(used_words_by_line(tree)):
        place = read.places.get(tag_by_line.get(line, -1))
        yield Placeholder(path, place.where if place else read.source.label, place.around if place else "")


def _compile(
    tree: nodes.Template, read: _Read, tag_by_line: dict[int, int], file: str, faults: list[Diagnostic]
) -> CodeType | None:
    """Return the code of the tree, in which everything printed passes through the printer of its context."""
    from jinja2 import TemplateSyntaxError, nodes  # noqa: PLC0415

    from actgen.expressions.expression import syntax_reason  # noqa: PLC0415

    environment = printing_environment()
    for output in tree.find_all(nodes.Output):
        output.nodes = [
            _literal(child) if isinstance(child, nodes.TemplateData) else _printed(child, read, tag_by_line)
            for child in output.nodes
        ]
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, EACH, [], [], None, None, lineno=loop.iter.lineno)
    for joined in tree.find_all(nodes.Concat):
        joined.nodes = [nodes.Filter(c, PART, [], [], None, None, lineno=c.lineno) for c in joined.nodes]
    tree.set_environment(environment)
    try:
        return environment.compile(tree, filename=FILENAME)
    except TemplateSyntaxError as bad:
        # Unknown filters and tests are found only here.
        place = read.places.get(tag_by_line.get(bad.lineno, -1))
        faults.append(error("W003", file, _at(syntax_reason(bad), place, read.source)))
        return None


def _literal(child: nodes.TemplateData) -> nodes.TemplateData:
    """Return literal text with docxtpl's way to write a brace put right; in data it stays as it is."""
    for written, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        child.data = child.data.replace(written, meant)
    return child


def _printed(child: nodes.Expr, read: _Read, tag_by_line: dict[int, int]) -> nodes.Expr:
    from jinja2 import nodes  # noqa: PLC0415

    tag = tag_by_line.get(child.lineno, -1)
    name, _ = PRINTERS[read.found.contexts.get(tag, Context.OTHER)]
    properties = nodes.Const(read.found.properties.get(tag, ""), lineno=child.lineno)
    return nodes.Filter(child, name, [properties], [], None, None, lineno=child.lineno)


def _at(reason: str, place: TagPlace | None, source: Source) -> str:
    if place is None:
        return f"{reason}: {source.label or 'текст'}"
    return f"{reason}: {place.where}: «{place.around}»"
