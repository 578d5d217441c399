"""Measure the grammar on the sample tables and write `docs/language.md`.

Run: `python tools/measure_language.py`; the page states accuracy beside two engines used bare, and the doubts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

import pymorphy3  # noqa: E402
from pytrovich import enums  # noqa: E402
from pytrovich.maker import PetrovichDeclinationMaker  # noqa: E402

from actgen.language import DOUBT_KINDS, OBLIQUE_CASES, Case, Gender, Level, decline_name  # noqa: E402
from tests.language.ordinary_names import ordinary_names  # noqa: E402
from tests.language.rows import Row, read_rows  # noqa: E402

PAGE = ROOT / "docs" / "language.md"
TABLES = {
    "names": "фамилии, имена, отчества (общие образцы)",
    "positions": "должности (общие образцы)",
    "organisations": "организации (общие образцы)",
    "hard_names": "трудные имена (свои)",
    "more_positions": "должности (свои)",
    "more_organisations": "организации (свои)",
}
LEVELS = {Level.NOTE: "заметка", Level.DOUBT: "сомнение", Level.ERROR: "ошибка"}

Engine = Callable[[Row, Case], str]

_MORPH = pymorphy3.MorphAnalyzer()
_MAKER = PetrovichDeclinationMaker()
_PYMORPHY_CASES = dict(zip(OBLIQUE_CASES, ("gent", "datv", "accs", "ablt", "loct"), strict=True))
_PARTS = (enums.NamePart.LASTNAME, enums.NamePart.FIRSTNAME, enums.NamePart.MIDDLENAME)


def by_pymorphy(row: Row, case: Case) -> str:
    return " ".join(_pymorphy_word(word, case) for word in row.nominative.split(" "))


def _pymorphy_word(word: str, case: Case) -> str:
    form = _MORPH.parse(word)[0].inflect({_PYMORPHY_CASES[case]})
    if form is None:
        return word
    text = str(form.word)
    if word.isupper() and len(word) > 1:
        return text.upper()
    return text.capitalize() if word[:1].isupper() else text


def by_pytrovich(row: Row, case: Case) -> str:
    gender = enums.Gender.FEMALE if row.gender is Gender.FEMININE else enums.Gender.MALE
    words = row.nominative.split(" ")
    return " ".join(
        _MAKER.make(part, gender, enums.Case[case.name], word) for part, word in zip(_PARTS, words, strict=False)
    ) + "".join(f" {word}" for word in words[3:])


def share(engine: Engine, rows: list[Row], cases: tuple[Case, ...]) -> str:
    """Return the share of rows that are right in all of the cases."""
    right = sum(all(engine(row, case) in row.accepted[case] for case in cases) for row in rows)
    return f"{100 * right / len(rows):.1f}".replace(".", ",")


def table_section(table: str) -> list[str]:
    rows = list(read_rows(table))
    engines: dict[str, Engine] = {"actgen": lambda row, case: row.decline(table, case).text}
    engines["pymorphy3 по словам"] = by_pymorphy
    if "names" in table:
        engines["pytrovich без поправок"] = by_pytrovich
    doubted = [row for row in rows if any(row.decline(table, case).doubts for case in OBLIQUE_CASES)]
    silent = [row for row in rows if row not in doubted and row.wrong_forms(table)]
    lines = [f"### {table}.tsv — {TABLES[table]}", ""]
    lines.append(f"Строк: {len(rows)}; с сомнениями: {len(doubted)}; неверных без сомнения: {len(silent)}.")
    lines += ["", f"| падеж | {' | '.join(engines)} |", "|---|" + "---:|" * len(engines)]
    for name, cases in [*((case.russian, (case,)) for case in OBLIQUE_CASES), ("**вся строка**", OBLIQUE_CASES)]:
        shares = " | ".join(share(engine, rows, cases) for engine in engines.values())
        lines.append(f"| {name} | {shares} |")
    return [*lines, ""]


def speed_section() -> list[str]:
    """Time every form of every table: first asking, words not yet met, dictionaries loaded."""
    lines = ["## Скорость", "", "| таблица | форм | мкс на форму |", "|---|---:|---:|"]
    for table in TABLES:
        rows = list(read_rows(table))
        for row in rows[:1]:
            row.decline(table, Case.GENITIVE)
        start = time.perf_counter()
        for row in rows:
            for case in OBLIQUE_CASES:
                row.decline(table, case)
        forms = len(rows) * len(OBLIQUE_CASES)
        lines.append(f"| {table}.tsv | {forms} | {1e6 * (time.perf_counter() - start) / forms:.0f} |")
    note = "Время одного прогона на общей машине разработки; на нём ничего не проверяется."
    return [*lines, "", note, ""]


def doubts_section() -> list[str]:
    names = ordinary_names()
    doubted = [name for name in names if any(decline_name(name, case).doubts for case in OBLIQUE_CASES)]
    lines = [
        "## Сомнения",
        "",
        "Форма с сомнением не печатается, пока её не подтвердит человек. Без сомнения печатается сразу.",
        f"На {len(names)} обычных полных именах («Иванова Мария Петровна» и подобные) сомнений: {len(doubted)}.",
        "",
        "| код | имя в коде | вес | что значит | что делать |",
        "|---|---|---|---|---|",
    ]
    for kind in DOUBT_KINDS:
        lines.append(f"| {kind.code} | {kind.name} | {LEVELS[kind.level]} | {kind.reason} | {kind.advice} |")
    return [*lines, ""]


def page() -> str:
    speed = speed_section()  # first, while nothing is remembered
    lines = [
        "# Русский язык в актах: что измерено",
        "",
        "Страницу пишет `tools/measure_language.py` по таблицам `tests/language/samples/`. Форма верна, если совпала",
        "до буквы: заглавные, ё, пробелы. В таблицах — доля верных строк, %.",
        "",
        "Общие образцы даны проекту. Свои таблицы (`hard_names`, `more_positions`, `more_organisations`) составлены",
        "при разработке: формы дала программа, их вычитали по одной по правилам грамматики. Поэтому 100 % в них значит",
        "«не стало хуже», а не точность на новых словах.",
        "",
        "## Точность",
        "",
    ]
    for table in TABLES:
        lines += table_section(table)
    lines += doubts_section()
    lines += speed
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"написано: {PAGE.relative_to(ROOT)}")
