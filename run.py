#!/usr/bin/env python3
"""Run actgen, or its tests, on a machine that has nothing but Python.

::

    python3 run.py build      # Windows: py run.py build; any word but `test` goes to actgen
    python3 run.py test       # ruff, mypy, import contracts, pytest; --accept rewrites golden texts

The first run makes the environment `.venv` beside this file and installs the project there. What was installed is
written into `.venv/actgen-run.txt`: nothing when the environment is unfinished, the stamp when it is whole.
Every later run compares that stamp with what it should be and starts at once.

Only the standard library, and only syntax of Python 3.8: an older Python must get as far as saying, in Russian,
which one is needed. Why it is made so: `docs/decisions/0001-run-py.md`.
"""

# ruff: noqa: PLC0415 -- every run passes here: what only the installation needs is imported there

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
from pathlib import Path

TYPE_CHECKING = False  # `typing` would cost every run 5 ms
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any, BinaryIO, NoReturn

OLDEST_PYTHON = (3, 11)
RECIPE = "1"  # raise it when the same files must be installed in another way
ENVIRONMENT = ".venv"
PREVIOUS = ".venv.actgen-previous"
LOCK = ".venv.lock"
MARK = "actgen-run.txt"
WINDOWS = os.name == "nt"
NEEDED_BYTES = 250 * 2**20  # a whole environment takes 200 MB
NO_SPACE = "на диске кончилось место. Освободите не меньше 500 МБ и повторите команду."

EXIT_WRONG = 1
EXIT_ENVIRONMENT = 3
EXIT_INTERRUPTED = 130

CHECKS = (
    ("ruff check", ("-m", "ruff", "check")),
    ("ruff format --check", ("-m", "ruff", "format", "--check")),
    ("mypy", ("-m", "mypy")),
    # import-linter has no `-m` door, and its script breaks when the environment is moved.
    ("lint-imports", ("-c", "from importlinter.cli import lint_imports_command as run; run()")),
)

# «», — and … are absent from cp866, the code page of a Russian Windows console.
PLAIN_SIGNS = {"«": '"', "»": '"', "—": "-", "–": "-", "…": "...", "№": "N"}


class Trouble(Exception):
    """The machine refuses; the text is a Russian sentence that says what to do."""


# --- speaking ---------------------------------------------------------------------------------------------------------


def say(text: str) -> None:
    """Print one message of ours to stderr, so that stdout stays actgen's, in whatever code page the console has."""
    stream = sys.stderr
    encoding = getattr(stream, "encoding", None) or "ascii"
    line = "actgen: " + text + "\n"
    try:
        line.encode(encoding)
    except UnicodeEncodeError:
        for sign, plain in PLAIN_SIGNS.items():
            line = line.replace(sign, plain)
        line = line.encode(encoding, "replace").decode(encoding)
    with contextlib.suppress(OSError):  # the reader of our messages went away; the work goes on
        stream.write(line)
        stream.flush()


def explain_system_error(number: int | None, folder: Path) -> str | None:
    """Return what to do about a system error, or None when its number tells the user nothing."""
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        opened = " Если папка ваша, закройте другие окна с actgen: они держат папку .venv." if WINDOWS else ""
        return (
            f"нет права писать в папку «{folder}». Перенесите actgen туда, где вы можете создавать файлы "
            f"(например, в «Документы»), и повторите команду.{opened}"
        )
    if number in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return NO_SPACE
    return None


def explain_failed_step(what: str, advice: str, output: str, folder: Path) -> Trouble:
    """Return the trouble of a step that ended badly: the known cause or the general advice, then its last lines."""
    # pip tells of a broken connection with system errors too: those are not about the folder.
    local = "\n".join(line for line in output.splitlines() if "connection" not in line.lower())
    numbers = [int(number) for number in re.findall(r"\[Errno (\d+)\]", local)]
    numbers += [errno.ENOSPC] if "No space left on device" in local or "[WinError 112]" in local else []
    numbers += [errno.EACCES] if "[WinError 5]" in local or "[WinError 32]" in local else []
    known = [text for text in (explain_system_error(number, folder) for number in numbers) if text]
    if known:
        message = known[-1]
    elif "CERTIFICATE_VERIFY_FAILED" in output:
        message = (
            f"{what}: сеть подменяет сертификаты. Попросите того, кто ведёт сеть школы, дать файл её сертификата, "
            "укажите его командой «pip config set global.cert ФАЙЛ» и повторите."
        )
    else:
        message = f"{what}. {advice}"
    lines = [line.strip()[:200] for line in output.splitlines() if line.strip() and "[notice]" not in line]
    return Trouble("\n    ".join([message, *lines[-4:]]))


# --- what should be installed -----------------------------------------------------------------------------------------


def project_folder() -> Path:
    """Return the folder of this file under one name, however it was called."""
    # resolve() turns a mapped network drive of Windows into \\server\share, which cannot be a working folder there.
    here = os.path.abspath(__file__) if WINDOWS else os.path.realpath(__file__)  # noqa: PTH100
    return Path(here).parent


def base_python() -> str:
    """Return the interpreter itself, also when we run in some environment made from it."""
    return getattr(sys, "_base_executable", None) or sys.executable


def read_project(folder: Path) -> dict[str, Any]:
    """Return `pyproject.toml` as values.

    Raises:
        Trouble: The file is absent or is not TOML.
    """
    import tomllib

    try:
        return tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Trouble(
            f"рядом с run.py нет файла pyproject.toml (папка «{folder}»). Скачайте actgen целиком и повторите команду."
        ) from None
    except ValueError as error:
        raise Trouble(f"файл pyproject.toml повреждён: {error}. Верните его прежний вид и повторите.") from None


def make_stamp(folder: Path, project: dict[str, Any]) -> str:
    """Return what a whole environment of this folder, these files and this interpreter bears, a line for each.

    Settings of tools in `pyproject.toml` are left out: a changed line length installs nothing.
    """
    import hashlib

    try:
        constraints = (folder / "constraints.txt").read_bytes()
    except FileNotFoundError:
        raise Trouble(
            f"рядом с run.py нет файла constraints.txt (папка «{folder}»). Скачайте actgen целиком и повторите команду."
        ) from None
    tools = project.get("tool", {})
    installed = repr((project.get("build-system"), project.get("project"), tools.get("setuptools")))
    digest = hashlib.sha256(installed.encode("utf-8") + b"\0" + constraints.replace(b"\r\n", b"\n")).hexdigest()
    # The patch version is left out: 3.11.2 -> 3.11.9 in the same place keeps the environment whole.
    python = base_python() if WINDOWS else os.path.realpath(base_python())
    lines = (
        f"recipe: {RECIPE}",
        f"libraries: {digest}",
        f"python: {sys.version_info[0]}.{sys.version_info[1]} {sys.implementation.cache_tag} {python!a}",
        f"folder: {os.path.normcase(folder)!a}",
    )
    return "\n".join(lines) + "\n"


# --- what is installed ------------------------------------------------------------------------------------------------


def environment_python(environment: Path) -> Path:
    """Return where the environment keeps its interpreter."""
    return environment / "Scripts" / "python.exe" if WINDOWS else environment / "bin" / "python"


def read_mark(environment: Path) -> str | None:
    """Return the stamp, an empty string for an unfinished environment of ours, None when there is none of ours.

    Raises:
        Trouble: The place is taken by something that we did not make, and therefore never touch.
    """
    try:
        return (environment / MARK).read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, NotADirectoryError):
        pass
    if not os.path.lexists(environment):
        return None
    if environment.is_dir() and not any(environment.iterdir()):
        return ""  # killed between making the folder and marking it
    raise Trouble(
        f"«{environment.name}» рядом с run.py создана не им, поэтому он её не трогает. "
        f"Переименуйте или удалите «{environment}» и повторите команду."
    )


def is_ready(environment: Path, stamp: str) -> bool:
    """Return whether the environment is whole, ours and up to date."""
    try:
        mark = (environment / MARK).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return mark == stamp and environment_python(environment).exists()


def why_make(mark: str | None, stamp: str) -> str:
    """Return the line that tells the user why she waits."""
    if mark is None:
        return "первый запуск, готовлю окружение в папке .venv (около минуты)…"
    before, now = mark.splitlines(), stamp.splitlines()
    if len(before) != len(now):
        cause = "прошлая подготовка не закончена"
    elif before[3] != now[3]:
        cause = "папка перенесена"
    elif before[2] != now[2]:
        cause = "другой Python"
    elif before != now:
        cause = "изменился список библиотек"
    else:
        cause = "окружение повреждено"
    return cause + ", готовлю окружение в папке .venv заново (около минуты)…"


# --- making it --------------------------------------------------------------------------------------------------------


def try_lock(file: BinaryIO) -> bool:
    """Return whether the file is now locked by us; the system frees the lock when its last holder dies."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
    else:
        import fcntl

        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a network file system without locks: better unguarded than never
    return True


def hold_lock(path: Path) -> BinaryIO:
    """Return the lock file, opened and locked; wait while another run.py has it, and say so once."""
    import time

    told = False
    while True:
        file = path.open("a+b")
        if try_lock(file):
            try:
                # The former holder removes the file: then we have locked a file that nobody else will find.
                if WINDOWS or path.stat().st_ino == os.fstat(file.fileno()).st_ino:
                    return file
            except FileNotFoundError:
                pass
            file.close()
            continue
        file.close()
        if not told:
            say("окружение уже готовит другая команда run.py, жду её…")
            told = True
        time.sleep(0.2)


def drop_lock(path: Path, file: BinaryIO) -> None:
    """Give the lock back and leave no file behind."""
    if WINDOWS:
        file.close()  # an open file cannot be removed there; one that another has opened meanwhile stays
    with contextlib.suppress(OSError):
        path.unlink()
    file.close()


def remove_environment(environment: Path) -> None:
    """Remove an environment of ours; killed half way it is still known as ours and unfinished."""
    import shutil

    if not os.path.lexists(environment):
        return
    if environment.is_symlink():
        environment.unlink()
        return
    mark = environment / MARK
    mark.write_bytes(b"")  # emptied, not rewritten: that works on a full disk too
    for entry in list(environment.iterdir()):
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != MARK:
            entry.unlink()
    mark.unlink()
    environment.rmdir()


def child_environment() -> dict[str, str]:
    """Return the variables for a child: ours, UTF-8 everywhere, nothing that leads Python or pip elsewhere."""
    variables = dict(os.environ)
    led_astray = "PYTHONHOME PYTHONPATH PIP_TARGET PIP_PREFIX PIP_ROOT PIP_CONSTRAINT"
    for name in (*led_astray.split(), "ACTGEN_PROJECT", "ACTGEN_ACCEPT"):
        variables.pop(name, None)
    variables["PYTHONUTF8"] = "1"
    return variables


def run_step(command: Sequence[str], folder: Path, lock: BinaryIO) -> tuple[int, str]:
    """Return the exit code and all the output of a step of the installation."""
    import subprocess

    variables = child_environment()
    variables["PIP_USER"] = "0"  # `user = true` in someone's pip.conf makes pip refuse to work in an environment
    # The child holds the lock too: should we be killed, the next run.py waits until pip has really stopped writing.
    done = subprocess.run(
        command,
        cwd=folder,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=() if WINDOWS else (lock.fileno(),),
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8", "replace")


def no_venv_module() -> Trouble:
    """Return the trouble of a Python without the means to make environments: Debian ships them apart."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if WINDOWS or sys.platform == "darwin":
        advice = "Установите Python с сайта python.org и повторите команду."
    else:
        advice = f"Установите его и повторите команду. Debian, Ubuntu: sudo apt install python{version}-venv"
    return Trouble(f"в этом Python {version} нет модуля venv. {advice}")


def require_means(folder: Path) -> None:
    """Raise Trouble when it is known beforehand that no environment can be made here."""
    import importlib.util
    import shutil

    for name in ("venv", "ensurepip"):
        module = importlib.util.find_spec(name)
        if module is None or module.origin is None:  # no origin: an empty folder of that name
            raise no_venv_module()
    if os.pathsep in str(folder):
        raise Trouble(
            f"в пути к папке есть знак «{os.pathsep}»: «{folder}». Переименуйте эту папку и повторите команду."
        )
    if shutil.disk_usage(folder).free < NEEDED_BYTES:
        raise Trouble(NO_SPACE)


def install(environment: Path, project: dict[str, Any], folder: Path, lock: BinaryIO) -> None:
    """Fill the empty folder of the environment: interpreter, pip, build backend, the project and its tools.

    Raises:
        Trouble: A step ended badly.
    """
    code, output = run_step([base_python(), "-I", "-m", "venv", str(environment)], folder, lock)
    if code and "ensurepip is not available" in output:
        raise no_venv_module()
    if code:
        advice = "Переустановите Python (нужен 3.11 или новее) и повторите команду."
        raise explain_failed_step("не получилось создать окружение в папке .venv", advice, output, folder)
    python = str(environment_python(environment))
    pip = [python, "-I", "-X", "utf8", "-m", "pip", "install", "--disable-pip-version-check", "-q"]
    pip += ["-c", "constraints.txt"]
    # The build backend goes into the environment itself: in pip's own isolated one constraints do not hold.
    backend = list(project.get("build-system", {}).get("requires", ()))
    for arguments in (backend, ["--no-build-isolation", "-e", ".[dev]"]):
        code, output = run_step([*pip, *arguments], folder, lock)
        if code:
            advice = "Проверьте интернет и повторите команду. Последние строки pip:"
            raise explain_failed_step("не получилось скачать и установить библиотеки", advice, output, folder)
    code, output = run_step([python, "-P", "-X", "utf8", "-c", "import actgen"], folder, lock)
    if code:
        advice = "Пришлите строки ниже тому, кто ведёт actgen:"
        raise explain_failed_step("библиотеки установлены, но actgen не запускается", advice, output, folder)


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """Turn a polite request to end into an exception, so that what is half made is put away first."""
    import signal

    def stop(number: int, _frame: object) -> NoReturn:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def make_environment(folder: Path, stamp: str, project: dict[str, Any], lock: BinaryIO) -> None:
    """Make `.venv`; when that fails, leave what was there before."""
    environment, previous = folder / ENVIRONMENT, folder / PREVIOUS
    with interruptible():
        if os.path.lexists(environment):
            environment.rename(previous)
        try:
            environment.mkdir()
            (environment / MARK).write_bytes(b"")
            install(environment, project, folder, lock)
            whole = environment / (MARK + ".new")
            whole.write_text(stamp, encoding="utf-8")
            whole.replace(environment / MARK)
        finally:
            # What cannot be put away now is marked as unfinished: the next run does it.
            with contextlib.suppress(OSError):
                put_in_order(environment, previous)


def put_in_order(environment: Path, previous: Path) -> None:
    """Leave at most one environment, a whole one: the present one or, when it is unfinished, the previous one.

    Raises:
        Trouble: One of the two is not ours.
    """
    if read_mark(environment) == "":
        remove_environment(environment)
    if read_mark(previous) and not os.path.lexists(environment):
        previous.rename(environment)
    with contextlib.suppress(OSError):  # Windows: some window still works in it; it goes when the window is closed
        remove_environment(previous)


def ready_python(folder: Path) -> str:
    """Return the interpreter of a whole, up-to-date environment, made now if need be.

    Raises:
        Trouble: It could not be made; what was there before is there still.
    """
    environment, previous = folder / ENVIRONMENT, folder / PREVIOUS
    project = read_project(folder)
    stamp = make_stamp(folder, project)
    if is_ready(environment, stamp) and not os.path.lexists(previous):
        return str(environment_python(environment))
    try:
        lock = hold_lock(folder / LOCK)
        try:
            mark = read_mark(environment)
            put_in_order(environment, previous)
            if not is_ready(environment, stamp):  # another run.py may have made it while we waited
                require_means(folder)
                say(why_make(mark, stamp))
                make_environment(folder, stamp, project, lock)
                say("окружение готово.")
        finally:
            drop_lock(folder / LOCK, lock)
    except OSError as error:
        message = explain_system_error(error.errno, folder)
        raise Trouble(message or f"не получилось подготовить окружение в папке «{folder}»: {error}.") from error
    return str(environment_python(environment))


# --- running ----------------------------------------------------------------------------------------------------------


def become(command: list[str], variables: dict[str, str]) -> int:
    """Hand over to the command: its exit code and its signals are ours."""
    if not WINDOWS:
        try:
            os.execve(command[0], command, variables)
        except OSError as error:
            raise Trouble(f"окружение не запускается ({error}). Удалите папку .venv и повторите команду.") from error
    import signal
    import subprocess

    # Ctrl+C reaches every process of the console; the child decides what it means, we wait for its answer.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    code = subprocess.call(command, env=variables)
    return code - 2**32 if code >= 2**31 else code


def run_actgen(python: str, arguments: Sequence[str], folder: Path) -> int:
    """Run actgen in the user's working folder; without --project it works on the folder of this file."""
    variables = child_environment()
    variables["ACTGEN_PROJECT"] = str(folder)
    # -P: a stray docx.py or yaml.py in the user's folder must not be taken for the library.
    return become([python, "-P", "-m", "actgen", *arguments], variables)


def run_tests(python: str, arguments: Sequence[str], folder: Path) -> int:
    """Run every check, pytest last so that its closing line closes; with arguments for pytest, only pytest.

    All of it runs in the folder of this file.
    """
    variables = child_environment()
    for_pytest = [argument for argument in arguments if argument != "--accept"]
    if len(for_pytest) != len(arguments):
        variables["ACTGEN_ACCEPT"] = "1"
    os.chdir(folder)
    pytest = [python, "-m", "pytest", *for_pytest]
    if for_pytest:
        return become(pytest, variables)

    import subprocess

    failed = []
    for name, command in CHECKS:
        say(name + "…")
        if subprocess.call([python, *command], env=variables):
            failed.append(name)
            say(f"{name}: есть замечания, они выше")
        else:
            say(f"{name}: в порядке")
    say("pytest…" if not failed else f"не прошли: {', '.join(failed)}; остался pytest…")
    failed += ["pytest"] if subprocess.call(pytest, env=variables) else []
    return EXIT_WRONG if failed else 0


def main(arguments: Sequence[str]) -> int:
    """Return the exit code: that of actgen or of the tests, or 3 when the environment could not be made."""
    if sys.version_info < OLDEST_PYTHON:
        say(
            "нужен Python 3.11 или новее, а запущен {}.{}. Установите новый с сайта python.org "
            "(Debian, Ubuntu: sudo apt install python3 python3-venv) и повторите команду им.".format(*sys.version_info)
        )
        return EXIT_ENVIRONMENT
    try:
        folder = project_folder()
        python = ready_python(folder)
        if arguments[:1] == ["test"]:
            return run_tests(python, arguments[1:], folder)
        return run_actgen(python, arguments, folder)
    except Trouble as trouble:
        say(str(trouble))
        return EXIT_ENVIRONMENT
    except KeyboardInterrupt:
        say("прервано.")
        return EXIT_INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
