"""The LibreOffice of this machine: where it lies, its version, and an interpreter that can speak to it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

PROBE_SECONDS = 20
_FONT_ENDINGS = {".ttf", ".otf", ".ttc", ".otc", ".pfb"}


@dataclass(frozen=True, slots=True)
class Office:
    """An installed LibreOffice; `python` is an interpreter that imports `uno`, None where there is none.

    `version` names the very build: another one may break lines elsewhere.
    """

    soffice: Path
    version: str
    python: Path | None


class OfficeFault(Exception):
    """LibreOffice or a font is absent or does not work; `reason` and `hint` are Russian sentences."""

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


def find_office() -> Path | None:
    """Return the program `soffice`: from PATH, else from where the installers of Windows and macOS put it."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    if named is not None:
        return Path(named)
    return next((place for place in _usual_places() if place.is_file()), None)


def _usual_places() -> Iterator[Path]:
    if os.name == "nt":
        for variable in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)"):
            if folder := os.environ.get(variable):
                yield Path(folder) / "LibreOffice" / "program" / "soffice.exe"
    elif sys.platform == "darwin":
        yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")


def open_office(soffice: Path) -> Office:
    """Return the LibreOffice with its version and the first interpreter that imports `uno`; it is not started yet."""
    program = soffice.resolve().parent
    return Office(soffice, read_version(soffice), next(filter(_has_uno, _interpreters(program)), None))


def read_version(soffice: Path) -> str:
    """Return what tells this build and the fonts of this machine from others; LibreOffice itself is not started."""
    return f"{_build(soffice)} {_fonts()}".strip()


def _fonts() -> str:
    """Return the hash of names and sizes of the installed fonts: with others, lines and pages are others."""
    found = sorted(
        f"{path.name} {path.stat().st_size}"
        for folder in _font_folders()
        for path in folder.rglob("*")
        if path.suffix.casefold() in _FONT_ENDINGS and path.is_file()
    )
    return sha256("\n".join(found).encode()).hexdigest()[:12]


def _font_folders() -> Iterator[Path]:
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
    elif sys.platform == "darwin":
        yield from (Path("/Library/Fonts"), Path.home() / "Library" / "Fonts")
    else:
        yield from (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
        yield from (Path.home() / ".fonts", Path.home() / ".local" / "share" / "fonts")


def build_id(soffice: Path) -> str:
    """Return how LibreOffice calls its build, as its profile remembers it; empty where it does not say."""
    return _said(soffice.resolve().parent).get("buildid", "")


def _build(soffice: Path) -> str:
    program = soffice.resolve().parent
    said = _said(program)
    return f"{said.get('UpdateID', '').split('_en-US')[0]} {said.get('buildid', '')} {_stamp(program)}".strip()


def _said(program: Path) -> dict[str, str]:
    """Return what LibreOffice says of itself in the file beside its program."""
    for file in (program / "versionrc", program / "version.ini", program.parent / "Resources" / "versionrc"):
        try:
            lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            continue
        return {key: value for key, _, value in (line.partition("=") for line in lines)}
    return {}


def _stamp(program: Path) -> str:
    # A Debian update keeps `buildid`; size and day of the program do not stay.
    for name in ("soffice.bin", "soffice.exe", "soffice"):
        try:
            state = (program / name).stat()
        except OSError:
            continue
        return f"{state.st_size}-{int(state.st_mtime)}"
    return ""


def _interpreters(program: Path) -> Iterator[Path]:
    """Yield interpreters that may know `uno`: LibreOffice's own, then Debian's, then the one that runs us."""
    yield program / ("python.exe" if sys.platform == "win32" else "python")
    yield program.parent / "Resources" / "python"
    if sys.platform != "win32":
        yield Path("/usr/bin/python3")
    yield Path(sys.executable)


def _has_uno(python: Path) -> bool:
    if not python.is_file():
        return False
    try:
        probe = [str(python), "-I", "-c", "import uno"]
        done = subprocess.run(probe, capture_output=True, timeout=PROBE_SECONDS, check=False, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def absent_office() -> OfficeFault:
    """Return the fault of a machine without LibreOffice, with what to install there."""
    return OfficeFault("нет LibreOffice, PDF не сделаны", f"{install_hint()}, затем повторите команду")


def install_hint() -> str:
    """Return what to install on this kind of machine."""
    if sys.platform == "win32":
        return "поставьте LibreOffice: winget install TheDocumentFoundation.LibreOffice"
    if sys.platform == "darwin":
        return "поставьте LibreOffice: brew install --cask libreoffice"
    return "поставьте LibreOffice: apt-get install libreoffice-writer-nogui python3-uno fonts-liberation"


def font_fault(family: str) -> OfficeFault:
    """Return the fault of a machine without the family and without its equals."""
    hint = "поставьте шрифт: apt-get install fonts-liberation" if sys.platform == "linux" else "поставьте этот шрифт"
    reason = f"нет шрифта «{family}» и равного ему по ширине: строки и страницы были бы другими, PDF не сделаны"
    return OfficeFault(reason, f"{hint}, затем повторите команду")


def mark_fault() -> OfficeFault:
    """Return the fault of a template that prints no marks."""
    reason = "шаблон inventory.docx не печатает метки листов: комплект на печать не сделан"
    return OfficeFault(reason, "верните в шаблон страницу с {{ метка }} или возьмите его заново из actgen")
