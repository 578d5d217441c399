"""Write `docs/rules/`: the page of every rule and of every code of templates, and the list of all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from actgen.docx.codes import CODES, code_page
from actgen.rules import page
from actgen.workflow import rule_lines

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rules"


def rule_pages() -> Mapping[str, str]:
    """Return the text of every file of `docs/rules/` by its name."""
    lines = rule_lines()
    rows = "".join(
        f"| [{line.code}]({line.code}.md) | {line.severity} | {line.title} | {line.basis}{line.validity} |\n"
        for line in lines
    )
    readme = (
        "# Правила\n\n"
        "Этот список и страницы пишет `tools/write_rule_pages.py` из страниц при правилах; руками их не правят.\n"
        "D — данные, S — состав комплекта, W — готовый текст, V — вернувшиеся файлы.\n\n"
        "| код | вес | что не так | основание |\n|---|---|---|---|\n" + rows + "\n## Шаблоны и готовые файлы Word\n\n"
        "Эти коды даёт чтение шаблонов и проверка готовых файлов; вес каждого — ошибка.\n\n"
        "| код | что не так |\n|---|---|\n"
        + "".join(f"| [{code}]({code}.md) | {of.title} |\n" for code, of in CODES.items())
    )
    of_templates = {f"{code}.md": code_page(code) or "" for code in CODES}
    return {"README.md": readme, **{f"{line.code}.md": page(line.code) or "" for line in lines}, **of_templates}


def write() -> None:
    """Make the folder hold exactly these files."""
    pages = rule_pages()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in FOLDER.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (FOLDER / name).write_bytes(text.encode())


if __name__ == "__main__":
    write()
