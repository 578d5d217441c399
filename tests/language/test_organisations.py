import pytest

from actgen.language import Case, decline_organisation


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Муниципальное казённое учреждение «СОШ № 1»", "Муниципального казённого учреждения «СОШ № 1»"),
        # Abbreviations and what follows them never change.
        ("МБОУ «СОШ № 21»", "МБОУ «СОШ № 21»"),
        ("ГБОУ Школа № 1234", "ГБОУ Школа № 1234"),
        # What stands after a dash agrees.
        ("Центр развития ребёнка — детский сад № 5", "Центра развития ребёнка — детского сада № 5"),
        ("Начальная школа-детский сад № 8", "Начальной школы-детского сада № 8"),
        # A second name right after «учреждение» agrees.
        ("Муниципальное учреждение лицей № 2", "Муниципального учреждения лицея № 2"),
        # Both halves change, plural ones too.
        ("Школа-интернат № 2", "Школы-интерната № 2"),
        ("Ясли-сад № 5", "Яслей-сада № 5"),
        # Adjectives in brackets agree.
        ("Специальная (коррекционная) школа № 4", "Специальной (коррекционной) школы № 4"),
        # «Ключевской» agrees with a masculine noun, though it looks like a genitive.
        ("Ключевской детский сад", "Ключевского детского сада"),
        ("Отдел городской администрации", "Отдела городской администрации"),
        ("Муниципальное учреждение городской дом культуры", "Муниципального учреждения городского дома культуры"),
        ("Казачий кадетский корпус", "Казачьего кадетского корпуса"),
        ("Управляющий совет", "Управляющего совета"),
        ("Индивидуальный предприниматель Иванов Иван Ильич", "Индивидуального предпринимателя Иванова Ивана Ильича"),
    ],
)
def test_a_name_is_declined_by_its_head(name: str, expected: str) -> None:
    declined = decline_organisation(name, Case.GENITIVE)

    assert (declined.text, declined.doubts) == (expected, ())


def test_accusative_of_things_is_the_nominative() -> None:
    assert decline_organisation("Педагогический совет", Case.ACCUSATIVE).text == "Педагогический совет"
    assert decline_organisation("Рабочая группа", Case.ACCUSATIVE).text == "Рабочую группу"
