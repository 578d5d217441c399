from __future__ import annotations

import sys
from pathlib import Path

import pytest

from actgen.cli import check as check_command
from actgen.cli.command_line import run
from actgen.workflow import Refused, check_workspace, find_fixes, write_fixes
from tests.workspaces import PAIRS, SCHOOL, STAFF, small_workspace

CURABLE = {
    "a tab in an indent": PAIRS.replace("    форма:", "\tформа:"),
    "a tab after a dash": PAIRS.replace("- наставник", "-\tнаставник"),
    "a dash of Word": PAIRS.replace("- наставник", "— наставник"),
    "no-break spaces in an indent": PAIRS.replace("    вид:", "\u00a0\u00a0\u00a0\u00a0вид:"),
    "a misspelt key": PAIRS.replace("форма:", "фома:"),
    "a Latin letter in a key": PAIRS.replace("форма:", "фopма:"),
}


@pytest.mark.parametrize("text", CURABLE.values(), ids=CURABLE.keys())
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_what_has_one_answer_is_mended_and_nothing_else_changes(
    tmp_path: Path, text: str, ending: str, mark: bytes
) -> None:
    comment = "# вписано  рукой\t \n"
    small_workspace(tmp_path)
    path = tmp_path / "data" / "pairs.yaml"
    path.write_bytes(mark + (comment + text).replace("\n", ending).encode())

    assert run(["check", "--project", str(tmp_path), "--fix", "--yes"]) == 0

    assert path.read_bytes() == mark + (comment + PAIRS).replace("\n", ending).encode()


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16"])
def test_another_encoding_becomes_utf_8(tmp_path: Path, encoding: str) -> None:
    small_workspace(tmp_path)
    path = tmp_path / "data" / "staff.yaml"
    path.write_bytes(STAFF.encode(encoding))

    assert run(["check", "--project", str(tmp_path), "--fix", "--yes"]) == 0

    assert path.read_bytes() == STAFF.encode()


def test_the_change_is_shown_and_not_made_without_consent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = PAIRS.replace("форма:", "фома:")
    small_workspace(tmp_path, {"data/pairs.yaml": text})

    assert run(["check", "--project", str(tmp_path), "--fix"]) == 1

    printed = capsys.readouterr().out
    assert "-    фома: учитель — учитель\n+    форма: учитель — учитель" in printed
    assert "повторите с --yes" in printed
    assert (tmp_path / "data" / "pairs.yaml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(("answer", "code"), [("Да", 0), ("д", 0), ("нет", 1)])
def test_whoever_agrees_at_the_terminal_has_it_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    small_workspace(tmp_path, {"data/pairs.yaml": PAIRS.replace("форма:", "фома:")})
    monkeypatch.setattr(check_command, "can_ask", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: answer)

    assert run(["check", "--project", str(tmp_path), "--fix"]) == code


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is of POSIX")
def test_the_question_is_asked_on_a_console_that_has_no_guillemets(tmp_path: Path) -> None:
    from tests.cli.terminal import Terminal

    small_workspace(tmp_path, {"data/pairs.yaml": PAIRS.replace("форма:", "фома:")})
    command = [sys.executable, "-m", "actgen", "check", "--fix"]

    with Terminal(command, tmp_path, {"PYTHONIOENCODING": "cp866"}) as her:
        her.answer(r"\?", "")
        her.answer(r"\?", "ytn")

        assert her.end() == 1


def test_a_check_tells_how_much_it_could_mend(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_workspace(tmp_path, {"data/pairs.yaml": PAIRS.replace("форма:", "фома:")})

    run(["check", "--project", str(tmp_path), "--format", "full"])

    assert "Из них исправит сам: 1; команда: actgen check --fix" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("data/pairs.yaml", PAIRS.replace("Белова Е.Н.", "Билова Е.Н.")),
        ("data/pairs.yaml", PAIRS.replace("01.09.2026", "31.09.2026")),
        ("data/pairs.yaml", PAIRS + "    согласие: 02.10.2026\n"),
        ("data/staff.yaml", STAFF.replace("фио: Белова", "фио: Bелова")),
        ("data/school.yaml", SCHOOL.replace("краткое: МБОУ", "краткое: МКОУ")),
        ("data/pairs.yaml", PAIRS.replace("форма:", "ф:")),
    ],
)
def test_facts_and_doubtful_keys_are_left_to_people(tmp_path: Path, file: str, text: str) -> None:
    small_workspace(tmp_path, {file: text})

    assert check_workspace(tmp_path).diagnostics
    assert find_fixes(tmp_path) == ()


def test_a_tab_whose_level_cannot_be_told_is_left_to_people(tmp_path: Path) -> None:
    small_workspace(tmp_path, {"data/pairs.yaml": PAIRS.replace("  - наставник", "\t- наставник")})

    assert find_fixes(tmp_path) == ()


BROKEN_BYTES = {
    "a byte that is no letter of UTF-8, beside a misspelt key": PAIRS.replace("форма:", "фома:").encode() + b"# \xff\n",
    "a byte that Windows-1251 does not have": PAIRS.encode("cp1251") + b"# \x98\n",
    "UTF-16 cut in the middle of a letter": PAIRS.encode("utf-16") + b"\n",
}


@pytest.mark.parametrize("content", BROKEN_BYTES.values(), ids=BROKEN_BYTES.keys())
def test_bytes_that_are_no_letters_are_kept_and_left_to_people(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    small_workspace(tmp_path)
    path = tmp_path / "data" / "pairs.yaml"
    path.write_bytes(content)

    assert run(["check", "--project", str(tmp_path), "--fix", "--yes"]) == 1

    assert path.read_bytes() == content
    printed = capsys.readouterr().out
    assert "Исправлять самому нечего." in printed
    assert "Из них исправит сам" not in printed


def test_mending_twice_changes_nothing_more(tmp_path: Path) -> None:
    small_workspace(tmp_path, {"data/pairs.yaml": PAIRS.replace("форма:", "фома:")})
    run(["check", "--project", str(tmp_path), "--fix", "--yes"])

    assert find_fixes(tmp_path) == ()


def test_what_was_saved_while_the_question_waited_is_not_written_over(tmp_path: Path) -> None:
    small_workspace(tmp_path, {"data/pairs.yaml": PAIRS.replace("форма:", "фома:")})
    fixes = find_fixes(tmp_path)
    pairs = tmp_path / "data" / "pairs.yaml"
    saved = pairs.read_text("utf-8") + "# своё\n"
    pairs.write_text(saved, "utf-8")

    with pytest.raises(Refused):
        write_fixes(tmp_path, fixes)

    assert pairs.read_text("utf-8") == saved
