"""The craft of Word documents: a template compiled once, filled for many words, always the same bytes."""

from actgen.docx.archive import ArchiveFault
from actgen.docx.blanks import DATE_BLANK, DATE_BLANK_IN_WORDS, NUMBER_BLANK
from actgen.docx.canonical import canonical
from actgen.docx.characters import find_unprinted
from actgen.docx.faults import FillFault, TemplateFault
from actgen.docx.fill import fill
from actgen.docx.page_layout import Layout, apply_layout
from actgen.docx.pages import Page, document_pages
from actgen.docx.pictures import Image
from actgen.docx.signature_fields import CRYPTOPRO_PROVIDER, MICROSOFT_PROVIDER, DateField, SignatureField
from actgen.docx.template import Placeholder, Template, compile
from actgen.docx.text import DocumentReader, Line, document_lines, golden_text, plain_text, table_rows

__all__ = [
    "CRYPTOPRO_PROVIDER",
    "DATE_BLANK",
    "DATE_BLANK_IN_WORDS",
    "MICROSOFT_PROVIDER",
    "NUMBER_BLANK",
    "ArchiveFault",
    "DateField",
    "DocumentReader",
    "FillFault",
    "Image",
    "Layout",
    "Line",
    "Page",
    "Placeholder",
    "SignatureField",
    "Template",
    "TemplateFault",
    "apply_layout",
    "canonical",
    "compile",
    "document_lines",
    "document_pages",
    "fill",
    "find_unprinted",
    "golden_text",
    "plain_text",
    "table_rows",
]
