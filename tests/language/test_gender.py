import pytest

from actgen.language import Gender, GenderSource, by_gender, gender_of_name


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Бондарь Ольга Кузьминична", Gender.FEMININE),
        ("Бондарь Ян Саввич", Gender.MASCULINE),
        ("Чиж Никита Лукич", Gender.MASCULINE),
        ("Саша Ильич", Gender.MASCULINE),
        ("Мамедов Гасан Али оглы", Gender.MASCULINE),
        ("Мамедова Севда Али-кызы", Gender.FEMININE),
        ("Войнович Ирина Данииловна", Gender.FEMININE),
        ("Ольга Ивановна", Gender.FEMININE),
        ("Пьер Вуколич Лось", Gender.MASCULINE),
    ],
)
def test_patronymic_proves_the_gender(name: str, gender: Gender) -> None:
    found = gender_of_name(name)

    if "Саша" in name:  # two words, and the first is nobody's for sure: Ильич may be the surname
        assert not found.is_certain
    else:
        assert (found.gender, found.source) == (gender, GenderSource.PATRONYMIC)


def test_nouns_that_look_like_feminine_surnames_prove_nothing() -> None:
    assert gender_of_name("Калина О.И.").gender is None
    assert gender_of_name("Голова А.").gender is None


def test_surname_without_a_patronymic_is_a_source_that_is_not_certain() -> None:
    found = gender_of_name("Никитина О.В.")

    assert (found.gender, found.source, found.is_certain) == (Gender.FEMININE, GenderSource.SURNAME, False)


def test_parts_that_contradict_each_other_show_no_gender() -> None:
    assert gender_of_name("Иванов Мария").gender is None


def test_agreement_follows_the_gender() -> None:
    assert by_gender(Gender.FEMININE, "ознакомлен", "ознакомлена") == "ознакомлена"
    assert by_gender(Gender.MASCULINE, "ознакомлен", "ознакомлена") == "ознакомлен"
