"""One live part rendered: Jinja runs, the repairs follow, and an error of any kind names its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from actgen.docx.archive import BODY
from actgen.docx.markup import Repair
from actgen.docx.repair import repair_part

if TYPE_CHECKING:
    from actgen.diagnostics import Diagnostic
    from actgen.docx.filling import Filling
    from actgen.docx.template import LivePart


def render_part(part: LivePart, words: Mapping[str, object], filling: Filling, file: str) -> str:
    """Return the XML of the part with the words in it.

    Raises:
        FillFault: As `fill`.
    """
    from jinja2 import TemplateError  # noqa: PLC0415

    from actgen.docx.faults import FillFault  # noqa: PLC0415
    from actgen.docx.printing import ValueFault  # noqa: PLC0415

    jinja = part.jinja
    try:
        text = "".join(jinja.root_render_func(jinja.new_context(words)))  # type: ignore[arg-type]
    except (TemplateError, ValueFault, TypeError, ValueError, ArithmeticError, RecursionError) as bad:
        raise FillFault([_diagnostic(bad, part, words, file)]) from bad
    repairs = Repair(part.repairs)
    if filling.counts["pictures"]:
        repairs |= Repair.PICTURES
    if repairs:
        text = repair_part(text, repairs, filling, is_body=part.name == BODY)
    return f"{part.before}{text}{part.after}"


def _diagnostic(bad: Exception, part: LivePart, words: Mapping[str, object], file: str) -> Diagnostic:
    from actgen.diagnostics import closest  # noqa: PLC0415
    from actgen.docx.faults import error  # noqa: PLC0415
    from actgen.docx.printing import ValueFault  # noqa: PLC0415

    where, around = _place(bad, part)
    at = f"{where}: «{around}»" if around else where
    name = getattr(bad, "name", None)
    if isinstance(name, str):
        group = getattr(bad, "group", None)
        known = words if group is None else group
        similar = closest(name, map(str, known)) if isinstance(known, Mapping) else None
        tail = f"; похожее: «{similar}»" if similar else ""
        return error("W010", file, f"в шаблоне неизвестное слово «{name}», {at}{tail}", "исправьте слово в шаблоне")
    if isinstance(bad, ValueFault):
        return error(bad.code, file, f"{bad.reason}: {at}")
    return error("W013", file, f"выражение не вычисляется: {at}", "сравнивают текст с текстом, число с числом")


def _place(bad: BaseException, part: LivePart) -> tuple[str, str]:
    """Return place and words around of the tag in which the error arose."""
    from actgen.docx.template import FILENAME  # noqa: PLC0415

    found = (part.label or "текст", "")
    trace = bad.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILENAME:
            line = part.jinja.get_corresponding_lineno(trace.tb_lineno)
            # The line of a loop or condition may be that of a tag further on; the nearest before it is meant.
            known = [at for at in part.places if at <= line]
            if known:
                found = part.places[max(known)]
        trace = trace.tb_next
    return found
