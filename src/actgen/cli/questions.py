"""Questions on the terminal: yes or no, a line, one of a numbered list."""

from __future__ import annotations

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


def agree(question: str) -> bool:
    """Return whether the answer is «да» (or «д»); anything else is no."""
    return ask(question).casefold() in ("да", "д")


def choose(question: str, options: Sequence[str]) -> str:
    """Return one of the options, by its number or, when the person types a text of her own, that text."""
    for number, option in enumerate(options, start=1):
        say(f"  {number:>3}  {option}")
    while True:
        answer = ask(f"{question} ")
        if answer.isdecimal() and 1 <= int(answer) <= len(options):
            return options[int(answer) - 1]
        if answer and not answer.isdecimal():
            return answer
        say(f"Нужен номер от 1 до {len(options)}.")
