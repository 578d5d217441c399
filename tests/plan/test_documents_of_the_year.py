"""Which papers of the mentoring year are printed, and what they say."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from actgen.acts import OnSite
from actgen.docx import fill, golden_text
from actgen.language import Forms
from actgen.plan import Facts, planned_documents
from actgen.plan.words import facts_words
from actgen.workflow import State, check_workspace, plan_workspace, words_of_kind
from actgen.workflow.check import check_snapshot
from actgen.workflow.workspace import read_workspace
from tests.mentoring_year import FILES, mentoring_year
from tests.workspaces import ROOT, SCHOOL, small_workspace

NEW_KINDS = {
    "acquaintance-sheet",
    "agreement",
    "assignment-cancellation",
    "mentee-consent",
    "mentor-consent",
    "mentor-refusal",
    "minutes-extract",
    "order-on-amendment",
    "order-on-pay",
    "order-on-repeal",
    "order-on-replacement",
    "order-on-termination",
    "personal-data-consent",
    "publication-consent",
    "union-letter",
    "union-opinion",
}


def printed(folder: Path) -> dict[tuple[str, str], str]:
    """Return the text of every document of a workspace by kind and subject."""
    checked = check_workspace(folder)
    assert not checked.has_errors, checked.diagnostics
    return {
        document.key: golden_text(fill(checked.templates[document.key[0]], document.words)).replace("\u00a0", " ")
        for document in checked.plan.documents
    }


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    return printed(mentoring_year(tmp_path_factory.mktemp("year")))


def changed(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """Return the workspace with texts of its files replaced: file, what stood there, what stands now."""
    files = dict(FILES)
    for name, old, new in changes:
        assert old in files[f"data/{name}.yaml"]
        files[f"data/{name}.yaml"] = files[f"data/{name}.yaml"].replace(old, new)
    return small_workspace(folder, files)


def test_every_paper_that_the_data_ask_for_is_printed(papers: dict[tuple[str, str], str]) -> None:
    assert {kind for kind, _ in papers} >= NEW_KINDS


def test_a_school_of_2023_gets_none_of_them() -> None:
    kinds = {document.key[0] for document in check_workspace(ROOT).plan.documents}

    assert not kinds & NEW_KINDS


def test_a_school_that_asks_for_nothing_gets_only_the_consents_of_its_pairs(tmp_path: Path) -> None:
    kinds = {kind for kind, _ in printed(small_workspace(tmp_path))}

    assert kinds & NEW_KINDS == {"mentor-consent", "mentee-consent"}


def test_no_agreement_is_printed_before_the_law_knew_it(tmp_path: Path) -> None:
    folder = changed(
        tmp_path,
        ("school", "2026/2027", "2024/2025"),
        ("pairs", "31.08.2026", "28.02.2025"),
        ("pairs", "13.10.2026", "01.03.2025"),
    )

    agreements = {subject for kind, subject in printed(folder) if kind == "agreement"}

    assert agreements == {"Гусь Л.Б. — Белых И.Н., Дубяго К.О.", "zamena_1"}


def test_an_agreement_has_the_number_and_date_of_the_data_and_is_no_draft(tmp_path: Path) -> None:
    plan = check_workspace(mentoring_year(tmp_path)).plan

    agreement = next(d for d in plan.documents if d.key == ("agreement", "Заяц В.П. — Ковальчук Д.М."))

    assert not agreement.planned.is_draft
    assert "№ 1-26" in agreement.file_name
    assert "проект" not in agreement.file_name


def test_an_agreement_names_content_term_form_and_pay(papers: dict[tuple[str, str], str]) -> None:
    text = papers["agreement", "Заяц В.П. — Ковальчук Д.М."]

    assert "ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ № 1/26" in text
    assert "к трудовому договору от 01.09.2003 № 12" in text
    assert "1) проводить консультации по подготовке уроков;" in text
    assert "с 14 сентября 2026 г. по 31 мая 2027 г." in text
    assert "Форма выполнения работы: очно, по месту работы." in text
    assert "не более 2 часов в неделю" in text
    assert "в размере 5 000 (пяти тысяч) рублей 00 копеек" in text
    assert "не менее чем за три рабочих дня" in text
    assert "М.П." in text


def test_pay_by_percent_is_said_in_words_that_agree(papers: dict[tuple[str, str], str]) -> None:
    assert "в размере 12,5 процента должностного оклада" in papers["agreement", "Гусь Л.Б. — Белых И.Н., Дубяго К.О."]
    assert "в размере 15 процентов должностного оклада" in papers["agreement", "zamena_1"]


def test_work_within_the_job_function_needs_a_consent_and_no_agreement(papers: dict[tuple[str, str], str]) -> None:
    consent = papers["mentor-consent", "Бондарь Л.А. — Ким А."]

    assert "в пределах моей трудовой функции (трудовой договор от 01.09.2020 № 15, пункт 2.4)" in consent
    assert "351.8" not in consent
    assert ("agreement", "Бондарь Л.А. — Ким А.") not in papers


def test_a_consent_to_mentoring_never_holds_a_consent_to_the_use_of_data(papers: dict[tuple[str, str], str]) -> None:
    of_mentoring = [text for (kind, _), text in papers.items() if kind in {"mentor-consent", "mentee-consent"}]

    assert len(of_mentoring) == 9
    assert not any("персональных данных" in text for text in of_mentoring)


def test_the_consent_to_publication_has_every_item_of_the_order_of_roskomnadzor(
    papers: dict[tuple[str, str], str],
) -> None:
    text = papers["publication-consent", "Заяц В.П."]

    for item in (
        "Я, Заяц Вера Павловна (телефон, адрес электронной почты или почтовый адрес: 8 (41534) 2-11-36)",
        "адрес: 684400, Камчатский край, г. Ключи, ул. Школьная, д. 8; ИНН 4109003456; ОГРН 1024101215678",
        "1) https://school7.example.ru/nastavnichestvo/index.html.",
        "Подзаголовок| Цель обработки",
        "| общие | отчество |  |  |",
        "Условия и запреты",
        "только по его внутренней сети",
        "Согласие действует по 31 августа 2027 г.",
        "приказом Федеральной службы по надзору в сфере связи",
    ):
        assert item in text


def test_address_and_passport_are_printed_only_in_consents_to_the_use_of_data(
    papers: dict[tuple[str, str], str],
) -> None:
    of_address = {kind for (kind, _), text in papers.items() if "Вулканическая" in text}

    assert of_address == {"personal-data-consent", "publication-consent"}


def test_the_order_on_pay_lists_every_agreement_and_shows_no_mentor_the_pay_of_another(
    papers: dict[tuple[str, str], str],
) -> None:
    text = papers["order-on-pay", ""]

    assert "| 1 | Заяц Вера Павловна | учитель математики |" in text
    assert "| 12,5 процента должностного оклада |" in text
    assert "Бондарь Любовь" not in text
    readers = text.partition("Ознакомление|")[2].partition("После таблицы|")[0]
    assert "Бондарь Л.А." in readers  # the curator, to whom the order gives work
    assert "Заяц" not in readers


def test_the_order_on_replacement_ends_one_assignment_and_begins_the_other(papers: dict[tuple[str, str], str]) -> None:
    text = papers["order-on-replacement", "zamena_1"]

    assert "| 15.01.2027 | г. Ключи | № 3-лс |" in text
    assert "Прекратить с 18 января 2027 г. закрепление Заяц Веры Павловны" in text
    assert "наставника Седых Вячеслава Игоревича, учителя истории и обществознания" in text
    assert "Установить Седых В.И. с 18 января 2027 г. по 31 мая 2027 г. выплату" in text
    assert "| 2 | Учитель истории и обществознания | Седых В.И. |" in text


def test_the_new_mentor_and_the_mentee_consent_anew(papers: dict[tuple[str, str], str]) -> None:
    assert "| 14 января 2027 г. | [подпись: наставник] | В.И. Седых |" in papers["mentor-consent", "zamena_1"]
    assert "Наставник: Седых Вячеслав Игоревич" in papers["mentee-consent", "Ковальчук Д.М., наставник Седых В.И."]


def test_a_refusal_that_a_replacement_follows_has_no_order_on_termination(tmp_path: Path) -> None:
    replacement = """\
      - {вид: замена наставника, ид: zamena_2, с: 15.02.2027, новый_наставник: Седых В.И.}
"""
    refusal = "      - {вид: отказ наставника, ид: otkaz_1, дата: 08.02.2027, с: 15.02.2027}\n"

    papers = printed(changed(tmp_path, ("pairs", refusal, refusal + replacement)))

    assert ("mentor-refusal", "otkaz_1") in papers
    assert ("order-on-replacement", "zamena_2") in papers
    assert ("order-on-termination", "otkaz_1") not in papers


def test_an_order_on_amendment_quotes_the_new_wording_of_each_point(papers: dict[tuple[str, str], str]) -> None:
    text = papers["order-on-amendment", ""]

    assert (
        "1.1. Пункт 3.2 Положения о системе наставничества педагогических работников, утверждённого приказом"
        " от 31.08.2026 № 45, изложить в следующей редакции:" in text
    )
    assert "«3.2. Куратор назначается приказом руководителя на один учебный год.»." in text
    assert "1.2. Пункт 4 Дорожной карты" in text
    assert "утверждённой приказом от 31.08.2026 № 45" in text


def test_an_order_on_one_amendment_speaks_of_one(tmp_path: Path) -> None:
    roadmap = '  - {акт: дорожная-карта, пункт: "4", редакция: Отбор и обучение наставников проводятся в октябре.}\n'

    text = printed(changed(tmp_path, ("year", roadmap, "")))["order-on-amendment", ""]

    assert "Заголовок| О внесении изменения в Положение о системе наставничества" in text
    assert "1. Внести следующее изменение:" in text


def test_an_order_on_repeal_names_each_act_by_what_approved_it(papers: dict[tuple[str, str], str]) -> None:
    text = papers["order-on-repeal", ""]

    assert "Положение о наставничестве молодых педагогов, утверждённое приказом от 01.09.2021 № 57-од;" in text
    assert "приказ от 14.01.2020 № 12 «О школе молодого учителя»." in text


def test_the_acquaintance_sheet_is_for_those_hired_during_the_year(papers: dict[tuple[str, str], str]) -> None:
    text = papers["acquaintance-sheet", ""]

    assert "| 1 | Учитель начальных классов | Белых И.Н. |" in text
    assert "Дубяго" not in text


def test_the_union_is_asked_only_where_there_is_one(tmp_path: Path) -> None:
    school = FILES["data/school.yaml"]
    union = school[school.index("профсоюз:") :]

    kinds = {kind for kind, _ in printed(changed(tmp_path, ("school", union, "")))}

    assert not kinds & {"union-letter", "union-opinion"}


def test_texts_have_no_traces_of_missing_data(papers: dict[tuple[str, str], str]) -> None:
    for (kind, subject), text in papers.items():
        if kind in NEW_KINDS:
            assert not re.search(r"(?<!\.)\.\.(?!\.)|, ,|\(\)|\{\{|None| ,", text), (kind, subject)


def test_an_unknown_event_in_an_act_is_reported(tmp_path: Path) -> None:
    folder = mentoring_year(tmp_path)
    act = (ROOT / "acts" / "mentor-refusal.yaml").read_text(encoding="utf-8")
    (folder / "acts").mkdir()
    (folder / "acts" / "mentor-refusal.yaml").write_text(
        act.replace("событие: отказ наставника", "событие: отказ наставнка"), encoding="utf-8"
    )

    found = [d.message for d in check_workspace(folder).diagnostics if d.code == "D045"]

    assert found == ["нет вида события «отказ наставнка»; похожий: «отказ наставника»"]


def test_an_amendment_of_an_unknown_act_is_reported(tmp_path: Path) -> None:
    folder = changed(tmp_path, ("year", "акт: дорожная-карта", "акт: дорожная-крта"))

    found = [d.message for d in check_workspace(folder).diagnostics if d.code == "D045"]

    assert found == ["нет вида акта «дорожная-крта»; похожий: «дорожная-карта»"]


def test_the_same_pair_twice_in_a_year_has_two_consents(tmp_path: Path) -> None:
    pair = "  - {наставник: Гусь Л.Б., наставляемые: [Ким А.], форма: педагог — педагог, вид: иное, с: %s, по: %s}"
    twice = f"пары:\n{pair % ('01.10.2026', '30.11.2026')}\n{pair % ('01.02.2027', '30.04.2027')}\n"

    papers = printed(
        small_workspace(tmp_path, {**FILES, "data/pairs.yaml": twice, "data/journal.yaml": "журнал: []\n"})
    )

    assert {s for kind, s in papers if kind == "mentor-consent"} == {"Гусь Л.Б. — Ким А.", "Гусь Л.Б. — Ким А. (2)"}


def test_who_refuses_after_a_replacement_is_the_new_mentor(tmp_path: Path) -> None:
    refusal = "      - {вид: отказ наставника, ид: otkaz_2, дата: 01.03.2027, с: 08.03.2027}\n"
    second_pair = "  - наставник: Гусь Л.Б.\n"

    papers = printed(changed(tmp_path, ("pairs", second_pair, refusal + second_pair)))

    assert "от учителя истории и обществознания" in papers["mentor-refusal", "otkaz_2"]
    assert "от 15.01.2027 № 3/27" in papers["mentor-refusal", "otkaz_2"]
    assert "наставник — Седых Вячеслав Игоревич" in papers["order-on-termination", "otkaz_2"]


def test_a_refusal_of_2023_rests_on_no_article_of_2025(tmp_path: Path) -> None:
    pairs = """\
пары:
  - наставник: Гусь Л.Б.
    наставляемые: [Белых И.Н.]
    форма: учитель — учитель
    вид: традиционное
    с: 01.10.2023
    по: 31.05.2024
    события:
      - {вид: отказ наставника, ид: otkaz_1, дата: 08.02.2024, с: 15.02.2024}
      - {вид: замена наставника, ид: zamena_1, с: 15.02.2024, новый_наставник: Седых В.И.}
"""
    school = FILES["data/school.yaml"].replace("2026/2027", "2023/2024")
    staff = FILES["data/staff.yaml"].replace("принят: 12.10.2026", "принят: 01.09.2023")
    files = {"data/school.yaml": school, "data/staff.yaml": staff, "data/pairs.yaml": pairs}

    papers = printed(small_workspace(tmp_path, files))

    assert {kind for kind, subject in papers if subject.startswith(("otkaz", "zamena"))} == {
        "mentor-refusal",
        "order-on-replacement",
    }
    assert not any("351.8" in text for text in papers.values())


def test_the_head_who_is_in_no_list_still_gets_the_consents_asked_of_her(tmp_path: Path) -> None:
    head = "    должность: директор\n    в_списках: нет\n"

    papers = printed(changed(tmp_path, ("staff", head, head + "    согласия: [{вид: обработка}]\n")))

    assert ("personal-data-consent", "Ковтун О.И.") in papers


def test_words_of_the_school_are_made_once_for_all_documents(tmp_path: Path) -> None:
    checked = check_workspace(mentoring_year(tmp_path))
    assert checked.school is not None
    planned = planned_documents(checked.school, checked.kinds)
    facts = Facts(checked.school, checked.kinds, planned, Forms())

    of_one_day = [document for document in planned if document.requisites.judged_on == planned[0].requisites.judged_on]
    assert facts_words(planned[0], facts)["учредитель"] is facts_words(planned[-1], facts)["учредитель"]
    assert facts_words(of_one_day[0], facts)["пары"] is facts_words(of_one_day[-1], facts)["пары"]


def test_a_kind_that_the_year_does_not_need_has_no_words_and_no_error() -> None:
    found = words_of_kind(ROOT, "приказ-о-замене")

    assert (found.has_documents, dict(found.values)) == (False, {})


def test_the_regulation_notes_the_opinion_of_the_union_in_the_genitive(
    papers: dict[tuple[str, str], str], tmp_path: Path
) -> None:
    answered = changed(tmp_path, ("year", "{направлено: 19.08.2026}", "{ответ: 24.08.2026, номер: 61}"))

    noted = "МНЕНИЕ УЧТЕНО / первичной профсоюзной организации МБОУ «СОШ № 7» / протокол от "

    assert f"{noted}____________ № ______ |" in papers["regulation", ""]
    assert f"{noted}24.08.2026 № 61 |" in printed(answered)["regulation", ""]


def test_an_annex_has_one_corner_block_and_no_letterhead(papers: dict[tuple[str, str], str]) -> None:
    first_page = papers["regulation", ""].split("ПОЛОЖЕНИЕ")[0]

    assert "| Приложение / УТВЕРЖДЕНО / приказом МБОУ «СОШ № 7» / от 31.08.2026 № 45 |" in first_page
    assert first_page.count("№ 45") == 1
    assert "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ" not in first_page


def test_a_school_without_a_roadmap_has_no_annex_and_no_word_of_it_in_the_order(
    papers: dict[tuple[str, str], str],
) -> None:
    text = papers["order-on-mentoring", ""]

    assert ("roadmap", "") not in papers
    assert "дорожн" not in text.casefold()
    assert "Список приложений| Приложение:" in text
    assert "(приложение; далее — Положение)" in text


def test_a_school_without_a_curator_gets_an_order_in_which_the_head_keeps_that_work(tmp_path: Path) -> None:
    school = small_workspace(tmp_path, {"data/school.yaml": SCHOOL.replace("куратор: Зимин П.Л.\n", "")})

    text = printed(school)["order-on-mentoring", ""]

    assert "(далее — куратор) оставляю за собой." in text
    assert "Куратору:" in text
    assert ",," not in text
    assert "мне на подпись" not in text


def test_the_table_of_pairs_names_agreement_or_job_function_since_article_351_8(
    papers: dict[tuple[str, str], str],
) -> None:
    text = papers["order-on-pairs", ""]

    assert "| Согласие наставника | Дата, номер соглашения |" in text
    assert "| 28.08.2026 | 31.08.2026 № 1/26 |" in text
    assert "| трудовой договор от 01.09.2020 № 15, пункт 2.4 |" in text
    assert "дополнительных соглашений к трудовым договорам наставников или трудовых договоров" in text


def test_nobody_becomes_a_mentor_before_consent_and_agreement_in_any_act(papers: dict[tuple[str, str], str]) -> None:
    for kind in ("order-on-mentoring", "regulation"):
        text = papers[kind, ""]
        assert re.search(r"издаётся после получения письменн\w+ соглас\w+ наставник\w+ и подписания соглашени", text)
        assert not re.search(r"до начала работы[^.;]{0,60}соглашен", text), kind


def test_the_order_that_approves_the_regulation_rests_on_the_opinion_of_the_union(
    papers: dict[tuple[str, str], str],
) -> None:
    assert (
        "с учётом мнения первичной профсоюзной организации МБОУ «СОШ № 7» (протокол от"
        in papers["order-on-mentoring", ""]
    )


@pytest.mark.parametrize(
    ("answer", "preamble", "grif"),
    [
        ("не согласен", "проведя с ним дополнительные консультации", "МНЕНИЕ УЧТЕНО"),
        ("не поступило", "в установленный срок не поступило", "МНЕНИЕ НЕ ПОСТУПИЛО"),
    ],
)
def test_an_opinion_that_is_against_or_did_not_come_is_said_to_be_so(
    tmp_path: Path, answer: str, preamble: str, grif: str
) -> None:
    asked = "направлено: 19.08.2026"

    papers = printed(changed(tmp_path, ("year", asked, f"{asked}, мнение: {answer}")))

    assert preamble in papers["order-on-mentoring", ""]
    assert grif in papers["regulation", ""]


def test_a_replacement_after_a_refusal_names_the_statement_and_not_the_reason_again(tmp_path: Path) -> None:
    refusal = (
        "      - {вид: отказ наставника, ид: otkaz_0, дата: 11.01.2027, с: 18.01.2027, причина: переезд}\n"
        "      - вид: замена наставника\n"
    )
    papers = printed(changed(tmp_path, ("pairs", "      - вид: замена наставника\n", refusal)))
    order = papers["order-on-replacement", "zamena_1"]

    assert "в связи с досрочным отказом Заяц В.П. от наставничества (заявление от 11.01.2027)" in order
    assert "дополнительного соглашения к его трудовому договору от 15.01.2027 № 3/27" in order
    assert "длительный отпуск" not in order
    assert "переезд" not in order


def test_a_replacement_of_itself_says_why(papers: dict[tuple[str, str], str]) -> None:
    order = papers["order-on-replacement", "zamena_1"]

    assert order.count("длительный отпуск наставника") == 1


def test_an_order_on_termination_names_the_notice_and_waits_for_who_is_away(
    papers: dict[tuple[str, str], str],
) -> None:
    order = papers["order-on-termination", "otmena_1"]

    assert "(уведомление от 10.11.2026; причина: изменение учебной нагрузки)" in order
    assert "тому, кто в это время отсутствует на работе, — со дня выхода на работу" in order


def test_the_order_on_pay_is_addressed_to_people_whom_the_school_names(tmp_path: Path) -> None:
    staff = "бухгалтер: Дубяго К.О.\nкадровик: Жук Р.С.\nорганы:"
    papers = printed(changed(tmp_path, ("school", "органы:", staff)))
    order = papers["order-on-pay", ""]

    assert "2. Учителю начальных классов Дубяго К.О. начислять выплаты" in order
    assert "5. Педагогу-библиотекарю Жук Р.С. в течение 3 рабочих дней" in order
    assert "аботник" not in order.partition("ПРИКАЗЫВАЮ")[2].partition("2. ")[2].partition("6. ")[0].replace(
        "другим работникам", ""
    )


def test_one_amended_act_is_named_in_the_singular_and_two_in_the_plural(tmp_path: Path) -> None:
    one = (
        "изменения:\n  - {акт: положение, пункт: '3.5', редакция: Новый текст}\n"
        "  - {акт: положение, пункт: '3.6', редакция: Ещё}\n"
    )
    two = one.replace("акт: положение, пункт: '3.6'", "акт: дорожная-карта, пункт: '2'")

    single = printed(small_workspace(tmp_path / "a", {**FILES, "data/year.yaml": one}))["order-on-amendment", ""]
    plural = printed(small_workspace(tmp_path / "b", {**FILES, "data/year.yaml": two}))["order-on-amendment", ""]

    assert "действующую редакцию изменённого акта" in single
    assert "с учётом мнения первичной профсоюзной организации" in single
    assert "действующие редакции изменённых актов" in plural


def test_a_consent_to_the_use_of_data_is_given_to_the_operator_in_the_dative(
    papers: dict[tuple[str, str], str],
) -> None:
    consent = papers["personal-data-consent", "Заяц В.П."]

    assert "моих персональных данных Муниципальному бюджетному общеобразовательному учреждению" in consent


def test_what_prints_names_of_people_goes_to_the_site_only_without_them() -> None:
    kinds = check_workspace(ROOT / "examples" / "school-2026").kinds
    whole = {kind.stem for kind in kinds if kind.on_site is OnSite.YES}

    assert whole == {"regulation", "school-program"}


DAYS = ("30.09.2026", "10.11.2026")


def order_text(folder: Path) -> str:
    """Return the text of the order on pairs, whatever rules find."""
    checked = check_workspace(folder)
    document = next(one for one in checked.plan.documents if one.key[0] == "order-on-pairs")
    return golden_text(fill(checked.templates["order-on-pairs"], document.words)).replace("\u00a0", " ")


def test_a_document_cites_the_edition_in_force_on_its_own_day(tmp_path: Path) -> None:
    journal = "\n".join(
        (
            "журнал:",
            "  - {вид: приказ-о-наставничестве, номер: 40, дата: 31.08.2026, состояние: подписан}",
            "  - {вид: приказ-о-наставничестве, редакция: 2, номер: 61, дата: 09.11.2026, состояние: подписан}",
            "  - {вид: приказ-о-парах, номер: 45, дата: %s, состояние: подписан}",
            "",
        )
    )

    cited = {day: order_text(small_workspace(tmp_path / day, {"data/journal.yaml": journal % day})) for day in DAYS}

    assert "от 31.08.2026 № 40" in cited["30.09.2026"]
    assert "61" not in cited["30.09.2026"]
    assert "от 09.11.2026 № 61" in cited["10.11.2026"]


@pytest.mark.parametrize(
    ("written", "broken"),
    [
        ("с: 18.01.2027", "с: 18.13.2027"),
        ("согласие: 14.01.2027", "согласие: 13.13.2027"),
        ("новый_наставник: Седых В.И.", "новый_наставник: Седых Н.Н."),
        ("номер: 3/27", "номер: [3, 27]"),
        ("дата: 15.01.2027", "дата: вчера"),
    ],
)
def test_a_fault_inside_a_replacement_is_shown_and_holds_the_papers_of_that_pair(
    tmp_path: Path, written: str, broken: str
) -> None:
    folder = changed(tmp_path, ("pairs", written, broken))

    planned = plan_workspace(folder)

    at_fault = FILES["data/pairs.yaml"][: FILES["data/pairs.yaml"].index(written)].count("\n") + 1
    errors = [(found.place.file, found.place.line) for found in planned.diagnostics if found.is_error]
    assert ("data/pairs.yaml", at_fault) in errors
    assert "zamena_1" in {state.subject for state in planned.states if state.state is State.HELD}


def test_whatever_value_of_a_pair_is_wrong_the_others_are_planned(tmp_path: Path) -> None:
    snapshot = read_workspace(mentoring_year(tmp_path))
    lines = FILES["data/pairs.yaml"].split("\n")
    values = [number for number, line in enumerate(lines) if re.search(r": [^{\[]", line)]
    unplanned = []
    for number in values:
        broken = [*lines[:number], re.sub(r": .*", ": 13.13.2027", lines[number]), *lines[number + 1 :]]
        texts = {**snapshot.value.texts, "data/pairs.yaml": "\n".join(broken)}
        checked = check_snapshot(replace(snapshot, value=replace(snapshot.value, texts=texts)))
        if not checked.plan.documents:
            unplanned.append(lines[number])

    assert len(values) > 40
    assert unplanned == []
