"""The blocks around a text: grifs, annex marks, list of annexes, signatures, visas, acquaintance sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from actgen.acts import ActKind, Grif, GrifAction
from actgen.diagnostics import Place, closest
from actgen.language import Case, Declined, by_gender, date_in_digits, typeset
from actgen.plan.document import Planned, Requisites
from actgen.plan.facts import Facts
from actgen.plan.faults import Gathered, unknown_name
from actgen.plan.grifs import grif_word
from actgen.plan.requisites import DATE_RULE, NUMBER_RULE, requisites_text
from actgen.plan.roles import ROLE_NAMES, role_people, role_places
from actgen.plan.signatures import NOBODY_SIGNS, in_grif, own_signers, signature_words, signers
from actgen.plan.texts import holds, rendered
from actgen.plan.tree import Items, Leaf, Tree, leaf
from actgen.plan.words_of_people import text_leaf
from actgen.school import Body, OwnGrif, Person, UnionAnswer
from actgen.sources import Absent


def block_words(planned: Planned, facts: Facts, words: Mapping[str, Tree], gathered: Gathered) -> Mapping[str, Tree]:
    """Return the words of all blocks of a document.

    Args:
        planned: The document.
        facts: What words are made from.
        words: The other words of the document, for a school's own wording of a grif.
        gathered: Takes a role or body that the act names and the school does not have, and a word that does not
            exist in the school's own wording.
    """
    kind = planned.kind
    blocks: Mapping[str, Callable[[], Tree]] = {
        "приложения": lambda: _annexes(kind, facts, words),
        "отметка": lambda: _annex_mark(planned, facts, words),
        "своя_отметка": lambda: _own_mark(planned, facts),
        "грифы": lambda: _grifs(planned, facts, words),
        "подписи": lambda: signers(_people("подписывает", kind.signers, planned, facts), planned, facts),
        "подпись": lambda: own_signers(planned, facts),
        "визы": lambda: _visas(planned, facts),
        "ознакомление": lambda: _acquaintance(planned, facts),
    }
    return {name: gathered.words(kind, make) for name, make in blocks.items()}


def _own_mark(planned: Planned, facts: Facts) -> Mapping[str, Tree]:
    lines = ["Приложение", *_to_the_act(planned.kind, planned.requisites, facts)]
    return {"строки": _lines(lines, *planned.requisites.places)}


def _lines(lines: Sequence[str | Leaf], *places: Place) -> Items:
    leaves = tuple(line if isinstance(line, Leaf) else text_leaf(line, *places) for line in lines)
    return Items(leaves, leaf(""), places)


def _in_case(name: str, case: Case, facts: Facts, place: Place, *, before: str = "", after: str = "") -> Leaf:
    """Return a line with the name of a body or kind of document in a case, declined when it is printed."""

    def line() -> Declined:
        declined = facts.forms.organisation(name, case)
        return replace(declined, text=typeset(f"{before}{declined.text}{after}"))

    return Leaf(line, (place,))


def _to_the_act(kind: ActKind, requisites: Requisites, facts: Facts) -> list[str | Leaf]:
    short_name = facts.school.settings.organisation.short_name
    place = kind.place("вид_документа")
    first = _in_case(kind.document_kind, Case.DATIVE, facts, place, before="к ", after=f" {short_name}")
    return [first, requisites_text(requisites)]


def existing_annexes(kind: ActKind, facts: Facts, words: Mapping[str, Tree]) -> list[ActKind]:
    """Return the annexes that exist: a school without `data/roadmap.yaml` has no roadmap to list."""
    return [annex for name in kind.annexes if (annex := facts.kinds.named(name)) is not None and holds(annex, words)]


def _annexes(kind: ActKind, facts: Facts, words: Mapping[str, Tree]) -> Items:
    annexes = existing_annexes(kind, facts, words)
    items = tuple(
        {
            "номер": leaf(number),
            "название": text_leaf(annex.full_title, annex.place("название")),
        }
        for number, annex in enumerate(annexes, start=1)
    )
    return Items(items, {"номер": leaf(1), "название": leaf("")}, (kind.place("приложения"),))


def _annex_mark(planned: Planned, facts: Facts, words: Mapping[str, Tree]) -> Mapping[str, Tree]:
    """Return the mark of an annex; the only one has no number (ГОСТ Р 7.0.97-2025, отметка о приложении)."""
    if planned.parent is None or planned.parent_kind is None or _own_grif(planned, facts) is not None:
        return {"есть": leaf(value=False), "строки": _lines([])}
    is_only = len(existing_annexes(planned.parent_kind, facts, words)) == 1
    mark = "Приложение" if is_only else f"Приложение № {planned.annex_number}"
    lines = [mark, *_to_the_act(planned.parent_kind, planned.parent, facts)]
    return {"есть": leaf(value=True), "строки": _lines(lines, *planned.parent.places)}


def _own_grif(planned: Planned, facts: Facts) -> OwnGrif | None:
    """Return the grif that the school words itself in `data/roadmap.yaml`; it stands instead of mark and grif."""
    roadmap = facts.school.roadmap
    is_roadmap = planned.kind.document_kind.casefold() == "дорожная карта"
    return roadmap.grif if is_roadmap and roadmap is not None else None


_GRIF_SHAPE: Mapping[str, Tree] = {
    "слово": leaf(""),
    "строки": Items((), leaf("")),
    "подпись": leaf(value=False),
    **NOBODY_SIGNS,
}


def _grifs(planned: Planned, facts: Facts, words: Mapping[str, Tree]) -> Mapping[str, Tree]:
    own = _own_grif(planned, facts)
    if own is not None:
        lines = Items(
            tuple(rendered(line, words, own, "строки", number) for number, line in enumerate(own.lines)), leaf("")
        )
        grif = {**_GRIF_SHAPE, "слово": text_leaf(own.word, own.place("слово")), "строки": lines}
        return {"слева": Items((), _GRIF_SHAPE), "справа": Items((grif,), _GRIF_SHAPE)}
    sides: dict[str, list[Mapping[str, Tree]]] = {"слева": [], "справа": []}
    for written in planned.kind.grifs:
        made = _grif(written, planned, facts)
        if made is not None:
            side = written.side.value if written.side else "справа" if written.action is GrifAction.APPROVE else "слева"
            sides[side].append(made)
    return {side: Items(tuple(grifs), _GRIF_SHAPE) for side, grifs in sides.items()}


def _grif(grif: Grif, planned: Planned, facts: Facts) -> Mapping[str, Tree] | None:
    settings = facts.school.settings
    body = next((body for body in settings.bodies if body.code == grif.by), None)
    people = role_people(grif.by, facts.school, planned.subject, planned.requisites.judged_on)
    act = facts.kinds.named(grif.by)
    kind_word = planned.kind.document_kind
    if body is not None:
        word = grif.word or grif_word(grif.action, kind_word, by_person=False)
        return _grif_of_act(word, grif, *_by_body(body, planned, facts))
    if act is not None:
        word = grif.word or grif_word(grif.action, kind_word, by_person=False)
        return _grif_of_act(word, grif, *_by_act(act, facts))
    if grif.by == "профсоюз":
        if settings.union is None:
            return None
        word = grif.word or grif_word(grif.action, kind_word, by_person=False)
        # «ПРИНЯТО первичной организацией», but «МНЕНИЕ УЧТЕНО первичной организации» (статья 372 Трудового кодекса).
        case = Case.GENITIVE if grif.action is GrifAction.HEED else Case.INSTRUMENTAL
        place = settings.union.place("название")
        name = _in_case(settings.union.name, case, facts, place)
        opinion = facts.school.year_work.union
        if opinion is not None and opinion.answer is UnionAnswer.SILENT and grif.action is GrifAction.HEED:
            sent = date_in_digits(opinion.sent_on) if opinion.sent_on else DATE_RULE
            word = grif.word or "МНЕНИЕ НЕ ПОСТУПИЛО"
            return _grif_of_act(word, grif, [name, f"проект направлен {sent}"], place)
        day = date_in_digits(opinion.answered_on) if opinion and opinion.answered_on else DATE_RULE
        number = opinion.number if opinion and opinion.number else NUMBER_RULE
        return _grif_of_act(word, grif, [name, f"протокол от {day} № {number}"], place)
    if people is not None:
        if not people:
            return None
        word = grif.word or grif_word(grif.action, kind_word, by_person=True)
        return {
            **_grif_of_act(word, grif, []),
            "подпись": leaf(value=True),
            **in_grif(people[0], grif.by, planned, facts),
        }
    if not facts.kinds.is_known:
        raise Absent(grif, "by")  # it may name the act that could not be believed
    known = [*(own.code for own in settings.bodies), *ROLE_NAMES, *(n for k in facts.kinds for n in k.names)]
    near = closest(grif.by, known)
    raise unknown_name(
        f"гриф называет неизвестный орган, акт или роль: «{grif.by}»" + (f"; похожее: «{near}»" if near else ""),
        hint=f"исправьте на «{near}»" if near else "добавьте орган в data/school.yaml, раздел «органы»",
        place=grif.place("чем"),
    )


def _grif_of_act(word: str, grif: Grif, lines: Sequence[str | Leaf], *places: Place) -> dict[str, Tree]:
    return {**_GRIF_SHAPE, "слово": text_leaf(word, grif.place()), "строки": _lines(lines, *places)}


def _by_body(body: Body, planned: Planned, facts: Facts) -> tuple[list[str | Leaf], Place]:
    """Return the lines under ПРИНЯТО: the body in the instrumental and the minutes of the journal."""
    entry = planned.requisites.entry
    adoption = next((a for a in entry.adopted if a.body == body.code), None) if entry else None
    name = _in_case(body.name, Case.INSTRUMENTAL, facts, body.place("название"))
    day = date_in_digits(adoption.day) if adoption and adoption.day else DATE_RULE
    number = adoption.minutes if adoption and adoption.minutes else NUMBER_RULE
    return [name, f"протокол от {day} № {number}"], adoption.place() if adoption else body.place("название")


def _by_act(act: ActKind, facts: Facts) -> tuple[list[str | Leaf], Place]:
    document = next(iter(facts.of_kind(act)), None)
    after = f" {facts.school.settings.organisation.short_name}"
    name = _in_case(act.document_kind, Case.INSTRUMENTAL, facts, act.place("вид_документа"), after=after)
    if document is None:
        return [name, f"от {DATE_RULE} № {NUMBER_RULE}"], act.place()
    places = document.requisites.places
    return [name, requisites_text(document.requisites)], places[0] if places else act.place()


def _people(key: str, roles: tuple[str, ...], planned: Planned, facts: Facts) -> Mapping[Person, str]:
    """Return the people of the roles, each once, with the first role that names her."""
    people: dict[Person, str] = {}
    for position, role in enumerate(roles):
        found = role_people(role, facts.school, planned.subject, planned.requisites.judged_on)
        if found is None:
            near = closest(role, ROLE_NAMES)
            raise unknown_name(
                f"неизвестная роль: «{role}»" + (f"; похожая: «{near}»" if near else ""),
                hint="роли: " + ", ".join(ROLE_NAMES),
                place=planned.kind.place(key, position),
            )
        for person in found:
            people.setdefault(person, role)
    return people


def _visas(planned: Planned, facts: Facts) -> Items:
    people = _people("визы", planned.kind.visas, planned, facts)
    shape = {"должность": leaf(""), "инициалы_фамилия": leaf("")}
    signed = tuple(
        signature_words(person, *role_places(role, facts.school, planned.subject)) for person, role in people.items()
    )
    return Items(signed, shape, _named_by("визы", planned, facts))


def _acquaintance(planned: Planned, facts: Facts) -> Mapping[str, Tree]:
    people = _people("знакомятся", planned.kind.acquainted, planned, facts)
    entry = planned.requisites.entry
    days = {a.person: a.day for a in entry.acquainted} if entry else {}
    items = tuple(
        _reader(person, days.get(person), planned, role_places(role, facts.school, planned.subject))
        for person, role in people.items()
    )
    shape = {"должность": leaf(""), "фамилия_инициалы": leaf(""), "ознакомлен": leaf(""), "дата": leaf("")}
    kind = planned.kind
    return {
        "есть": leaf(bool(people)),
        "с_чем": _in_case(kind.document_kind, Case.INSTRUMENTAL, facts, kind.place("вид_документа")),
        "люди": Items(items, shape, _named_by("знакомятся", planned, facts)),
    }


def _named_by(key: str, planned: Planned, facts: Facts) -> tuple[Place, ...]:
    """Return where a list of roles stands in the act, and where the data say who holds those of one person."""
    roles = planned.kind.visas if key == "визы" else planned.kind.acquainted
    named = (place for role in roles for place in role_places(role, facts.school, planned.subject))
    return tuple(dict.fromkeys([planned.kind.place(key), *named]))


def _reader(person: Person, day: date | None, planned: Planned, named: tuple[Place, ...]) -> Mapping[str, Tree]:
    gender = person.gender
    has_read = "Ознакомлен(а)" if gender is None else by_gender(gender, "Ознакомлен", "Ознакомлена")
    entry = planned.requisites.entry
    return {
        "должность": text_leaf(person.position, person.place("должность")),
        "фамилия_инициалы": text_leaf(person.short_name, person.place("фио"), *named),
        "ознакомлен": leaf(has_read, person.place("фио")),
        "дата": leaf(date_in_digits(day) if day else "", *((entry.place("ознакомлены"),) if entry and day else ())),
    }
