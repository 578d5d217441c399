"""doctor: what this computer lacks, and what follows from it."""

from __future__ import annotations

import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from actgen.bundle import find_office, open_office
from actgen.workflow.cache import cache_folder
from actgen.workflow.check import check_workspace

_OLDEST_PYTHON = (3, 11)
_SECONDS = 30
_FONT_STANDS_IN = {"Times New Roman": "Liberation Serif", "Arial": "Liberation Sans"}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: what was found and what follows; `is_needed` and not `is_there` stops work."""

    what: str
    found: str
    is_there: bool
    is_needed: bool = False


def examine(project: Path) -> Iterator[Check]:
    """Yield what this computer and this folder have, one thing after the other."""
    yield _python()
    yield _libyaml()
    for look in (_office, _uno, _excel):
        yield look()
    yield from _of_workspace(project)
    yield _cache()


def _python() -> Check:
    is_there = sys.version_info >= _OLDEST_PYTHON
    follows = "годится" if is_there else "нужен 3.11 или новее: установите его с python.org"
    return Check("Python", f"{platform.python_version()}, {follows}", is_there, is_needed=True)


def _libyaml() -> Check:
    import yaml  # noqa: PLC0415

    is_there = hasattr(yaml, "CSafeLoader")
    return Check("PyYAML с libyaml", "да" if is_there else "нет: проверка идёт примерно в десять раз дольше", is_there)


def _office() -> Check:
    path = find_office()
    if path is None:
        return Check("LibreOffice", "нет: документы Word соберутся, PDF и комплект на печать — нет", is_there=False)
    version = _output([str(path), "--version"])
    number = next((word for word in version.split() if word[:1].isdigit()), "")
    if not number:
        return Check("LibreOffice", f"не запускается ({path}): PDF не будет, переустановите его", is_there=False)
    return Check("LibreOffice", f"{number}, PDF будет", is_there=True)


def _uno() -> Check:
    path = find_office()
    is_there = path is not None and open_office(path).python is not None
    found = "да, весь комплект переводится в PDF за один запуск LibreOffice"
    lacks = "нет: PDF делаются отдельными запусками LibreOffice, это дольше (Debian: apt install python3-uno)"
    return Check("Мост Python — LibreOffice (uno)", found if is_there else lacks, is_there)


def _excel() -> Check:
    is_there = find_spec("python_calamine") is not None
    lacks = 'нет: сотрудников можно взять только из CSV; поставить: pip install "actgen[excel]"'
    return Check("Чтение Excel", "да" if is_there else lacks, is_there)


def _of_workspace(project: Path) -> Iterator[Check]:
    checked = check_workspace(project)
    school = checked.school
    font = "Times New Roman"
    if school is not None and school.settings.has("page") and school.settings.page.has("font"):
        font = school.settings.page.font
    yield _font(font)
    broken = sorted(
        {found.place.file for found in checked.diagnostics if found.is_error and ".docx" in found.place.file}
    )
    if school is None:
        yield Check("Школа", "data/school.yaml здесь нет или он не читается; новая папка: actgen init", is_there=False)
    elif broken:
        yield Check("Шаблоны", f"с ошибками: {', '.join(broken)}; подробно: actgen check", False, is_needed=True)
    else:
        documents = len(checked.plan.documents)
        yield Check("Шаблоны", f"{len(checked.templates)} разобраны, документов будет {documents}", is_there=True)
    for folder in (project / "data", project / "out"):
        yield _writable(folder, project)


def _font(font: str) -> Check:
    if sys.platform == "win32":
        files = {path.name.casefold() for path in Path("C:/Windows/Fonts").glob("*.ttf")}
        is_there = "times.ttf" in files if font == "Times New Roman" else any(font[:5].casefold() in f for f in files)
        return Check(f"Шрифт {font}", "есть" if is_there else "нет: Word заменит его другим", is_there)
    listed = _output(["fc-match", "--format=%{family}", font])
    if not listed:
        return Check(f"Шрифт {font}", "не узнать: нет программы fc-match", is_there=False)
    family = listed.split(",")[0]
    if family.casefold() == font.casefold():
        return Check(f"Шрифт {font}", "есть", is_there=True)
    is_alike = family == _FONT_STANDS_IN.get(font)
    follows = "ширина букв та же" if is_alike else "переносы строк в PDF могут отличаться от Word"
    return Check(f"Шрифт {font}", f"нет, в PDF вместо него {family}: {follows}", is_there=is_alike)


def _writable(folder: Path, project: Path) -> Check:
    name = folder.relative_to(project).as_posix()
    nearest = folder if folder.exists() else project
    try:
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError as error:
        found = f"нельзя ({error.strerror}): перенесите папку школы туда, где можно создавать файлы"
        return Check(f"Запись в {name}", found, is_there=False, is_needed=True)
    return Check(f"Запись в {name}", "можно", is_there=True)


def _cache() -> Check:
    folder = cache_folder()
    lacks = "нет: каждый запуск разбирает шаблоны заново, это дольше"
    return Check("Папка кеша", str(folder) if folder is not None else lacks, folder is not None)


def _output(command: list[str]) -> str:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_SECONDS, check=False, encoding="utf-8", errors="replace"
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
