import pytest

from actgen.language import Case, Gender, decline_short_name, initials_of, surname_first, surname_last, surname_of

NBSP = "\N{NO-BREAK SPACE}"


def test_surname_and_initials_are_joined_by_a_blank_that_does_not_break() -> None:
    assert surname_first("Желтоногова Светлана Анатольевна") == f"Желтоногова{NBSP}С.А."
    assert surname_last("Желтоногова Светлана Анатольевна") == f"С.А.{NBSP}Желтоногова"
    assert surname_last("Желтоногова Светлана Анатольевна", spaced=True) == f"С.{NBSP}А.{NBSP}Желтоногова"


def test_short_name_is_the_same_from_any_order_of_words() -> None:
    for name in ("Ольга Ивановна Белова", "Белова Ольга Ивановна", "О.И. Белова", "Белова О. И."):
        assert surname_first(name) == f"Белова{NBSP}О.И."


@pytest.mark.parametrize("case", list(Case))
def test_initials_never_change(case: Case) -> None:
    text = decline_short_name("Желтоногова Светлана Анатольевна", case).text

    assert text.endswith(f"{NBSP}С.А.")


def test_short_name_is_declined_by_the_gender_of_the_full_name() -> None:
    assert decline_short_name("Бондарь Ольга Ивановна", Case.DATIVE).text == f"Бондарь{NBSP}О.И."
    assert decline_short_name("Бондарь Олег Ильич", Case.DATIVE).text == f"Бондарю{NBSP}О.И."
    declined = decline_short_name("Бондарь О.И.", Case.DATIVE, gender=Gender.MASCULINE, surname_leads=False)
    assert declined.text == f"О.И.{NBSP}Бондарю"


@pytest.mark.parametrize(
    ("name", "surname", "initials"),
    [
        ("Мамедов Гасан Али оглы", "Мамедов", "Г.А."),
        ("фон Дервиз Павел Григорьевич", "фон Дервиз", "П.Г."),
        ("Римский-Корсаков Николай Андреевич", "Римский-Корсаков", "Н.А."),
        ("Петрова Анна-Мария Сергеевна", "Петрова", "А.-М.С."),
        ("Надежда Ветрова", "Ветрова", "Н."),
        ("Барклай-де-Толли Михаил Богданович", "Барклай-де-Толли", "М.Б."),
    ],
)
def test_surname_and_initials_of_hard_names(name: str, surname: str, initials: str) -> None:
    assert (surname_of(name), initials_of(name)) == (surname, initials)


def test_asian_name_is_said_in_full() -> None:
    assert surname_first("Ким Чен Ын") == "Ким Чен Ын"
