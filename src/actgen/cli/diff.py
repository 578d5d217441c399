"""The command diff: what a hand changed in a built file, and what the data."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from actgen.cli.console import say, say_json
from actgen.cli.documents import say_differences
from actgen.cli.exit_codes import DONE
from actgen.cli.options import add_out, add_text_or_json

if TYPE_CHECKING:
    from actgen.workflow import Difference

ALL = 10_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    parser.add_argument("file", metavar="ФАЙЛ", type=Path, help="собранный документ из папки out")
    add_out(parser)
    add_text_or_json(parser)


def run(request: argparse.Namespace) -> int:
    """Print by paragraph what is another than was built, and what the data would change now."""
    from actgen.workflow import own_file  # noqa: PLC0415

    own = own_file(request.project, request.file, request.out)
    if request.format == "json":
        say_json({"file": own.state.file, "by_hand": _as_data(own.by_hand), "by_data": _as_data(own.by_data)})
        return DONE
    say(own.path.name)
    if not own.is_base_known:
        say("Текст прошлой сборки не сохранился; ниже — чем файл отличается от того, что дают данные.")
    if own.by_hand:
        say("Изменено вручную:" if own.is_base_known else "Отличия:")
        say_differences(own.by_hand, ALL)
    else:
        say("Вручную в тексте ничего не изменено.")
    if own.by_data:
        say("Изменили данные:")
        say_differences(own.by_data, ALL)
    elif own.is_base_known:
        say("Данные с прошлой сборки текста не изменили.")
    return DONE


def _as_data(found: Sequence[Difference]) -> list[dict[str, str]]:
    return [{"before": one.before, "after": one.after} for one in found]
