"""new: a person, a pair, a program, a kind of act, an own point: written by marks, compared before it is on disk."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from actgen.acts import ActKinds, Point, every_point, point_digest, read_kinds
from actgen.acts.changes import FILE as POINTS
from actgen.diagnostics import Diagnostic, closest
from actgen.language import transliterated
from actgen.school import TO_FILL_IN, Pair, Person, School, fold_name, read_school
from actgen.school.reading import PAIRS, PROGRAMS, STAFF
from actgen.school.references import several_named
from actgen.school.staff_list import is_full_name, read_name
from actgen.sources import NotWritten, add_items, record_text
from actgen.workflow.check import check_workspace
from actgen.workflow.edited_files import EditedFiles
from actgen.workflow.refusal import Refused
from actgen.workflow.workspace import act_texts, package_folder, read_workspace

PAIR_FORMS = ("учитель — учитель", "педагог — педагог", "опытный педагог — молодой педагог", "руководитель — педагог")
PAIR_KINDS = ("традиционное", "групповое", "краткосрочное", "ситуационное", "скоростное", "реверсивное")
ISSUED_FOR = (
    "один на школу",
    "на каждую пару",
    "на каждого наставника",
    "на каждого наставляемого",
    "на каждую программу",
    "на каждого человека",
)
DOCUMENT_KINDS = ("приказ", "положение", "порядок", "инструкция")
_TEMPLATES = {"приказ": "order-on-repeal.docx"}
_OTHER_TEMPLATE = "regulation.docx"


@dataclass(frozen=True, slots=True)
class Added:
    """What was written where, and what `check` finds in these files now."""

    files: tuple[str, ...]
    title: str
    remains: tuple[Diagnostic, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the data offer to choose from."""

    school: School | None
    kinds: ActKinds

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody who works here, as far as it is known."""
        return tuple(p for p in (self.school.staff if self.school else ()) if not _is_gone(p))

    @property
    def year(self) -> tuple[str, str]:
        """The usual first and last day of a pair's work; "" where the school year is not known."""
        if self.school is None or not self.school.settings.has("year"):
            return "", ""
        year = self.school.settings.year
        return f"{year.starts_on:%d.%m.%Y}", f"31.05.{year.second}"

    def person(self, name: str) -> Person:
        """Return the one person of that name.

        Raises:
            Refused: Nobody or several people are called so.
        """
        found = self.school.people.named(name) if self.school is not None else []
        if len(found) == 1:
            return found[0]
        if found:
            raise Refused(several_named(name, found), "назовите полностью или по коду")
        near = self.school.people.nearest(name) if self.school is not None else None
        raise Refused(
            f"нет сотрудника «{name}»" + (f"; похожий: «{near.short_name}»" if near else ""),
            f"назовите так: «{near.short_name}»; нового сотрудника запишет actgen new person"
            if near
            else "запишите его: actgen new person",
        )


def _is_gone(person: Person) -> bool:
    return not person.is_whole or person.dismissed_on is not None or TO_FILL_IN in person.full_name


def known_of(project: Path) -> Known:
    """Return what the workspace offers to choose from."""
    snapshot = read_workspace(project).value
    return Known(read_school(snapshot.texts).value, read_kinds(dict(act_texts(snapshot, []))).value)


def short_enough(person: Person, school: School | None) -> str:
    """Return how the data call somebody: with initials, in full where several people share them."""
    if school is not None and len(school.people.named(person.short_name)) > 1:
        return person.code or person.full_name
    return person.short_name


def add_person(project: Path, name: str, position: str, other: Mapping[str, str] | None = None) -> Added:
    """Write a member of staff; `other` holds more values by the keys of `data/staff.yaml`.

    Raises:
        Refused: That is no name, or she is written already.
        WriteFault: The disk prevents it.
    """
    full = read_name(name)
    if not is_full_name(full):
        raise Refused(f"это не имя: «{name}»", "запишите так: Лебедева Татьяна Николаевна")
    school = known_of(project).school
    if school is not None and any(fold_name(p.full_name) == fold_name(full) for p in school.staff):
        raise Refused(
            f"сотрудник уже записан: {full}", "однофамильца запишите в data/staff.yaml сами, обоим дайте «код:»"
        )
    record = {"фио": full, "должность": position or f"{TO_FILL_IN} должность", **(other or {})}
    return _added(project, STAFF, full, lambda text: add_items(text, "сотрудники", [record]))


def add_pair(
    project: Path,
    mentor: str,
    mentees: Sequence[str],
    *,
    form: str,
    kind: str,
    term: tuple[str, str],
    program: str = "",
) -> Added:
    """Write a pair or group of people of the staff.

    Raises:
        Refused: Somebody is not on the staff, or mentor and mentee are one person.
        WriteFault: The disk prevents it.
    """
    known = known_of(project)
    first = known.person(mentor)
    others = [known.person(name) for name in mentees]
    if not others:
        raise Refused("у пары нет наставляемого", "назовите хотя бы одного: --mentee")
    if first in others:
        raise Refused(f"наставник и наставляемый — один и тот же человек: {first.short_name}", "назовите другого")
    record: dict[str, Any] = {
        "наставник": short_enough(first, known.school),
        "наставляемые": [short_enough(person, known.school) for person in others],
        "форма": form,
        "вид": kind,
        "с": term[0],
        "по": term[1],
        **({"программа": program} if program else {}),
    }
    title = f"{first.short_name} — {', '.join(person.short_name for person in others)}"
    return _added(project, PAIRS, title, lambda text: add_items(text, "пары", [record]))


def add_program(project: Path, pair_number: int, stem: str = "") -> Added:
    """Write a program with its places to fill in, and name it in its pair (by its number in the file, from 1).

    Raises:
        Refused: There is no such pair, it has a program, or the file is there.
        WriteFault: The disk prevents it.
    """
    known = known_of(project)
    pairs: Sequence[Pair] = known.school.pairs if known.school is not None else ()
    if not 1 <= pair_number <= len(pairs):
        raise Refused(f"нет пары № {pair_number}, всего пар: {len(pairs)}", "сначала запишите пару: actgen new pair")
    pair = pairs[pair_number - 1]
    if not (pair.has("mentor") and pair.has("mentees")):
        raise Refused(f"в паре № {pair_number} ошибка", "покажет её actgen check; исправьте и повторите")
    if pair.has("program") and pair.program is not None:
        raise Refused(f"у пары уже есть программа: {pair.title}", "правьте её в data/programs")
    # A pair may name its program before the file is there.
    wanted = "" if pair.has("program") else str(pair.written("программа") or "")
    name = (
        stem
        or wanted.removesuffix(".yaml")
        or "_".join(transliterated(person.short_name.split()[0]) for person in pair.mentees)
    )
    file = f"{PROGRAMS}{name}.yaml"
    if not re.fullmatch(r"[\w-]+", name) or (project / file).exists():
        raise Refused(f"такой файл уже есть или так его не назвать: {file}", "дайте другое имя: --name ИМЯ")
    text = f"# Программа пары «{pair.title}». Замените каждое {TO_FILL_IN}.\n" + record_text(_PROGRAM)
    files = EditedFiles(project)
    files.put(file, text.encode())
    _guarded(PAIRS, lambda: files.set(PAIRS, (["пары", pair_number - 1, "программа"], name)))
    return _written(project, files, pair.title)


_PROGRAM: Mapping[str, Any] = {
    "цель": f"{TO_FILL_IN} цель: помочь кому и в чём",
    "задачи": [f"{TO_FILL_IN} задача"],
    "режим": "встречи один раз в неделю",
    "план": [
        {
            "часть": "Вхождение в должность",
            "мероприятия": [{"что": f"{TO_FILL_IN} мероприятие", "срок": "октябрь", "результат": f"{TO_FILL_IN} итог"}],
        }
    ],
    "контроль": {"промежуточный": "Беседа куратора с парой, январь", "итоговый": "Итоговая беседа куратора, май"},
}


def add_act(project: Path, title: str, short: str, *, document_kind: str, issued_for: str, signer: str) -> Added:
    """Write a kind of act of the school's own with a template to begin with: that of our orders or regulations.

    Raises:
        Refused: A kind of that name is there already.
        WriteFault: The disk prevents it.
    """
    kinds = known_of(project).kinds
    stem = re.sub(r"[^a-z0-9]+", "-", transliterated(short or title)).strip("-")
    name = short or re.sub(r"\W+", "-", title.casefold()).strip("-")
    if (
        not stem
        or kinds.named(stem) is not None
        or kinds.named(name) is not None
        or (project / f"acts/{stem}.yaml").exists()
    ):
        raise Refused(f"такой вид акта уже есть: {name}", "дайте другое короткое имя: --short имя")
    order = max((vars(kind).get("order", 0) for kind in kinds), default=0) + 1
    points: list[Mapping[str, str]] = [{"ид": "главное", "текст": f"{TO_FILL_IN} текст пункта."}]
    if document_kind == "приказ":
        points.append({"ид": "контроль", "текст": "Контроль за исполнением настоящего приказа оставляю за собой."})
    record = {
        "название": title,
        "вид_документа": document_kind,
        "кратко": name,
        "издаётся": issued_for,
        "подписывает": signer,
        "порядок": str(order),
        "пункты": points,
    }
    template = package_folder() / "templates" / _TEMPLATES.get(document_kind, _OTHER_TEMPLATE)
    files = EditedFiles(project)
    head = "# Свой вид акта. Слова, которые можно печатать в {{ }}, покажет: actgen words " + name + "\n"
    files.put(f"acts/{stem}.yaml", (head + record_text(record)).encode())
    files.put(f"templates/{stem}.docx", template.read_bytes())
    added = _written(project, files, f"{document_kind} «{title}»")
    return replace(added, note=f"впишите текст пункта вместо {TO_FILL_IN}: acts/{stem}.yaml")


def add_point(project: Path, act: str, action: str, target: str, *, text: str = "", code: str = "") -> Added:
    """Write an own point of an inherited act, with the short hash of the point that it was compared with.

    Args:
        project: The school's folder.
        act: The kind of act, by file or short name.
        action: заменить, убрать, после or внутри.
        target: The id of the point that is replaced or dropped, or where the new one goes.
        text: The own text; that of the inherited point when a replaced one is not given any.
        code: The id of a point that is added.

    Raises:
        Refused: There is no such act or point.
        WriteFault: The disk prevents it.
    """
    kinds = known_of(project).kinds
    kind = kinds.named(act)
    if kind is None:
        near = kinds.nearest(act)
        raise Refused(
            f"нет вида акта «{act}»" + (f"; похожий: «{near}»" if near else ""), "имена показывает actgen plan"
        )
    points = {point.code: point for point in every_point(kind.points) if point.code}
    if target not in points:
        near = closest(target, points)
        shown = f"; похожий: «{near}»" if near else ""
        raise Refused(f"в акте «{act}» нет пункта «{target}»{shown}", f"пункты акта: {', '.join(points)}")
    original = points[target]
    record: dict[str, Any] = {"акт": kind.names[-1], action: target}
    if action != "убрать":
        record |= {"ид": code} if code else {}
        record["текст"] = text or _said(original)
    if action in ("заменить", "убрать"):
        record["подлинник"] = point_digest(original)
    return _added(
        project, POINTS, f"{kind.names[-1]}, {target}", lambda old: add_items(old, "пункты", [record]), _POINTS_HEAD
    )


def points_of(known: Known, act: str) -> tuple[str, ...]:
    """Return the points of an act that can be named, each as its id and the beginning of its text."""
    kind = known.kinds.named(act)
    points = every_point(kind.points) if kind is not None else ()
    return tuple(f"{point.code} — {_said(point)[:70]}" for point in points if point.code)


_POINTS_HEAD = """\
# Свои пункты в общих актах: что школа заменила, убрала, добавила. Остальные пункты — как в общем акте.
# подлинник: отпечаток общего пункта, с которым сверено; когда общий изменят, actgen check скажет об этом.
"""


def _said(point: Point) -> str:
    return str(point.written("текст") or point.written("раздел") or "")


def _added(project: Path, file: str, title: str, change: Callable[[str], str], new: str = "") -> Added:
    files = EditedFiles(project)
    _guarded(file, lambda: files.edit(file, change, new))
    return _written(project, files, title)


def _guarded(file: str, change: Callable[[], None]) -> None:
    try:
        change()
    except NotWritten as fault:
        raise Refused(f"{file}: {fault}", "запишите её построчно, каждую запись с дефиса, и повторите") from fault


def _written(project: Path, files: EditedFiles, title: str) -> Added:
    written = files.write()
    found = check_workspace(project).diagnostics
    return Added(written, title, tuple(d for d in found if d.place.file in written))
