"""A child process that is killed before its n-th call of a function, Python's or C's: no clock decides when."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType, ModuleType
from typing import Any


def killed(work: Callable[[], object], begins: tuple[ModuleType, str], at: int) -> int | None:
    """Do the work in a child that dies before its call number `at`; return the number of calls if it lives.

    Args:
        work: What is done.
        begins: The function (by its module and name) with whose first call the counting begins.
        at: The call that is never made; -1 for a child that lives.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _count_calls(begins, at, writing)
            work()
            sys.setprofile(None)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as told:
        answer = told.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return None
    assert os.WEXITSTATUS(status) == 0
    return int(answer.split()[-1])


def _count_calls(begins: tuple[ModuleType, str], at: int, writing: int) -> None:
    module, name = begins
    begun = getattr(module, name)
    count = 0

    def profile(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1
            if count == at:
                os.kill(os.getpid(), signal.SIGKILL)

    def from_here(*arguments: Any) -> Any:
        sys.setprofile(profile)
        return begun(*arguments)

    setattr(module, name, from_here)  # the child is not coming back
    leave = os._exit

    def told(code: int) -> None:
        os.write(writing, f"{count}\n".encode())
        leave(code)

    os._exit = told  # type: ignore[assignment]
