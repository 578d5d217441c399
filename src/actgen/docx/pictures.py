"""Pictures that a document draws itself: the rule to sign on, and a picture given as a word."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from actgen.docx.printing import ValueFault, print_attribute

if TYPE_CHECKING:
    from actgen.docx.filling import Filling

_DOTS_PER_POINT = 300 / 72
_RULE_POINTS = 0.7
_RULE_ABOVE_EDGE_POINTS = 0.7
"""The box stands on the line of the text beside it: so does the rule."""
_EMU_PER_TWIP = 635
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_BLACK, _WHITE = b"\x00", b"\xff"


@lru_cache(maxsize=8)
def rule_png(width_points: int, height_points: int) -> bytes:
    """Return a white box with a rule near its lower edge: PNG, one bit a pixel, 300 dots an inch, opaque.

    Transparency would break PDF/A-1; the room above the rule is for the pen.
    """
    width, height = round(width_points * _DOTS_PER_POINT), round(height_points * _DOTS_PER_POINT)
    thickness = max(1, round(_RULE_POINTS * _DOTS_PER_POINT))
    lowest = height - round(_RULE_ABOVE_EDGE_POINTS * _DOTS_PER_POINT)
    row_bytes = (width + 7) // 8
    rows = b"".join(
        b"\0" + (_BLACK if lowest - thickness <= row < lowest else _WHITE) * row_bytes for row in range(height)
    )
    dots_per_metre = round(_DOTS_PER_POINT * 72 / 0.0254)
    return b"".join(
        (
            _PNG,
            _chunk(b"IHDR", struct.pack(">2L5B", width, height, 1, 0, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">2LB", dots_per_metre, dots_per_metre, 1)),
            _chunk(b"IDAT", zlib.compress(rows, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that may stand for a word: PNG or JPEG, its size on the page in twips, what it shows in words."""

    data: bytes
    width_twips: int
    height_twips: int
    description: str = ""

    def draw(self, filling: Filling) -> str:
        """Return the run with the picture.

        Raises:
            ValueFault: W011, the data are neither PNG nor JPEG.
        """
        if not self.data.startswith((_PNG, _JPEG)):
            raise ValueFault("W011", "картинка — не PNG и не JPEG")
        extension = "png" if self.data.startswith(_PNG) else "jpeg"
        relation = filling.relate_picture(self.data, extension)
        filling.counts["pictures"] += 1
        number = filling.counts["pictures"]
        size = f'cx="{self.width_twips * _EMU_PER_TWIP}" cy="{self.height_twips * _EMU_PER_TWIP}"'
        shown = f' descr="{print_attribute(self.description, "")}"' if self.description else ""
        # The same elements as python-docx makes, so that docxtpl's own picture is equal.
        return (
            '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
            ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
            ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
            ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            f'<wp:extent {size}/><wp:docPr id="{number}" name="Picture {number}"{shown}/>'
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f'<pic:cNvPr id="0" name="image.{extension}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        )
