"""doctor: each line says what follows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from actgen.bundle import office
from actgen.cli import main
from tests.workspaces import small_workspace

Shown = pytest.CaptureFixture[str]


def test_each_thing_has_a_line_that_says_what_follows(tmp_path: Path, capsys: Shown) -> None:
    assert main(["здоровье", "--project", str(small_workspace(tmp_path))]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line[:32].strip() for line in lines] == [
        "Python",
        "PyYAML с libyaml",
        "LibreOffice",
        "Мост Python — LibreOffice (uno)",
        "Чтение Excel",
        "Шрифт Times New Roman",
        "Шаблоны",
        "Запись в data",
        "Запись в out",
        "Папка кеша",
    ]
    assert all(line[32:].strip() for line in lines)


def test_without_libreoffice_documents_are_built_and_pdf_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert main(["doctor", "--project", str(small_workspace(tmp_path / "school"))]) == 0

    shown = capsys.readouterr().out
    assert "документы Word соберутся, PDF и комплект на печать — нет" in shown
    assert "не узнать: нет программы fc-match" in shown


def test_the_libreoffice_that_makes_the_pdf_is_the_one_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    program = tmp_path / "E" / "LibreOffice" / "program" / "soffice"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\necho LibreOffice 99.8.7\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(office, "_usual_places", lambda: iter([program]))

    assert office.find_office() == program
    main(["doctor", "--project", str(small_workspace(tmp_path / "school"))])

    assert "99.8.7, PDF будет" in capsys.readouterr().out


def test_a_folder_that_cannot_be_written_is_exit_3(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)

    assert main(["doctor", "--project", str(small_workspace(tmp_path))]) == 3

    assert "Не обойтись без этого: Запись в data, Запись в out." in capsys.readouterr().out


def test_a_folder_without_a_school_is_said(tmp_path: Path, capsys: Shown) -> None:
    assert main(["doctor", "--project", str(tmp_path)]) == 0

    assert "новая папка: actgen init" in capsys.readouterr().out
