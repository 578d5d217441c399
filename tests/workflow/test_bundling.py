"""build --pdf and --bundle as a person meets them: what is made, what is kept, what is said when a thing is missing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from actgen.bundle import page_texts
from actgen.cli import main
from actgen.workflow.print_run import Printable, print_documents
from actgen.workflow.printed_state import Request
from tests.bundle.office import needs_office, word_file
from tests.workspaces import listing, with_own_acts

Shown = pytest.CaptureFixture[str]
COUNT = 8

pytestmark = needs_office


def build(school: Path, *options: str) -> int:
    return main(["build", "--project", str(school), *options])


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace with PDF, print file and archive; never changed by a test."""
    school = with_own_acts(tmp_path_factory.mktemp("bundled") / "школа")
    assert build(school, "--bundle", "--copies") == 0
    return school


@pytest.fixture
def school(bundled: Path, tmp_path: Path) -> Path:
    """A copy of it, which a test may change."""
    return Path(shutil.copytree(bundled, tmp_path / "школа"))


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process may be started: what a test does is done without LibreOffice."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    monkeypatch.setattr(subprocess, "run", refuse)


def test_pdf_print_file_and_archive_stand_in_out(bundled: Path) -> None:
    out = bundled / "out"
    names = [path.stem for path in sorted((out / "docx").iterdir())]

    assert len(names) == COUNT
    assert [path.stem for path in sorted((out / "pdf").iterdir())] == names
    assert [path.name for path in (out / "print").iterdir()] == ["Комплект на печать.pdf"]
    with zipfile.ZipFile(out / "bundle.zip") as archive:
        members = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
        inventory = archive.read("опись.txt").decode("utf-8-sig").splitlines()
        first = archive.read(manifest["documents"][0]["docx"]["file"])
    assert members[:4] == [
        "опись.txt",
        "manifest.json",
        "docx/1 Приказ о реализации системы наставничества (проект).docx",
        "pdf/1 Приказ о реализации системы наставничества (проект).pdf",
    ]
    assert len(members) == 2 + 2 * COUNT
    assert first == (out / "docx" / f"{names[0]}.docx").read_bytes()
    assert "№ 45 О закреплении наставнических пар и групп" in inventory[7]


def test_nothing_changed_starts_no_process_and_writes_nothing(school: Path, no_office: None, capsys: Shown) -> None:
    build(school, "--bundle", "--copies")  # a copy stands elsewhere: it is looked at once
    before = listing(school)
    capsys.readouterr()

    assert build(school, "--bundle", "--copies") == 0

    assert listing(school) == before
    assert "PDF, комплект и архив свежие." in capsys.readouterr().out


def test_after_a_build_that_wrote_the_lock_the_next_writes_nothing_and_starts_no_process(
    school: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    # What is in the lock is read as the data are: the first build left a workspace that it had not read itself.
    (school / "data" / "declension.lock.yaml").unlink()
    assert build(school, "--bundle", "--copies") == 0
    before = listing(school)
    monkeypatch.setattr(subprocess, "Popen", None)
    monkeypatch.setattr("actgen.workflow.build_workspace", None)
    capsys.readouterr()

    assert build(school, "--bundle", "--copies") == 0

    assert listing(school) == before
    assert "PDF, комплект и архив свежие." in capsys.readouterr().out


def test_an_unchanged_bundle_loads_no_heavy_package(school: Path) -> None:
    build(school, "--bundle", "--copies")
    program = (
        "import sys; from actgen.cli import main; "
        f"code = main(['build', '--project', {str(school)!r}, '--bundle', '--copies']); "
        "print(code, [name for name in ('pikepdf', 'pypdfium2', 'lxml', 'pydantic', 'tqdm') if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)

    assert done.stdout.splitlines()[-1] == "0 []"


def test_the_same_data_elsewhere_give_the_same_bytes(bundled: Path, tmp_path: Path) -> None:
    again = with_own_acts(tmp_path / "ещё")

    assert build(again, "--bundle", "--copies") == 0

    for path in ("bundle.zip", "print/Комплект на печать.pdf"):
        assert (again / "out" / path).read_bytes() == (bundled / "out" / path).read_bytes()


def test_one_changed_document_is_the_one_that_is_converted(school: Path, capsys: Shown) -> None:
    act = school / "acts" / "leaflet.yaml"
    text = act.read_text(encoding="utf-8")
    act.write_text(text.replace("название: Памятка наставника", "название: Памятка куратора"), encoding="utf-8")
    before = listing(school / "out" / "pdf")

    assert build(school, "--pdf") == 0

    shown = capsys.readouterr()
    assert f"PDF: {COUNT} из {COUNT}" in shown.out
    changed = set(before.items()) ^ set(listing(school / "out" / "pdf").items())
    assert {Path(path).stem.partition(" ")[2] for path, _ in changed} <= {
        "Памятка куратора",
        "Памятка наставника",
        "Приказ о дне наставника (проект)",
    }


def test_what_was_made_of_other_documents_is_said_until_it_is_made_again(school: Path, capsys: Shown) -> None:
    out = school / "out"
    made = f"{out / 'print' / 'Комплект на печать.pdf'}, {out / 'bundle.zip'}. Обновит: actgen build --bundle"
    act = school / "acts" / "leaflet.yaml"
    text = act.read_text(encoding="utf-8")

    def said(*options: str) -> str:
        build(school, *options)
        _, _, left = capsys.readouterr().out.partition("Прежнее, не от этих документов: ")
        return left.partition("\n")[0]

    assert [said(), said("--pdf")] == ["", ""]
    act.write_text(text.replace("название: Памятка наставника", "название: Памятка куратора"), encoding="utf-8")
    assert said() == f"{out / 'pdf'} (файлов: 1), {made}"
    assert said() == f"{out / 'pdf'} (файлов: 1), {made}"
    assert [said("--pdf"), said("--pdf"), said()] == [made, made, made]
    assert [said("--bundle"), said("--pdf"), said()] == ["", "", ""]


def test_a_document_that_the_print_file_lacks_is_said(school: Path, capsys: Shown) -> None:
    # It stands last, so that no other document gets another number by it.
    act = school / "acts" / "poster.yaml"
    build(school, "--bundle", "--copies")
    act.write_text("название: Афиша\nвид_документа: памятка\nкратко: афиша\nпорядок: 99\n", encoding="utf-8")
    shutil.copy(school / "templates" / "leaflet.docx", school / "templates" / "poster.docx")
    capsys.readouterr()

    build(school)

    left = f"Прежнее, не от этих документов: {school / 'out' / 'print' / 'Комплект на печать.pdf'}, "
    assert left in capsys.readouterr().out


def test_the_print_file_lacks_what_waits_and_that_is_said(school: Path, capsys: Shown) -> None:
    (school / "templates" / "leaflet.docx").write_bytes(b"no Word file")

    assert build(school, "--bundle") == 1

    shown = capsys.readouterr().out
    assert f"PDF: {COUNT - 1} из {COUNT - 1}" in shown
    assert "Документов, которые ждут: 1; здесь их нет." in shown


def test_a_pdf_that_is_not_as_it_was_made_is_put_away_and_made_again(school: Path) -> None:
    pdf = next((school / "out" / "pdf").glob("08*.pdf"))
    whole = pdf.read_bytes()
    pdf.write_bytes(whole[:500])

    assert build(school, "--pdf") == 0

    assert pdf.read_bytes() == whole
    assert (school / "out" / "прежние" / pdf.name).read_bytes() == whole[:500]


def test_a_damaged_memory_of_what_was_made_only_costs_time(school: Path) -> None:
    before = {path: content for path, (content, _) in listing(school / "out").items() if "bundle.json" not in path}
    (school / "out" / "bundle.json").write_bytes(b'{"format": 1, "files": 7}')

    assert build(school, "--bundle", "--copies") == 0

    after = listing(school / "out")
    assert {path: after[path][0] for path in before} == before


def test_without_libreoffice_documents_and_archive_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    school = with_own_acts(tmp_path / "школа")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert build(school, "--bundle") == 3

    shown = capsys.readouterr()
    assert shown.err.splitlines()[0] == "actgen: нет LibreOffice, PDF не сделаны"
    assert "поставьте LibreOffice:" in shown.err
    assert len(list((school / "out" / "docx").iterdir())) == COUNT
    with zipfile.ZipFile(school / "out" / "bundle.zip") as archive:
        assert len(archive.namelist()) == 2 + COUNT
        assert "—" in archive.read("опись.txt").decode()


def test_what_is_fresh_needs_no_libreoffice(school: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert build(school, "--bundle", "--copies") == 0


def test_without_the_schools_font_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    school = with_own_acts(tmp_path / "школа")
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>{tmp_path}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(fonts))

    assert build(school, "--pdf") == 3

    shown = capsys.readouterr()
    assert "actgen: нет шрифта «Times New Roman» и равного ему по ширине" in shown.err
    assert len(list((school / "out" / "docx").iterdir())) == COUNT
    assert (school / "out" / "bundle.zip").is_file()


def test_a_disk_that_cannot_take_the_pdf_is_one_sentence_and_the_next_run_mends_it(
    school: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown
) -> None:
    shutil.rmtree(school / "out" / "pdf")
    (school / "out" / "pdf").write_bytes(b"")  # a file where the folder should be

    assert build(school, "--pdf") == 3

    shown = capsys.readouterr()
    assert shown.err.count("actgen: ") == 1
    assert "Документы DOCX собраны, PDF и комплект остались как были." in shown.err
    (school / "out" / "pdf").unlink()
    assert build(school, "--pdf") == 0


def test_a_full_disk_leaves_everything_as_it_was(school: Path, monkeypatch: pytest.MonkeyPatch, capsys: Shown) -> None:
    before = listing(school / "out")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    assert build(school, "--bundle") == 3

    assert "на диске кончилось место" in capsys.readouterr().err
    assert listing(school / "out") == before


def test_the_request_for_programs_stays_one_object(school: Path, capsys: Shown) -> None:
    assert build(school, "--bundle", "--copies", "--format", "json") == 0

    assert len(json.loads(capsys.readouterr().out)["documents"]) == COUNT


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_in_a_fresh_clone_the_bundle_holds_the_signed_bytes_whatever_the_data_say_now(
    ending: str, bundled: Path, tmp_path: Path, capsys: Shown
) -> None:
    origin, clone = Path(shutil.copytree(bundled, tmp_path / "школа")), tmp_path / "клон"
    returned = next((origin / "out" / ending).glob("05*45*"))
    assert main(["sign", "--project", str(origin), "приказ-о-парах", str(returned)]) == 0
    staff = origin / "data" / "staff.yaml"
    staff.write_text(staff.read_text(encoding="utf-8").replace("учитель физики", "учитель химии"), encoding="utf-8")
    git(origin, "init", "--quiet")
    git(origin, "add", "data", "acts", "templates", "signed")
    git(origin, "-c", "user.name=С", "-c", "user.email=s@school.example", "commit", "--quiet", "--message", "подписан")
    git(tmp_path, "clone", "--quiet", str(origin), str(clone))
    capsys.readouterr()

    assert build(clone, "--bundle") == 0

    assert "подписан и не тронут, а данные теперь дают другой текст" in capsys.readouterr().out
    (kept,) = (clone / "signed").rglob("*.*")
    assert kept.read_bytes() == returned.read_bytes()
    with zipfile.ZipFile(clone / "out" / "bundle.zip") as archive:
        order = next(one for one in archive.namelist() if "45" in one and one.endswith(ending))
        assert archive.read(order) == kept.read_bytes()
        words = {one for one in archive.namelist() if "45" in one and one.endswith(".docx")}
        assert len(words) == (1 if ending == "docx" else 0)
    printed = "".join(page_texts((clone / "out" / "print" / "Комплект на печать.pdf").read_bytes()))
    assert "учитель физики" in printed.replace("\n", " ")
    made = {path: (clone / "out" / path).read_bytes() for path in ("bundle.zip", "print/Комплект на печать.pdf")}
    assert build(clone, "--bundle") == 0
    assert made == {path: (clone / "out" / path).read_bytes() for path in made}


def git(folder: Path, *line: str) -> None:
    subprocess.run(["git", *line], cwd=folder, check=True, capture_output=True)


def test_a_signed_pdf_is_taken_as_it_stands(bundled: Path, tmp_path: Path, no_office: None) -> None:
    signed = next((bundled / "out" / "pdf").glob("05*.pdf"))
    (tmp_path / "приказ.docx").write_bytes(word_file("Приказ"))
    document = Printable("05 Приказ № 45", "Приказ № 45", tmp_path / "приказ.docx", pdf=signed)

    run = print_documents(tmp_path / "out", [document], Request(is_bundle=True))

    assert (run.pdfs, run.converted, run.faults) == (1, 0, ())
    with zipfile.ZipFile(tmp_path / "out" / "bundle.zip") as archive:
        assert archive.read("pdf/1 Приказ № 45.pdf") == signed.read_bytes()
