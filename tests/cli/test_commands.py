"""The command line: commands, aliases, exit codes, formats, did-you-mean."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from actgen.cli import main
from actgen.version import VERSION
from actgen.workflow import known_codes
from tests.workspaces import ROOT

Shown = pytest.CaptureFixture[str]
COMMANDS = {
    "init": "начать",
    "import": "взять",
    "new": "новый",
    "schema": "схема",
    "doctor": "здоровье",
    "check": "проверить",
    "plan": "план",
    "build": "собрать",
    "forms": "формы",
    "words": "слова",
    "explain": "объяснить",
    "match": "подобрать",
    "number": "номер",
    "sign": "подписать",
    "status": "состояние",
    "year": "год",
    "verify": "сверить",
    "text": "текст",
    "norms": "нормы",
    "rules": "правила",
}

WRITING = ("init", "import", "new", "schema", "number", "sign", "year")


# --- exit codes -----------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "plan", "build"])
def test_a_school_without_fault_is_exit_0(command: str, built: Path, capsys: Shown) -> None:
    assert main([command, "--project", str(built)]) == 0


@pytest.mark.parametrize("command", ["check", "plan", "build"])
@pytest.mark.parametrize("style", ["full", "concise", "json"])
def test_a_fault_of_the_data_is_exit_1(command: str, style: str, broken: Path, capsys: Shown) -> None:
    assert main([command, "--project", str(broken), "--format", style]) == 1


@pytest.mark.parametrize(
    "line",
    [
        ["собирать"],
        ["build", "--формат", "ясно"],
        ["build", "--цвет"],
        ["explain"],
        ["explain", "D999"],
        ["words", "нет-такого"],
        ["plan", "нет-такого"],
        ["build", "нет-такого"],
        ["check", "--project", "/нет/такой/папки"],
        ["explain", "D001", "D002"],
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_is_exit_2_and_says_what_is_wrong(line: list[str], built: Path, capsys: Shown) -> None:
    project = [] if "--project" in line or line[0] == "собирать" else ["--project", str(built)]

    assert main([*line, *project]) == 2

    shown = capsys.readouterr()
    assert shown.out == ""
    assert re.match("actgen: .*[а-яё]", shown.err)


def test_the_plan_is_exit_1_when_asked_and_anything_would_change(built: Path, tmp_path: Path, capsys: Shown) -> None:
    assert main(["plan", "--project", str(built), "--exit-code"]) == 0
    assert main(["план", "--проект", str(built), "--код", "--папка", str(tmp_path)]) == 1
    assert main(["plan", "--project", str(built), "--out", str(tmp_path)]) == 0


# --- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in WRITING])
def test_a_command_that_only_looks_has_a_russian_name_that_does_the_same(
    command: str, built: Path, capsys: Shown
) -> None:
    file = str(next((built / "out" / "docx").glob("*закреплении*")))
    more = {"words": ["приказ-о-парах"], "explain": ["D101"], "verify": [file], "text": [file]}.get(command, [])

    codes = [main([name, *more, "--project", str(built)]) for name in (command, COMMANDS[command])]

    assert codes == [0, 0]
    out = capsys.readouterr().out
    half = len(out) // 2
    assert out[:half] == out[half:]


def test_options_have_russian_names(built: Path, tmp_path: Path, capsys: Shown) -> None:
    line = [
        "собрать",
        "приказ-о-парах",
        "--проект",
        str(built),
        "--папка",
        str(tmp_path / "сюда"),
        "--формат",
        "concise",
    ]

    assert main(line) == 0

    assert len(list((tmp_path / "сюда" / "docx").iterdir())) == 1


@pytest.mark.parametrize("kind", ["order-on-pairs", "приказ-о-парах", "Приказ о парах", "приказ_о_парах"])
def test_a_kind_is_called_by_its_file_or_its_short_name(kind: str, built: Path, capsys: Shown) -> None:
    assert main(["plan", kind, "--project", str(built), "--format", "json"]) == 0

    documents = json.loads(capsys.readouterr().out)["documents"]
    assert [document["kind"] for document in documents] == ["order-on-pairs"]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (["bild"], "«build»"),
        (["праверить"], "«проверить»"),
        (["words", "приказ-о-порах"], "«приказ-о-парах»"),
        (["plan", "order-on-pair"], "«order-on-pairs»"),
        (["build", "програма"], "«программа»"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_what_was_most_likely_meant_is_offered(line: list[str], meant: str, built: Path, capsys: Shown) -> None:
    assert main([*line, *(["--project", str(built)] if len(line) > 1 else [])]) == 2

    assert f"Может быть, {meant}?" in capsys.readouterr().err


# --- formats --------------------------------------------------------------------------------------


def test_the_full_format_shows_the_line_and_marks_the_fault(broken: Path, capsys: Shown) -> None:
    main(["check", "--project", str(broken)])

    assert (
        """\
data/pairs.yaml:2:16: ошибка D005: нет сотрудника «Лебедина Т.Н.»; похожий: «Лебедева Т.Н.»
    2 |   - наставник: Лебедина Т.Н.
      |                ^^^^^^^^^^^^^
   data/staff.yaml:6:5: здесь Лебедева Татьяна Николаевна
   подсказка: исправьте на «Лебедева Т.Н.»        подробнее: actgen explain D005
"""
        in capsys.readouterr().out
    )


def test_the_concise_format_is_one_line_a_finding(broken: Path, capsys: Shown) -> None:
    main(["check", "--project", str(broken), "--format", "concise"])

    lines = capsys.readouterr().out.splitlines()
    assert [line.split(": ")[:2] for line in lines[:2]] == [
        ["data/pairs.yaml:2:16", "ошибка"],
        ["data/pairs.yaml:4:5", "ошибка"],
    ]
    assert lines[0].endswith(" [D005]")
    assert "Ошибок: 2" in lines[2]


def test_the_json_of_findings_has_exactly_the_promised_shape(broken: Path, capsys: Shown) -> None:
    main(["check", "--project", str(broken), "--format", "json"])

    data = json.loads(capsys.readouterr().out)
    assert data["documents"] == []
    assert list(data) == ["diagnostics", "documents"]
    assert [list(found) for found in data["diagnostics"]] == [
        ["code", "severity", "file", "line", "column", "message", "hint"]
    ] * 2
    assert (data["diagnostics"][1]["line"], data["diagnostics"][1]["column"]) == (4, 5)
    assert {found["severity"] for found in data["diagnostics"]} == {"error"}


def test_the_json_of_a_whole_file_has_no_line(built: Path, tmp_path: Path, capsys: Shown) -> None:
    school = Path(shutil.copytree(built, tmp_path / "школа"))
    (school / "data" / "staf.yaml").write_bytes(b"")

    main(["check", "--project", str(school), "--format", "json"])

    found = json.loads(capsys.readouterr().out)["diagnostics"][0]
    assert (found["code"], found["line"], found["column"]) == ("F042", None, None)


@pytest.mark.parametrize("command", ["plan", "build"])
def test_the_json_of_documents_has_exactly_the_promised_shape(
    command: str, built: Path, tmp_path: Path, capsys: Shown
) -> None:
    main([command, "--project", str(built), "--out", str(tmp_path), "--format", "json"])

    data = json.loads(capsys.readouterr().out)
    assert data["diagnostics"] == []
    assert len(data["documents"]) == 8
    for document in data["documents"]:
        assert list(document) == ["kind", "subject", "file", "state", "because"]
        assert document["state"] in {"new", "changed", "same", "signed", "edited", "extra"}
        assert document["file"].startswith("docx/")
        assert all(list(place) == ["file", "line"] for place in document["because"])
    program = next(document for document in data["documents"] if document["kind"] == "program")
    assert program["subject"] == "belova"


def test_every_format_tells_the_same_findings(broken: Path, capsys: Shown) -> None:
    codes = []
    for style in ("full", "concise", "json"):
        main(["check", "--project", str(broken), "--format", style])
        codes.append(set(re.findall(r"\b[DFSLWV]\d{3}\b", capsys.readouterr().out)))

    assert codes == [{"D001", "D005"}] * 3


# --- the plan -------------------------------------------------------------------------------------


def test_the_plan_tells_drafts_and_the_place_of_a_change(built: Path, tmp_path: Path, capsys: Shown) -> None:
    school = Path(shutil.copytree(built, tmp_path / "школа"))
    program = school / "data" / "programs" / "belova.yaml"
    program.write_text(program.read_text(encoding="utf-8").replace("Посещение", "Посещения"), encoding="utf-8")

    main(["plan", "--project", str(school)])

    lines = capsys.readouterr().out.splitlines()
    changed = next(line for line in lines if line.startswith("~"))
    assert "без номера" in changed
    assert "из-за data/programs/belova.yaml:7" in changed
    assert lines[-1] == "Итого: изменить 1, без изменений 6, подписанных 1."


# --- explain, words, help, menu -------------------------------------------------------------------


def test_every_code_is_explained_in_russian(capsys: Shown) -> None:
    for code in known_codes():
        assert main(["explain", code]) == 0

        shown = capsys.readouterr().out
        assert shown.startswith(f"# {code}: ")
        assert re.search("[а-яё]{3}", shown)


def test_every_code_that_the_program_writes_is_known() -> None:
    sources = (ROOT / "src" / "actgen").rglob("*.py")

    written = {code for path in sources for code in re.findall(r'"([DFSLWV]\d{3})"', path.read_text(encoding="utf-8"))}

    assert written - set(known_codes()) == set()


@pytest.mark.parametrize(
    ("typed", "code"), [("Д101", "D101"), ("д101", "D101"), ("С101", "S101"), ("Ф002", "F002"), ("Л101", "L101")]
)
def test_a_code_is_found_when_it_is_typed_in_russian_letters(typed: str, code: str, capsys: Shown) -> None:
    assert main(["explain", typed]) == 0

    assert capsys.readouterr().out.startswith(f"# {code}")


def test_a_code_is_found_in_small_letters(capsys: Shown) -> None:
    assert main(["объяснить", " d101 "]) == 0


@pytest.mark.parametrize("kind", ["order-on-mentoring", "положение", "roadmap", "приказ-о-парах", "program", "note"])
def test_words_are_shown_with_their_values_of_today(kind: str, built: Path, capsys: Shown) -> None:
    assert main(["words", kind, "--project", str(built)]) == 0
    shown = capsys.readouterr().out
    assert main(["words", kind, "--project", str(built), "--json"]) == 0
    values = json.loads(capsys.readouterr().out)

    assert values["директор.фио.дательный"] == "Орловой Анне Павловне"
    assert all(isinstance(value, str) for value in values.values())
    assert all(name in shown for name in values)


def test_words_of_a_school_with_a_fault_are_shown_as_far_as_they_are_known(broken: Path, capsys: Shown) -> None:
    assert main(["words", "положение", "--project", str(broken)]) == 0

    assert "директор.фио.дательный" in capsys.readouterr().out


def _english(text: str) -> list[str]:
    formats = "full|concise|json|github|gitlab|sarif|junit"
    names = r"KIND|CODE|data|acts|templates|out|order-on-pairs|declension\.lock\.yaml|docx|pdf|yes"
    tables = r"Excel|CSV|xlsx|xls|ods|csv|GitHub|GitLab|VS Code|vscode/schema|(?:staff|pairs|points|school)\.yaml"
    kept = r"GitHub Actions|PDF|DOCX|Word|sig|signed|belova|print|bundle\.zip"
    shown = "markdown|main|HEAD|git|watch|Ctrl|diff|take"
    known = (
        rf"actgen|{formats}|{names}|{kept}|{tables}|{shown}|[Dd]ask|CI|schools|programs|person|pair|program|act|point"
    )
    text = re.sub(rf"\b(?:{known}|{'|'.join(COMMANDS)}|D101)\b", "", text)
    text = re.sub(r"--?[a-z][a-z-]*", "", text)
    return re.findall(r"[A-Za-z]{2,}", text)


@pytest.mark.parametrize("line", [[], *[[command] for command in (*COMMANDS, *COMMANDS.values())]], ids=" ".join)
@pytest.mark.parametrize("option", ["--help", "-h", "--справка"])
def test_the_help_is_russian_throughout(line: list[str], option: str, capsys: Shown) -> None:
    assert main([*line, option]) == 0

    shown = capsys.readouterr().out
    assert shown.startswith("запуск: actgen")
    assert _english(shown) == []


def test_messages_of_a_wrong_command_line_are_russian(capsys: Shown) -> None:
    for line in (["words"], ["build", "--format"], ["build", "--format", "х"], ["check", "--нет"], ["--код"]):
        assert main(line) == 2

    assert [word for word in _english(capsys.readouterr().err) if word not in {"format"}] == []


@pytest.mark.parametrize("option", ["--version", "--версия"])
def test_the_version_is_printed(option: str, capsys: Shown) -> None:
    assert main([option]) == 0

    assert capsys.readouterr().out == f"actgen {VERSION}\n"


def test_without_a_command_and_a_terminal_the_menu_is_shown_and_nothing_done(built: Path, capsys: Shown) -> None:
    assert main(["--project", str(built)]) == 0

    shown = capsys.readouterr().out
    assert "2  собрать" in shown
    assert "actgen --help" in shown


def test_the_menu_at_a_terminal_does_what_is_asked_until_it_is_left(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    answers = iter(["8", "1", "2", "6", "слово", "0"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))

    assert main(["--project", str(built)]) == 0

    shown = capsys.readouterr().out
    assert shown.count("Нужен номер от 0 до 7 или команда") == 2
    assert "Ошибок: 0" in shown
    assert "Изменений нет" in shown
    assert "actgen explain D101" in shown


def test_a_defect_of_our_own_is_exit_70_and_said_in_russian(
    built: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    def defect(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("actgen.workflow.plan_workspace", defect)

    assert main(["plan", "--project", str(built)]) == 70

    said = capsys.readouterr().err
    assert "ошибка самой программы" in said
    assert "Проверьте, что записано" in said
    assert "не изменены" not in said


def test_forms_of_an_unreadable_school_are_not_called_sound(tmp_path: Path, capsys: Shown) -> None:
    assert main(["forms", "--project", str(tmp_path)]) == 1

    assert "actgen check" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (["build", "--pdff"], "непонятно: --pdff. Может быть, --pdf?\nСправка: actgen build --help\n"),
        (["номер", "приказ-о-парах", "--номр=5"], "непонятно: --номр. Может быть, --номер?\n"),
        (["new", "pair", "--наставнк", "x"], "непонятно: --наставнк. Может быть, --наставник?\n"),
        (["--verison"], "непонятно: --verison. Может быть, --version?\nСправка: actgen --help\n"),
    ],
)
def test_a_misspelt_option_is_answered_with_what_was_meant(
    line: list[str], meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line) == 2

    assert meant in capsys.readouterr().err
