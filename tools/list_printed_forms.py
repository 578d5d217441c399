"""Write `docs/printed-forms.md`: every oblique form that the shipped workspaces print, with the words around it.

Run: `python tools/list_printed_forms.py`; a person reads the page line by line. Each document is filled and read back
from the DOCX, so the page shows what is printed, not what was asked of the grammar.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src")]

from actgen import check_workspace  # noqa: E402
from actgen.docx import fill  # noqa: E402
from actgen.docx.text import document_lines  # noqa: E402
from actgen.language import AskedForm, Declined, Kind  # noqa: E402
from actgen.language.initials import shorten  # noqa: E402
from actgen.plan import Document  # noqa: E402
from actgen.workflow import Checked  # noqa: E402

PAGE = ROOT / "docs" / "printed-forms.md"
WORKSPACES = (".", *(f"examples/{folder.name}" for folder in sorted((ROOT / "examples").iterdir()) if folder.is_dir()))
AROUND = 4  # words on either side: enough to see what governs the case

HEAD = """\
# Напечатанные формы

Страницу пишет `tools/list_printed_forms.py`: каждая косвенная форма имени, должности и организации, которую
печатают документы наших папок, и слова вокруг неё, прочитанные из готовых DOCX; ¶ — граница абзаца или ячейки.
Одинаковые места показаны один раз.
Страницу читает человек, строка за строкой: управление, падеж, род, ё. Тест сверяет её с документами, так что новая
форма видна в изменениях и читается до того, как войдёт в основную ветку.
"""


def page() -> str:
    """Return the whole page."""
    lines = [HEAD]
    for workspace in WORKSPACES:
        checked = check_workspace(ROOT / workspace)
        lines += ["", f"## {'корень' if workspace == '.' else workspace}", "", *forms_of(checked)]
    return "\n".join(lines) + "\n"


def forms_of(checked: Checked) -> Iterator[str]:
    """Yield a line for each form of each nominative, and under it a line for each place."""
    printed = [printed_text(checked, document) for document in checked.plan.documents]
    by_nominative: dict[tuple[str, str], dict[str, list[str]]] = {}
    for asked in checked.forms.asked():
        key = (asked.key.kind, asked.key.text)
        for form in printed_as(asked):
            by_nominative.setdefault(key, {}).setdefault(form, []).append(asked.key.case)
    for (kind, nominative), cases_by_form in by_nominative.items():
        yield f"- **{nominative}** ({kind})"
        for form, cases in cases_by_form.items():
            places = sorted({place for text in printed for place in places_of(form, text)})
            if not places:
                continue
            yield f"  - {form} — {', '.join(cases)}"
            yield from (f"    - {place}" for place in places)


def printed_text(checked: Checked, document: Document) -> str:
    """Return a document's paragraphs and cells with plain blanks, « ¶ » between them."""
    content = fill(checked.templates[document.planned.kind.stem], document.words)
    pieces = (text for line in document_lines(content) for text in line.cells or (line.text,))
    return " ¶ ".join(" ".join(piece.split()) for piece in pieces)


def printed_as(asked: AskedForm) -> tuple[str, ...]:
    """Return the form itself and, for a name, both forms with initials, where they differ from the nominative."""
    nominative = Declined(asked.key.text)
    pairs = [(nominative, asked.declined)]
    if asked.key.kind == Kind.NAME.value:
        for leads in (True, False):
            short, short_form = (shorten(asked.key.text, form, surname_leads=leads) for form in pairs[0])
            pairs.append((short, short_form))
    return tuple(" ".join(form.text.split()) for plain, form in pairs if form.text != plain.text)


def places_of(form: str, text: str) -> Iterator[str]:
    """Yield the words around each occurrence of a form in a text."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text):
        before, after = text[: match.start()].split(" ")[-AROUND - 1 :], text[match.end() :].split(" ")[: AROUND + 1]
        yield f"{' '.join(before)}**{form}**{' '.join(after)}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
