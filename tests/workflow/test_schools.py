"""Many schools in processes and on a cluster: all that can be built is built, once, with the same bytes."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from actgen.workflow import executors, schools
from actgen.workflow.executors import ClusterFault, in_processes, on_cluster
from actgen.workflow.schools import Ending, SchoolResult, SchoolTask, do_school
from tests.workspaces import SCHOOL, small_workspace

forks = pytest.mark.skipif(sys.platform != "linux", reason="a forked process has what the test changed")


def make(folder: Path, count: int) -> list[SchoolTask]:
    """Return tasks to build small schools, each of its own town."""
    tasks = []
    for number in range(count):
        project = folder / f"school-{number:02}"
        small_workspace(project, {"data/school.yaml": SCHOOL.replace("г. Ключи", f"г. Ключи-{number}")})
        tasks.append(SchoolTask("build", project.name, project))
    return tasks


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return every built file, the manifest too, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.glob("*/out/**/*") if path.is_file()
    }


def by_name(results: Sequence[SchoolResult]) -> dict[str, SchoolResult]:
    assert len({result.name for result in results}) == len(results)
    return {result.name: result for result in results}


def test_two_processes_build_the_same_bytes_as_one(tmp_path: Path) -> None:
    alone, together = make(tmp_path / "alone", 6), make(tmp_path / "together", 6)

    one, two = list(in_processes(alone, 1)), list(in_processes(together, 2))

    assert by_name(one) == by_name(two)
    assert all(result.ending is Ending.RIGHT and result.written for result in one)
    assert bytes_of(tmp_path / "alone") == bytes_of(tmp_path / "together") != {}


def test_a_school_built_already_is_not_built_again(tmp_path: Path) -> None:
    tasks = make(tmp_path, 2)
    first = list(in_processes(tasks, 1))

    again = list(in_processes(tasks, 1))

    assert [result.written for result in again] == [0, 0]
    assert [result.states for result in again] == [{"same": result.written} for result in first]


def test_a_defect_in_one_school_is_its_result_and_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = make(tmp_path, 3)
    work = schools._worked
    monkeypatch.setattr(schools, "_worked", lambda task: work(task) if task is not tasks[1] else 1 // 0)

    results = by_name(list(in_processes(tasks, 1)))

    assert [results[task.name].ending for task in tasks] == [Ending.RIGHT, Ending.DEFECT, Ending.RIGHT]
    assert "ZeroDivisionError" in results["school-01"].reason
    assert "Traceback" in results["school-01"].trace


@forks
def test_a_school_that_kills_its_process_is_found_out_and_the_others_are_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = make(tmp_path, 7)
    work = schools._worked

    def deadly(task: SchoolTask) -> SchoolResult:
        if task.name == "school-02":
            os.kill(os.getpid(), signal.SIGKILL)
        return work(task)

    monkeypatch.setattr(schools, "_worked", deadly)

    results = by_name(list(in_processes(tasks, 2)))

    assert len(results) == 7
    assert results.pop("school-02").ending is Ending.DEFECT
    assert {result.ending for result in results.values()} == {Ending.RIGHT}
    assert len(list(tmp_path.glob("*/out/manifest.json"))) == 6


def test_a_folder_that_is_no_school_is_told_and_prevents_nothing(tmp_path: Path) -> None:
    tasks = make(tmp_path, 1)
    (tmp_path / "empty").mkdir()

    results = by_name(list(in_processes([SchoolTask("build", "empty", tmp_path / "empty"), *tasks], 1)))

    assert results["empty"].ending is Ending.PREVENTED
    assert "нет папки data" in results["empty"].reason
    assert results["school-00"].ending is Ending.RIGHT


def test_a_school_that_another_run_builds_into_is_left_to_it(tmp_path: Path) -> None:
    (task,) = make(tmp_path, 1)
    from actgen.workflow.files import only_writer

    with only_writer(task.project / "out"):
        result = do_school(task)

    assert result.ending is Ending.PREVENTED
    assert "другой запуск" in result.reason


def test_a_node_with_another_version_builds_nothing(tmp_path: Path) -> None:
    (task,) = make(tmp_path, 1)

    result = do_school(SchoolTask("build", task.name, task.project, version="0.0.1"))

    assert result.ending is Ending.PREVENTED
    assert "другая версия" in result.reason
    assert not (task.project / "out").exists()


def test_without_dask_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(ClusterFault) as fault:
        list(on_cluster(make(tmp_path, 1), "localhost:1"))

    assert "actgen[dask]" in fault.value.hint


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two worker processes under a scheduler of their own."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(  # type: ignore[no-untyped-call,unused-ignore]
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as started:
        yield started


def address(cluster: Any) -> str:
    return str(cluster.scheduler_address).removeprefix("tcp://")


def test_a_cluster_builds_the_same_bytes_as_this_process(tmp_path: Path, cluster: Any) -> None:
    here, there = make(tmp_path / "here", 3), make(tmp_path / "there", 3)

    one, two = list(in_processes(here, 1)), list(on_cluster(there, address(cluster)))

    assert by_name(one) == by_name(two)
    assert bytes_of(tmp_path / "here") == bytes_of(tmp_path / "there") != {}


def test_what_a_killed_worker_had_under_way_is_built_by_the_other_and_nothing_twice(
    tmp_path: Path, cluster: Any
) -> None:
    from distributed import Client

    tasks = make(tmp_path, 45)  # three tasks of the cluster: some wait when the first is done
    results = []
    with Client(address(cluster)) as client:
        pids = client.run(os.getpid)
        coming = on_cluster(tasks, address(cluster))
        results.append(next(coming))
        busy = next(worker for worker, keys in client.processing().items() if keys)
        os.kill(pids[busy], signal.SIGKILL)
        results.extend(coming)

    found = by_name(results)
    assert set(found) == {task.name for task in tasks}
    assert {result.ending for result in results} == {Ending.RIGHT}
    # A school that was ready when its worker died is found ready, not written again.
    assert all(result.written + result.states.get("same", 0) == result.documents for result in results)
    built = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.glob("*/out/**/*.docx"))
    assert len(built) == sum(result.documents for result in results)
    assert not [name for name in built if "(новый)" in name or "прежние" in name]
    assert [result.written for result in in_processes(tasks, 1)] == [0] * len(tasks)


def test_a_cluster_without_nodes_or_answer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")

    def no_answer(*_: object, **__: object) -> None:
        raise OSError("refused")

    monkeypatch.setattr(distributed, "Client", no_answer)

    with pytest.raises(ClusterFault, match="не отвечает"):
        list(executors.on_cluster(make(tmp_path, 1), "localhost:1"))
