"""How a word becomes XML: escaped for where it stands, its line feeds turned into line breaks, refused when no text.

These functions are the only way from words into a document: a template is compiled so that each `{{ … }}` passes
through one of them, whatever the author wrote there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol, TypeGuard, cast

from actgen.docx.blanks import FEWEST_RULES, with_controls
from actgen.docx.characters import find_unprinted
from actgen.docx.markup import Context

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

    from actgen.docx.filling import Filling

EACH, PART = "print each", "print part"
"""The filters through which a loop takes its list, and `~` its parts; no author can write such a name."""

OWN_FILTERS = ("с_прописной", "со_строчной")

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'


class ValueFault(Exception):
    """A value that cannot be printed; `code` is of family W, `reason` Russian and without the place."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Drawn(Protocol):
    """A word that is more than text: a signature field, a date field, a picture."""

    def draw(self, filling: Filling) -> str:
        """Return its runs, `<w:r>…</w:r>`, and note in `filling` what else the document then needs."""
        ...


@lru_cache(maxsize=2048)
def _escaped(text: str) -> str:
    # str.isprintable is the fast way to know that nothing odd is inside; it takes U+FFFC and U+FFFD for printable
    # and the no-break space for not, so the slow way has the last word on both.
    if not text.isprintable() or "\ufffc" in text or "\ufffd" in text:
        for _, name in find_unprinted(text):
            raise ValueFault("W012", f"{name} в слове")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def print_text(value: Any, properties: str) -> str:
    """Return the value as it stands inside `<w:t>` of a run with these properties; its blanks are controls."""
    text = print_in_control(value, properties)
    if FEWEST_RULES in text and isinstance(value, str):
        from actgen.docx.filling import current_filling  # noqa: PLC0415

        return with_controls(text, properties, current_filling().next_control)
    return text


def print_in_control(value: Any, properties: str) -> str:
    """Return the value as `print_text`, but for its blanks: a control of the author's stands around it already."""
    if type(value) is not str:
        value = _plain(value)
        if type(value) is not str:
            return _in_text(value, properties)
    text = _escaped(value)
    if "\n" in text:
        text = text.replace("\n", _BREAK)
    if "\t" in text:
        # As docxtpl does it, so that both give the same runs.
        tab = f'</w:t></w:r><w:r>{properties}<w:tab/></w:r><w:r>{properties}<w:t xml:space="preserve">'
        text = text.replace("\t", tab)
    return text


def print_attribute(value: Any, _: str) -> str:
    """Return the value as it stands inside a quoted attribute."""
    return _escaped(_only_text(value)).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")


def print_other(value: Any, _: str) -> str:
    """Return the value as it stands where Word knows no line break: a property, a diagram's label."""
    return _escaped(_only_text(value)).replace("\n", " ").replace("\t", " ")


def print_runs(value: Any, properties: str) -> str:
    """Return the value as runs, for `{{r … }}`: a rich text as it is, a plain text in a run of its own."""
    value = _plain(value)
    if isinstance(value, str):
        return f'<w:r>{properties}<w:t xml:space="preserve">{print_text(value, properties)}</w:t></w:r>'
    return _runs(value)


def print_blocks(value: Any, properties: str) -> str:
    """Return the value as paragraphs, for `{{p … }}`."""
    value = _plain(value)
    if _is_rich(value, "RichTextParagraph"):
        return _listed(value.xml)
    return f"<w:p>{print_runs(value, properties)}</w:p>"


def _in_text(value: Any, properties: str) -> str:
    if _is_rich(value, "Listing"):
        # A listing is escaped text already; what is special in it is its line feeds.
        tab = f'</w:t></w:r><w:r>{properties}<w:tab/></w:r><w:r>{properties}<w:t xml:space="preserve">'
        return str(value.xml).replace("\t", tab).replace("\n", _BREAK)
    if _is_rich(value, "RichText"):
        return f'</w:t></w:r>{_runs(value)}<w:r><w:t xml:space="preserve">'
    return f'</w:t></w:r>{_runs(value, properties)}<w:r>{properties}<w:t xml:space="preserve">'


def _runs(value: Any, properties: str = "") -> str:
    if _is_rich(value, "RichText"):
        return _listed(value.xml)
    from actgen.docx.filling import current_filling  # noqa: PLC0415

    if _is_drawn(value):
        filling = current_filling()
        filling.properties = properties
        return value.draw(filling)
    raise ValueFault("W011", f"слово — {_kind(value)}, а не текст")


def _listed(xml: str) -> str:
    """Return a rich text with its line feeds and tabs as docxtpl puts them in."""
    if "\n" not in xml and "\t" not in xml:
        return xml
    from docxtpl import DocxTemplate  # noqa: PLC0415

    whole = xml if xml.startswith("<w:p>") else f"<w:p>{xml}</w:p>"
    listed: str = DocxTemplate.resolve_listing(None, whole)
    return listed if whole is xml else listed[len("<w:p>") : -len("</w:p>")]


def _plain(value: Any) -> Any:
    """Return text for text and whole numbers, the value itself for what draws itself.

    Raises:
        ValueFault: W011, it is neither.
    """
    kind = type(value)
    if kind is str:
        return value
    if kind is int:
        return str(value)
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, bool) or not (_is_drawn(value) or _is_rich(value, *_RICH)):
        _raise_when_undefined(value)
        raise ValueFault("W011", f"слово — {_kind(value)}, а не текст")
    return value


def _is_drawn(value: object) -> TypeGuard[Drawn]:
    # `isinstance` with a protocol looks at all its members, each time, and cost a tenth of a program.
    return hasattr(type(value), "draw")


_RICH = ("RichText", "RichTextParagraph", "Listing")


def _is_rich(value: object, *names: str) -> bool:
    kind = type(value)
    return kind.__name__ in names and kind.__module__.startswith("docxtpl.")


def _only_text(value: Any) -> str:
    value = _plain(value)
    if not isinstance(value, str):
        raise ValueFault("W011", f"здесь место только тексту, а слово — {_kind(value)}")
    return value


def _raise_when_undefined(value: object) -> None:
    from jinja2 import Undefined  # noqa: PLC0415

    if isinstance(value, Undefined):
        str(value)


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "да или нет"
    if value is None:
        return "пусто"
    if isinstance(value, Mapping):
        return "группа слов"
    if isinstance(value, (list, tuple)):
        return "список"
    if isinstance(value, str):
        return "текст"
    return {
        "int": "число",
        "float": "дробное число",
        "SignatureField": "поле подписи",
        "DateField": "поле даты",
        "Image": "картинка",
    }.get(type(value).__name__, f"значение вида {type(value).__name__}")


PRINTERS: Mapping[Context, tuple[str, Callable[[Any, str], str]]] = {
    # A blank in the name: no author can write such a filter.
    Context.TEXT: ("print text", print_text),
    Context.CONTROL: ("print in control", print_in_control),
    Context.ATTRIBUTE: ("print attribute", print_attribute),
    Context.RUNS: ("print runs", print_runs),
    Context.BLOCKS: ("print blocks", print_blocks),
    Context.OTHER: ("print other", print_other),
}


@lru_cache(maxsize=1)
def printing_environment() -> SandboxedEnvironment:
    """Return the sandbox for templates: it knows the printers, and escapes nowhere else."""
    from jinja2 import StrictUndefined, UndefinedError  # noqa: PLC0415
    from jinja2.utils import missing  # noqa: PLC0415

    from actgen.expressions import sandbox  # noqa: PLC0415

    class NamedUndefined(StrictUndefined):
        """An unknown word that tells its name and what it was looked for in, for did-you-mean."""

        def __init__(self, hint: Any = None, obj: Any = missing, name: Any = None, exc: Any = UndefinedError) -> None:
            def named(message: str | None = None) -> Any:
                return UnknownWord(str(name), obj if obj is not missing else None, message)

            super().__init__(hint, obj, name, cast("Any", named if exc is UndefinedError else exc))

    class UnknownWord(UndefinedError):
        """A word that is not given."""

        def __init__(self, name: str, group: object, message: str | None) -> None:
            super().__init__(message)
            self.name = name
            self.group = group

    # Autoescape is off in the environment and on in each printer: Jinja's own escapes too early, so that
    # `{{ имя|upper }}` would print «&AMP;», and not for the place where the value stands.
    environment = sandbox(autoescape=True).overlay(autoescape=False, undefined=NamedUndefined)
    environment.filters = {
        **environment.filters,
        **{name: _of_text(environment.filters[name]) for name in ("capitalize", "lower", "upper", *OWN_FILTERS)},
        **dict(PRINTERS.values()),
        "join": join_texts,
        EACH: each,
        PART: _only_text,
        "e": _same,
        "escape": _same,
    }
    return environment


def join_texts(values: Any, between: str = "") -> str:
    """Return the texts of a list with something between them; Jinja's own would print any object's `repr`."""
    return between.join(_only_text(value) for value in each(values))


def each(values: Any) -> Any:
    """Return the list for a loop.

    Raises:
        ValueFault: W011, it is none: a text would be gone through letter by letter.
    """
    if not isinstance(values, (list, tuple)):
        _raise_when_undefined(values)
        raise ValueFault("W011", f"здесь место списку, а слово — {_kind(values)}")
    return values


def _of_text(change: Callable[[str], str]) -> Callable[[Any], str]:
    return lambda value: change(_only_text(value))


def _same(value: Any) -> Any:
    """Return the value: everything printed is escaped, once."""
    return value
