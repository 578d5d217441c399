"""argparse in Russian: its own catalogue is English only."""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from actgen.cli.console import say
from actgen.diagnostics import closest

_RUSSIAN = {
    "usage: ": "запуск: ",
    "positional arguments": "что делать",
    "options": "параметры",
    "the following arguments are required: %s": "не хватает: %s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "expected one argument": "после этого нужно одно значение",
    "expected at least one argument": "после этого нужно хотя бы одно значение",
    "invalid choice: %(value)r (choose from %(choices)s)": "«%(value)s» не подходит; можно: %(choices)s",
    "ambiguous option: %(option)s could match %(matches)s": "неясно, что значит %(option)s: %(matches)s",
    "ignored explicit argument %r": "лишнее значение %r",
    "not allowed with argument %s": "нельзя вместе с %s",
    "invalid %(type)s value: %(value)r": "«%(value)s» не подходит",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "subcommands": "команды",
    "(default: %(default)s)": "(обычно: %(default)s)",
}


def speak_russian() -> None:
    """Let argparse print in Russian, in this process; it looks its texts up in its own module's `_`."""
    module: Any = argparse
    module._ = lambda text: _RUSSIAN.get(text, text)


class Parser(argparse.ArgumentParser):
    """A parser that answers a wrong command line with what was most likely meant, and exit code 2."""

    commands: Sequence[str] = ()

    def __init__(self, *, add_help: bool = True, **options: Any) -> None:
        super().__init__(add_help=False, **options)
        if add_help:
            self.add_argument("-h", "--help", "--справка", action="help", help="показать эту справку")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse with names of files and kinds before the options, wherever they were typed.

        argparse itself takes `sign KIND --date DAY FILE` for a line with something left over.
        """
        known, left = super().parse_known_args(self._files_first(args) if args is not None else None, namespace)
        if left:
            # Reported by the parser of the command itself, which knows its options and its help.
            unknown = next((one.partition("=")[0] for one in left if one.startswith("-")), None)
            near = closest(unknown, self._option_string_actions) if unknown else None
            self.error(f"непонятно: {unknown or ' '.join(left)}" + (f". Может быть, {near}?" if near else ""))
        return known, left

    def _files_first(self, arguments: Sequence[str]) -> list[str]:
        if any(isinstance(action, argparse._SubParsersAction) for action in self._actions) or "--" in arguments:
            return list(arguments)
        named: list[str] = []
        options: list[str] = []
        left: float = 0  # values that the option before still takes
        for argument in arguments:
            action = self._option_string_actions.get(argument.partition("=")[0])
            if action is not None:
                left = {None: 1, "+": math.inf, "*": math.inf}.get(action.nargs, 0)  # type: ignore[arg-type]
                left = 0 if "=" in argument else left
                options.append(argument)
            elif left > 0:
                left -= 1
                options.append(argument)
            else:
                (options if argument.startswith("-") else named).append(argument)
        return [*named, *options]

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and where the help is, and leave."""
        say(f"actgen: {message}", sys.stderr)
        say(f"Справка: {self.prog} --help", sys.stderr)
        self.exit(2)

    def _print_message(self, message: str, file: Any = None) -> None:
        # argparse writes by itself, and an old console has no dash.
        if message:
            say(message.removesuffix("\n"), file)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if isinstance(action, argparse._SubParsersAction) and value not in (action.choices or ()):
            near = closest(str(value), action.choices or ())
            meant = f" Может быть, «{near}»?" if near else ""
            self.error(f"нет команды «{value}».{meant} Есть: {', '.join(self.commands)}")
        super()._check_value(action, value)
