"""A stand-in for the interpreter that run.py calls: makes environments and installs in no time, without a network.

It plays `python -m venv` and, from inside the environment, `python -m pip`, `python -m actgen` and the checks. Each
call is written to the file named by STUB_LOG; the variables STUB_VENV, STUB_PIP and STUB_EXIT say how a call ends.
"""

import json
import os
import shutil
import sys
import time
from pathlib import Path


def make_environment(folder: Path, launcher: Path) -> None:
    """Make what `python -m venv` makes, with this stand-in as its interpreter."""
    (folder / "bin").mkdir(parents=True)
    (folder / "pyvenv.cfg").write_text("home = nowhere\n", encoding="utf-8")
    shutil.copy(launcher, folder / "bin" / "python")


def main(launcher: Path, arguments: list[str]) -> int:
    """Return the exit code of the call that is played."""
    call = {
        "arguments": arguments,
        "folder": str(Path.cwd()),
        "variables": {
            name: value for name, value in os.environ.items() if name.startswith(("ACTGEN_", "PIP_", "PYTHON"))
        },
    }
    with Path(os.environ["STUB_LOG"]).open("a", encoding="utf-8") as log:
        log.write(json.dumps(call, ensure_ascii=False) + "\n")
    module = arguments[arguments.index("-m") + 1] if "-m" in arguments else ""
    if module == "venv":
        make_environment(Path(arguments[-1]), launcher)
        failure = os.environ.get("STUB_VENV", "")
    elif module == "pip":
        time.sleep(float(os.environ.get("STUB_SLEEP", "0")))
        failure = os.environ.get("STUB_PIP", "")
    else:
        played = module or ("lint-imports" if "importlinter" in arguments[-1] else "")
        print("played", played, flush=True)
        return int(json.loads(os.environ.get("STUB_EXIT", "{}")).get(played, 0))
    if failure:
        print(failure)
    return 1 if failure else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
