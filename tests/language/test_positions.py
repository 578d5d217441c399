"""The head rule on job titles: adjectives and the head are declined, the rest is copied."""

import pytest

from actgen.language import Case, decline_position


def accusative(position: str) -> str:
    return decline_position(position, Case.ACCUSATIVE).text


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        # What the head governs is copied: no «заместителя директоров».
        ("заместитель директора по УВР", "заместителя директора по УВР"),
        ("учитель русского языка и литературы", "учителя русского языка и литературы"),
        # Adjectives agree with the head: no «медицинского сестру».
        ("старшая медицинская сестра", "старшую медицинскую сестру"),
        ("медицинская сестра диетическая", "медицинскую сестру диетическую"),
        # An adjective is the head where no noun agrees with it.
        ("старший вожатый", "старшего вожатого"),
        ("старшая вожатая", "старшую вожатую"),
        ("дежурный учитель", "дежурного учителя"),
        ("дежурный по режиму", "дежурного по режиму"),
        ("контрактный управляющий", "контрактного управляющего"),
        ("заведующая столовой", "заведующую столовой"),
        # «городской» after the head is a genitive: a masculine noun does not follow it.
        ("депутат городской Думы", "депутата городской Думы"),
        ("управляющий городской больницей", "управляющего городской больницей"),
        ("городской голова", "городского голову"),
        # Both halves of a hyphenated title change, but for шеф-, пресс-, IT-.
        ("учитель-логопед", "учителя-логопеда"),
        ("сестра-хозяйка", "сестру-хозяйку"),
        ("шеф-повар", "шеф-повара"),
        ("IT-специалист", "IT-специалиста"),
        # «и.о.», «врио», «зам.» and what follows them never change.
        ("и. о. директора", "и. о. директора"),
        ("врио директора", "врио директора"),
        ("зам. директора по ВР, учитель истории", "зам. директора по ВР, учителя истории"),
        ("исполняющий обязанности директора", "исполняющего обязанности директора"),
        # Brackets are declined where each item of them is a person.
        ("Директор (начальник, заведующий) организации", "Директора (начальника, заведующего) организации"),
        ("учитель технологии (мальчики)", "учителя технологии (мальчики)"),
        ("учитель (русский язык и литература)", "учителя (русский язык и литература)"),
        ("педагог (танец)", "педагога (танец)"),
        ("учитель (компьютер)", "учителя (компьютер)"),
        ("воспитатель (включая старшего)", "воспитателя (включая старшего)"),
        # A second title after a comma, a dash or a slash is declined, other words there are not.
        ("учитель физики, классный руководитель 7 «А» класса", "учителя физики, классного руководителя 7 «А» класса"),
        ("учитель истории, обществознания", "учителя истории, обществознания"),
        ("учитель — куратор", "учителя — куратора"),
        ("педагог, ведущий кружок", "педагога, ведущего кружок"),
        ("учитель, ведущий специалист отдела", "учителя, ведущего специалиста отдела"),
        ("лицо, ответственное за питание", "лицо, ответственное за питание"),
        # Persons that the dictionary takes for machines.
        ("дезинфектор", "дезинфектора"),
        ("калькулятор", "калькулятора"),
        ("тьютор", "тьютора"),
        # Things.
        ("ответственное лицо", "ответственное лицо"),
        ("обслуживающий персонал", "обслуживающий персонал"),
    ],
)
def test_a_title_is_declined_by_its_head(position: str, expected: str) -> None:
    declined = decline_position(position, Case.ACCUSATIVE)

    assert (declined.text, declined.doubts) == (expected, ())


def test_yo_and_capitals_of_a_title_stay() -> None:
    assert accusative("шофер") == "шофера"
    assert accusative("шофёр") == "шофёра"
    assert accusative("ДИРЕКТОР ШКОЛЫ") == "ДИРЕКТОРА ШКОЛЫ"
    assert decline_position("секретарь", Case.INSTRUMENTAL).text == "секретарем"
    assert decline_position("секретарь учёного совета", Case.INSTRUMENTAL).text.endswith("учёного совета")


def test_title_without_a_head_is_left_alone_and_doubted() -> None:
    declined = decline_position("по совместительству", Case.GENITIVE)

    assert declined.text == "по совместительству"
    assert [doubt.kind.name for doubt in declined.doubts] == ["UNKNOWN_HEAD"]


def test_title_typed_in_the_plural_is_doubted() -> None:
    doubts = decline_position("учителя математики", Case.DATIVE).doubts

    assert [doubt.kind.name for doubt in doubts] == ["PLURAL_HEAD"]
