"""Whatever an author types, he gets a template or the reason why not."""

from __future__ import annotations

from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from actgen.docx import FillFault, TemplateFault, compile, fill, golden_text
from actgen.docx.checks import find_defects
from tests.docx.making import make_docx, trimmed

PIECES = st.sampled_from(
    [
        *(
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "#}",
            "{{ а }}",
            "{{ п.б }}",
            "{{r а }}",
            "{{p а }}",
            "{%p if а %}",
            "{%p else %}",
        ),
        *(
            "{%p endif %}",
            "{%p for п in пары %}",
            "{%p endfor %}",
            "{%tr for п in пары %}",
            "{%tr endfor %}",
            "{% if а %}",
        ),
        *("{% endif %}", "{% for п in пары %}", "{% endfor %}", "{%tc for п in пары %}", "{%tc endfor %}", "{% vm %}"),
        *(
            "{% colspan 2 %}",
            "{% cellbg а %}",
            "{% hm %}",
            "{%-",
            "-%}",
            "{_{",
            "}_}",
            "а",
            " ",
            "<",
            "&",
            "'",
            '"',
            "{",
            "}",
        ),
        *(
            "{% set к = а %}",
            "{{ к }}",
            "{{ loop.index }}",
            "{{ а|upper }}",
            "{{ пары|length }}",
            "{{ 1/0 }}",
            "{%p",
            "|",
            ".",
        ),
    ]
)
TEXT = st.lists(PIECES, max_size=6).map("".join)
WORDS = {"а": "1", "п": {"б": "2"}, "пары": [{"б": "3"}, {"б": "4"}], "к": "5"}


@settings(max_examples=120, deadline=None)
@given(st.lists(TEXT, max_size=5), st.lists(TEXT, min_size=4, max_size=4), TEXT)
def test_template_is_compiled_or_refused(lines: list[str], cells: list[str], header: str) -> None:
    def change(document: Document) -> None:
        table = document.add_table(2, 2)
        for cell, text in zip(table._cells, cells, strict=True):
            cell.text = text
        document.sections[0].header.paragraphs[0].text = header

    try:
        template = compile(trimmed(make_docx(*lines, change=change)))
    except TemplateFault as fault:
        assert all(d.code.startswith("W0") and d.message for d in fault.diagnostics)
        return
    try:
        filled = fill(template, WORDS)
    except FillFault as fault:
        assert all(d.code in ("W010", "W011", "W013") for d in fault.diagnostics)
        return
    # A {% colspan %} may ask for more columns than there are; what data hold may look like a tag.
    assert golden_text(filled)
    assert [d.message for d in find_defects(filled, "x.docx") if d.code not in ("W042", "W045")] == []
