"""Draw the picture of the README: the page that the example school of 2026 gives, as PNG.

Run by hand after a change of the order's look: `python tools/draw_readme_picture.py`; needs soffice and pdftoppm.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from actgen import build_workspace

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "school-2026"
PICTURE = ROOT / "docs" / "pictures" / "order-on-pairs.png"
PAGE_OF_THE_TABLE = 5


def main() -> int:
    """Build the order on pairs, convert it, and keep its page with the table of pairs."""
    with tempfile.TemporaryDirectory() as folder:
        written = build_workspace(EXAMPLE, Path(folder) / "out", ["order-on-pairs"]).written
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(written[0])]
        subprocess.run(convert, check=True, stdout=subprocess.DEVNULL)
        pdf = next(Path(folder).glob("*.pdf"))
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        page = ["-f", str(PAGE_OF_THE_TABLE), "-l", str(PAGE_OF_THE_TABLE), "-r", "80", "-png", "-gray", "-singlefile"]
        subprocess.run(["pdftoppm", *page, str(pdf), str(PICTURE.with_suffix(""))], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
