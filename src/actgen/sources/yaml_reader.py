"""Text of a YAML file -> values with places: a narrow YAML, where every scalar stays text.

libyaml gives events, not nodes: so anchors, tags and depth are seen before anything is built,
and no alias is ever followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from actgen.diagnostics import Diagnostic, Outcome, Place, Severity
from actgen.sources import lexical
from actgen.sources.syntax import Fault, Span, explain
from actgen.sources.tree_builder import Scalar, TreeBuilder, rest_of_line, short
from actgen.sources.values import LOST, Mapping

# The Python loader costs ten times libyaml and is needed only for the words of its message.
_MOST_FOR_SECOND_OPINION = 300_000
_MOST_REPAIRS = 30

_FAST_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_BLANK_LINE = re.compile(r"^[ \t\u00a0]*[\t\u00a0][ \t\u00a0]*$", re.MULTILINE)
_TAB_AFTER_TEXT = re.compile(r"(?<=\S)[ \t]*\t[ \t]*")


def read_yaml(file: str, text: str) -> Outcome[Mapping | None]:
    """Return the mapping that the file holds, with places, or None when it cannot be read.

    A file that is empty or holds comments only gives an empty mapping. A value whose fault is reported
    here comes as a `Text` that `is_lost`.
    """
    # A lone CR ends a line for YAML and for editors; one sort of line end keeps the counting simple.
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = re.sub("\r(?!\n)", "\n", text)
    if text == LOST:
        # `decode` has said that the file holds no text.
        return Outcome(None)
    cleaned = lexical.bad_characters(file, text)
    # A tab or a no-break space on a line of blanks is a trace of an editor; YAML stumbles over it.
    text = cleaned.value
    if "\t" in text or "\u00a0" in text:
        text = _BLANK_LINE.sub(lambda line: " " * len(line[0]), text)
    parse = _parse(file, text)
    repairs: list[lexical.Suspect] = []
    suspects = lexical.find_suspects(text)
    meant = text
    for _ in range(_MOST_REPAIRS):
        more = _to_repair(suspects, parse, meant)
        if not more:
            break
        repairs += more
        found = set(more)
        suspects = [s for s in suspects if s not in found]
        meant = lexical.repaired(meant, more)
        parse = _parse(file, meant)
    findings = [*cleaned.diagnostics, *lexical.report(file, text, repairs), *parse.findings]
    if parse.fault is not None:
        explained = explain(file, meant, parse.fault, parse.spans)
        # A second fault of a line that has one already is most likely the same cause once more.
        if explained.place.line not in {finding.place.line for finding in findings}:
            findings.append(explained)
        return Outcome(None, _by_place(findings))
    findings += _lost_after_hash(file, meant, parse)
    return Outcome(parse.root, _by_place(findings))


def _by_place(findings: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(findings, key=lambda d: d.place))


@dataclass(slots=True)
class _Parse:
    """What one pass over the text gave."""

    root: Mapping | None = None
    findings: list[Diagnostic] = field(default_factory=list)
    scalars: list[Scalar] = field(default_factory=list)
    fault: Fault | None = None

    @property
    def spans(self) -> list[Span]:
        """Where the scalars stand: asked for only when something may be wrong."""
        return [Span(*scalar) for scalar in self.scalars]


def _parse(file: str, text: str) -> _Parse:
    builder = TreeBuilder(file, text)
    try:
        loader = _FAST_LOADER(text)
        try:
            while builder.take(loader.get_event()):
                pass
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        return _Parse(None, builder.findings, builder.scalars, Fault.of(_second_opinion(text, error)))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return _Parse(None, builder.findings, builder.scalars, Fault(str(error), "", None, None))
    return _Parse(builder.root, builder.findings, builder.scalars)


def _second_opinion(text: str, first: yaml.MarkedYAMLError) -> yaml.MarkedYAMLError:
    """Return what the Python loader says of a text that libyaml refused: it names what it found."""
    if len(text) > _MOST_FOR_SECOND_OPINION or _FAST_LOADER is yaml.SafeLoader:
        return first
    # It refuses tabs between words, which libyaml and people take for blanks.
    text = _TAB_AFTER_TEXT.sub(lambda blanks: " " * len(blanks[0]), text)
    try:
        for _ in yaml.parse(text, Loader=yaml.SafeLoader):
            pass
    except yaml.MarkedYAMLError as second:
        if second.problem_mark and first.problem_mark and second.problem_mark.line == first.problem_mark.line:
            return second
    except (yaml.YAMLError, ValueError, RecursionError):
        pass
    return first


def _to_repair(suspects: list[lexical.Suspect], parse: _Parse, text: str) -> list[lexical.Suspect]:
    """Return the suspects that surely are at fault: those that broke the syntax or became part of a value's start."""
    if not suspects:
        return []
    if parse.fault is None:
        starts = {span.start for span in parse.spans if span.is_plain}
        return [
            s
            for s in suspects
            if (s.code == "F009" and s.start in starts)
            or (s.code == "F008" and any(position in starts for position in range(s.start, s.end)))
        ]
    last_line = parse.fault.last_line
    inside = [(span.start, span.end) for span in parse.spans if not span.is_plain]
    outside = [s for s in suspects if not any(start < s.start < end for start, end in inside)]
    on_the_line = [s for s in outside if s.line == parse.fault.problem_line]
    if on_the_line:
        outside = outside[outside.index(on_the_line[0]) :]
    chosen: list[lexical.Suspect] = []
    for suspect in outside:
        follows = chosen and suspect.code == chosen[-1].code and suspect.line <= chosen[-1].line + 1
        if suspect.line <= last_line or (follows and chosen[-1].line >= last_line):
            chosen.append(suspect)
    return chosen + _of_the_same_list(chosen, outside, text)


def _of_the_same_list(
    chosen: list[lexical.Suspect], outside: list[lexical.Suspect], text: str
) -> list[lexical.Suspect]:
    """Return the later items of a list whose dashes are at fault: same column, nothing further left between them."""
    if not chosen or chosen[-1].code != "F009":
        return []
    last = chosen[-1]
    column = last.start - text.rfind("\n", 0, last.start)
    end = next(
        (m.start() for m in re.compile(rf"^ {{0,{max(0, column - 2)}}}[^\s]", re.MULTILINE).finditer(text, last.end)),
        None,
    )
    return [
        s
        for s in outside
        if s.start > last.start
        and s.code == last.code
        and (end is None or s.start < end)
        and s.start - text.rfind("\n", 0, s.start) == column
    ]


_HASH = re.compile(r"(?<=[ \t])#(?=[\w№«„“\"'(])")


def _lost_after_hash(file: str, text: str, parse: _Parse) -> Iterator[Diagnostic]:
    """Refuse «учитель #1 категории»: YAML drops what follows a glued «#», and the document would print the rest alone.

    A comment has a blank after its sign.
    """
    matches = list(_HASH.finditer(text))
    if not matches:
        return
    remaining = iter(parse.spans)
    span: Span | None = next(remaining, None)
    before: Span | None = None
    for match in matches:
        position = match.start()
        while span is not None and span.start <= position:
            before, span = span, next(remaining, None)
        line_start = text.rfind("\n", 0, position) + 1
        if not text[line_start:position].strip() or before is None:
            continue
        if position < before.end:
            continue
        between = text[before.end : position]
        after_plain = before.is_plain and not before.is_key and not between.strip(_PLAIN_GAP)
        is_empty_value = before.is_key and between.strip() in (":", "")
        if "\n" in between or not (after_plain or is_empty_value):
            continue
        yield Diagnostic(
            "F028",
            Severity.ERROR,
            f"текст после знака # теряется: {short(rest_of_line(text, position))}",
            Place(
                file, text.count("\n", 0, position) + 1, position - line_start + 1, len(rest_of_line(text, position))
            ),
            "возьмите значение в кавычки; если это примечание, поставьте после # пробел",
        )


_PLAIN_GAP = " \t"
