"""Write every shipped template into a folder (by default `templates/` of this project)."""

from __future__ import annotations

import sys
from pathlib import Path

from .catalogue import EVERY
from .package import pack

HERE = Path(__file__).resolve().parents[2] / "templates"


def main(arguments: list[str]) -> int:
    """Draw the templates into the folder named by the first argument."""
    folder = Path(arguments[0]) if arguments else HERE
    folder.mkdir(parents=True, exist_ok=True)
    for kind, draw in EVERY.items():
        (folder / f"{kind}.docx").write_bytes(pack(draw()))
        print(f"{folder / kind}.docx")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
