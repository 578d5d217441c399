"""Words of a questionnaire: its questions ready to print, the scales gathered into grids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from actgen.acts import ActKind, Question, QuestionKind
from actgen.plan.tree import Items, Leaf, Tree, leaf
from actgen.plan.words_of_people import text_leaf

SHORT_GRID, LONG_GRID = 5, 10
"""How many cells the two grids of the template have; the cells that a scale does not need stay blank."""

_LINE: Mapping[str, Tree] = {"номер": leaf(""), "текст": leaf("")}
_SHAPE: Mapping[str, Tree] = {
    "вид": leaf(""),
    "номер": leaf(""),
    "текст": leaf(""),
    "варианты": Items((), leaf("")),
    "клетки": Items((), leaf("")),
    "строки": Items((), _LINE),
}


def question_words(kind: ActKind) -> Items:
    """Return the blocks of a questionnaire from the top: a run of like scales is one grid, any other question a block.

    `вид` of a block is that of the question: шкала, выбор, несколько, открытый, да-нет.
    """
    numbered = [(number, question) for number, question in enumerate(kind.questions, start=1) if question.is_whole]
    blocks: list[Mapping[str, Tree]] = []
    for marks, run in groupby(numbered, key=lambda found: _grid(found[1])):
        if marks:
            blocks.append(_scale(list(run), marks))
        else:
            blocks.extend(_single(number, question) for number, question in run)
    return Items(tuple(blocks), _SHAPE, (kind.place("вопросы"),))


def _grid(question: Question) -> Sequence[int]:
    return question.marks if question.kind is QuestionKind.SCALE else ()


def _scale(run: list[tuple[int, Question]], marks: Sequence[int]) -> Mapping[str, Tree]:
    size = SHORT_GRID if len(marks) <= SHORT_GRID else LONG_GRID
    cells = [str(mark) for mark in marks] + [""] * (size - len(marks))
    lines = tuple({"номер": leaf(f"{number}."), "текст": _text(question)} for number, question in run)
    return {
        **_SHAPE,
        "вид": leaf(QuestionKind.SCALE.value),
        "клетки": Items(tuple(leaf(cell) for cell in cells), leaf("")),
        "строки": Items(lines, _LINE),
    }


def _single(number: int, question: Question) -> Mapping[str, Tree]:
    options = tuple(
        text_leaf(option, question.place("варианты", position)) for position, option in enumerate(question.options)
    )
    return {
        **_SHAPE,
        "вид": leaf(question.kind.value),
        "номер": leaf(f"{number}."),
        "текст": _text(question),
        "варианты": Items(options, leaf("")),
    }


def _text(question: Question) -> Leaf:
    return text_leaf(question.text, question.place("текст"))
