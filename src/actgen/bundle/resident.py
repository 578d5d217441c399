"""One resident LibreOffice with its own profile, and the worker that drives it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from hashlib import md5
from pathlib import Path
from typing import Any

from actgen.bundle.office import Office
from actgen.bundle.profile import make_profile

START_SECONDS = 90
WORKER = Path(__file__).with_name("uno_worker.py")

_SILENT = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class ResidentEnded(Exception):
    """LibreOffice died, or was ended because a document took too long (`is_late`)."""

    def __init__(self, *, is_late: bool) -> None:
        super().__init__()
        self.is_late = is_late


class Resident:
    """A running LibreOffice; `folder` holds its profile and names its pipe. Not shared between threads.

    Raises:
        ResidentEnded: It did not start.
    """

    def __init__(self, office: Office, folder: Path) -> None:
        self._is_late = False
        profile = make_profile(office, folder).as_uri()
        pipe = f"{folder.parent.name}-{folder.name}"
        self._pipes = (pipe, f"SingleOfficeIPC_{_name_by(profile)}")
        self.office = start_group(
            [
                str(office.soffice),
                f"-env:UserInstallation={profile}",
                *("--headless", "--invisible", "--norestore", "--nologo", "--nodefault"),
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdin=subprocess.DEVNULL,
            **_SILENT,
        )
        try:
            self._worker = start_group(
                [str(office.python), "-I", str(WORKER), pipe],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
            )
        except OSError:
            end_group(self.office)
            raise
        # A worker whose LibreOffice died may wait for it: it is ended, and its answer is the end of its output.
        threading.Thread(target=self._end_worker_with_office, daemon=True).start()
        self._answer(START_SECONDS)

    def convert(self, source: Path, target: Path, limit_seconds: float) -> str:
        """Write the PDF of a document; return why LibreOffice refused it, empty when the PDF is there.

        Raises:
            ResidentEnded: It died, or the limit has passed; it has to be stopped.
        """
        request = json.dumps({"source": str(source), "target": str(target)})
        with contextlib.suppress(OSError):
            # A worker that is gone answers nothing, which is seen below.
            assert self._worker.stdin is not None
            self._worker.stdin.write(request + "\n")
            self._worker.stdin.flush()
        return str(self._answer(limit_seconds).get("fault", ""))

    def stop(self) -> None:
        """End both processes; the profile is thrown away with its folder."""
        end_group(self._worker)
        end_group(self.office)
        for pipe in self.pipes():
            pipe.unlink(missing_ok=True)  # LibreOffice that is ended like this leaves them behind

    def pipes(self) -> list[Path]:
        """Return the pipes of LibreOffice that are on the disk; Windows keeps them elsewhere."""
        if not hasattr(os, "getuid"):
            return []
        places = {"/tmp", "/var/tmp", tempfile.gettempdir()}
        paths = [Path(place, f"OSL_PIPE_{os.getuid()}_{pipe}") for place in places for pipe in self._pipes]
        return [path for path in paths if path.exists()]

    def _answer(self, limit_seconds: float) -> dict[str, Any]:
        watch = threading.Timer(limit_seconds, self._be_late)
        watch.start()
        try:
            assert self._worker.stdout is not None
            line = self._worker.stdout.readline()
        finally:
            watch.cancel()
        if not line.endswith("\n"):
            self.stop()
            raise ResidentEnded(is_late=self._is_late)
        return dict(json.loads(line))

    def _be_late(self) -> None:
        self._is_late = True
        self.stop()

    def _end_worker_with_office(self) -> None:
        self.office.wait()
        end_group(self._worker)


def _name_by(profile: str) -> str:
    """Return how LibreOffice names the pipe by which a second start with the profile would find the first."""
    digest = md5(profile.encode("utf-16-le"), usedforsecurity=False).digest()
    return "".join(f"{byte:x}" for byte in digest)


def start_group(command: list[str], **streams: Any) -> subprocess.Popen[str]:
    """Start a process that can be ended together with all that it starts."""
    return subprocess.Popen(command, start_new_session=os.name == "posix", **streams)


def end_group(process: subprocess.Popen[str]) -> None:
    """End a process started by `start_group` and what it started; one that has ended is no fault."""
    if sys.platform == "win32":
        # soffice.exe is only the launcher of soffice.bin.
        tree = ["taskkill", "/PID", str(process.pid), "/T", "/F"]
        subprocess.run(tree, check=False, stdin=subprocess.DEVNULL, **_SILENT)
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=START_SECONDS)
