"""Where many schools are worked on: in this process, in several, on a Dask cluster; the same results from each."""

from __future__ import annotations

import multiprocessing
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext

from actgen.workflow.schools import Ending, SchoolResult, SchoolTask, do_school, do_schools, each_school

FEWEST_FOR_PROCESSES = 5
"""Below this many schools a start of processes costs more than it saves."""

_MOST_IN_A_BATCH = 20
_FEWEST_ON_A_CLUSTER = 20  # a task costs the scheduler 3 ms, a school 15 and more

_Batch = Sequence[SchoolTask]


class ClusterFault(Exception):
    """The cluster cannot be used; the message is Russian, `hint` says what to do."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.hint = hint


def in_processes(tasks: Sequence[SchoolTask], processes: int) -> Iterator[SchoolResult]:
    """Yield the result of each school as it comes; with one process in this one.

    A school that kills its process is found out: what was under way at that moment is done again, each alone.
    """
    if processes <= 1:
        yield from each_school(tasks)
        return
    size = max(1, min(_MOST_IN_A_BATCH, len(tasks) // (processes * 8)))
    waiting = deque(_batches(tasks, size))
    while waiting:
        with ProcessPoolExecutor(min(processes, len(waiting)), mp_context=_context()) as pool:
            try:
                suspects = yield from _gathered(pool, waiting, 2 * processes, BrokenProcessPool)
            except BaseException:  # stopped by hand: what was not begun is not waited for
                pool.shutdown(wait=False, cancel_futures=True)
                raise
        for task in suspects:
            yield _alone(task)


def on_cluster(tasks: Sequence[SchoolTask], address: str) -> Iterator[SchoolResult]:
    """Yield the result of each school as it comes from the workers of a Dask cluster.

    The folders of the schools must be the same paths on every node. What a lost node had under way is done by another;
    a school that is built already is not built again.

    Args:
        tasks: The schools.
        address: `host:port` of the scheduler.

    Raises:
        ClusterFault: dask.distributed is not installed, the scheduler does not answer, or it has no node.
    """
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415
    except ImportError:
        hint = 'установите: pip install "actgen[dask]"'
        raise ClusterFault("для работы на кластере нужен пакет dask.distributed", hint) from None
    try:
        client = Client(f"tcp://{address}", timeout=10)
    except (OSError, ValueError) as error:
        raise ClusterFault(f"планировщик Dask не отвечает: {address}", "проверьте адрес и порт") from error
    with client:
        if not client.nthreads():
            raise ClusterFault(f"у планировщика нет ни одного узла: {address}", f"запустите: dask worker {address}")
        with client.get_executor(pure=False) as executor:
            waiting = deque(_batches(tasks, _FEWEST_ON_A_CLUSTER))
            suspects = yield from _gathered(executor, waiting, len(waiting), KilledWorker)
            alone = deque(_batches(suspects, 1))
            for task in (yield from _gathered(executor, alone, len(alone), KilledWorker)):
                yield _killed(task)


def _gathered(
    executor: Executor, waiting: deque[_Batch], most: int, killed: type[BaseException]
) -> Generator[SchoolResult, None, list[SchoolTask]]:
    """Yield results while workers live; return the schools whose worker died. What was not begun stays in `waiting`."""
    running: dict[Future[tuple[SchoolResult, ...]], _Batch] = {}
    lost: list[SchoolTask] = []
    is_broken = False
    while running or (waiting and not is_broken):
        while waiting and len(running) < most and not is_broken:
            try:
                running[executor.submit(do_schools, waiting[0])] = waiting[0]
                waiting.popleft()
            except BrokenProcessPool:
                is_broken = True
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            batch = running.pop(future)
            try:
                yield from future.result()
            except killed:
                lost += batch
                is_broken = killed is BrokenProcessPool
            except (Exception, CancelledError) as error:  # a node without actgen, a scheduler that went away
                reason = f"не сделано: {type(error).__name__}: {error}"
                for task in batch:
                    yield SchoolResult(
                        task.name, Ending.PREVENTED, reason=reason, hint="повторите: готовое не тронется"
                    )
    return lost


def _alone(task: SchoolTask) -> SchoolResult:
    with ProcessPoolExecutor(1, mp_context=_context()) as pool:
        try:
            return pool.submit(do_school, task).result()
        except BrokenProcessPool:
            return _killed(task)


def _killed(task: SchoolTask) -> SchoolResult:
    reason = "процесс, который работал над школой, оборвался: возможно, не хватило памяти"
    return SchoolResult(task.name, Ending.DEFECT, reason=reason, hint=f"запустите её одну: --project {task.name}")


def _batches(tasks: Iterable[SchoolTask], size: int) -> list[_Batch]:
    listed = list(tasks)
    return [tuple(listed[start : start + size]) for start in range(0, len(listed), size)]


def _context() -> BaseContext:
    # A forked process starts in a millisecond; elsewhere than on Linux forking is unsafe or not there.
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
