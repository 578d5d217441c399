"""Conversion by the real LibreOffice: alike with and without `uno`, and going on when it dies or hangs."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from actgen.bundle import Conversion, Converter, Office, OfficeFault, finish_pdf
from actgen.bundle.converter import DIED, LATE, REFUSED
from actgen.bundle.resident import Resident
from tests.bundle.office import converted, needs_office, the_office, word_file

pytestmark = needs_office

# Sizes differ, so that the order is known: the longest is converted first.
THREE = {name: word_file(*("Текст " * size,)) for name, size in (("длинный", 9000), ("средний", 4000), ("короткий", 1))}


SECOND = "0001.docx"


def signal_office(resident: Resident, number: int) -> None:
    os.killpg(resident.office.pid, number)


def test_uno_is_there() -> None:
    assert the_office().python is not None, "нет python3-uno: проверяется только один путь"


def test_one_call_without_uno_gives_the_same_pdf_as_residents() -> None:
    residents = converted(THREE, residents=2)
    one_call = converted(THREE, replace(the_office(), python=None))

    assert set(residents) == set(one_call) == set(THREE)
    for name in THREE:
        assert finish_pdf(residents[name].pdf or b"") == finish_pdf(one_call[name].pdf or b"")


def test_a_killed_libreoffice_is_started_anew_and_the_document_is_named() -> None:
    class KilledAtSecond(Converter):
        def _one(self, resident: Resident | None, source: Path) -> tuple[Resident | None, Conversion]:
            if source.name == SECOND and resident is not None:
                signal_office(resident, signal.SIGKILL)
            return super()._one(resident, source)

    done = converted(THREE, kind=KilledAtSecond)

    assert [name for name in THREE if done[name].pdf is None] == []
    assert [name for name in THREE if done[name].is_restarted] == ["средний"]


def test_a_document_over_which_libreoffice_hangs_is_named_and_the_others_are_converted() -> None:
    class HangsAtSecond(Converter):
        def _one(self, resident: Resident | None, source: Path) -> tuple[Resident | None, Conversion]:
            is_second = source.name == SECOND and resident is not None
            if is_second and resident is not None:
                signal_office(resident, signal.SIGSTOP)
            self.limit_seconds = 0.5 if is_second else 120
            return super()._one(resident, source)

    done = converted(THREE, kind=HangsAtSecond)

    assert (done["средний"].pdf, done["средний"].fault) == (None, LATE)
    assert done["длинный"].pdf is not None
    assert done["короткий"].pdf is not None


def test_a_document_that_kills_libreoffice_twice_is_given_up() -> None:
    starts = 0

    class Fragile(Converter):
        def _start(self) -> Resident:
            nonlocal starts
            starts += 1
            resident = super()._start()
            signal_office(resident, signal.SIGKILL)
            return resident

    done = converted({"один": word_file("Текст")}, kind=Fragile)

    assert (done["один"].pdf, done["один"].fault, starts) == (None, DIED, 2)


@pytest.mark.parametrize("has_uno", [True, False], ids=["resident", "one call"])
def test_a_document_that_is_none_is_named_and_the_others_are_converted(has_uno: bool) -> None:
    office = the_office() if has_uno else replace(the_office(), python=None)

    done = converted({"целый": word_file("Текст " * 500), "битый": word_file("Текст")[:900]}, office)

    assert done["битый"].pdf is None
    assert done["битый"].fault
    assert done["целый"].pdf is not None


def test_after_a_document_that_is_none_the_same_libreoffice_goes_on() -> None:
    broken = word_file("Текст " * 5000)[:-500]

    done = converted({"битый": broken, "первый": word_file("Раз " * 50), "второй": word_file("Два")})

    assert [(name, one.fault) for name, one in done.items() if one.pdf is None] == [("битый", REFUSED)]
    assert not any(one.is_restarted for one in done.values())


@pytest.mark.parametrize("has_uno", [True, False], ids=["resident", "one call"])
def test_a_program_that_is_no_libreoffice_is_said_to_be_broken(has_uno: bool, tmp_path: Path) -> None:
    office = the_office() if has_uno else replace(the_office(), python=None)
    soffice = tmp_path / "soffice"
    soffice.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    soffice.chmod(0o755)

    with pytest.raises(OfficeFault, match="LibreOffice не запускается"):
        converted({"один": word_file("Текст")}, replace(office, soffice=soffice))


def test_libreoffice_that_cannot_be_driven_takes_all_files_in_one_call(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    python.chmod(0o755)

    done = converted(THREE, replace(the_office(), python=python), residents=2)

    driven = converted(THREE, residents=2)
    assert {name: finish_pdf(one.pdf or b"") for name, one in done.items()} == {
        name: finish_pdf(one.pdf or b"") for name, one in driven.items()
    }


def test_what_was_converted_before_libreoffice_could_not_be_driven_any_more_is_told_once(tmp_path: Path) -> None:
    class CannotStartAgain(Converter):
        def _one(self, resident: Resident | None, source: Path) -> tuple[Resident | None, Conversion]:
            if source.name == SECOND and resident is not None:
                resident.stop()
                self._office = replace(self._office, python=Path("/bin/false"))
            return super()._one(resident, source)

    told: list[str] = []
    with CannotStartAgain(the_office(), tmp_path, residents=1) as converter:
        converter.convert(THREE, lambda name, one: told.append(name if one.pdf else f"{name}: {one.fault}"))

    assert told == ["длинный", "средний", "короткий"]


def office_that_dies_over(name: str, folder: Path) -> Office:
    """Return a LibreOffice without `uno` that ends without a PDF whenever it is given the file of that name."""
    soffice = folder / "soffice"
    dies = f'case "$*" in */{name}*) exit 1;; esac'
    soffice.write_text(f'#!/bin/sh\n{dies}\nexec "{the_office().soffice}" "$@"\n', encoding="utf-8")
    soffice.chmod(0o755)
    return replace(the_office(), python=None, soffice=soffice)


def test_a_document_that_kills_libreoffice_first_in_line_is_named_and_the_others_are_converted(tmp_path: Path) -> None:
    done = converted(THREE, office_that_dies_over("0000.docx", tmp_path))

    assert (done["длинный"].pdf, done["длинный"].fault) == (None, DIED)
    assert done["средний"].pdf is not None
    assert done["короткий"].pdf is not None


def test_the_only_document_that_kills_libreoffice_is_named_and_libreoffice_is_not_blamed(tmp_path: Path) -> None:
    done = converted({"один": word_file("Текст")}, office_that_dies_over("0000.docx", tmp_path))

    assert (done["один"].pdf, done["один"].fault) == (None, DIED)


def test_nothing_is_left_running_and_no_pipe_of_libreoffice_on_the_disk(tmp_path: Path) -> None:
    with Converter(the_office(), tmp_path, residents=1) as converter:
        converter.convert({"один": word_file("Текст")}, lambda *_: None)
        (resident,) = converter.running
        made = resident.pipes()

    assert resident.office.poll() is not None
    assert len(made) == 2, "the one that is asked for, and the one by which a second start finds the first"
    assert resident.pipes() == []
