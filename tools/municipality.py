"""Schools of one municipality, written by a script: `python -m tools.municipality FOLDER --schools 60 --broken 5`.

Each has people, pairs and numbers of its own and 30 documents; all are invented. They stand on acts of `common/` beside
them, as a municipality keeps its schools. The broken ones are broken in ways that have nothing in common.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from pathlib import Path

_SURNAMES = (
    "Белов Волков Громов Давыдов Егоров Жуков Зайцев Ильин Киселёв Лебедев Макаров Назаров Орлов Павлов Романов "
    "Соколов Тарасов Ушаков Фомин Харитонов Цветков Чернов Широков Щербаков Юдин Яковлев Авдеев Борисов Власов Гусев"
).split()
_MEN = "Андрей Борис Виктор Григорий Дмитрий Егор Иван Кирилл Максим Николай Олег Пётр Роман Сергей Тимофей".split()
_WOMEN = "Анна Вера Галина Дарья Елена Жанна Зоя Ирина Ксения Лидия Мария Нина Ольга Полина Светлана".split()
_FATHERS = "Андреев Борисов Викторов Иванов Максимов Николаев Олегов Петров Романов Сергеев Степанов Фёдоров".split()
_TITLES = (
    "директор",
    "заместитель директора по учебно-воспитательной работе",
    "учитель информатики",
    "педагог-библиотекарь",
    "учитель математики",
    "учитель физики",
    "учитель начальных классов",
    "учитель биологии",
    "учитель истории и обществознания",
    "учитель русского языка и литературы",
    "учитель английского языка",
    "учитель химии",
    "учитель географии",
    "учитель музыки",
    "учитель физической культуры",
)
_DIRECTOR, _CURATOR, _SITE, _UNION = range(4)
_MENTORS, _MENTEES = range(4, 9), range(9, 14)


def make_schools(folder: Path, schools: int, broken: int = 0) -> list[Path]:
    """Write the schools into `folder`, the last `broken` of them broken; return their folders."""
    (folder / "common" / "acts").mkdir(parents=True, exist_ok=True)
    width = len(str(schools))
    made = []
    for number in range(1, schools + 1):
        project = folder / f"school-{number:0{width}}"
        for name, text in school_texts(number).items():
            path = project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        made.append(project)
    for index, project in enumerate(made[schools - broken :]):
        _FAULTS[index % len(_FAULTS)](project)
    return made


def school_texts(number: int) -> dict[str, str]:
    """Return the files of the school of that number by path."""
    people = _people(number)
    short = [_short(name) for name in people]
    texts = {
        "data/school.yaml": _school(number, short),
        "data/staff.yaml": _staff(people),
        "data/pairs.yaml": _pairs(number, short),
        "data/journal.yaml": _journal(number, short),
        "data/year.yaml": _year(short),
        "data/roadmap.yaml": _roadmap(short),
    }
    for index in range(len(_MENTEES)):
        texts[f"data/programs/program_{index + 1}.yaml"] = _program(index)
    return texts


def _people(number: int) -> list[str]:
    """Return full names, no two of one surname."""
    chance = random.Random(f"school {number}")
    names = []
    for surname in chance.sample(_SURNAMES, len(_TITLES)):
        father = chance.choice(_FATHERS)
        if chance.random() < 0.25:
            names.append(f"{surname} {chance.choice(_MEN)} {father}ич")
        else:
            names.append(f"{surname}а {chance.choice(_WOMEN)} {father}на")
    return names


def _short(name: str) -> str:
    surname, first, father = name.split()
    return f"{surname} {first[0]}.{father[0]}."


def _school(number: int, short: list[str]) -> str:
    return f"""\
организация:
  полное: Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № {number}»
  краткое: МБОУ «Средняя школа № {number}»
  вид: общеобразовательная организация
  город: г. Верхнеозёрск
  адрес: Заозёрская область, г. Верхнеозёрск, ул. Лодочная, д. {number}
  телефон: 8 (000) 312-14-{number % 100:02}
  почта: school{number}@example.ru
  сайт: https://school{number}.example.ru

учредитель:
  полное: Управление образования администрации Верхнеозёрского муниципального округа

основа: ../common
учебный_год: 2026/2027
руководитель: {short[_DIRECTOR]}
куратор: {short[_CURATOR]}
ответственный_за_сайт: {short[_SITE]}

органы:
  - ид: педсовет
    название: педагогический совет
"""


def _staff(people: list[str]) -> str:
    rows = [
        f"  - {{фио: {name}, должность: {title}, стаж: {1 if at in _MENTEES else 9 + at}, принят: 01.09."
        f"{2025 if at in _MENTEES else 2017 - at}{', в_списках: нет' if at == _DIRECTOR else ''}}}"
        for at, (name, title) in enumerate(zip(people, _TITLES, strict=True))
    ]
    return "\n".join(["сотрудники:", *rows, ""])


def _pairs(number: int, short: list[str]) -> str:
    pairs = ["пары:"]
    for index, (mentor, mentee) in enumerate(zip(_MENTORS, _MENTEES, strict=True), start=1):
        pairs.append(f"""\
  - наставник: {short[mentor]}
    наставляемые: [{short[mentee]}]
    форма: учитель — учитель
    вид: традиционное
    с: 01.10.2026
    по: 28.05.2027
    программа: program_{index}
    согласие: 21.09.2026
    согласие_наставляемых: 21.09.2026
    соглашение:
      номер: {index}/26
      дата: 24.09.2026
      трудовой_договор: от 01.09.2003 № {number + index}
      содержание:
        - консультировать наставляемого по подготовке уроков
        - посещать и разбирать его уроки не реже двух раз в месяц
      формы_работы: очно, по месту работы
      часов: {index + 1}
      выплата:
        сумма: {4 + index} 000
        период: ежемесячно
        источник: фонд оплаты труда
        основание: Положение об оплате труда работников
    итог:
      дата: 27.05.2027
      программа: выполнена
      оценка: {5 + index}
      результат: Уверенно ведёт урок, провёл открытый урок для коллег
""")
    return "\n".join(pairs)


def _journal(number: int, short: list[str]) -> str:
    return f"""\
журнал:
  - вид: order-on-mentoring
    номер: {100 + number % 50}-од
    дата: 31.08.2026
    состояние: подписан
    ознакомлены:
      - {{кто: {short[_CURATOR]}, когда: 31.08.2026}}
      - {{кто: {short[_SITE]}, когда: 01.09.2026}}
  - вид: regulation
    дата: 31.08.2026
    состояние: подписан
    принято:
      - {{орган: педсовет, протокол: 1, дата: 27.08.2026}}
  - {{вид: roadmap, дата: 31.08.2026, состояние: подписан}}
  - вид: order-on-pairs
    номер: {160 + number % 50}-од
    дата: 25.09.2026
    состояние: подписан
    ознакомлены:
      - {{кто: {short[_CURATOR]}, когда: 25.09.2026}}
"""


def _year(short: list[str]) -> str:
    return f"""\
обучение:
  - {{что: Как наблюдать урок коллеги, форма: консультация, срок: октябрь, кто: {short[_CURATOR]}, часов: 2}}

протоколы:
  - орган: педсовет
    номер: 1
    дата: 27.08.2026
    присутствовали: 31
    слушали: [О проекте Положения о системе наставничества педагогических работников]
    решили: [Принять Положение о системе наставничества педагогических работников]
    председатель: {short[_DIRECTOR]}
    секретарь: {short[_SITE]}
"""


def _roadmap(short: list[str]) -> str:
    stages = (
        ("Подготовка условий для реализации системы наставничества", "условия", "август 2026 г."),
        ("Формирование банка наставников", "банк наставников", "сентябрь 2026 г."),
        ("Формирование банка наставляемых", "банк наставляемых", "сентябрь 2026 г."),
        ("Отбор и обучение наставников", "отбор и обучение", "сентябрь — декабрь 2026 г."),
        ("Работа наставнических пар и групп", "работа пар", "октябрь 2026 г. — май 2027 г."),
        ("Завершение персонализированных программ", "завершение", "май 2027 г."),
        ("Информационная поддержка", "информация", "в течение года"),
        ("Отчёт учредителю", "отчёт", "июнь 2027 г."),
    )
    rows = [
        f"  - {{название: {name}, вид: {kind}, содержание: {name}, срок: {term}, ответственные: [{short[_CURATOR]}]}}"
        for name, kind, term in stages
    ]
    return "\n".join(["этапы:", *rows, ""])


def _program(index: int) -> str:
    return f"""\
цель: Помочь молодому учителю уверенно вести и разбирать урок
задачи:
  - освоить планирование урока от результата
  - научиться разбирать собственный урок
затруднения:
  - урок не укладывается во время
режим: встречи {("один раз", "два раза", "три раза")[index % 3]} в неделю
план:
  - часть: Вхождение в должность
    мероприятия:
      - что: Посещение двух уроков наставляемого и беседа о них
        срок: октябрь
        результат: Выбраны три темы для работы
      - что: Совместная подготовка и проведение урока
        срок: ноябрь
        результат: Урок проведён и разобран
  - часть: Направления профессионального развития
    мероприятия:
      - что: Открытый урок наставляемого
        срок: апрель
        результат: Урок обсуждён с коллегами
контроль:
  промежуточный: Беседа куратора с парой, январь
  итоговый: Открытый урок и итоговая беседа, май
"""


def _replace(file: str, old: str, new: str) -> Callable[[Path], None]:
    def do(project: Path) -> None:
        path = project / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_bytes(text.replace(old, new, 1).encode())

    return do


def _no_folder_but_a_file(project: Path) -> None:
    for path in sorted((project / "data").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (project / "data").rmdir()
    (project / "data").write_bytes(b"\x00")


def _damaged_template(project: Path) -> None:
    (project / "templates").mkdir()
    (project / "templates" / "order-on-pairs.docx").write_bytes(b"PK\x03\x04 torn off")


_FAULTS = (
    _replace("data/pairs.yaml", "наставник:", "наставнег:"),
    _replace("data/staff.yaml", "сотрудники:\n", "сотрудники:\n\t- фио: x\n"),
    _no_folder_but_a_file,
    _replace("data/pairs.yaml", "дата: 24.09.2026", "дата: 31.09.2026"),
    _damaged_template,
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.municipality", description="Школы одного муниципалитета.")
    parser.add_argument("folder", type=Path, help="куда писать")
    parser.add_argument("--schools", type=int, default=60, help="сколько школ (60)")
    parser.add_argument("--broken", type=int, default=5, help="сколько из них испорчены (5)")
    options = parser.parse_args()
    print(f"школ: {len(make_schools(options.folder, options.schools, options.broken))}")


if __name__ == "__main__":
    main()
