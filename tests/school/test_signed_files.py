"""The journal keeps what was signed: each file with its hash, its text and its detached signature."""

from __future__ import annotations

from actgen.school import DetachedSignature, SignedFile, read_school

A, B, C = "a" * 64, "b" * 64, "c" * 64
SCHOOL = {
    "data/school.yaml": "организация: {полное: Школа, краткое: Школа, город: г. Ключи}\nучебный_год: 2026/2027\n"
    "руководитель: Ли А.П.\n",
    "data/staff.yaml": "сотрудники:\n  - {фио: Ли Анна Павловна, должность: директор}\n",
}


def test_an_entry_names_its_signed_files_with_hash_text_and_signature() -> None:
    journal = (
        "журнал:\n  - вид: приказ\n    файлы:\n"
        f"      - файл: signed/2026-2027/Приказ № 45.pdf\n        сумма: {A}\n        текст: {B}\n"
        f"        подпись: {{файл: signed/2026-2027/Приказ № 45.pdf.sig, сумма: {C}}}\n"
    )

    school = read_school({**SCHOOL, "data/journal.yaml": journal})

    assert school.diagnostics == ()
    assert school.value is not None
    (file,) = school.value.journal[0].files
    assert file == SignedFile(
        file="signed/2026-2027/Приказ № 45.pdf",
        sha256=A,
        text=B,
        signature=DetachedSignature(file="signed/2026-2027/Приказ № 45.pdf.sig", sha256=C),
    )


def test_a_hash_that_is_no_hash_is_reported_at_its_place() -> None:
    journal = "журнал:\n  - вид: приказ\n    файлы:\n      - файл: signed/1.docx\n        сумма: 123\n"

    school = read_school({**SCHOOL, "data/journal.yaml": journal})

    assert [(d.code, d.place.line) for d in school.diagnostics] == [("D003", 5)]


def test_an_entry_of_an_earlier_year_is_no_entry_of_this_one() -> None:
    journal = "журнал:\n  - {вид: приказ, год: 2025/2026, номер: 1}\n  - {вид: приказ, год: 2026/2027, номер: 2}\n"

    school = read_school({**SCHOOL, "data/journal.yaml": journal})

    assert school.diagnostics == ()
    assert school.value is not None
    assert [entry.number for entry in school.value.journal] == ["2"]
    assert [entry.number for entry in school.value.former] == ["1"]
