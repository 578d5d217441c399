"""The look that a school set for all its documents."""

from __future__ import annotations

from hashlib import sha256

from actgen.docx import Layout, apply_layout
from actgen.school import PageStyle, School
from actgen.workflow.cache import kept
from actgen.workflow.quick import program_digest


def page_layout(school: School) -> Layout:
    """Return family, size and margins that the school set, ГОСТ Р 7.0.97-2025 where it set none."""
    page = vars(school.settings).get("page") or PageStyle()
    margins = page.margins
    return Layout(
        font=page.font,
        size_points=page.size_points,
        left_mm=margins.left,
        right_mm=margins.right,
        top_mm=margins.top,
        bottom_mm=margins.bottom,
    )


def laid_out(template: bytes, layout: Layout) -> bytes:
    """Return the template with the layout applied, from the cache where it was applied before."""
    if layout == Layout():
        return template
    digest = sha256(template + f"{program_digest()} {layout!r}".encode()).hexdigest()
    return kept(f"{digest}.layout", lambda: apply_layout(template, layout))
