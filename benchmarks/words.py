"""Words for the documents that are measured."""

from __future__ import annotations

import random
from typing import Any

KINDS = ("order", "regulation", "roadmap")

_FIRST = ("Анна", "Мария", "Татьяна", "Ольга", "Иван", "Пётр", "Сергей", "Дарья")
_LAST = ("Белова", "Лебедева", "Иванова", "Кузнецова", "Смирнова", "Попова", "Соколова", "Новикова")


def make_words(kind: str, number: int) -> dict[str, Any]:
    """Return the words of one document; the number decides them."""
    chance = random.Random(f"{kind} {number}")

    def person() -> str:
        return f"{chance.choice(_LAST)} {chance.choice(_FIRST)} Петровна"

    school = {"имя": f"МБОУ «Средняя школа № {number}»", "адрес": f"г. Ключи, д. {number}", "телефон": "5-41-78"}
    words: dict[str, Any] = {
        "школа": school,
        "номер": f"{number}-о",
        "дата": "1 сентября 2026 г.",
        "год": f"{2026 + number % 3}/{2027 + number % 3}",
        "директор": {"имя": person(), "кратко": "И.О. Фамилия"},
        "куратор": {"имя": person(), "должность": "заместитель директора", "винительный": person()},
        **{f"слово{i}": f"значение {i} документа {number}" for i in range(16)},
    }
    if kind == "order":
        keys = ("наставник", "наставляемый")
        words["пары"] = [
            {**{key: person() for key in keys}, "форма": "учитель — учитель", "срок": "по 31.05.2027"} for _ in range(6)
        ]
        words["выплаты"] = number % 2
    elif kind.endswith("regulation"):
        words |= {"совет": 1, "группы": number % 2, "выплаты": 1}
    else:
        words["этапы"] = [
            {
                "название": f"Этап {i}: подготовка условий для реализации системы наставничества",
                "дела": [{"текст": f"мероприятие {j} этапа {i} с «кавычками» & знаками"} for j in range(3)],
                "срок": "сентябрь — октябрь",
                "кто": person(),
            }
            for i in range(9)
        ]
    return words


def flatten(words: dict[str, Any]) -> dict[str, Any]:
    """Return the words for engines that know no dots: `школа_имя`; numbers of rows and truth stand ready in them."""
    flat: dict[str, Any] = {}
    for key, value in words.items():
        if isinstance(value, dict):
            flat |= {f"{key}_{inner}": text for inner, text in value.items()}
        elif isinstance(value, list):
            rows = [flatten({**row, "номер_строки": str(i)}) for i, row in enumerate(value, start=1)]
            flat[key] = [{"э_" + name if key == "этапы" else "п_" + name: v for name, v in row.items()} for row in rows]
        else:
            flat[key] = bool(value) if isinstance(value, int) else value
    return flat
