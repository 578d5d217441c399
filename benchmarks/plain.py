"""The plain script that a workspace is measured against: safe_load, pydantic, docxtpl, and nothing else.

`python benchmarks/plain.py check|build FOLDER WORDS`: reads and validates the files of `data/`; for `build` it then
fills every template with words that were made ready for it (`WORDS`, JSON). So it declines nothing, plans nothing,
checks no rule and no text, and writes whatever comes out: it does less than we do on the same files.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field


class Strict(BaseModel):
    """A mapping without unknown keys."""

    model_config = ConfigDict(extra="forbid")


class Organisation(Strict):
    полное: str
    краткое: str
    вид: str = ""
    город: str
    адрес: str = ""
    телефон: str = ""
    почта: str = ""
    сайт: str = ""


class Founder(Strict):
    полное: str


class Body(Strict):
    ид: str
    название: str


class School(Strict):
    организация: Organisation
    учредитель: Founder
    основа: str = ""
    учебный_год: str
    руководитель: str
    куратор: str
    ответственный_за_сайт: str
    органы: list[Body] = Field(default_factory=list)


class Person(Strict):
    фио: str
    должность: str
    стаж: int
    принят: str
    в_списках: str | bool = True


class Staff(Strict):
    сотрудники: list[Person]


class Payment(Strict):
    сумма: str | int
    период: str
    источник: str
    основание: str


class Agreement(Strict):
    номер: str
    дата: str
    трудовой_договор: str
    содержание: list[str]
    формы_работы: str
    часов: int
    выплата: Payment


class Result(Strict):
    дата: str
    программа: str
    оценка: int
    результат: str


class Pair(Strict):
    наставник: str
    наставляемые: list[str]
    форма: str
    вид: str
    с: str
    по: str
    программа: str
    согласие: str
    согласие_наставляемых: str
    соглашение: Agreement
    итог: Result


class Pairs(Strict):
    пары: list[Pair]


class Seen(Strict):
    кто: str
    когда: str


class Adopted(Strict):
    орган: str
    протокол: int
    дата: str


class Entry(Strict):
    вид: str
    номер: str | int = ""
    дата: str
    состояние: str
    ознакомлены: list[Seen] = Field(default_factory=list)
    принято: list[Adopted] = Field(default_factory=list)


class Journal(Strict):
    журнал: list[Entry]


class Training(Strict):
    что: str
    форма: str
    срок: str
    кто: str
    часов: int


class Minutes(Strict):
    орган: str
    номер: int
    дата: str
    присутствовали: int
    слушали: list[str]
    решили: list[str]
    председатель: str
    секретарь: str


class Year(Strict):
    обучение: list[Training]
    протоколы: list[Minutes]


class Stage(Strict):
    название: str
    вид: str
    содержание: str
    срок: str
    ответственные: list[str]


class Roadmap(Strict):
    этапы: list[Stage]


class Activity(Strict):
    что: str
    срок: str
    результат: str


class Part(Strict):
    часть: str
    мероприятия: list[Activity]


class Control(Strict):
    промежуточный: str
    итоговый: str


class Program(Strict):
    цель: str
    задачи: list[str]
    затруднения: list[str]
    режим: str
    план: list[Part]
    контроль: Control


MODELS: dict[str, type[Strict]] = {
    "school": School,
    "staff": Staff,
    "pairs": Pairs,
    "journal": Journal,
    "year": Year,
    "roadmap": Roadmap,
}


def main(command: str, folder: Path, words: Path) -> None:
    """Load and validate; for `build` fill every document too."""
    for path in sorted(folder.glob("data/**/*.yaml")):
        if path.stem.startswith("declension"):
            continue
        model = Program if path.parent.name == "programs" else MODELS[path.stem]
        model.model_validate(yaml.safe_load(path.read_text("utf-8")))
    if command != "build":
        return
    from docxtpl import DocxTemplate  # noqa: PLC0415
    from jinja2 import Environment  # noqa: PLC0415

    out = folder / "plain"
    out.mkdir(exist_ok=True)
    environment = Environment(autoescape=True)
    environment.filters["с_прописной"] = lambda text: text[:1].upper() + text[1:]
    environment.filters["со_строчной"] = lambda text: text[:1].lower() + text[1:]
    documents: list[dict[str, Any]] = json.loads(words.read_text("utf-8"))
    for number, document in enumerate(documents):
        template = DocxTemplate(document["template"])
        template.render(document["words"], environment, autoescape=True)
        template.save(str(out / f"{number}.docx"))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
