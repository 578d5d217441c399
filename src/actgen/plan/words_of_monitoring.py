"""Words of the monitoring (показатели): computed indicators by groups, bars to draw, marks of two waves."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from actgen.acts import ActKinds
from actgen.plan.indicators import (
    PER_CENT,
    Indicator,
    IndicatorGroup,
    WaveMean,
    decimal_text,
    indicator_groups,
    wave_means,
)
from actgen.plan.tree import Items, Later, Tree, leaf
from actgen.plan.words_of_people import text_leaf
from actgen.school import School

BAR_CELLS = 10
"""How many cells a bar of the template has."""

_LINE: Mapping[str, Tree] = {name: leaf("") for name in ("номер", "название", "единица", "план", "факт")}
_GROUP: Mapping[str, Tree] = {"номер": leaf(1), "название": leaf(""), "строки": Items((), _LINE)}
_BAR: Mapping[str, Tree] = {"название": leaf(""), "клеток": leaf(0), "значение": leaf("")}
_WAVE: Mapping[str, Tree] = {
    **{name: leaf("") for name in ("номер", "вопрос", "вход", "выход", "изменение", "ответов")},
    "клеток_вход": leaf(0),
    "клеток_выход": leaf(0),
}


def monitoring_words(school: School, kinds: ActKinds) -> Mapping[str, Tree]:
    """Return the words of the monitoring; `есть` is yes when the year has anything to sum up."""
    has_facts = bool(
        any(pair.result is not None for pair in school.pairs)
        or (school.year_work.indicators or school.year_work.report is not None)
    )

    @cache
    def groups() -> tuple[IndicatorGroup, ...]:
        return indicator_groups(school)

    return Later(
        {
            "есть": lambda: leaf(has_facts),
            "группы": lambda: Items(tuple(_group(group, number) for number, group in enumerate(groups(), 1)), _GROUP),
            "диаграмма": lambda: Items(
                tuple(_bar(one) for group in groups() for one in group.indicators if one.share is not None), _BAR
            ),
            "анкеты": lambda: Items(
                tuple(_wave(found, number) for number, found in enumerate(wave_means(school, kinds), 1)), _WAVE
            ),
        }
    )


def _group(group: IndicatorGroup, number: int) -> Mapping[str, Tree]:
    lines = tuple(
        {
            "номер": leaf(f"{number}.{position}", *one.places),
            "название": text_leaf(one.title, *one.places),
            "единица": text_leaf(one.unit, *one.places),
            "план": text_leaf(one.planned or "—", *one.places),
            "факт": text_leaf(one.actual, *one.places),
        }
        for position, one in enumerate(group.indicators, start=1)
    )
    return {"номер": leaf(number), "название": leaf(group.title), "строки": Items(lines, _LINE)}


def _bar(indicator: Indicator) -> Mapping[str, Tree]:
    share = indicator.share or Decimal(0)
    title = indicator.title if indicator.unit == PER_CENT else f"{indicator.title}: факт к плану"
    return {
        "название": text_leaf(title, *indicator.places),
        "клеток": leaf(cells_of(share, Decimal(100)), *indicator.places),
        "значение": leaf(f"{decimal_text(share)}\u00a0%", *indicator.places),
    }


def cells_of(value: Decimal, whole: Decimal) -> int:
    """Return how many cells of a bar are filled: none only for nothing, all only for the whole or more.

    >>> [cells_of(Decimal(share), Decimal(100)) for share in (0, 1, 66, 99, 120)]
    [0, 1, 7, 9, 10]
    """
    if value <= 0:
        return 0
    if value >= whole:
        return BAR_CELLS
    cells = int((value * BAR_CELLS / whole).quantize(Decimal(1), ROUND_HALF_UP))
    return min(max(cells, 1), BAR_CELLS - 1)


def _wave(found: WaveMean, number: int) -> Mapping[str, Tree]:
    question, place = found.question, found.question.place("текст")
    top = Decimal(question.highest)
    change = found.change
    sign = "+" if change is not None and change > 0 else ""
    return {
        "номер": leaf(f"{number}."),
        "вопрос": text_leaf(question.text, place),
        "вход": leaf(_mean_text(found.first), place),
        "выход": leaf(_mean_text(found.last), place),
        "изменение": leaf("—" if change is None else sign + decimal_text(change), place),
        "ответов": leaf(f"{found.first_answers} / {found.last_answers}", place),
        "клеток_вход": leaf(cells_of(found.first or Decimal(0), top), place),
        "клеток_выход": leaf(cells_of(found.last or Decimal(0), top), place),
    }


def _mean_text(value: Decimal | None) -> str:
    return "—" if value is None else decimal_text(value)
