"""number: the entry of the journal is written by marks, and no number is given twice."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from actgen.cli.command_line import run
from actgen.cli.exit_codes import ENVIRONMENT
from actgen.workflow import Refused, number_acts
from tests.workspaces import ROOT, copy_of_root, listing, small_workspace, with_own_acts

DAY = date(2026, 10, 5)


@pytest.fixture(autouse=True)
def _compiled_once(compiled_once: None) -> None:
    pass


def journal_of(folder: Path) -> str:
    return (folder / "data" / "journal.yaml").read_text(encoding="utf-8")


def with_journal(folder: Path, journal: str) -> Path:
    with_own_acts(folder)
    (folder / "data" / "journal.yaml").write_bytes(journal.encode())
    return folder


def test_the_next_number_goes_on_after_the_last_one_of_the_series_and_comments_stay(tmp_path: Path) -> None:
    school = copy_of_root(tmp_path)
    before = journal_of(school)

    numbered = number_acts(school, ["программа"], is_every=True, today=date(2023, 9, 29))

    assert [(one.number, one.day) for one in numbered] == [(f"{n}", date(2023, 9, 29)) for n in (4, 5, 6)]
    assert journal_of(school).startswith(before.rstrip("\n").rpartition("\n")[0])
    assert before.rstrip("\n").rpartition("\n")[2] in journal_of(school)


def test_a_document_whose_file_was_not_read_is_not_said_to_be_absent(tmp_path: Path) -> None:
    school = tmp_path / "школа"
    shutil.copytree(ROOT / "examples" / "school-2026" / "data", school / "data")
    (school / "data" / "programs" / "belaya.yaml").write_bytes("цель: [Войти в должность\n".encode())

    with pytest.raises(Refused, match="не все данные прочитаны") as refused:
        number_acts(school, ["программа"], about="belaya", day=DAY)

    assert "data/programs/belaya.yaml" in {found.place.file for found in refused.value.found}


def test_a_number_of_a_lapsed_act_is_not_given_again(tmp_path: Path) -> None:
    school = with_journal(
        tmp_path,
        "журнал:\n  - {вид: приказ-о-парах, серия: ОД, номер: 45/8, дата: 31.08.2026, состояние: утратил силу}\n"
        "  - {вид: приказ-о-дне, серия: ОД, состояние: проект}\n",
    )

    with pytest.raises(Refused, match=r"№ 45/8 уже занят актом от 31\.08\.2026"):
        number_acts(school, ["приказ-о-дне"], number="45/8", day=DAY)
    (numbered,) = number_acts(school, ["приказ-о-дне"], day=DAY)

    assert numbered.number == "46/8"
    assert "{вид: приказ-о-дне, серия: ОД, состояние: проект, номер: 46/8, дата: 05.10.2026}" in journal_of(school)


def test_the_numbers_of_an_earlier_year_are_stepped_over_only_inside_their_calendar_year(tmp_path: Path) -> None:
    school = with_journal(
        tmp_path,
        "журнал:\n  - {вид: приказ-о-дне, год: 2025/2026, номер: 7-о, дата: 01.02.2026, состояние: подписан}\n",
    )

    (numbered,) = number_acts(school, ["приказ-о-дне"], day=DAY)

    assert numbered.number == "8-о"


def test_a_number_is_given_again_in_a_new_calendar_year(tmp_path: Path) -> None:
    school = with_journal(
        tmp_path,
        "журнал:\n  - {вид: приказ-о-парах, серия: ОД, номер: 5, дата: 28.12.2026, состояние: утратил силу}\n"
        "  - {вид: приказ-о-дне, серия: ОД, состояние: проект}\n",
    )

    (numbered,) = number_acts(school, ["приказ-о-дне"], number="5", day=date(2027, 1, 15))

    assert numbered.number == "5"


def test_a_school_whose_numbers_begin_anew_in_september_may_give_a_number_of_august_again(tmp_path: Path) -> None:
    school = with_journal(
        tmp_path,
        "журнал:\n  - {вид: приказ-о-дне, год: 2025/2026, номер: 7-о, дата: 20.08.2026, состояние: подписан}\n",
    )
    settings = school / "data" / "school.yaml"
    with pytest.raises(Refused, match="№ 7-о уже занят"):
        number_acts(school, ["приказ-о-дне"], number="7-о", day=DAY)
    settings.write_text(f"{settings.read_text(encoding='utf-8')}правила: {{номера_с_месяца: 9}}\n", encoding="utf-8")

    (numbered,) = number_acts(school, ["приказ-о-дне"], number="7-о", day=DAY)

    assert numbered.number == "7-о"


def test_a_school_without_a_journal_gets_one_with_its_first_number(tmp_path: Path) -> None:
    school = small_workspace(tmp_path)

    with pytest.raises(Refused, match="ещё нет номеров") as refused:
        number_acts(school, ["приказ-о-наставничестве"], day=DAY)
    number_acts(school, ["приказ-о-наставничестве"], number="1/8", day=date(2026, 8, 31))

    assert refused.value.is_wrong_line
    assert journal_of(school) == "журнал:\n  - вид: приказ-о-наставничестве\n    номер: 1/8\n    дата: 31.08.2026\n"


def test_a_number_that_breaks_a_rule_is_refused_with_the_finding(tmp_path: Path) -> None:
    school = with_own_acts(tmp_path)
    before = listing(school)

    with pytest.raises(Refused) as refused:
        number_acts(school, ["программа"], number="1", day=date(2026, 6, 1))

    assert [found.code for found in refused.value.found] == ["S109"]
    assert listing(school) == before


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("приказ-о-порах", {}, "может быть, «приказ-о-парах»"),
        ("памятка", {}, "у приложения нет своего номера"),
        ("приказ-о-парах", {}, "акт уже подписан, № 45"),
        ("программа", {"about": "белoва"}, "такого документа о «белoва» нет"),
        ("положение", {"about": "belova"}, "--about не нужен"),
    ],
)
def test_what_cannot_be_numbered_is_refused_in_one_sentence(
    name: str, options: dict[str, str], message: str, tmp_path: Path
) -> None:
    school = with_own_acts(tmp_path)
    before = listing(school)

    with pytest.raises(Refused) as refused:
        number_acts(school, [name], number="46", day=DAY, **options)  # type: ignore[arg-type]

    assert message in f"{refused.value.message}; {refused.value.hint}"
    assert listing(school) == before


def test_a_journal_in_braces_is_not_touched(tmp_path: Path) -> None:
    school = with_journal(tmp_path, "журнал: [{вид: приказ-о-парах, номер: 45, дата: 31.08.2026}]\n")
    before = listing(school)

    with pytest.raises(Refused, match="записан не по строкам"):
        number_acts(school, ["приказ-о-дне"], number="46", day=DAY)

    assert listing(school) == before


def test_a_journal_that_is_a_folder_ends_with_one_sentence_and_the_fault_of_the_machine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_own_acts(tmp_path)
    (tmp_path / "data" / "journal.yaml").unlink()
    (tmp_path / "data" / "journal.yaml").mkdir()

    assert run(["number", "приказ-о-парах", "--project", str(tmp_path)]) == ENVIRONMENT
    assert run(["sign", "приказ-о-парах", "--project", str(tmp_path)]) == ENVIRONMENT

    said = capsys.readouterr().err
    assert said.count("на месте файла стоит папка") == 2
    assert "Traceback" not in said


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_journal_that_may_not_be_read_ends_with_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with_own_acts(tmp_path)
    (tmp_path / "data" / "journal.yaml").chmod(0)

    assert run(["number", "приказ-о-парах", "--project", str(tmp_path)]) == ENVIRONMENT

    assert "нет права его читать" in capsys.readouterr().err


def test_windows_line_ends_and_the_mark_of_utf8_stay(tmp_path: Path) -> None:
    school = with_own_acts(tmp_path)
    path = school / "data" / "journal.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    number_acts(school, ["приказ-о-дне"], number="46", day=DAY)

    written = path.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\n") == written.count(b"\r\n")


def test_two_editions_of_an_act_stand_side_by_side(tmp_path: Path) -> None:
    school = with_own_acts(tmp_path)

    (numbered,) = number_acts(school, ["приказ-о-парах"], number="46", day=date(2026, 9, 1), is_new_edition=True)

    assert numbered.was == "45"
    assert journal_of(school).endswith(
        "  - вид: приказ-о-парах\n    редакция: 2\n    номер: 46\n    дата: 01.09.2026\n"
    )
