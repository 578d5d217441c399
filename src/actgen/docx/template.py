"""A template compiled: what it needs to be filled, and which words it reads where."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actgen.docx.archive import PackedMember

if TYPE_CHECKING:
    from types import CodeType

    from jinja2 import Template as JinjaTemplate

    from actgen.expressions import WordPath


FILENAME = "<template>"
"""The file name of compiled code, by which errors in it are known."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A word that the template reads, and where: «таблица 1, строка 2, ячейка 3»; `around` quotes the text there."""

    path: WordPath
    where: str
    around: str = ""


@dataclass(frozen=True)
class LivePart:
    """A part that changes with the words.

    `name` is its member; `code` is what Jinja compiled; `places` gives by the line of a tag its place and the words
    around; `repairs` is a set of `markup.Repair`; `before` and `after` are the text around what is rendered.
    """

    name: str
    label: str
    code: CodeType = field(repr=False)
    places: Mapping[int, tuple[str, str]] = field(repr=False)
    repairs: int
    before: str = field(repr=False)
    after: str = field(repr=False)

    @cached_property
    def jinja(self) -> JinjaTemplate:
        """The compiled code, run once in a process; it holds no data."""
        from jinja2 import Template as JinjaTemplate  # noqa: PLC0415

        from actgen.docx.printing import printing_environment  # noqa: PLC0415

        return JinjaTemplate.from_code(printing_environment(), self.code, {})


@dataclass(frozen=True)
class Template:
    """A template ready to be filled any number of times, by any number of threads: it holds no data.

    `digest` is the SHA-256 of its file in hex; `file` is the name that messages show. The rest serves `fill`: the
    parts that change, the packed members that do not, the bytes of those that a picture or a list may change, and the
    template's own bytes when docxtpl must fill it as a whole.
    """

    file: str
    digest: str
    placeholders: tuple[Placeholder, ...] = field(repr=False)
    parts: tuple[LivePart, ...] = field(repr=False)
    members: Mapping[str, PackedMember] = field(repr=False)
    texts: Mapping[str, bytes] = field(repr=False)
    whole: bytes = field(repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        # Compiled code cannot be pickled; a pool of processes hands the template on as the cache keeps it.
        import marshal  # noqa: PLC0415

        return _unpickled, (marshal.dumps(as_plain(self)), self.file)

    @cached_property
    def used(self) -> frozenset[WordPath]:
        """Every word that the template reads."""
        return frozenset(p.path for p in self.placeholders)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every member of the filled document, but for pictures that words bring."""
        return frozenset(self.members) | {part.name for part in self.parts}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The names in the order of a canonical document."""
        from actgen.docx.archive import sorted_names  # noqa: PLC0415

        return tuple(sorted_names(self.names))


def compile(content: bytes, *, file: str = "template.docx", cache: Path | None = None) -> Template:
    """Return the template of a DOCX.

    Args:
        content: The bytes of the file.
        file: Its path as messages show it.
        cache: A folder of the user's own in which what is compiled is kept; never one in a workspace.

    Raises:
        TemplateFault: It cannot be opened, its tags cannot be read, or it holds what no template may; every reason
            has its place.
    """
    digest = hashlib.sha256(content).hexdigest()
    if cache is not None:
        from actgen.docx.cache import load_template  # noqa: PLC0415

        known = load_template(cache, digest, file)
        if known is not None:
            return known
    from actgen.docx.compiling import compile_template  # noqa: PLC0415

    template = compile_template(content, digest, file)
    if cache is not None:
        from actgen.docx.cache import keep_template  # noqa: PLC0415

        keep_template(cache, template)
    return template


def _unpickled(kept: bytes, file: str) -> Template:
    import marshal  # noqa: PLC0415

    return from_plain(marshal.loads(kept), file)


def as_plain(template: Template) -> tuple[Any, ...]:
    """Return the template as tuples of what `marshal` knows, without its file name."""
    return (
        template.digest,
        tuple((p.path, p.where, p.around) for p in template.placeholders),
        tuple((p.name, p.label, p.code, dict(p.places), p.repairs, p.before, p.after) for p in template.parts),
        tuple((name, m.local, m.central) for name, m in template.members.items()),
        dict(template.texts),
        template.whole,
    )


def from_plain(plain: tuple[Any, ...], file: str) -> Template:
    """Return the template of what `as_plain` gave."""
    digest, placeholders, parts, members, texts, whole = plain
    return Template(
        file,
        digest,
        tuple(Placeholder(*p) for p in placeholders),
        tuple(LivePart(*p) for p in parts),
        {name: PackedMember(local, central) for name, local, central in members},
        texts,
        whole,
    )
