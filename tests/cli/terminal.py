"""A person at a terminal: a program in a pseudo-terminal, read until it asks, then answered."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

_SECONDS = 300


class Terminal:
    """A running program; `screen` is all that it has shown."""

    def __init__(self, command: Sequence[str], folder: Path, variables: Mapping[str, str]) -> None:
        self._own, its = pty.openpty()
        self._process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **variables}, stdin=its, stdout=its, stderr=its, close_fds=True
        )
        os.close(its)
        self._guard = threading.Timer(_SECONDS, self._process.kill)
        self._guard.start()
        self._bytes = b""
        self._seen = 0

    @property
    def screen(self) -> str:
        """Everything shown so far, with plain line ends."""
        return self._bytes.decode("utf-8", "ignore").replace("\r\n", "\n")

    def wait_for(self, pattern: str) -> str:
        """Return what was shown since the last answer, when it matches the pattern.

        Raises:
            AssertionError: The program ended first.
        """
        while not re.search(pattern, self.screen[self._seen :]):
            try:
                more = os.read(self._own, 65536)
            except OSError:  # Linux says so when the other side is closed
                more = b""
            assert more, f"нет «{pattern}» в:\n{self.screen[self._seen :]}"
            self._bytes += more
        return self.screen[self._seen :]

    def answer(self, pattern: str, text: str) -> str:
        """Wait for a question, answer it, and return what was shown with it."""
        shown = self.wait_for(pattern)
        self._seen = len(self.screen)
        os.write(self._own, f"{text}\n".encode())
        return shown

    def end(self) -> int:
        """Return the exit code when the program has ended."""
        return self._process.wait()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._guard.cancel()
        self._process.kill()
        self._process.wait()
        os.close(self._own)
