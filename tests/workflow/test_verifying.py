"""verify: one changed word is found and named, saving again is no change, nothing is written."""

from __future__ import annotations

import io
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.document import Document

from actgen.cli import main
from actgen.docx.archive import read_members, write_members
from actgen.workflow import Refused, Verified, WriteFault, build_workspace, sign_act, verify_files
from tests.docx.validator import convert, needs_soffice
from tests.signers import detached, detached_by_gost, signed_docx, signed_pdf, signer
from tests.workspaces import copy_of_root, listing


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory, compiled_once: None) -> Path:
    """The school of the root, built; no test changes it."""
    folder = copy_of_root(tmp_path_factory.mktemp("verify"))
    assert not build_workspace(folder).has_errors
    return folder


def built(school: Path, word: str) -> Path:
    return next(path for path in sorted((school / "out" / "docx").iterdir()) if word in path.name)


def one_of(school: Path, path: Path, signature: Path | None = None) -> Verified:
    (found,) = verify_files(school, [path], signature)
    return found


def codes(found: Verified) -> list[str]:
    return [one.code for one in found.diagnostics]


def changed(path: Path, to: Path, change: Callable[[Document], object]) -> Path:
    document = docx.Document(str(path))
    change(document)
    document.save(str(to))
    return to


def rewritten(path: Path, to: Path, old: str, new: str) -> Path:
    members = read_members(path.read_bytes())
    body = members["word/document.xml"].decode()
    assert old in body
    to.write_bytes(write_members({**members, "word/document.xml": body.replace(old, new, 1).encode()}))
    return to


# --- the same text --------------------------------------------------------------------------------


def test_every_built_document_is_the_same_and_nothing_is_written(school: Path) -> None:
    before = listing(school)

    found = verify_files(school, sorted((school / "out" / "docx").iterdir()))

    assert [(one.returned.differences, one.diagnostics) for one in found] == [((), ())] * len(found)
    assert listing(school) == before


@needs_soffice
def test_documents_saved_again_by_libreoffice_are_the_same_and_so_are_their_pdfs(school: Path, tmp_path: Path) -> None:
    files = sorted((school / "out" / "docx").iterdir())
    again = convert(files, tmp_path / "docx", "docx")
    pages = convert(files, tmp_path / "pdf")

    found = verify_files(school, [*again, *pages])

    assert {one.returned.file: one.diagnostics for one in found if one.diagnostics} == {}
    assert all(one.key is not None for one in found)


def test_a_file_under_another_name_is_known_by_its_text(school: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(built(school, "92-8"), tmp_path / "scan001.docx"))

    assert one_of(school, path).key == ("order-on-pairs", "")


def test_number_and_date_written_into_a_draft_are_no_change(school: Path, tmp_path: Path) -> None:
    path = built(school, "Дубяго")

    filled = rewritten(path, tmp_path / "a.docx", "____________", "29.09.2023")

    assert codes(one_of(school, filled)) == []


def test_an_office_signature_is_no_change_of_the_text(school: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(signed_docx(built(school, "92-8").read_bytes(), signer()))

    found = one_of(school, path)

    assert codes(found) == []
    assert found.returned.signatures[0].certificate is not None


# --- another text ---------------------------------------------------------------------------------


def test_one_changed_word_is_found_with_its_clause(school: Path, tmp_path: Path) -> None:
    path = rewritten(built(school, "92-8"), tmp_path / "a.docx", "в течение 10 рабочих", "в течение 20 рабочих")

    (finding,) = one_of(school, path).diagnostics

    assert finding.code == "V102"
    assert finding.message == (
        "пункт 2: было «… программы наставничества в течение 10 рабочих дней со …», "
        "стало «… программы наставничества в течение 20 рабочих дней со …»"
    ).replace("… программы наставничества в течение", finding.message.split("«")[1].partition(" 10")[0])


def test_a_cell_of_a_table_is_found_by_its_row(school: Path, tmp_path: Path) -> None:
    path = rewritten(built(school, "92-8"), tmp_path / "a.docx", "Заяц Вера Павловна", "Заяц Вера Петровна")

    (finding,) = one_of(school, path).diagnostics

    assert re.match(r"таблица, строка \d+: было «.*Павловна.*», стало «.*Петровна.*»", finding.message)


def test_a_paragraph_that_was_added_or_taken_out_is_found(school: Path, tmp_path: Path) -> None:
    def add(document: Document) -> None:
        document.paragraphs[-1].insert_paragraph_before("9. Выплатить директору премию.")

    found = one_of(school, changed(built(school, "92-8"), tmp_path / "a.docx", add))

    assert [one.message for one in found.diagnostics] == [
        one.message for one in found.diagnostics if "добавлено «9. Выплатить директору премию.»" in one.message
    ]
    assert codes(found) == ["V102"]


@needs_soffice
def test_one_changed_word_is_found_in_a_pdf(school: Path, tmp_path: Path) -> None:
    path = rewritten(built(school, "92-8"), tmp_path / "a.docx", "в течение 10 рабочих", "в течение 20 рабочих")
    (pdf,) = convert([path], tmp_path / "pdf")

    found = one_of(school, pdf)

    assert "V102" in codes(found)
    assert found.diagnostics[0].message.startswith("пункт 2: было «")


def test_what_an_editor_left_is_reported(school: Path, tmp_path: Path) -> None:
    def leave(document: Document) -> None:
        document.add_comment(document.paragraphs[5].runs, text="а деньги?", author="Зимин")
        document.paragraphs[-1].add_run("тайно").font.hidden = True

    found = one_of(school, changed(built(school, "92-8"), tmp_path / "a.docx", leave))

    assert set(codes(found)) == {"V102", "V104", "V105"}


def test_a_document_of_nobody_is_foreign(school: Path, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Уважаемые родители! Собрание в пятницу.")
    document.save(str(tmp_path / "a.docx"))

    found = one_of(school, tmp_path / "a.docx")

    assert codes(found) == ["V101"]
    assert found.key is None


# --- signatures -----------------------------------------------------------------------------------


def test_a_signature_beside_the_file_is_taken_with_it(school: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(built(school, "92-8"), tmp_path / "a.docx"))
    (tmp_path / "a.docx.sig").write_bytes(detached(path.read_bytes(), signer()))

    found = one_of(school, path)

    assert codes(found) == []
    assert [one.state.value for one in found.returned.signatures] == ["подпись подходит"]


def test_the_signature_of_another_file_is_found(school: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.sig"
    path.write_bytes(detached(b"other", signer()))

    assert codes(one_of(school, built(school, "92-8"), path)) == ["V107"]


def test_a_signature_by_gost_is_a_warning_not_an_error(school: Path, tmp_path: Path) -> None:
    file, path = built(school, "92-8"), tmp_path / "a.sig"
    path.write_bytes(detached_by_gost(file.read_bytes()))

    found = one_of(school, file, path)

    assert codes(found) == ["V109"]
    assert "не проверено: ГОСТ" in found.diagnostics[0].message
    assert not found.has_errors


@needs_soffice
def test_a_signed_pdf_says_the_same_and_is_covered(school: Path, tmp_path: Path) -> None:
    (pdf,) = convert([built(school, "92-8")], tmp_path)
    pdf.write_bytes(signed_pdf(pdf.read_bytes(), signer()))

    found = one_of(school, pdf)

    assert codes(found) == []
    assert [one.kind for one in found.returned.signatures] == ["в PDF"]


def test_without_the_extra_a_signature_is_not_checked_the_text_is_and_the_exit_code_says_so(
    school: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(signed_docx(built(school, "92-8").read_bytes(), signer()))
    for name in [own for own in sys.modules if own.split(".")[0] == "cryptography"] + ["cryptography"]:
        monkeypatch.setitem(sys.modules, name, None)

    code = main(["verify", str(path), "--project", str(school)])

    shown = capsys.readouterr().out
    assert code == 3
    assert "текст: тот же" in shown
    assert "не проверено: не установлена часть программы для проверки подписей: actgen[verify]" in shown


# --- bad input ------------------------------------------------------------------------------------


def _truncated(path: Path, school: Path) -> None:
    path.write_bytes(built(school, "92-8").read_bytes()[:3000])


def _not_docx(path: Path, school: Path) -> None:
    stream = io.BytesIO()
    import zipfile

    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    path.write_bytes(stream.getvalue())


def _locked_pdf(path: Path, school: Path) -> None:
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(path, encryption=pikepdf.Encryption(owner="владелец", user="читатель"))


@pytest.mark.parametrize(
    ("make", "message", "is_wrong_line"),
    [
        (lambda path, school: None, "нет такого файла", True),
        (lambda path, school: path.mkdir(), "это папка", True),
        (_truncated, "не открывается как архив", False),
        (_not_docx, "не документ Word", False),
        (lambda path, school: path.write_bytes(b""), "это не DOCX и не PDF", False),
        (lambda path, school: path.write_bytes(b"%PDF-1.7\n"), "PDF повреждён", False),
        (_locked_pdf, "PDF закрыт паролем", False),
    ],
    ids=["missing", "folder", "truncated", "not a DOCX", "empty", "damaged PDF", "locked PDF"],
)
def test_what_is_no_document_is_refused_in_one_sentence(
    make: Callable[[Path, Path], object], message: str, is_wrong_line: bool, school: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    make(path, school)

    with pytest.raises(Refused) as refused:
        verify_files(school, [path])

    assert message in refused.value.message
    assert refused.value.is_wrong_line == is_wrong_line


def test_a_file_that_is_no_signature_is_refused(school: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.sig"
    path.write_text("подписано")

    with pytest.raises(Refused, match="это не файл подписи"):
        verify_files(school, [built(school, "92-8")], path)


# --- what was recorded ----------------------------------------------------------------------------


def test_a_recorded_file_that_was_changed_or_lost_is_found(school: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(school, tmp_path / "школа"))
    signed = sign_act(own, "приказ-о-парах")
    path = own / signed.files[0].file
    assert [codes(one) for one in verify_files(own, [])] == [[]]

    path.write_bytes(path.read_bytes() + b" ")
    assert [codes(one) for one in verify_files(own, [])] == [["V111"]]
    assert "V111" in codes(one_of(own, path))

    path.unlink()
    (found,) = verify_files(own, [])
    assert [one.message.split(":")[0] for one in found.diagnostics] == ["подписанного файла нет"]


def test_a_recorded_path_that_leads_out_of_the_school_is_not_read(school: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(school, tmp_path / "школа"))
    file = sign_act(own, "приказ-о-парах").files[0].file
    outside = tmp_path / "чужой.docx"
    (own / file).rename(outside)
    journal = own / "data" / "journal.yaml"
    journal.write_text(journal.read_text(encoding="utf-8").replace(file, "../чужой.docx"), encoding="utf-8")

    (found,) = verify_files(own, [])
    assert [one.message.split(":")[0] for one in found.diagnostics] == ["подписанного файла нет"]

    assert one_of(own, outside).source != "подписано, ../чужой.docx"


def test_a_recorded_word_file_counts_whatever_the_case_of_its_ending(school: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(school, tmp_path / "школа"))
    file = sign_act(own, "приказ-о-парах").files[0].file
    loud = file.removesuffix(".docx") + ".DOCX"
    (own / file).rename(own / loud)
    journal = own / "data" / "journal.yaml"
    journal.write_text(journal.read_text(encoding="utf-8").replace(file, loud), encoding="utf-8")

    assert one_of(own, own / loud).source == f"подписано, {loud}"


def test_a_recorded_file_that_cannot_be_read_is_not_called_lost(school: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(school, tmp_path / "школа"))
    path = own / sign_act(own, "приказ-о-парах").files[0].file
    path.unlink()
    path.mkdir()

    with pytest.raises(WriteFault):
        verify_files(own, [])


def test_a_file_that_the_journal_records_wrongly_is_left_to_the_check(school: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(school, tmp_path / "школа"))
    sign_act(own, "приказ-о-парах")
    journal = own / "data" / "journal.yaml"
    journal.write_text(re.sub(r"сумма: .*", "сумма: нет", journal.read_text(encoding="utf-8")), encoding="utf-8")

    assert verify_files(own, []) == ()
