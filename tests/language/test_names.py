"""Each class of hard name and the rule that it follows."""

import pytest

from actgen.language import Case, Gender, decline_name

MASCULINE, FEMININE = Gender.MASCULINE, Gender.FEMININE


def codes(name: str, case: Case, gender: Gender | None = None) -> set[str]:
    return {doubt.kind.name for doubt in decline_name(name, case, gender=gender).doubts}


@pytest.mark.parametrize(
    ("name", "case", "expected"),
    [
        # A woman's surname on a consonant never changes; a man's does.
        ("Бондарь Ольга Ивановна", Case.DATIVE, "Бондарь Ольге Ивановне"),
        ("Бондарь Игорь Ильич", Case.DATIVE, "Бондарю Игорю Ильичу"),
        # -ко, -аго, -ых and Russian -их never change.
        ("Шевченко Тарас Григорьевич", Case.GENITIVE, "Шевченко Тараса Григорьевича"),
        ("Живаго Юрий Андреевич", Case.GENITIVE, "Живаго Юрия Андреевича"),
        ("Черных Андрей Ильич", Case.GENITIVE, "Черных Андрея Ильича"),
        # German -рих, -лих are nouns: declined for a man.
        ("Рерих Николай Константинович", Case.GENITIVE, "Рериха Николая Константиновича"),
        # -ец loses its vowel after one consonant, keeps it after two.
        ("Кравец Роман Ильич", Case.INSTRUMENTAL, "Кравцом Романом Ильичом"),
        ("Жнец Иван Петрович", Case.INSTRUMENTAL, "Жнецом Иваном Петровичем"),
        ("Коломиец Павел Фокич", Case.GENITIVE, "Коломийца Павла Фокича"),
        # A hushing letter with the stress on the ending gives -ом.
        ("Лещ Семён Игоревич", Case.INSTRUMENTAL, "Лещом Семёном Игоревичем"),
        ("Буш Герман Иванович", Case.INSTRUMENTAL, "Бушем Германом Ивановичем"),
        ("Гуща Артём Петрович", Case.INSTRUMENTAL, "Гущей Артёмом Петровичем"),
        ("Левша Игнат Петрович", Case.INSTRUMENTAL, "Левшой Игнатом Петровичем"),
        # Foreign -ин, -ов and every -льн give -ом; Russian ones -ым.
        ("Дарвин Чарльз Робертович", Case.INSTRUMENTAL, "Дарвином Чарльзом Робертовичем"),
        ("Линкольн Авраам Иванович", Case.INSTRUMENTAL, "Линкольном Авраамом Ивановичем"),
        ("Птицын Валерий Олегович", Case.INSTRUMENTAL, "Птицыным Валерием Олеговичем"),
        # -ой is an adjective (Глухой, with -им after a velar) or a noun (Герой).
        ("Глухой Егор Андреевич", Case.INSTRUMENTAL, "Глухим Егором Андреевичем"),
        ("Герой Антон Сергеевич", Case.GENITIVE, "Героя Антона Сергеевича"),
        ("Куцый Тимур Олегович", Case.GENITIVE, "Куцего Тимура Олеговича"),
        # French surnames stressed on the last -а never change; Georgian and Slavic ones do.
        ("Дюма Александр Иванович", Case.GENITIVE, "Дюма Александра Ивановича"),
        ("Окуджава Булат Шалвович", Case.GENITIVE, "Окуджавы Булата Шалвовича"),
        ("Шенгелая Тамара Николаевна", Case.GENITIVE, "Шенгелаи Тамары Николаевны"),
        # A woman's -ова without a vowel before it is a noun, but for Львова.
        ("Сова Анна Ильинична", Case.GENITIVE, "Совы Анны Ильиничны"),
        ("Львова Зоя Львовна", Case.GENITIVE, "Львовой Зои Львовны"),
        ("Рабочая Зинаида Ивановна", Case.GENITIVE, "Рабочей Зинаиды Ивановны"),
        # A first half that is no surname of its own never changes.
        ("Бонч-Бруевич Владимир Дмитриевич", Case.GENITIVE, "Бонч-Бруевича Владимира Дмитриевича"),
        ("Семёнов-Тян-Шанский Пётр Петрович", Case.GENITIVE, "Семёнова-Тян-Шанского Петра Петровича"),
        ("Петрова-Бондарь Ирина Олеговна", Case.GENITIVE, "Петровой-Бондарь Ирины Олеговны"),
        # Eastern double first names change once, European ones twice.
        ("Магомедов Абдул-Хамид Ахмедович", Case.GENITIVE, "Магомедова Абдул-Хамида Ахмедовича"),
        ("Петрова Анна-Мария Сергеевна", Case.GENITIVE, "Петровой Анны-Марии Сергеевны"),
        # Оглы, кызы and the word before them never change.
        ("Гусейнов Чингиз Гасан оглы", Case.GENITIVE, "Гусейнова Чингиза Гасан оглы"),
        ("Мамедова Севда Али кызы", Case.GENITIVE, "Мамедовой Севды Али кызы"),
        # Only Ильич, Кузьмич, Лукич, Фомич are stressed on the end.
        ("Белых Никита Лукич", Case.INSTRUMENTAL, "Белых Никитой Лукичом"),
        ("Голуб Иван Иваныч", Case.INSTRUMENTAL, "Голубом Иваном Иванычем"),
        ("Нурлан уулу Айбек", Case.GENITIVE, "Нурлан уулу Айбека"),
        ("Мамед-заде Али Гасан оглы", Case.GENITIVE, "Мамед-заде Али Гасан оглы"),
        # Particles never change, in capitals too where a surname follows.
        ("фон Дервиз Павел Григорьевич", Case.GENITIVE, "фон Дервиза Павла Григорьевича"),
        ("Ван Гог Винсент Иванович", Case.GENITIVE, "Ван Гога Винсента Ивановича"),
    ],
)
def test_a_class_of_names_follows_its_rule(name: str, case: Case, expected: str) -> None:
    assert decline_name(name, case).text == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # Of a name of the Far East only the last word of a man's is declined, none of a woman's.
        ("Ким Чен Ын", "Ким Чен Ына"),
        ("Дэн Сяопин", "Дэн Сяопина"),
        ("Хо Ши Мин", "Хо Ши Мина"),
    ],
)
def test_an_asian_name_is_declined_in_its_last_word_and_doubted(name: str, expected: str) -> None:
    declined = decline_name(name, Case.GENITIVE, gender=MASCULINE)

    assert declined.text == expected
    assert "NAME_ORDER" in {doubt.kind.name for doubt in declined.doubts}
    assert decline_name(name, Case.GENITIVE, gender=FEMININE).text == name


def test_order_of_words_is_kept_and_understood() -> None:
    expected = "Ольге Владимировне Никитиной"

    assert decline_name("Ольга Владимировна Никитина", Case.DATIVE).text == expected
    assert decline_name("Никитина Ольга Владимировна", Case.DATIVE).text == "Никитиной Ольге Владимировне"
    assert decline_name("Иван Петрович Абрамович", Case.DATIVE).text == "Ивану Петровичу Абрамовичу"
    assert decline_name("Абрамович Иван Петрович", Case.DATIVE).text == "Абрамовичу Ивану Петровичу"


@pytest.mark.parametrize("initials", ["О.И.", "О. И.", "О.\N{NO-BREAK SPACE}И.", "О."])
def test_initials_stay_as_typed_on_either_side(initials: str) -> None:
    woman = FEMININE

    assert decline_name(f"Белова {initials}", Case.GENITIVE, gender=woman).text == f"Беловой {initials}"
    assert decline_name(f"{initials} Белова", Case.GENITIVE, gender=woman).text == f"{initials} Беловой"


def test_capitals_of_a_word_reach_its_ending() -> None:
    assert decline_name("НИКИТИНА Ольга Ивановна", Case.GENITIVE).text == "НИКИТИНОЙ Ольги Ивановны"
    assert decline_name("о'брайен Шон Патрикович", Case.GENITIVE).text == "о'брайена Шона Патриковича"
    assert decline_name("Римский-КОРСАКОВ Пётр Ильич", Case.GENITIVE).text == "Римского-КОРСАКОВА Петра Ильича"


def test_yo_is_neither_lost_nor_added() -> None:
    assert decline_name("Семёнова Алёна Петровна", Case.DATIVE).text == "Семёновой Алёне Петровне"
    assert decline_name("Семенов Артем Федорович", Case.DATIVE).text == "Семенову Артему Федоровичу"
    assert decline_name("Белов Илья Ильич", Case.INSTRUMENTAL).text == "Беловым Ильей Ильичом"
    assert decline_name("Фёдоров Илья Ильич", Case.INSTRUMENTAL).text == "Фёдоровым Ильёй Ильичом"


@pytest.mark.parametrize("name", ["Бондарь О.И.", "Ткач Саша", "Мельник Женя", "Дитрих М."])
def test_gender_is_never_guessed_silently(name: str) -> None:
    declined = decline_name(name, Case.DATIVE)

    assert {doubt.kind.name for doubt in declined.doubts} & {"GENDER_UNKNOWN", "GENDER_INFERRED"}


@pytest.mark.parametrize("name", ["Шевченко О.И.", "Черных А.Б.", "Сорока В.Г.", "Дюма А."])
def test_no_gender_is_asked_where_it_changes_nothing(name: str) -> None:
    assert codes(name, Case.GENITIVE) == set()


def test_name_and_standard_surname_that_agree_give_a_form_with_a_note() -> None:
    declined = decline_name("Надежда Ветрова", Case.GENITIVE)

    assert declined.text == "Надежды Ветровой"
    assert [doubt.kind.name for doubt in declined.doubts] == ["GENDER_INFERRED"]


def test_gender_against_the_patronymic_is_an_error() -> None:
    assert "GENDER_CONFLICT" in codes("Белов Иван Ильич", Case.GENITIVE, FEMININE)


@pytest.mark.parametrize(
    ("name", "doubt"),
    [
        ("Воробей Григорий Саввич", "FLEETING_VOWEL"),
        ("Коваленок Иван Ильич", "FLEETING_VOWEL"),
        ("Литвин Сергей Петрович", "NOUN_SURNAME"),
        ("Калина Вера Ивановна", "NOUN_SURNAME"),
        ("Гармаш Сергей Леонидович", "STRESS_INS"),
        ("Палий Семён Филиппович", "ADJ_OR_NOUN"),
        ("Гулиа Дмитрий Иосифович", "VOWEL_A"),
        ("Либих Юстус Карлович", "FOREIGN_IH"),
        ("Юсупова Асель Ренатовна", "SOFT_FEMALE"),
        ("Шмидт-Иванов Олег Петрович", "DOUBLE_SURNAME"),
        ("Токаев Касым-Жомарт Кемелевич", "RARE_NAME"),
        ("Ивaнов Иван Ильич", "MIXED_SCRIPT"),  # the «a» is Latin
        ("Белов Булач Ильич", "STRESS_INS"),
        ("Smith Иван Ильич", "NON_CYRILLIC"),
        ("Каюм Насыри", "NAME_ORDER"),
    ],
)
def test_a_name_with_two_usages_is_doubted(name: str, doubt: str) -> None:
    assert doubt in codes(name, Case.INSTRUMENTAL)


def test_stress_is_doubted_in_the_instrumental_only() -> None:
    assert codes("Гармаш Сергей Леонидович", Case.GENITIVE) == set()
