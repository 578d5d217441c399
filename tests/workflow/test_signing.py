"""sign: what was signed is kept as it is, and nothing that does not belong to the act is."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import docx
import pytest

from actgen.docx import canonical_text
from actgen.school import ActState
from actgen.workflow import Refused, WriteFault, build_workspace, check_workspace, sign_act
from tests.signers import detached, detached_by_gost, signer
from tests.workspaces import copy_of_root, listing

DAY = date(2023, 9, 29)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, compiled_once: None) -> Path:
    folder = copy_of_root(tmp_path_factory.mktemp("sign"))
    assert not build_workspace(folder).has_errors
    return folder


@pytest.fixture
def school(made: Path, tmp_path: Path) -> Path:
    """A built copy of the root of its own."""
    return Path(shutil.copytree(made, tmp_path / "школа"))


def built(school: Path, word: str) -> Path:
    return next(path for path in sorted((school / "out" / "docx").iterdir()) if word in path.name)


def without_caches(school: Path) -> dict[str, tuple[bytes, int]]:
    return {name: one for name, one in listing(school).items() if not name.endswith(".lock")}


def test_an_act_signed_by_pen_is_kept_as_it_was_built(school: Path) -> None:
    original = built(school, "92-8").read_bytes()

    signed = sign_act(school, "приказ-о-парах")

    (file,) = signed.files
    assert file.file == "signed/2023-2024/Приказ № 92-8 О закреплении наставнических пар и групп.docx"
    assert (school / file.file).read_bytes() == original
    assert (file.sha256, file.text) == (sha256(original).hexdigest(), canonical_text(original).digest)
    after = check_workspace(school)
    assert after.school is not None
    assert [entry.files for entry in after.school.journal if entry.kind == "order-on-pairs"] == [(file,)]
    assert not after.has_errors


def test_an_act_whose_entry_stands_in_braces_is_signed(school: Path) -> None:
    journal = school / "data" / "journal.yaml"
    text = journal.read_text(encoding="utf-8")
    in_lines = "  - вид: roadmap\n    дата: 01.09.2023\n    состояние: подписан\n"
    in_braces = "  - {вид: roadmap, дата: 01.09.2023, состояние: подписан}\n"
    assert in_lines in text
    journal.write_text(text.replace(in_lines, in_braces), encoding="utf-8")

    (file,) = sign_act(school, "roadmap").files

    added = f"    файлы:\n      - файл: {file.file}\n        сумма: {file.sha256}\n        текст: {file.text}\n"
    assert journal.read_text(encoding="utf-8") == text.replace(in_lines, in_lines + added)


def test_number_and_date_are_recorded_with_the_signature_in_one_step(school: Path) -> None:
    signed = sign_act(school, "программа", about="dubyago", number="4", day=DAY)

    after = check_workspace(school)
    assert after.school is not None
    entry = after.school.journal[-1]
    assert (entry.number, entry.day, entry.state, entry.files) == ("4", DAY, ActState.SIGNED, signed.files)


def test_a_file_with_its_detached_signature_is_kept_with_both_hashes(school: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(built(school, "92-8"), tmp_path / "приказ.docx"))
    signature = tmp_path / "приказ.docx.sig"
    signature.write_bytes(detached(path.read_bytes(), signer()))

    signed = sign_act(school, "приказ-о-парах", [path, signature])

    (file,) = signed.files
    assert file.signature is not None
    assert file.signature.file == f"{file.file}.sig"
    assert (school / file.signature.file).read_bytes() == signature.read_bytes()
    assert file.signature.sha256 == sha256(signature.read_bytes()).hexdigest()


def test_a_signature_by_gost_is_kept_and_said_to_be_unchecked(school: Path, tmp_path: Path) -> None:
    signature = tmp_path / "a.sig"
    signature.write_bytes(detached_by_gost(built(school, "92-8").read_bytes()))

    signed = sign_act(school, "приказ-о-парах", [built(school, "92-8"), signature])

    assert [found.code for one in signed.verified for found in one.diagnostics] == ["V109"]


def test_no_build_and_no_second_signing_writes_the_kept_file_again(school: Path) -> None:
    (file,) = sign_act(school, "приказ-о-парах").files
    before = (school / file.file).read_bytes(), (school / file.file).stat().st_mtime_ns

    with pytest.raises(Refused, match="это уже записано"):
        sign_act(school, "приказ-о-парах")
    build_workspace(school)

    assert ((school / file.file).read_bytes(), (school / file.file).stat().st_mtime_ns) == before


def _edited(path: Path) -> Path:
    document = docx.Document(str(path))
    document.paragraphs[-1].insert_paragraph_before("9. Выплатить премию.")
    document.save(str(path))
    return path


def _foreign(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Уважаемые родители!")
    document.save(str(path))
    return path


REFUSED: dict[str, tuple[Callable[[Path, Path], list[Path]], str]] = {
    "another act": (lambda school, to: [built(school, "80-8")], "это файл не этого акта"),
    "a foreign document": (lambda school, to: [_foreign(to / "a.docx")], "это файл не этого акта"),
    "another text": (
        lambda school, to: [_edited(Path(shutil.copy(built(school, "92-8"), to / "a.docx")))],
        "файл не такой, каким его собирали",
    ),
    "no file": (lambda school, to: [to / "нет.docx"], "нет такого файла"),
    "a signature alone": (
        lambda school, to: [Path(shutil.copy(built(school, "92-8"), to / "a.sig"))],
        "подпись без файла",
    ),
}


@pytest.mark.parametrize(("files", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_the_act_is_refused_and_nothing_is_written(
    files: Callable[[Path, Path], list[Path]], message: str, school: Path, tmp_path: Path
) -> None:
    given = files(school, tmp_path)
    before = without_caches(school)

    with pytest.raises(Refused, match=re.escape(message)):
        sign_act(school, "приказ-о-парах", given)

    assert without_caches(school) == before


def test_the_signature_of_another_file_is_refused(school: Path, tmp_path: Path) -> None:
    signature = tmp_path / "a.sig"
    signature.write_bytes(detached(b"other", signer()))
    before = without_caches(school)

    with pytest.raises(Refused) as refused:
        sign_act(school, "приказ-о-парах", [built(school, "92-8"), signature])

    assert [found.code for found in refused.value.found] == ["V107"]
    assert without_caches(school) == before


def test_another_text_is_taken_when_that_is_what_was_signed(school: Path, tmp_path: Path) -> None:
    path = _edited(Path(shutil.copy(built(school, "92-8"), tmp_path / "a.docx")))

    signed = sign_act(school, "приказ-о-парах", [path], is_as_it_is=True)

    assert (school / signed.files[0].file).read_bytes() == path.read_bytes()


def test_an_act_without_number_or_date_is_refused(school: Path) -> None:
    with pytest.raises(Refused, match="у акта нет номера"):
        sign_act(school, "программа", about="dubyago", day=DAY)
    with pytest.raises(Refused, match="у акта нет даты"):
        sign_act(school, "программа", about="dubyago", number="4")
    with pytest.raises(Refused, match="№ 3 уже занят"):
        sign_act(school, "программа", about="dubyago", number="3", day=DAY)
    with pytest.raises(Refused, match="в журнале у акта номер 92/8"):
        sign_act(school, "приказ-о-парах", number="93/8")


def test_another_file_of_the_name_is_never_written_over(school: Path) -> None:
    kept = school / "signed" / "2023-2024" / "Приказ № 92-8 О закреплении наставнических пар и групп.docx"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"signed long ago")

    with pytest.raises(Refused, match="такой файл уже есть, с другим содержимым"):
        sign_act(school, "приказ-о-парах")

    assert kept.read_bytes() == b"signed long ago"


def test_a_file_that_cannot_be_written_leaves_the_journal_as_it_was(school: Path) -> None:
    (school / "signed").write_bytes(b"a file in the place of the folder")
    before = (school / "data" / "journal.yaml").read_bytes()

    with pytest.raises(WriteFault):
        sign_act(school, "приказ-о-парах")

    assert (school / "data" / "journal.yaml").read_bytes() == before


def test_an_unbuilt_act_needs_its_file(school: Path) -> None:
    shutil.rmtree(school / "out")

    with pytest.raises(Refused, match="собранного файла нет"):
        sign_act(school, "приказ-о-парах")
