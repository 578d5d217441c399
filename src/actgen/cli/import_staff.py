"""The command import."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE, ENVIRONMENT, WRONG_LINE
from actgen.cli.questions import NoAnswer, agree, ask, can_agree, can_ask, choose, is_no, may_write
from actgen.cli.undoing import add_undo, take_back

if TYPE_CHECKING:
    from actgen.school import Person
    from actgen.school.staff_list import Listed
    from actgen.school.staff_merge import Change, Unclear
    from actgen.tables import Column, Sheet
    from actgen.workflow import Preview

_MOST_LINES = 20
_NOT_NEEDED = "столбец не нужен"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    parser.add_argument(
        "file",
        metavar="ФАЙЛ",
        type=Path,
        nargs="?",
        help="таблица .xlsx, .xls, .ods или .csv: список сотрудников или анкеты",
    )
    parser.add_argument(
        "--column",
        "--столбец",
        action="append",
        default=[],
        dest="columns",
        metavar="ПОЛЕ=СТОЛБЕЦ",
        help="что в каком столбце: фио=B, «должность=Кем работает», нет=D (столбец не нужен); можно повторять",
    )
    parser.add_argument(
        "--sheet",
        "--лист",
        dest="sheet",
        default="",
        metavar="ЛИСТ",
        help="лист книги; обычно тот, где похоже на список",
    )
    parser.add_argument(
        "--forget",
        "--забыть",
        action="store_true",
        dest="forget",
        help="забыть, что отвечали о столбцах такой таблицы (ответы лежат в папке data), и спросить заново",
    )
    parser.add_argument("--yes", "--да", action="store_true", dest="yes", help="записать без вопроса")
    parser.add_argument(
        "--rename",
        "--переименовать",
        action="store_true",
        dest="rename",
        help="кто, похоже, сменил фамилию, тот её сменил: записать без вопроса; с --yes без этого слова он не тронут",
    )
    parser.add_argument(
        "--dismissed",
        "--уволены",
        metavar="ДАТА",
        help="кого нет в списке, отметить уволенными с этого дня; обычно они остаются как есть",
    )
    parser.add_argument(
        "--curator",
        "--куратор",
        metavar="КТО",
        help="кто из списка куратор наставничества, если в school.yaml ЗАПОЛНИТЕ",
    )
    add_undo(parser, "вернуть как было до импорта")


def run(request: argparse.Namespace) -> int:
    """Show what would be taken, ask, write by marks."""
    from actgen.tables import NoReader  # noqa: PLC0415
    from actgen.workflow import read_tables  # noqa: PLC0415

    if request.undo:
        return take_back(request)
    if request.file is None:
        say('actgen: не хватает: ФАЙЛ; например: actgen import "Список педагогов.xlsx"', sys.stderr)
        return WRONG_LINE
    columns = _columns(request.columns)
    if columns is None:
        say("actgen: столбец указывают так: --column фио=B; несколько ненужных — через запятую: нет=D,E", sys.stderr)
        return WRONG_LINE
    try:
        sheets = read_tables(request.file)
        answers = _answers(request, sheets)
        return answers if answers is not None else _staff(request, sheets, columns)
    except NoAnswer:
        say("Ничего не записано.")
        return DONE
    except NoReader:
        say(
            'actgen: читать Excel нечем; установите: pip install "actgen[excel]" или сохраните список как CSV',
            sys.stderr,
        )
        return ENVIRONMENT


def _columns(options: Sequence[str]) -> dict[str, str] | None:
    """Return the field that was said of each column, by the column; None when that is not what was typed."""
    found: dict[str, str] = {}
    for option in options:
        key, _, names = option.partition("=")
        # Only columns that are not needed may be several; a heading may have commas.
        for name in names.split(",") if key.strip() == "нет" else [names]:
            if not key.strip() or not name.strip() or found.setdefault(name.strip(), key.strip()) != key.strip():
                return None
    return found


def _answers(request: argparse.Namespace, sheets: Sequence[Sheet]) -> int | None:
    """Take answers to a questionnaire; None when the table holds none."""
    from actgen.workflow import preview_answers, write_answers  # noqa: PLC0415

    filled = preview_answers(request.project, sheets)
    if filled is None:
        return None
    taken = len(filled.new) + len(filled.replaced)
    say(f"Файл «{request.file.name}»: ответы на анкету «{filled.kind.title}»")
    say(f"Анкет: новых {len(filled.new)}, заменят прежние {len(filled.replaced)}, уже записаны {filled.same}.")
    for title, lines in (
        ("Не взяты", filled.refused),
        ("Отвечали несколько раз", filled.repeated),
        ("Пропущены ответы", filled.left_out),
    ):
        if lines:
            say(f"{title}: {len(lines)}")
            _say_lines(lines)
    if not taken:
        say("Менять нечего.")
        return DONE
    if not may_write(request):
        return DONE
    files = write_answers(request.project, filled)
    say(f"Записано: {', '.join(files)}; анкет: {taken}. Отмена: actgen import --undo")
    return DONE


def _staff(request: argparse.Namespace, sheets: Sequence[Sheet], columns: dict[str, str]) -> int:
    from actgen.workflow import preview_staff, refresh_schemas, without_patronymic, write_staff  # noqa: PLC0415

    def preview_of(columns: dict[str, str]) -> Preview:
        return preview_staff(
            request.project, sheets, columns, sheet_name=request.sheet, is_remembering=not request.forget
        )

    preview = preview_of(columns)
    _say_columns(request, preview, sheets)
    if preview.doubtful:
        if not can_ask():
            return _refuse_to_guess(preview)
        preview = preview_of({**columns, **_asked_columns(preview)})
    _say_reading(preview)
    listed = len(preview.reading.people)
    guessed: Sequence[Change] = ()
    if not request.rename and (request.yes or not can_ask()):
        guessed, preview = preview.merge.renamed, preview.without_renamed()
    _say_merge(preview, guessed)
    if preview.changes_nothing and not (request.dismissed and preview.merge.left):
        say(f"{'Остальное' if preview.merge.unclear or guessed else 'Всё'} уже так и записано, менять нечего.")
        return DONE
    if not can_agree(request):
        return DONE
    renamed = [change for change in preview.merge.renamed if request.rename or agree(_renaming(change))]
    dismissed = request.dismissed
    if preview.merge.left and not request.yes and not dismissed:
        dismissed = _asked_day()
    curator = _curator(request, preview)
    if not may_write(request):
        return DONE
    files = write_staff(request.project, preview, renamed, dismissed, curator)
    refresh_schemas(request.project)
    say(f"Записано: {', '.join(files)}; людей в списке: {listed}.")
    unclear = without_patronymic(preview.merge.new)
    if unclear:
        say(
            f"Проверьте тех, кто без отчества или с инициалами: впишите имя полностью или «пол:»: {', '.join(unclear)}."
        )
    say("Передумали — отмена одной командой: actgen import --undo")
    return DONE


def _say_columns(request: argparse.Namespace, preview: Preview, sheets: Sequence[Sheet]) -> None:
    sheet = f"лист «{preview.sheet.name}», " if preview.sheet.name else ""
    where = f"заголовки в строке {preview.layout.heading_row}" if preview.layout.heading_row else "без заголовков"
    say(f"Файл «{request.file.name}»: {sheet}{where}")
    others = [f"«{sheet.name}»" for sheet in sheets if sheet is not preview.sheet and any(map(any, sheet.rows))]
    if others:
        say(f"  В книге есть и другие листы: {', '.join(others)}. Взять другой лист: --sheet ИМЯ")
    width = max(len(column.heading) for column in preview.layout.columns)
    for column in preview.layout.columns:
        taken = (
            f"→ {column.key:<11} {_how_sure(preview, column)}" if column.key else f"→ не нужен{_said(preview, column)}"
        )
        say(f"  {column.letter:<2} {column.heading:<{min(width, 40)}}  {taken}")


def _how_sure(preview: Preview, column: Column) -> str:
    said = _said(preview, column).removeprefix(", ")
    return said or (f"неуверенно, {column.confidence:.0%}" if column in preview.doubtful else "уверенно")


def _said(preview: Preview, column: Column) -> str:
    if column.number in preview.told:
        return ", как вы сказали"
    return ", как в прошлый раз" if column.number in preview.remembered else ""


def _refuse_to_guess(preview: Preview) -> int:
    for column in preview.doubtful:
        say(f"actgen: столбец {column.letter} «{column.heading}»: неясно, «{column.key}» ли это", sys.stderr)
    example = preview.doubtful[0]
    say(
        f"Ничего не записано. Укажите: --column {example.key}={example.letter} — это оно, "
        f"--column нет={','.join(column.letter for column in preview.doubtful)} — не нужно",
        sys.stderr,
    )
    return WRONG_LINE


def _asked_columns(preview: Preview) -> dict[str, str]:
    """Return what she says of the unclear columns: by the letter the field, or «нет»."""
    from actgen.school.columns import ColumnMeaning  # noqa: PLC0415

    sure = {column.key for column in preview.layout.columns if column not in preview.doubtful}
    found: dict[str, str] = {}
    for column in preview.doubtful:
        example = next(iter(preview.sheet.column(column.number, preview.layout.first_row)), "пусто")
        if agree(f"Столбец {column.letter} «{column.heading}», например: {example}. Это «{column.key}»?"):
            found[column.letter] = column.key
            continue
        taken = sure | {column.key} | set(found.values())
        fields = [one.value for one in ColumnMeaning if one.value not in taken and one is not ColumnMeaning.NOT_NEEDED]
        chosen = choose("Что в нём (номер)?", [_NOT_NEEDED, *fields], is_closed=True)
        found[column.letter] = "нет" if chosen == _NOT_NEEDED else chosen
    return found


def _say_reading(preview: Preview) -> None:
    reading = preview.reading
    say(f"Людей: {len(reading.people)}. Пропущено строк: {len(reading.skipped)}")
    _say_lines([f"строка {row} — {text}" for row, text in reading.skipped])
    if reading.repeated:
        say(f"Повторные строки: {len(reading.repeated)}")
        _say_lines(reading.repeated)
    if reading.corrected:
        say(f"Исправлено на лету: {len(reading.corrected)}")
        _say_lines(reading.corrected)
    if reading.unread:
        say(f"Не прочитано: {len(reading.unread)}")
        _say_lines(reading.unread)


def _say_lines(lines: Sequence[str]) -> None:
    for line in lines[:_MOST_LINES]:
        say(f"   {line}")
    if len(lines) > _MOST_LINES:
        say(f"   и ещё {len(lines) - _MOST_LINES}")


def _say_merge(preview: Preview, guessed: Sequence[Change]) -> None:
    """Show how the list differs; `guessed` are new surnames about which nobody can be asked."""
    from actgen.workflow import naming_files  # noqa: PLC0415

    merge = preview.merge
    say("Сравнение с data/staff.yaml:")
    _say_lines([f"+ {one.name}, {one.values.get('должность', 'без должности')}" for one in merge.new])
    _say_lines([f"~ {change.person.short_name}: {_values(change)}" for change in merge.changed])
    for change in merge.renamed:
        say(f"   ~ {_renaming(change)}")
    for change in guessed:
        say(f"   ? {_renaming(change)} Не тронут никто")
    if guessed:
        say("     Сменилась — повторите с --rename; это другой человек — впишите его в data/staff.yaml сами")
    for one in merge.unclear:
        say(f"   ? {_doubt(one)}")
    if merge.unclear:
        say("     Впишите перемены этих людей в data/staff.yaml сами")
    for person in merge.left:
        say(f"   - {person.full_name}: нет в списке; запись остаётся{_named(naming_files(preview.school, person))}")
    if preview.head is not None:
        say(f"   Руководителем станет {preview.head.name} — вместо ЗАПОЛНИТЕ в data/school.yaml")
    if preview.has_new_answers:
        say("   Ответы о столбцах запомнятся в data/columns.yaml: о такой же таблице больше не спросим")


def _doubt(one: Unclear) -> str:
    who = " или ".join(map(_who, one.people))
    return f"строка {one.listed.row}, {one.listed.name}: это {who}? Не тронут никто"


def _who(person: Person) -> str:
    code = f", код {person.code}" if person.has("code") and person.code else ""
    return f"{person.full_name}{code}"


def _values(change: Change) -> str:
    return "; ".join(f"{key}: {_shown(old)} → {new}" for key, (old, new) in change.values.items())


def _shown(value: str) -> str:
    return f"«{value}»" if value else "не было"


def _renaming(change: Change) -> str:
    return f"{change.person.full_name} → {change.listed.name}: сменилась фамилия?"


def _named(places: Sequence[str]) -> str:
    return f" (упоминается в {', '.join(places)})" if places else ""


def _asked_day() -> str | None:
    from actgen.school.staff_list import read_day  # noqa: PLC0415

    while True:
        answer = ask("Кого нет в списке, отметить уволенными? Дата увольнения или Enter — оставить как есть: ")
        if not answer or is_no(answer):
            return None
        if read_day(answer) is not None:
            return answer
        say("Дата не читается; запишите её так: 31.08.2026. Если никто не уволен, нажмите Enter.")


def _curator(request: argparse.Namespace, preview: Preview) -> Listed | None:
    """Return who of the list is the curator; None where the school has said it or nobody is asked."""
    from actgen.workflow import Refused  # noqa: PLC0415

    if not preview.needs_curator or (request.yes and not request.curator):
        return None
    by_label = {_label(preview, one): one for one in preview.reading.people}
    question = "Кто куратор наставничества (номер; Enter — впишете потом)?"
    name = request.curator or choose(question, list(by_label), is_optional=True, is_closed=True)
    if not name:
        return None
    found = [one for label, one in by_label.items() if name in (label, one.name, one.short_name, preview.called(one))]
    if len(found) != 1:
        raise Refused(
            f"в списке нет такого человека или он не один: {name}",
            "назовите его полностью, а однофамильца — его кодом",
            is_wrong_line=True,
        )
    return found[0]


def _label(preview: Preview, one: Listed) -> str:
    """Return what a choice calls somebody: her name, with the code where data have to call her by it."""
    called = preview.called(one)
    return one.name if called in (one.name, one.short_name, None) else f"{one.name}, код {called}"
