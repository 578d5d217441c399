"""Fields that people fill: a line to sign on, by pen or by double click, and a date.

Source: VML signature line, ECMA-376 part 4, `o:signatureline`; the identifier of КриптоПро's provider is read in the
sources of ONLYOFFICE.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actgen.docx.blanks import DATE_BLANK_IN_WORDS, date_control
from actgen.docx.pictures import rule_png
from actgen.docx.printing import print_attribute, print_other

if TYPE_CHECKING:
    from actgen.docx.filling import Filling

MICROSOFT_PROVIDER = "{00000000-0000-0000-0000-000000000000}"
CRYPTOPRO_PROVIDER = "{F5AC7D23-DA04-45F5-ABCB-38CE7A982553}"

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://actgen.example/signature-line")
_VML = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_ALT = "Место для подписи: "


@dataclass(frozen=True, slots=True)
class SignatureField:
    """A line to sign on, written in a template as `{{ подпись.директор.линия }}`.

    It prints as a rule; Word and LibreOffice sign it by double click and draw the signature into its box.

    Attributes:
        role: Who signs, as golden texts show it and as the alt text says: «директор».
        signer: The name that the editor suggests: «И.О. Фамилия».
        position: The position that it suggests.
        document_id: With `role`, what the line's GUID is made of: the same in every build.
        provider: GUID of the signature provider; zeros are Microsoft's own.
        width_points: At least 120, or the mark of a signature is not readable.
        height_points: Half of the width keeps the mark's proportions.
    """

    role: str
    signer: str
    position: str
    document_id: str
    provider: str = MICROSOFT_PROVIDER
    width_points: int = 120
    height_points: int = 60

    @property
    def guid(self) -> str:
        """The line's identifier, by which a signature names it."""
        return _guid(self.document_id, self.role)

    def draw(self, filling: Filling) -> str:
        """Return the run with the signature line.

        A role that signs twice in a document, as on an act and on its annex, has a GUID for each line.
        """
        relation = filling.relate_picture(rule_png(self.width_points, self.height_points), "png")
        key = (self.document_id, self.role)
        filling.counts[key] += 1
        filling.counts["lines"] += 1
        number = filling.counts[key]
        guid = self.guid if number == 1 else _guid(self.document_id, f"{self.role}/{number}")
        size = f"width:{self.width_points}pt;height:{self.height_points}pt"
        return (
            f'<w:r><w:pict {_VML}><v:shape id="actgen_line_{filling.counts["lines"]}" '
            f'alt="{print_attribute(_ALT + self.role, "")}" style="{size}">'
            f'<v:imagedata r:id="{relation}" o:title=""/>'
            '<o:lock v:ext="edit" ungrouping="t" rotation="t" cropping="t" verticies="t" text="t" grouping="t"/>'
            f'<o:signatureline v:ext="edit" id="{guid}" provid="{print_attribute(self.provider, "")}" '
            f'o:suggestedsigner="{print_attribute(self.signer, "")}" '
            f'o:suggestedsigner2="{print_attribute(self.position, "")}" allowcomments="t" issignatureline="t"/>'
            "</v:shape></w:pict></w:r>"
        )


@dataclass(frozen=True, slots=True)
class DateField:
    """A date to be written by pen, or picked in Word: it prints as its text; `role` says whose date it is."""

    role: str
    text: str = DATE_BLANK_IN_WORDS

    def draw(self, filling: Filling) -> str:
        """Return the date control; LibreOffice keeps it, but for its tag."""
        text, role = print_other(self.text, ""), print_attribute(self.role, "")
        return date_control(text, filling.properties, filling.next_control(), whose=role)


def _guid(document_id: str, role: str) -> str:
    return "{" + str(uuid.uuid5(_NAMESPACE, f"{document_id}/{role}")).upper() + "}"
