"""The face: parse a request, call the workflow, print."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    Returns:
        0 done, nothing wrong; 1 something wrong in data, acts, templates or documents; 2 wrong command line;
        3 the environment failed; 70 a defect of our own.
    """
    import gc  # noqa: PLC0415

    from actgen.cli.command_line import run  # noqa: PLC0415

    # A command makes values and prints them; looked for at the usual pace, garbage takes a sixth of its time.
    gc.set_threshold(100_000, 50, 100)
    return run(arguments)
