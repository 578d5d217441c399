"""A list of staff kept in a spreadsheet: what each column is, each row as a person, how the list differs from ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from actgen.diagnostics.similar import fold_look_alikes
from actgen.school.person import fold_name, short_name
from actgen.school.school import TO_FILL_IN
from actgen.sources import fold_word
from actgen.tables import Field, Layout, Sheet

NAME, SURNAME, GIVEN, PATRONYMIC = "фио", "фамилия", "имя", "отчество"
NAME_PARTS = (SURNAME, GIVEN, PATRONYMIC)
POSITION = "должность"
TELLING = ("телефон", "почта", "принят")
"""What two people hardly share."""

_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*"
_CAPITALS = r"[А-ЯЁ]{2,}(?:-[А-ЯЁ]{2,})*"
_NAME_WORD = rf"(?:{_WORD}|{_CAPITALS})"
_FULL_NAME = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD}){{1,2}}(?: (?:оглы|кызы|угли|гызы))?")
_INITIALLED = re.compile(rf"{_NAME_WORD} [А-ЯЁ]\. ?(?:[А-ЯЁ]\.)?")
# «(Белова)», «*», «, совместитель», «- декрет»: a surname never begins with a small letter.
_NOTES = re.compile(r"\([^()]*\)|\*+|(?:\s*[,;]|\s+[-–—])\s*[а-яё].*$")
_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?: ?г\.?)?")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?")
_SERIAL = re.compile(r"[2-6]\d{4}")
_LONGEST_SHORT_FORM = 4
_EPOCH_OF_SPREADSHEETS = date(1899, 12, 30)

_CATEGORIES: Mapping[str, str] = {
    "высшая": "высшая",
    "высш": "высшая",
    "вкк": "высшая",
    "в": "высшая",
    "первая": "первая",
    "перв": "первая",
    "1": "первая",
    "1 кк": "первая",
    "1кк": "первая",
    "i": "первая",
    "сзд": "соответствие занимаемой должности",
    "соответствие": "соответствие занимаемой должности",
    "соответствие занимаемой должности": "соответствие занимаемой должности",
}
_NOTHING = {"", "-", "–", "—", "нет", "б/к", "бк", "без категории", "не имеет", "н/а", "0"}

_POSITION_HEADS = (
    "учитель|преподаватель|педагог|воспитатель|директор|заведующ|заместитель|зам\\.?|методист|психолог|логопед|"
    "дефектолог|библиотекарь|секретарь|советник|руководитель|инструктор|мастер|тьютор|завуч|концертмейстер|вожат|"
    "бухгалтер|специалист|лаборант|инженер|ассистент|тренер|старший|главный|повар|рабочий|уборщи|сторож|вахт"
)
_POSITION = re.compile(rf"(?:{_POSITION_HEADS})\w*", re.IGNORECASE)


def is_full_name(text: str) -> bool:
    """Return whether a cell holds one person's name: in full, or surname and initials; a note may follow it.

    >>> is_full_name("ПЕТРОВ Иван Сергеевич*"), is_full_name("Орлова Т.В. (совм.)"), is_full_name("Совместители")
    (True, True, False)
    """
    text = _in_cyrillic(_without_notes(text))
    return bool(_FULL_NAME.fullmatch(text) or _INITIALLED.fullmatch(text)) and not _POSITION.match(text)


def _without_notes(text: str) -> str:
    return " ".join(_NOTES.sub(" ", text).split())


def _in_cyrillic(text: str) -> str:
    """Return a Russian text without the Latin letters that look like Russian ones: «Cедых»."""
    return fold_look_alikes(text) if re.search("[А-Яа-яЁё]", text) else text


def read_name(text: str) -> str:
    """Return a name as data write it: in Russian letters, capitals only where a word begins, without notes.

    >>> read_name("ПЕТРОВ  ИВАН Сергеевич (Белов)"), read_name("Орлова Т. В., совместитель")
    ('Петров Иван Сергеевич', 'Орлова Т.В.')
    """
    written = _in_cyrillic(_without_notes(text)).split()
    words = [_capitalised(word) if re.fullmatch(_CAPITALS, word) else word for word in written]
    return re.sub(r"(?<=\.) (?=[А-ЯЁ]\.)", "", " ".join(words))


def _capitalised(word: str) -> str:
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


def read_day(text: str) -> str | None:
    """Return a date as data write it, also of a number of days as spreadsheets count them, or None.

    >>> read_day("45170"), read_day("1.9.23"), read_day("осенью")
    ('01.09.2023', '01.09.2023', None)
    """
    found = _DAY.fullmatch(text)
    if found:
        year = int(found[3]) + (0 if len(found[3]) == 4 else 2000 if int(found[3]) < 50 else 1900)
        parts = (year, int(found[2]), int(found[1]))
    elif iso := _ISO_DAY.fullmatch(text):
        parts = (int(iso[1]), int(iso[2]), int(iso[3]))
    elif _SERIAL.fullmatch(text):
        return f"{_EPOCH_OF_SPREADSHEETS + timedelta(days=int(text)):%d.%m.%Y}"
    else:
        return None
    try:
        return f"{date(*parts):%d.%m.%Y}"
    except ValueError:
        return None


def read_phone(text: str) -> str | None:
    """Return a telephone number as data write it, or None.

    >>> read_phone("8(916)222-33-44"), read_phone("9162223344"), read_phone("5-42-17")
    ('+7 916 222-33-44', '+7 916 222-33-44', '5-42-17')
    """
    digits = re.sub(r"\D", "", text)
    if len(digits) == 10 or (len(digits) == 11 and digits[0] in "78"):
        own = digits[-10:]
        return f"+7 {own[:3]} {own[3:6]}-{own[6:8]}-{own[8:]}"
    return text if 5 <= len(digits) <= 25 and not re.search(r"[^\d\s+()\-–,;доб.]", text) else None


def _read_position(text: str) -> str | None:
    if not re.search("[А-Яа-яЁё]{3}", text):
        return None
    trimmed = text.rstrip(" ;,")
    last = trimmed.split()[-1].rstrip(".")
    if len(last) > _LONGEST_SHORT_FORM or last.isupper():  # the dot of «нач. кл.» belongs to it
        trimmed = trimmed.rstrip(" .;,")
    # «МХК» stays as it is, «Учитель» begins with a small letter.
    return trimmed[:1].lower() + trimmed[1:] if trimmed[1:2].islower() else trimmed


def _read_category(text: str) -> str | None:
    # «высшая, 2022» and «первая (приказ № 12)» say when and by which order.
    folded = fold_word(re.split(r"[,;(]| от ", text)[0]).strip().rstrip(".")
    return _CATEGORIES.get(folded.replace(" категория", "").replace(" кв.", ""))


def _read_years(text: str) -> str | None:
    found = re.match(r"(\d{1,2})(?:[.,]\d+)?(?!\d)(?:\s*(?:лет|год|года|г\.?|полных).*)?$", text)
    return found[1] if found else None


def _read_email(text: str) -> str | None:
    return text if re.fullmatch(r"[^\s@]+@[^\s@]+\.\w+", text) else None


def _read_gender(text: str) -> str | None:
    folded = text.casefold().rstrip(".")
    return {"ж": "женский", "м": "мужской", "жен": "женский", "муж": "мужской"}.get(folded[:3].rstrip("."))


def _read_text(text: str) -> str | None:
    return text if re.search(r"\w", text) else None


_READERS: Mapping[str, Callable[[str], str | None]] = {
    POSITION: _read_position,
    "пол": _read_gender,
    "категория": _read_category,
    "стаж": _read_years,
    "образование": _read_text,
    "принят": read_day,
    "уволен": read_day,
    "телефон": read_phone,
    "почта": _read_email,
}


def _fits(key: str) -> Callable[[str], bool]:
    reader = _READERS[key]
    return lambda text: reader(text) is not None or (key == "категория" and text.casefold() in _NOTHING)


def _is_education(text: str) -> bool:
    return bool(re.search(r"высш|средн|спо\b|бакалавр|магистр|специалитет|профессиональн", text, re.IGNORECASE))


def _is_word(text: str) -> bool:
    return bool(re.fullmatch(_NAME_WORD, text))


FIELDS: tuple[Field, ...] = (
    Field(
        NAME,
        ("ФИО", "ФИО полностью", "Фамилия, имя, отчество", "ФИО педагога", "ФИО сотрудника", "Сотрудник", "Педагог"),
        is_full_name,
        is_telling=True,
    ),
    Field(SURNAME, ("Фамилия",), _is_word),
    Field(GIVEN, ("Имя",), _is_word),
    Field(PATRONYMIC, ("Отчество", "Отчество при наличии"), _is_word),
    Field(
        POSITION,
        ("Должность", "Кем работает", "Занимаемая должность", "Должность (предмет)", "Должность по штату"),
        lambda text: bool(_POSITION.match(text)),
        is_telling=True,
    ),
    Field("пол", ("Пол",), _fits("пол")),
    Field(
        "категория",
        ("Категория", "Кв. категория", "Квалификационная категория", "Квалификация (категория)", "Квал. кат."),
        _fits("категория"),
    ),
    Field("стаж", ("Стаж", "Педагогический стаж", "Пед. стаж", "Стаж (лет)", "Стаж работы"), _fits("стаж")),
    Field("образование", ("Образование", "Уровень образования", "Образование (уровень)"), _is_education),
    Field(
        "принят",
        ("Дата приёма", "Принят", "Дата приёма на работу", "Принята", "Работает с", "В школе с", "Работает в школе с"),
        _fits("принят"),
    ),
    Field("уволен", ("Дата увольнения", "Уволен", "Уволена"), _fits("уволен")),
    Field(
        "телефон",
        ("Телефон", "Моб. телефон", "Мобильный телефон", "Контактный телефон", "Телефон сотовый", "Тел.", "Контакты"),
        _fits("телефон"),
    ),
    Field("почта", ("Почта", "E-mail", "Email", "Электронная почта", "Адрес электронной почты"), _fits("почта"), True),
    # Columns that lists have and we do not need; without them they would be taken for something.
    *(
        Field("", (heading,), lambda text: False)
        for heading in (
            "№ п/п", "№", "Дата рождения", "Табельный номер", "Таб. №", "СНИЛС", "Примечание", "Ставка", "Нагрузка",
            "Предмет", "Класс", "ID", "Время создания", "Отметка времени", "Общий стаж", "Общ. стаж", "Адрес",
            "Паспорт",
        )
    ),
)  # fmt: skip
"""What a column of a list of staff may hold."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A person as a row of the list names her; `values` by the keys of `data/staff.yaml`, the name apart."""

    row: int
    name: str
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def short_name(self) -> str:
        """Surname and initials."""
        return short_name(self.name)


@dataclass(frozen=True, slots=True)
class Reading:
    """The people of a list, the rows that name nobody with their text, and what was read otherwise than written.

    `repeated` tells of rows that name somebody again: what they say otherwise is not taken.
    """

    people: tuple[Listed, ...]
    skipped: tuple[tuple[int, str], ...] = ()
    corrected: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()


def read_list(sheet: Sheet, layout: Layout) -> Reading:
    """Return the people that the rows below the headings name."""
    columns = {column.key: column.number for column in layout.columns if column.key}
    people: list[Listed] = []
    skipped: list[tuple[int, str]] = []
    corrected: list[str] = []
    unread: list[str] = []
    for row in range(layout.first_row, len(sheet.rows) + 1):
        cells = {key: text for key, number in columns.items() if (text := sheet.cell(row, number))}
        written = cells.pop(NAME, "") or " ".join(text for key in NAME_PARTS if (text := cells.pop(key, "")))
        if not is_full_name(written) or re.match("вакан", written, re.IGNORECASE):
            shown = " ".join(dict.fromkeys(cell for cell in sheet.rows[row - 1] if cell))
            if shown:
                skipped.append((row, shown))
            continue
        name = read_name(written)
        if name != written:
            latin = " (были латинские буквы)" if _in_cyrillic(written) != written else ""
            corrected.append(f"строка {row}: фио: «{written}» → «{name}»{latin}")
        values: dict[str, str] = {}
        for key, text in cells.items():
            value = _READERS[key](text) if key in _READERS else None
            if value is not None:
                values[key] = value
                if value != text and (key != POSITION or value.casefold() != text.casefold()):
                    corrected.append(f"строка {row}: {key}: «{text}» → «{value}»")
            elif text.casefold() not in _NOTHING:
                unread.append(f"строка {row}: {key}: «{text}» не прочитано и пропущено")
        people.append(Listed(row, name, values))
    different, repeated = _joined(people)
    return Reading(different, tuple(skipped), tuple(corrected), tuple(unread), repeated)


def _joined(people: Iterable[Listed]) -> tuple[tuple[Listed, ...], tuple[str, ...]]:
    """Return each person once, and what later rows say otherwise: a list has a row for each post that she holds."""
    different: list[Listed] = []
    repeated: list[str] = []
    for one in people:
        number = next((n for n, other in enumerate(different) if _is_same(other, one)), None)
        if number is None:
            different.append(one)
            continue
        first = different[number]
        different[number] = replace(first, values={**one.values, **first.values})
        otherwise = [f"{key} «{value}»" for key, value in one.values.items() if first.values.get(key, value) != value]
        left = f"; осталось только в таблице: {', '.join(otherwise)}" if otherwise else ""
        repeated.append(f"строка {one.row}: {one.name} — снова, как в строке {first.row}{left}")
    return tuple(different), tuple(repeated)


def _is_same(one: Listed, other: Listed) -> bool:
    if fold_name(one.name) != fold_name(other.name):
        return False
    both = [one.values[key] == other.values[key] for key in TELLING if key in one.values and key in other.values]
    return all(both) if both else one.values == other.values


def rows_of(people: Iterable[Listed]) -> Iterator[Mapping[str, str]]:
    """Yield each person as a record of `data/staff.yaml`; what the list does not say is left to be filled in."""
    order = (POSITION, "пол", "категория", "стаж", "образование", "принят", "уволен", "телефон", "почта")
    for one in people:
        values = {POSITION: f"{TO_FILL_IN} должность", **one.values}
        yield {NAME: one.name, **{key: values[key] for key in order if key in values}}
