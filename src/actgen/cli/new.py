"""The command new."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from actgen.cli.console import say
from actgen.cli.exit_codes import DONE, WRONG_LINE
from actgen.cli.options import add_project
from actgen.cli.questions import NoAnswer, ask, can_ask, choose
from actgen.cli.russian import Parser
from actgen.diagnostics.printing import concise

if TYPE_CHECKING:
    from actgen.workflow import Added, Known

_ACTIONS = ("заменить", "убрать", "после", "внутри")


class _Missing(Exception):
    """An option is not given and there is nobody to ask; the text is the option."""


def add_arguments(parser: Parser) -> None:
    """Add what the command understands."""
    things = parser.add_subparsers(title="что записать", metavar="ЧТО", dest="what", required=True, parser_class=Parser)
    parser.commands = ("person", "pair", "program", "act", "point")
    person = things.add_parser("person", aliases=["сотрудник"], help="сотрудник в data/staff.yaml")
    person.add_argument("--name", "--фио", dest="name", metavar="ФИО", help="фамилия, имя и отчество")
    person.add_argument(
        "--position", "--должность", dest="position", metavar="ДОЛЖНОСТЬ", help="должность, с маленькой буквы"
    )
    person.add_argument("--gender", "--пол", dest="gender", choices=("женский", "мужской"), help="если нет отчества")
    person.add_argument("--experience", "--стаж", dest="experience", metavar="ЛЕТ", help="педагогический стаж")
    person.add_argument("--hired", "--принят", dest="hired", metavar="ДАТА", help="дата приёма")
    pair = things.add_parser("pair", aliases=["пара"], help="пара или группа в data/pairs.yaml")
    pair.add_argument("--mentor", "--наставник", dest="mentor", metavar="КТО", help="наставник: Лебедева Т.Н.")
    pair.add_argument(
        "--mentee",
        "--наставляемый",
        dest="mentees",
        metavar="КТО",
        action="append",
        help="наставляемый; можно повторять",
    )
    pair.add_argument("--form", "--форма", dest="form", metavar="ФОРМА", help="форма: учитель — учитель")
    pair.add_argument("--kind", "--вид", dest="kind", metavar="ВИД", help="вид: традиционное")
    pair.add_argument("--from", "--с", dest="since", metavar="ДАТА", help="первый день; обычно 1 сентября")
    pair.add_argument("--to", "--по", dest="until", metavar="ДАТА", help="последний день; обычно 31 мая")
    pair.add_argument(
        "--program", "--программа", dest="program", default="", metavar="ИМЯ", help="имя файла в data/programs"
    )
    program = things.add_parser("program", aliases=["программа"], help="программа пары в data/programs")
    program.add_argument(
        "--pair", "--пара", dest="pair", type=int, metavar="НОМЕР", help="номер пары в data/pairs.yaml"
    )
    program.add_argument(
        "--name", "--имя", dest="name", default="", metavar="ИМЯ", help="имя файла; обычно фамилия наставляемого"
    )
    act = things.add_parser("act", aliases=["акт"], help="свой вид акта: acts и templates")
    act.add_argument("--title", "--название", dest="title", metavar="НАЗВАНИЕ", help="название: О дне наставника")
    act.add_argument("--short", "--кратко", dest="short", default="", metavar="ИМЯ", help="короткое имя: приказ-о-дне")
    act.add_argument("--document", "--документ", dest="document", metavar="ВИД", help="приказ, положение, порядок …")
    act.add_argument("--for", "--издаётся", dest="issued_for", metavar="КОМУ", help="один на школу, на каждую пару …")
    act.add_argument(
        "--signer", "--подписывает", dest="signer", default="директор", metavar="РОЛЬ", help="обычно директор"
    )
    point = things.add_parser("point", aliases=["пункт"], help="свой пункт общего акта в data/points.yaml")
    point.add_argument("--act", "--акт", dest="act", metavar="АКТ", help="в каком акте: приказ-о-парах")
    for english, action in zip(("replace", "drop", "after", "inside"), _ACTIONS, strict=True):
        point.add_argument(f"--{english}", f"--{action}", dest=action, metavar="ИД", help=_POINT_HELP[action])
    point.add_argument(
        "--text", "--текст", dest="text", default="", metavar="ТЕКСТ", help="свой текст; для замены обычно прежний"
    )
    point.add_argument("--id", "--ид", dest="code", default="", metavar="ИД", help="ид нового пункта")
    for own in dict.fromkeys(things.choices.values()):
        add_project(own, default=argparse.SUPPRESS)


_POINT_HELP: Mapping[str, str] = {
    "заменить": "заменить этот пункт своим",
    "убрать": "убрать этот пункт",
    "после": "добавить свой после этого пункта",
    "внутри": "добавить свой последним внутрь этого пункта",
}
_ENGLISH = {"сотрудник": "person", "пара": "pair", "программа": "program", "акт": "act", "пункт": "point"}


def run(request: argparse.Namespace) -> int:
    """Ask for what is not given, write it, and say what remains."""
    from actgen.workflow import known_of, refresh_schemas  # noqa: PLC0415

    try:
        added = _WRITERS[_ENGLISH.get(request.what, request.what)](request, known_of(request.project))
    except _Missing as missing:
        say(f"actgen: не хватает: {missing}", sys.stderr)
        say(f"Справка: actgen new {request.what} --help", sys.stderr)
        return WRONG_LINE
    except NoAnswer:
        say("Ничего не записано.")
        return DONE
    refresh_schemas(request.project)
    say(f"Записано: {added.title} — {', '.join(added.files)}.")
    if added.remains or added.note:
        say("Осталось:")
        if added.note:
            say(f"  {added.note}")
        for finding in added.remains:
            say(f"  {concise(finding)}")
    else:
        say("Замечаний к этим файлам нет. Дальше: actgen build")
    return DONE


def _person(request: argparse.Namespace, known: Known) -> Added:
    from actgen.workflow import add_person  # noqa: PLC0415

    name = _text(request.name, "--name", "Фамилия, имя и отчество: ")
    positions = tuple(dict.fromkeys(p.position for p in known.people))
    position = request.position or _choice(None, "--position", "Должность (номер или своя):", positions)
    other = {"пол": request.gender, "стаж": request.experience, "принят": request.hired}
    if len(name.split()) < 3 and "." not in name and not request.gender and can_ask():
        other["пол"] = choose("Отчества нет. Пол:", ("женский", "мужской"))
    return add_person(request.project, name, position, {key: value for key, value in other.items() if value})


def _pair(request: argparse.Namespace, known: Known) -> Added:
    from actgen.workflow import PAIR_FORMS, PAIR_KINDS, add_pair  # noqa: PLC0415

    people = [f"{p.full_name}, {p.position}" for p in known.people]
    mentor = request.mentor or _somebody("--mentor", "Наставник (номер или имя):", people)
    mentees = request.mentees or _somebodies("--mentee", "Наставляемый (номер или имя):", people)
    form = _choice(request.form, "", "Форма (номер или своя):", PAIR_FORMS)
    kind = _choice(request.kind, "", "Вид (номер или свой):", PAIR_KINDS)
    first, last = known.year
    since = _text(request.since, "--from", f"Первый день [{first}]: ", first)
    until = _text(request.until, "--to", f"Последний день [{last}]: ", last)
    return add_pair(
        request.project, mentor, mentees, form=form, kind=kind, term=(since, until), program=request.program
    )


def _program(request: argparse.Namespace, known: Known) -> Added:
    from actgen.workflow import add_program  # noqa: PLC0415

    pairs = known.school.pairs if known.school is not None else ()
    number = request.pair
    if number is None:
        titles = [pair.title for pair in pairs if pair.is_whole and pair.program is None]
        chosen = _choice(None, "--pair", "Для какой пары (номер):", titles)
        number = next((n for n, pair in enumerate(pairs, 1) if pair.is_whole and pair.title == chosen), 0)
    return add_program(request.project, number, request.name)


def _act(request: argparse.Namespace, _: Known) -> Added:
    from actgen.workflow import DOCUMENT_KINDS, ISSUED_FOR, add_act  # noqa: PLC0415

    title = _text(request.title, "--title", "Название (О дне наставника): ")
    document = _choice(request.document, "", "Вид документа (номер или свой):", DOCUMENT_KINDS)
    issued_for = _choice(request.issued_for, "", "На кого издаётся (номер):", ISSUED_FOR)
    return add_act(
        request.project, title, request.short, document_kind=document, issued_for=issued_for, signer=request.signer
    )


def _point(request: argparse.Namespace, known: Known) -> Added:
    from actgen.workflow import add_point, points_of  # noqa: PLC0415

    act = request.act or _choice(None, "--act", "Акт (номер или имя):", [kind.names[-1] for kind in known.kinds])
    given = [(action, getattr(request, action)) for action in _ACTIONS if getattr(request, action)]
    if len(given) > 1:
        raise _Missing("что-то одно из --replace, --drop, --after, --inside")
    if not given:
        action = _choice(None, "--replace ИД, --drop ИД, --after ИД или --inside ИД", "Что сделать (номер):", _ACTIONS)
        points = points_of(known, act)
        target = _choice(None, f"--{action}", "С каким пунктом (номер или ид):", list(points)).split(" ")[0]
        given = [(action, target)]
    action, target = given[0]
    text = request.text
    if not text and action in ("после", "внутри"):
        text = _text(None, "--text", "Текст пункта: ")
    return add_point(request.project, act, action, target, text=text, code=request.code)


_WRITERS: Mapping[str, Callable[[argparse.Namespace, Known], Added]] = {
    "person": _person,
    "pair": _pair,
    "program": _program,
    "act": _act,
    "point": _point,
}


def _text(given: str | None, option: str, question: str, usual: str = "") -> str:
    if given:
        return given
    if not can_ask():
        if usual:
            return usual
        raise _Missing(option)
    while True:
        answer = ask(question) or usual
        if answer:
            return answer


def _choice(given: str | None, option: str, question: str, options: Sequence[str]) -> str:
    """Return what was given, else what a person chooses; without a person the first, where that is no guess."""
    if given:
        return given
    if can_ask():
        if not options:
            return _text(None, option, f"{question} ")
        return choose(question, options)
    if option or not options:
        raise _Missing(option)
    return options[0]


def _somebody(option: str, question: str, people: Sequence[str]) -> str:
    return _choice(None, option, question, people).partition(",")[0]


def _somebodies(option: str, question: str, people: Sequence[str]) -> list[str]:
    chosen = [_somebody(option, question, people)]
    while (answer := ask("Ещё один наставляемый (номер, имя или Enter — больше нет): ")) != "":
        number = int(answer) if answer.isdecimal() else 0
        chosen.append(people[number - 1].partition(",")[0] if 1 <= number <= len(people) else answer)
    return chosen
