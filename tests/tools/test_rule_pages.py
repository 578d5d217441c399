from __future__ import annotations

from tools.write_rule_pages import FOLDER, rule_pages


def test_the_pages_of_docs_are_those_of_the_rules() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}

    assert written == dict(rule_pages()), "run: python -m tools.write_rule_pages"
