"""Who signs: the lines and days that documents take from the plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from actgen.docx import CRYPTOPRO_PROVIDER, MICROSOFT_PROVIDER, SignatureField, fill, golden_text, plain_text
from actgen.plan import Document
from actgen.workflow import check_workspace
from tests.workspaces import NOTE, SCHOOL, small_workspace, with_own_acts, write_template

LATER = "\nподпись:\n  провайдер: {}\n"


def planned(folder: Path, kind: str) -> Document:
    checked = check_workspace(folder)
    assert not checked.has_errors, checked.diagnostics
    return next(document for document in checked.plan.documents if document.key[0] == kind)


def lines(document: Document) -> list[SignatureField]:
    return [value for value in document.values.values() if isinstance(value, SignatureField)]


def test_line_suggests_name_and_position_and_is_microsofts_by_default(tmp_path: Path) -> None:
    (line,) = lines(planned(small_workspace(tmp_path), "order-on-pairs"))

    assert (line.role, line.signer, line.position) == ("директор", "А.П. Орлова", "Директор")
    assert line.provider == MICROSOFT_PROVIDER
    assert line.document_id == "2026/2027/order-on-pairs/"


@pytest.mark.parametrize(
    ("written", "provider"),
    [
        ("криптопро", CRYPTOPRO_PROVIDER),
        ("Microsoft", MICROSOFT_PROVIDER),
        ("f5ac7d23-da04-45f5-abcb-38ce7a982553", CRYPTOPRO_PROVIDER),
        ('"{F5AC7D23-DA04-45F5-ABCB-38CE7A982553}"', CRYPTOPRO_PROVIDER),
    ],
)
def test_school_names_the_provider(tmp_path: Path, written: str, provider: str) -> None:
    folder = small_workspace(tmp_path, {"data/school.yaml": SCHOOL + LATER.format(written)})

    assert {line.provider for line in lines(planned(folder, "order-on-pairs"))} == {provider}


def test_unknown_provider_is_reported_at_its_place(tmp_path: Path) -> None:
    folder = small_workspace(tmp_path, {"data/school.yaml": SCHOOL + LATER.format("рутокен")})

    (found,) = [d for d in check_workspace(folder).diagnostics if d.is_error]

    assert (found.code, found.place.file, found.place.line) == ("D003", "data/school.yaml", 13)
    assert "рутокен" in found.message


def test_provider_changes_the_fingerprint_of_what_is_signed_and_of_nothing_else(tmp_path: Path) -> None:
    def fingerprints(folder: Path) -> dict[tuple[str, str], str]:
        return {d.key: d.fingerprint for d in check_workspace(folder).plan.documents}

    before = fingerprints(small_workspace(tmp_path / "до"))
    after = fingerprints(small_workspace(tmp_path / "после", {"data/school.yaml": SCHOOL + LATER.format("криптопро")}))

    changed = {kind for kind, _ in before if before[kind, _] != after[kind, _]}
    assert "order-on-pairs" in changed
    assert "questionnaire-mentor" not in changed


def test_identifier_of_a_line_stays_when_the_person_does_not(tmp_path: Path) -> None:
    (before,) = lines(planned(small_workspace(tmp_path / "до"), "order-on-pairs"))
    other = SCHOOL.replace("руководитель: Орлова А.П.", "руководитель: Зимин П.Л.")
    (after,) = lines(planned(small_workspace(tmp_path / "после", {"data/school.yaml": other}), "order-on-pairs"))

    assert before.signer != after.signer
    assert before.guid == after.guid


def test_template_of_a_school_need_not_know_of_signature_fields(tmp_path: Path) -> None:
    folder = with_own_acts(tmp_path)
    text = "{{ директор.должность.именительный }} ____________ {{ директор.инициалы_фамилия }}"
    loop = "{% for подпись in подписи %}{{ подпись.должность }} / {{ подпись.инициалы_фамилия }}{% endfor %}"
    write_template(folder / "templates" / "note.docx", "{{ документ.заголовок }}", text, loop)

    document = planned(folder, "note")
    docx = fill(check_workspace(folder).templates["note"], document.words)

    assert lines(document) == []
    assert plain_text(docx).splitlines()[-2:] == [
        "директор ____________ А.П.\u00a0Орлова",
        "Директор / А.П.\u00a0Орлова",
    ]


def test_template_of_a_school_may_sign_by_role_and_seal(tmp_path: Path) -> None:
    folder = with_own_acts(tmp_path)
    (folder / "acts" / "note.yaml").write_text(NOTE + "печать: да\n", encoding="utf-8")
    text = "{{ подпись.директор.линия }}{% if подпись.директор.печать %} М.П.{% endif %} {{ подпись.куратор.день }}"
    write_template(folder / "templates" / "note.docx", text)

    docx = fill(check_workspace(folder).templates["note"], planned(folder, "note").words)

    assert golden_text(docx).splitlines()[0] == "Normal| [подпись: директор] М.П. «___» ____________ 20___ г."


def test_signature_of_somebody_who_is_not_of_the_document_is_an_unknown_word(tmp_path: Path) -> None:
    folder = with_own_acts(tmp_path)
    write_template(folder / "templates" / "note.docx", "{{ подпись.наставник.линия }}")

    (found,) = [d for d in check_workspace(folder).diagnostics if d.is_error]

    assert found.code == "W010"
    assert "подпись.наставник" in found.message
