"""Questions on the terminal: yes or no, a line, one of a numbered list."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from actgen.cli.console import printable, say


class NoAnswer(Exception):
    """The person closed the input: nothing is to be done."""


def can_ask() -> bool:
    """Return whether a person sits at the terminal."""
    return bool(sys.stdin and sys.stdin.isatty())


def ask(question: str) -> str:
    """Return the answer without outer blanks.

    Raises:
        NoAnswer: The input is closed.
    """
    try:
        return input(printable(question, sys.stdout.encoding or "utf-8")).strip()
    except EOFError as error:
        raise NoAnswer from error


_YES, _NO = ("да", "д", "lf", "l"), ("нет", "н", "ytn")
"""Also as they are typed on the other keyboard layout. Enter alone is no answer: it may mean either."""


def agree(question: str) -> bool:
    """Return whether the answer is yes; what is neither yes nor no is asked again."""
    while True:
        answer = ask(f"{question} [да/нет] ").casefold()
        if answer in (*_YES, *_NO):
            return answer in _YES
        say("Наберите «да» или «нет».")


def is_no(answer: str) -> bool:
    """Return whether the answer is no."""
    return answer.casefold() in _NO


def can_agree(request: argparse.Namespace) -> bool:
    """Return whether the person agreed by --yes or can be asked; where neither, say what to do."""
    if request.yes or can_ask():
        return True
    say("Чтобы записать, повторите с --yes.")
    return False


def may_write(request: argparse.Namespace) -> bool:
    """Return whether the person agrees to what was shown; where she does not, say that nothing is written."""
    if not can_agree(request):
        return False
    if request.yes or agree("Записать?"):
        return True
    say("Ничего не записано.")
    return False


def choose(question: str, options: Sequence[str], *, is_optional: bool = False, is_closed: bool = False) -> str:
    """Return one of the options, by its number or, when the person types a text of her own, that text.

    Where she need not choose, Enter gives "". Of a closed list she cannot name what is not in it.
    """
    for number, option in enumerate(options, start=1):
        say(f"  {number:>3}  {option}")
    while True:
        answer = ask(f"{question} ")
        if answer.isdecimal() and 1 <= int(answer) <= len(options):
            return options[int(answer) - 1]
        is_own = bool(answer) and not answer.isdecimal() and (answer in options or not is_closed)
        if is_own or (is_optional and not answer):
            return answer
        say(f"Нужен номер от 1 до {len(options)}.")
