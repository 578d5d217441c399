"""Workspaces for tests: the root of the project, copies of it with a change, small ones of their own."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import docx

ROOT = Path(__file__).resolve().parents[1]

SCHOOL = """\
организация:
  полное: Муниципальное бюджетное общеобразовательное учреждение «Школа № 7»
  краткое: МБОУ «Школа № 7»
  город: г. Ключи
учебный_год: 2026/2027
руководитель: Орлова А.П.
куратор: Зимин П.Л.
органы:
  - ид: педсовет
    название: педагогический совет
"""

STAFF = """\
сотрудники:
  - фио: Орлова Анна Павловна
    должность: директор
  - фио: Зимин Пётр Львович
    должность: заместитель директора по учебно-воспитательной работе
  - фио: Лебедева Татьяна Николаевна
    должность: учитель математики
  - фио: Белова Елена Николаевна
    должность: учитель физики
"""

PAIRS = """\
пары:
  - наставник: Лебедева Т.Н.
    наставляемые: [Белова Е.Н.]
    форма: учитель — учитель
    вид: традиционное
    с: 01.09.2026
    по: 31.05.2027
    программа: belova
"""

AGREED = """\
    основание: трудовая функция
    трудовая_функция: трудовой договор от 01.09.2020 № 15, пункт 2.4
    согласие_наставляемых: 28.08.2026
"""
"""What the pair needs besides once its order is in the journal."""

PROGRAM = """\
цель: Помочь учителю физики войти в должность
задачи:
  - освоить ведение урока
план:
  - часть: Вхождение в должность
    мероприятия:
      - что: Посещение уроков
        срок: октябрь
контроль:
  итоговый: Открытый урок, май
"""

JOURNAL = """\
журнал:
  - вид: приказ-о-парах
    номер: 45
    дата: 31.08.2026
    состояние: подписан
    ознакомлены:
      - {кто: Лебедева Т.Н., когда: 01.09.2026}
"""

NOTE = """\
название: О дне наставника
вид_документа: приказ
кратко: приказ-о-дне
подписывает: директор
порядок: 60
визы: [куратор]
основания: [приказ-о-парах]
приложения: [памятка]
пункты:
  - ид: провести
    текст: Провести день наставника ({{ приложение.памятка }}).
  - ид: ответить
    текст: >-
      Ответственным за исполнение пункта {{ пункт.провести }} назначить
      {{ куратор.фио.винительный }}.
  - ид: контроль
    текст: Контроль за исполнением настоящего приказа оставляю за собой.
"""

LEAFLET = """\
название: Памятка наставника
вид_документа: памятка
кратко: памятка
порядок: 61
"""

SHORT_TEMPLATE = (
    "{{ документ.заголовок }}",
    "ПРИКАЗЫВАЮ:",
    "{% for пункт in пункты %}{{ пункт.номер }} {{ пункт.текст }}{% endfor %}",
)
"""The paragraphs of a template that prints heading and points."""


def copy_of_root(folder: Path) -> Path:
    """Return a copy of the root workspace in `folder`: data only, acts and templates are inherited."""
    shutil.copytree(ROOT / "data", folder / "data")
    return folder


def small_workspace(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """Return a workspace of four people, one pair and its program, with some of its files replaced or added."""
    texts = {
        "data/school.yaml": SCHOOL,
        "data/staff.yaml": STAFF,
        "data/pairs.yaml": PAIRS,
        "data/programs/belova.yaml": PROGRAM,
        **(files or {}),
    }
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def with_own_acts(folder: Path) -> Path:
    """Return the small workspace with a journal and two kinds of act of its own, each with its template."""
    files = {"data/pairs.yaml": PAIRS + AGREED, "data/journal.yaml": JOURNAL}
    small_workspace(folder, {**files, "acts/note.yaml": NOTE, "acts/leaflet.yaml": LEAFLET})
    write_template(folder / "templates" / "note.docx", *SHORT_TEMPLATE)
    write_template(folder / "templates" / "leaflet.docx", "{{ документ.заголовок }}")
    return folder


def write_template(path: Path, *paragraphs: str) -> None:
    """Write a Word file of these paragraphs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))


def listing(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return bytes and time of change (nanoseconds) of every file of a folder, by its path in it."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
