"""The look that a school set for all its documents."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from actgen.docx import Layout, apply_layout
from actgen.school import PageStyle, School


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


def laid_out(template: bytes, layout: Layout, cache: Path | None) -> bytes:
    """Return the template with the layout applied, from the cache where it was applied before."""
    if layout == Layout():
        return template
    if cache is None:
        return apply_layout(template, layout)
    kept = cache / f"{sha256(template + repr(layout).encode()).hexdigest()}.docx"
    try:
        return kept.read_bytes()
    except OSError:
        content = apply_layout(template, layout)
    try:
        temporary = kept.with_suffix(".tmp")
        temporary.write_bytes(content)
        temporary.replace(kept)
    except OSError:
        return content  # a cache that cannot be written changes only time
    return content
