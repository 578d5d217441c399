"""run.py in folders of its own, with a stand-in for the interpreter that it calls (`stub_python.py`)."""

import ast
import errno
import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN_PY = ROOT / "run.py"
STUB = Path(__file__).with_name("stub_python.py")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")

PYPROJECT = """\
[build-system]
requires = ["setuptools>=77"]

[project]
name = "actgen"
dependencies = ["pyyaml"]

[tool.ruff]
line-length = 120
"""


def load_run_py() -> ModuleType:
    spec = importlib.util.spec_from_file_location("run_py", RUN_PY)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Place:
    """A project folder with run.py, and everything that was called there."""

    def __init__(self, folder: Path, workshop: Path) -> None:
        self.folder = folder
        self.log = workshop / "calls.jsonl"
        self.launcher = workshop / "python"
        self.driver = workshop / "driver.py"
        folder.mkdir(parents=True)
        shutil.copy(RUN_PY, folder)
        (folder / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
        (folder / "constraints.txt").write_text("pyyaml==6.0.3\n", encoding="utf-8")
        self.launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" -S "{STUB}" "$0" "$@"\n', encoding="utf-8")
        self.launcher.chmod(0o755)
        # Only the interpreter that makes environments is replaced; all the rest is run.py as a user starts it.
        self.driver.write_text(
            "import os, runpy, signal, sys\n"
            # Started in the background of a shell, tests inherit an ignored Ctrl+C.
            "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
            f"sys._base_executable = {str(self.launcher)!r}\n"
            "for name in os.environ.get('STUB_NO_MODULES', '').split():\n"
            "    sys.modules[name] = None\n"
            "sys.argv = sys.argv[1:]\n"
            "runpy.run_path(sys.argv[0], run_name='__main__')\n",
            encoding="utf-8",
        )

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, str(self.driver), str(self.folder / "run.py"), *arguments]

    def variables(self, **more: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("STUB_", "ACTGEN_"))}
        return {**kept, "STUB_LOG": str(self.log), "PYTHONIOENCODING": "utf-8", **more}

    def run(self, *arguments: str, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments),
            cwd=cwd or self.folder,
            env=self.variables(**more),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    def calls(self) -> list[dict[str, Any]]:
        if not self.log.exists():
            return []
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]

    def modules(self) -> list[str]:
        """Return what was called, in order: `venv`, `pip`, `actgen`, a check."""
        arguments = [call["arguments"] for call in self.calls()]
        return [words[words.index("-m") + 1] for words in arguments if "-m" in words]

    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())

    def mark(self) -> str:
        return (self.folder / ".venv" / "actgen-run.txt").read_text(encoding="utf-8")


BARE = ["constraints.txt", "pyproject.toml", "run.py"]
WHOLE = [".venv", *BARE]
INSTALLED = ["venv", "pip", "pip"]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    workshop = tmp_path / "workshop"
    workshop.mkdir()
    return Place(tmp_path / "Акты школы № 1", workshop)


def test_an_old_python_can_read_run_py() -> None:
    ast.parse(RUN_PY.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_an_old_python_is_told_which_one_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run_py = load_run_py()
    monkeypatch.setattr(run_py.sys, "version_info", (3, 9, 2, "final", 0))

    code = run_py.main(["build"])

    assert code == 3
    assert "нужен Python 3.11 или новее, а запущен 3.9. Установите новый" in capsys.readouterr().err


def test_first_run_makes_the_environment_and_goes_on(place: Place) -> None:
    done = place.run("build", "--pdf")

    assert done.returncode == 0, done.stderr
    assert done.stdout == "played actgen\n"
    assert done.stderr.splitlines()[0] == ("actgen: первый запуск, готовлю окружение в папке .venv (около минуты)…")
    assert place.modules() == [*INSTALLED, "actgen"]
    assert place.names() == WHOLE


def test_second_run_installs_nothing_and_says_nothing(place: Place) -> None:
    place.run("build")
    place.log.unlink()

    done = place.run("check")

    assert place.modules() == ["actgen"]
    assert done.stderr == ""


def test_pins_hold_for_the_project_and_for_what_builds_it(place: Place) -> None:
    place.run("build", PIP_USER="1", PIP_TARGET="/elsewhere", PYTHONPATH="/elsewhere")

    backend, project = [call for call in place.calls() if "pip" in call["arguments"]]
    assert backend["arguments"][-3:] == ["-c", "constraints.txt", "setuptools>=77"]
    assert project["arguments"][-5:] == ["-c", "constraints.txt", "--no-build-isolation", "-e", ".[dev]"]
    assert project["folder"] == str(place.folder)
    assert project["variables"]["PIP_USER"] == "0"
    assert not {"PIP_TARGET", "PYTHONPATH"} & project["variables"].keys()


def test_actgen_gets_the_users_folder_the_words_and_the_default_project(place: Place, tmp_path: Path) -> None:
    elsewhere = tmp_path / "другая папка"
    elsewhere.mkdir()

    place.run("собрать", "--project", "../школа 2", cwd=elsewhere)

    call = place.calls()[-1]
    assert call["arguments"] == ["-P", "-m", "actgen", "собрать", "--project", "../школа 2"]
    assert call["folder"] == str(elsewhere)
    assert call["variables"]["ACTGEN_PROJECT"] == str(place.folder)
    assert call["variables"]["PYTHONUTF8"] == "1"


def test_without_words_actgen_is_called_without_words(place: Place) -> None:
    place.run()

    assert place.calls()[-1]["arguments"] == ["-P", "-m", "actgen"]


def test_exit_code_of_actgen_is_ours(place: Place) -> None:
    assert place.run("check", STUB_EXIT='{"actgen": 70}').returncode == 70


def change_nothing(place: Place) -> None:
    pass


def change_dependencies(place: Place) -> None:
    path = place.folder / "pyproject.toml"
    path.write_text(PYPROJECT.replace("pyyaml", "lxml"), encoding="utf-8")


def change_line_length(place: Place) -> None:
    path = place.folder / "pyproject.toml"
    path.write_text(PYPROJECT.replace("120", "100"), encoding="utf-8")


def change_constraints(place: Place) -> None:
    (place.folder / "constraints.txt").write_text("pyyaml==6.0.2\n", encoding="utf-8")


def change_line_ends(place: Place) -> None:
    (place.folder / "constraints.txt").write_bytes(b"pyyaml==6.0.3\r\n")


def change_folder(place: Place) -> None:
    place.folder = place.folder.rename(place.folder.with_name("Переехали"))


def change_interpreter(place: Place) -> None:
    other = place.launcher.with_name("python-other")
    shutil.copy(place.launcher, other)
    text = place.driver.read_text(encoding="utf-8")
    place.driver.write_text(text.replace(repr(str(place.launcher)), repr(str(other))), encoding="utf-8")


def lose_interpreter(place: Place) -> None:
    (place.folder / ".venv" / "bin" / "python").unlink()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (change_nothing, ""),
        (change_line_length, ""),
        (change_line_ends, ""),
        (change_dependencies, "изменился список библиотек, готовлю"),
        (change_constraints, "изменился список библиотек, готовлю"),
        (change_folder, "папка перенесена, готовлю"),
        (change_interpreter, "другой Python, готовлю"),
        (lose_interpreter, "окружение повреждено, готовлю"),
    ],
)
def test_environment_is_made_anew_when_what_it_stands_on_changed(
    place: Place, change: Callable[[Place], None], message: str
) -> None:
    place.run("build")
    place.log.unlink()
    change(place)

    done = place.run("build")

    assert message in done.stderr
    assert place.modules() == ([*INSTALLED, "actgen"] if message else ["actgen"])
    assert place.names() == WHOLE
    assert place.run("build").stderr == ""


def test_failed_first_run_leaves_nothing_and_shows_what_pip_said(place: Place) -> None:
    done = place.run("build", STUB_PIP="WARNING: Retrying after connection broken: [Errno 13]\nERROR: No matching")

    assert done.returncode == 3
    assert "не получилось скачать и установить библиотеки. Проверьте интернет и повторите команду." in done.stderr
    assert done.stderr.endswith("    ERROR: No matching\n")
    assert place.names() == BARE


def test_failed_renewal_leaves_the_previous_environment(place: Place) -> None:
    place.run("build")
    mark = place.mark()
    change_constraints(place)

    done = place.run("build", STUB_PIP="ERROR: no network")

    assert done.returncode == 3
    assert place.names() == WHOLE
    assert place.mark() == mark
    (place.folder / "constraints.txt").write_text("pyyaml==6.0.3\n", encoding="utf-8")
    assert place.run("build").stderr == ""


@pytest.mark.parametrize(
    ("printed", "message"),
    [
        ("Error: [Errno 28] No space left on device: 'x'", "на диске кончилось место. Освободите"),
        ("Error: [Errno 13] Permission denied: 'x'", "нет права писать в папку «"),
        ("The virtual environment was not created because ensurepip is not available.", "нет модуля venv. "),
        ("Error: something else", "не получилось создать окружение в папке .venv. "),
    ],
)
def test_a_refusal_to_make_the_environment_says_what_to_do(place: Place, printed: str, message: str) -> None:
    done = place.run("build", STUB_VENV=printed)

    assert done.returncode == 3
    assert message in done.stderr
    assert place.names() == BARE


def test_substituted_certificates_are_named(place: Place) -> None:
    done = place.run("build", STUB_PIP="SSLError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed")

    assert "сеть подменяет сертификаты" in done.stderr


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_missing_venv_module_is_named_with_the_command_that_installs_it(place: Place, module: str) -> None:
    done = place.run("build", STUB_NO_MODULES=module)

    assert done.returncode == 3
    assert re.search(r"нет модуля venv\. Установите", done.stderr)
    assert place.modules() == []
    assert place.names() == BARE


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_no_access_and_no_space_are_sentences_that_say_what_to_do(
    place: Place, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_py = load_run_py()

    def refuse(_path: Path) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(run_py, "hold_lock", refuse)

    with pytest.raises(run_py.Trouble, match="и повторите команду"):
        run_py.ready_python(place.folder)
    assert place.names() == BARE


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write anywhere")
def test_folder_without_write_access_is_named(place: Place) -> None:
    place.folder.chmod(0o555)

    done = place.run("build")

    place.folder.chmod(0o755)
    assert done.returncode == 3
    assert f"нет права писать в папку «{place.folder}»" in done.stderr


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_run_py_copied_alone_asks_for_the_rest(place: Place, name: str) -> None:
    (place.folder / name).unlink()

    done = place.run("build")

    assert done.returncode == 3
    assert f"рядом с run.py нет файла {name}" in done.stderr


def test_torn_pyproject_is_named(place: Place) -> None:
    (place.folder / "pyproject.toml").write_text("<<<<<<< HEAD\n", encoding="utf-8")

    done = place.run("build")

    assert done.returncode == 3
    assert "файл pyproject.toml повреждён" in done.stderr


@pytest.mark.parametrize("kind", ["file", "environment", "folder", "broken link"])
def test_what_run_py_did_not_make_is_never_touched(place: Place, kind: str) -> None:
    environment = place.folder / ".venv"
    if kind == "file":
        environment.write_text("важное", encoding="utf-8")
    elif kind == "broken link":
        environment.symlink_to("нет такой")
    else:
        environment.mkdir()
        (environment / ("pyvenv.cfg" if kind == "environment" else "важное.txt")).write_text("важное", encoding="utf-8")

    done = place.run("build")

    assert done.returncode == 3
    assert "«.venv» рядом с run.py создана не им" in done.stderr
    assert place.modules() == []
    assert place.names() == WHOLE
    if kind != "broken link":
        left = [environment] if kind == "file" else list(environment.iterdir())
        assert [path.read_text(encoding="utf-8") for path in left] == ["важное"]


def test_environment_killed_half_way_repairs_itself(place: Place) -> None:
    environment = place.folder / ".venv"
    (environment / "lib").mkdir(parents=True)
    (environment / "actgen-run.txt").write_text("", encoding="utf-8")

    done = place.run("build")

    assert "прошлая подготовка не закончена" in done.stderr
    assert place.modules() == [*INSTALLED, "actgen"]
    assert not (environment / "lib").exists()


def test_previous_environment_left_by_a_kill_takes_its_place_again(place: Place) -> None:
    place.run("build")
    (place.folder / ".venv").rename(place.folder / ".venv.actgen-previous")
    (place.folder / ".venv").mkdir()
    place.log.unlink()

    done = place.run("build")

    assert done.stderr == ""
    assert place.modules() == ["actgen"]
    assert place.names() == WHOLE


def test_half_removed_previous_environment_is_removed_not_restored(place: Place) -> None:
    place.run("build")
    previous = place.folder / ".venv.actgen-previous"
    previous.mkdir()
    (previous / "actgen-run.txt").write_text("", encoding="utf-8")

    done = place.run("build")

    assert done.returncode == 0
    assert place.names() == WHOLE


def start_slowly(place: Place) -> subprocess.Popen[bytes]:
    """Start a first run and return when its environment is being made."""
    started = subprocess.Popen(
        place.command("build"),
        cwd=place.folder,
        env=place.variables(STUB_SLEEP="0.7"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + 20
    while "pip" not in place.modules():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return started


def test_of_two_at_once_one_makes_and_the_other_waits(place: Place) -> None:
    first = start_slowly(place)

    second = place.run("check")

    assert first.wait(timeout=20) == 0
    assert second.returncode == 0
    assert second.stderr == "actgen: окружение уже готовит другая команда run.py, жду её…\n"
    assert sorted(place.modules()) == sorted([*INSTALLED, "actgen", "actgen"])
    assert place.names() == WHOLE


def test_killed_run_is_repaired_only_when_its_pip_has_stopped_writing(place: Place) -> None:
    first = start_slowly(place)
    first.kill()
    first.wait()
    assert place.mark() == ""

    second = place.run("check")

    assert second.returncode == 0
    assert [line.split(",")[0] for line in second.stderr.splitlines()] == [
        "actgen: окружение уже готовит другая команда run.py",
        "actgen: прошлая подготовка не закончена",
        "actgen: окружение готово.",
    ]
    assert place.names() == WHOLE


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_run_asked_to_end_puts_the_half_made_away(place: Place, number: signal.Signals, code: int) -> None:
    first = start_slowly(place)

    first.send_signal(number)

    assert first.wait(timeout=20) == code
    assert place.names() == BARE


def test_every_check_runs_and_pytest_has_the_last_word(place: Place) -> None:
    done = place.run("test", ACTGEN_PROJECT="/чужое")

    assert done.returncode == 0
    assert re.findall(r"played (\S+)", done.stdout) == ["ruff", "ruff", "mypy", "lint-imports", "pytest"]
    assert done.stderr.splitlines()[-1] == "actgen: pytest…"
    assert not any(name.startswith("ACTGEN_") for call in place.calls() for name in call["variables"])


@pytest.mark.parametrize("failing", ["ruff", "mypy", "lint-imports", "pytest"])
def test_a_failed_check_stops_no_other_and_fails_the_whole(place: Place, failing: str) -> None:
    done = place.run("test", STUB_EXIT=json.dumps({failing: 2}))

    assert done.returncode == 1
    assert done.stdout.count("played") == 5
    assert (f"{failing}: есть замечания, они выше" in done.stderr) == (failing in {"mypy", "lint-imports"})
    assert ("не прошли: " in done.stderr) == (failing != "pytest")


def test_words_after_test_go_to_pytest_alone(place: Place, tmp_path: Path) -> None:
    done = place.run("test", "tests/language", "-k", "x", cwd=tmp_path, STUB_EXIT='{"pytest": 5}')

    assert done.returncode == 5
    assert done.stdout == "played pytest\n"
    assert place.calls()[-1]["arguments"] == ["-m", "pytest", "tests/language", "-k", "x"]
    assert place.calls()[-1]["folder"] == str(place.folder)


@pytest.mark.parametrize("words", [["--accept"], ["tests/golden", "--accept"]])
def test_accept_reaches_pytest_as_a_variable(place: Place, words: list[str]) -> None:
    place.run("test", *words)

    call = place.calls()[-1]
    assert call["variables"]["ACTGEN_ACCEPT"] == "1"
    assert call["arguments"] == ["-m", "pytest", *words[:-1]]


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "ascii"])
def test_messages_survive_a_console_of_any_code_page(place: Place, encoding: str) -> None:
    (place.folder / ".venv").write_text("", encoding="utf-8")

    done = subprocess.run(
        place.command("build"),
        env=place.variables(PYTHONIOENCODING=encoding),
        capture_output=True,
        check=False,
    )

    assert done.returncode == 3
    text = done.stderr.decode(encoding)
    assert text.startswith("actgen: ")
    assert "Traceback" not in text
    if encoding == "cp866":
        assert '".venv" рядом с run.py создана не им' in text


def test_every_package_that_pyproject_names_is_pinned() -> None:
    project = load_run_py().read_project(ROOT)
    named = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(line for extra in project["project"]["optional-dependencies"].values() for line in extra),
    ]
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.split("==")[0].lower().replace("_", "-") for line in pins if "==" in line}

    others = [line for line in named if not line.startswith("actgen[")]  # an extra of our own, whose packages are named
    missing = [line for line in others if re.split(r"[^\w.-]", line.lower())[0] not in pinned]

    assert missing == []
