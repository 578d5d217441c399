"""The craft of Word documents: a template compiled once, filled for many words, always the same bytes."""

from actgen.docx.archive import ArchiveFault
from actgen.docx.blanks import DATE_BLANK, DATE_BLANK_IN_WORDS, NUMBER_BLANK
from actgen.docx.cache import versions
from actgen.docx.canonical import canonical
from actgen.docx.canonical_text import CanonicalText, canonical_text
from actgen.docx.characters import find_unprinted
from actgen.docx.comparing import Difference, differences, differences_on_pages, likeness, likeness_on_pages
from actgen.docx.faults import FillFault, TemplateFault
from actgen.docx.fill import fill
from actgen.docx.fonts import named_fonts
from actgen.docx.package_signature import package_signatures
from actgen.docx.page_layout import Layout, apply_layout
from actgen.docx.pages import Page, document_pages
from actgen.docx.pictures import Image
from actgen.docx.signature_fields import CRYPTOPRO_PROVIDER, MICROSOFT_PROVIDER, DateField, SignatureField
from actgen.docx.template import Placeholder, Template, compile
from actgen.docx.text import Line, QuickReader, document_lines, golden_text, plain_text, table_rows
from actgen.docx.traces import TRACKED, UNSEEN, Trace, TraceKind, find_traces

__all__ = [
    "CRYPTOPRO_PROVIDER",
    "DATE_BLANK",
    "DATE_BLANK_IN_WORDS",
    "MICROSOFT_PROVIDER",
    "NUMBER_BLANK",
    "TRACKED",
    "UNSEEN",
    "ArchiveFault",
    "CanonicalText",
    "DateField",
    "Difference",
    "FillFault",
    "Image",
    "Layout",
    "Line",
    "Page",
    "Placeholder",
    "QuickReader",
    "SignatureField",
    "Template",
    "TemplateFault",
    "Trace",
    "TraceKind",
    "apply_layout",
    "canonical",
    "canonical_text",
    "compile",
    "differences",
    "differences_on_pages",
    "document_lines",
    "document_pages",
    "fill",
    "find_traces",
    "find_unprinted",
    "golden_text",
    "likeness",
    "likeness_on_pages",
    "named_fonts",
    "package_signatures",
    "plain_text",
    "table_rows",
    "versions",
]
