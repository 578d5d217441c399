"""The first fifteen minutes of a secretary, at a terminal: from an unpacked folder and an Excel list to an order.

Only the environment is not made anew: the run.py of the unpacked folder is a stand-in that starts this Python
(`tests/run_py` hold how the real one makes it).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from actgen.cli import main
from actgen.docx import plain_text
from tests.tables.books import nasty_list
from tests.workspaces import ROOT

if os.name == "nt":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

from tests.cli.terminal import Terminal

NUMBER = r"Номер: $"


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """Return a folder as it comes out of the archive, with her list beside it."""
    folder = tmp_path / "Документы" / "actgen"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "акты.sh", folder)
    shutil.copytree(ROOT / "data", folder / "data")
    (folder / "run.py").write_text(
        f"import os, sys\nos.execv({sys.executable!r}, [{sys.executable!r}, '-m', 'actgen', *sys.argv[1:]])\n",
        encoding="utf-8",
    )
    nasty_list(folder.parent / "Список педагогов.xlsx")
    return folder


def test_from_an_unpacked_folder_and_an_excel_list_to_the_text_of_the_order(unpacked: Path) -> None:
    school = unpacked.parent / "Моя школа"
    with Terminal(["sh", str(unpacked / "акты.sh")], unpacked.parent, {"PYTHONUTF8": "1"}) as her:
        menu = her.answer(NUMBER, "7")
        assert re.search(r"1  проверить\n\s+2  собрать\n\s+3  открыть папку.*\n\s+4  взять.*\n\s+5  новая пара\n", menu)
        her.answer("Как назвать папку", "")

        assert f"Меню теперь работает с папкой: {school}" in her.answer(NUMBER, "4")
        assert "Список педагогов.xlsx" in her.answer("Таблица", "1")
        preview = her.answer("Кто куратор", "5")
        assert "Людей: 5. Пропущено строк: 3" in preview
        assert "Руководителем станет Орлова Татьяна Викторовна" in preview
        her.answer(r"Записать\?", "да")
        assert "Проверьте тех, кто без отчества" in her.answer(NUMBER, "actgen import --undo")
        assert "Возвращено как было: data/staff.yaml" in her.answer(NUMBER, "взять 'нет такой.xlsx'")
        assert "нет такого файла: нет такой.xlsx" in her.answer(NUMBER, "4")
        her.answer("Таблица", "1")
        her.answer("Кто куратор", "5")
        her.answer(r"Записать\?", "да")
        her.answer(NUMBER, "1")

        # The card of the school, in a text editor.
        her.wait_for("Номер: $")
        path = school / "data" / "school.yaml"
        text = path.read_text(encoding="utf-8")
        for left, written in (
            ("ЗАПОЛНИТЕ полное наименование", "Муниципальное бюджетное общеобразовательное учреждение «Школа № 7»"),
            ("ЗАПОЛНИТЕ краткое наименование", "МБОУ «Школа № 7»"),
            ("г. ЗАПОЛНИТЕ", "г. Ключи"),
        ):
            assert left in text
            text = text.replace(left, written)
        path.write_text(text, encoding="utf-8")

        assert "предупреждений: 3" in her.answer(NUMBER, "5")
        _pair(her, mentor="3", mentee="3")
        assert "наставник и наставляемый — один и тот же человек: Лебедева Т.Н." in her.answer(NUMBER, "5")
        _pair(her, mentor="3", mentee="2")
        assert "Записано: Лебедева Т.Н. — Петров И.С." in her.answer(NUMBER, "1")
        assert "Ошибок: 0, предупреждений: 0." in her.answer(NUMBER, "2")
        built = her.answer(NUMBER, "0")
        assert "Приказ о закреплении наставнических пар и групп (проект)" in built
        assert her.end() == 0

    order = next((school / "out" / "docx").glob("*закреплении*.docx"))
    printed = plain_text(order.read_bytes()).replace("\u00a0", " ")
    assert "ПРИКАЗЫВАЮ:" in printed
    assert "«Школа № 7»" in printed
    assert "Лебедева Татьяна Николаевна" in printed
    assert "Петров Иван Сергеевич" in printed
    assert "ЗАПОЛНИТЕ" not in printed


def _pair(her: Terminal, mentor: str, mentee: str) -> None:
    her.answer("Наставник", mentor)
    her.answer("Наставляемый", mentee)
    her.answer("Ещё один", "")
    her.answer("Форма", "1")
    her.answer(r"Вид \(номер", "1")
    her.answer("Первый день", "")
    her.answer("Последний день", "")


def test_nothing_is_written_into_the_school_for_show_unless_she_says_so(
    unpacked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["4", "нет", "привет", "0"])
    monkeypatch.setattr("builtins.input", lambda question: next(answers))
    monkeypatch.setattr("actgen.cli.menu.can_ask", lambda: True)
    monkeypatch.setattr("actgen.workflow.workspace.package_folder", lambda: unpacked)

    assert main(["--project", str(unpacked)]) == 0

    shown = capsys.readouterr().out
    assert "Это показательная школа: на ней видно, что получится." in shown
    assert "Нужен номер от 0 до 7 или команда" in shown
    assert not (unpacked / ".actgen").exists()


def test_a_file_that_she_corrected_by_hand_and_a_tab_of_hers_are_treated_as_promised(unpacked: Path) -> None:
    school = unpacked
    with Terminal(["sh", str(unpacked / "акты.sh")], unpacked, {"PYTHONUTF8": "1"}) as her:
        her.answer(NUMBER, "2")
        her.wait_for(NUMBER)
        order = next((school / "out" / "docx").glob("*Дубяго*(проект).docx"))
        edited = order.read_bytes() + b"\0"
        order.write_bytes(edited)
        pairs = school / "data" / "pairs.yaml"
        text = pairs.read_text(encoding="utf-8")
        pairs.write_text(text.replace("по: 31.05.2024", "по: 30.05.2024"), encoding="utf-8")
        her.answer(NUMBER, "2")
        assert "(новый).docx" in her.answer(NUMBER, "1")
        pairs.write_text(text.replace("    форма:", "\tформа:", 1), encoding="utf-8")
        her.answer(NUMBER, "1")
        assert "отступ сделан табуляцией" in her.answer(NUMBER, "0")

    assert order.read_bytes() == edited


def test_the_starter_without_python_says_in_one_sentence_how_to_get_it(unpacked: Path, tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname"):
        (tools / name).symlink_to(shutil.which(name) or "")

    done = subprocess.run(
        [tools / "sh", unpacked / "акты.sh"],
        env={"PATH": str(tools)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 3
    assert re.fullmatch(r"На этом компьютере нет Python\. Попросите .*\n", done.stderr)


def test_the_starter_of_windows_is_readable_by_its_console() -> None:
    content = (ROOT / "Акты.cmd").read_bytes()
    text = content.decode("utf-8")

    assert content.count(b"\n") == content.count(b"\r\n")
    first_russian = next(n for n, line in enumerate(text.splitlines()) if re.search("[А-Яа-я]", line))
    assert first_russian > text.splitlines().index("chcp 65001 >nul")
    labels = set(re.findall(r"^:(\w+)", text, re.MULTILINE))
    assert set(re.findall(r"goto (\w+)", text)) == labels
    assert text.count("pause") == 3
