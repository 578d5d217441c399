"""Words of acts that other acts rest on: acts repealed and amended, minutes, the opinion of the trade union."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from actgen.acts import ActKind
from actgen.diagnostics import Place
from actgen.language import Case, Declined, date_in_digits, typeset
from actgen.plan.document import Planned, Requisites
from actgen.plan.facts import Facts
from actgen.plan.grifs import gender_index
from actgen.plan.requisites import DATE_RULE, NO_DAY, NUMBER_RULE, day_words, requisites_text
from actgen.plan.roles import newcomers
from actgen.plan.tree import Items, PlainWord, Tree, believed, leaf
from actgen.plan.words_of_people import NOBODY, in_cases, organisation_words, person_words, text_leaf
from actgen.school import Adoption, Amendment, Minutes, RepealedAct, UnionOpinion

_APPROVED = (
    ("утверждённый", "утверждённого", "утверждённому", "утверждённый", "утверждённым", "утверждённом"),
    ("утверждённая", "утверждённой", "утверждённой", "утверждённую", "утверждённой", "утверждённой"),
    ("утверждённое", "утверждённого", "утверждённому", "утверждённое", "утверждённым", "утверждённом"),
    ("утверждённые", "утверждённых", "утверждённым", "утверждённые", "утверждёнными", "утверждённых"),
)
"""The participle by gender (masculine, feminine, neuter, plural), in the order of `Case`."""


def words_of_acts(facts: Facts) -> Mapping[str, Tree]:
    """Return the words of `data/year.yaml` and of the minutes in the journal."""
    groups: Mapping[str, Callable[[], Tree]] = {
        "утрачивают_силу": lambda: _repealed_acts(facts),
        "изменения": lambda: _amendments(facts),
        "изменённых_актов": lambda: _amended(facts, len),
        "изменено_положение": lambda: _amended(facts, lambda names: "regulation" in names),
        "выписка": lambda: _minutes(facts),
        "обращение": lambda: _opinion(facts.school.year_work.union),
        "новые_сотрудники": lambda: Items(
            tuple(person_words(person, facts.forms) for person in newcomers(facts.school)),
            NOBODY,
        ),
    }
    return {name: believed(make) for name, make in groups.items()}


def _repealed_acts(facts: Facts) -> Items:
    work = facts.school.year_work
    return Items(
        tuple(_repealed(act, facts) for act in work.repealed),
        {"акт": in_cases(lambda _: Declined(""))},
        (work.place("утрачивают_силу"),),
    )


def _amendments(facts: Facts) -> Items:
    work = facts.school.year_work
    return Items(
        tuple(_amendment(change, facts) for change in work.amendments),
        {"акт": in_cases(lambda _: Declined("")), "пункт": leaf(""), "редакция": leaf("")},
        (work.place("изменения"),),
    )


def _amended(facts: Facts, about: Callable[[set[str]], PlainWord]) -> Tree:
    """Return what `about` says of the kinds of act that are amended, each once."""
    work = facts.school.year_work
    kinds = [facts.kinds.named(change.act) for change in work.amendments]
    return leaf(about({kind.stem for kind in kinds if kind is not None}), work.place("изменения"))


def _repealed(act: RepealedAct, facts: Facts) -> Mapping[str, Tree]:
    day = f"от {date_in_digits(act.day)} " if act.day else ""
    requisites = f"{day}№\u00a0{act.number or NUMBER_RULE}"
    cite = partial(_cite, act.document_kind, act.title, requisites, facts)
    return {"акт": in_cases(cite, act.place("вид"), act.place("название"), act.place("номер"), act.place("дата"))}


def _amendment(change: Amendment, facts: Facts) -> Mapping[str, Tree]:
    kind = facts.kinds.named(change.act)
    if kind is None:
        act = in_cases(lambda _: Declined(typeset(change.act)), change.place("акт"))
    else:
        cited = _requisites_of(kind, facts)
        requisites = requisites_text(cited) if cited is not None else f"от {DATE_RULE} №\u00a0{NUMBER_RULE}"
        places = (change.place("акт"), *(cited.places if cited is not None else ()))
        act = in_cases(partial(_cite, kind.document_kind, kind.title, requisites, facts), *places)
    return {
        "акт": act,
        "пункт": leaf(change.point, change.place("пункт")),
        "редакция": text_leaf(change.wording, change.place("редакция")),
    }


def _requisites_of(kind: ActKind, facts: Facts) -> Requisites | None:
    planned = next(iter(facts.of_kind(kind)), None)
    return (planned.parent or planned.requisites) if planned is not None else None


def _cite(document_kind: str, title: str, requisites: str, facts: Facts, case: Case) -> Declined:
    """Return how an order names an act: an order by its requisites, another act by the order that approved it."""
    if document_kind.casefold() in {"приказ", "распоряжение"}:
        head = facts.forms.organisation(document_kind, case)
        return Declined(f"{head.text} {requisites} «{typeset(title)}»", head.doubts)
    name = title if title.casefold().startswith(document_kind.casefold()) else f"{document_kind} {_lower(title)}"
    declined = facts.forms.organisation(name[:1].upper() + name[1:], case)
    participle = _APPROVED[gender_index(document_kind)][list(Case).index(case)]
    return Declined(f"{typeset(declined.text)}, {participle} приказом {requisites}", declined.doubts)


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]


def _minutes(facts: Facts) -> Mapping[str, Tree]:
    """Return the minutes by which a body adopted the regulation, as the journal has them."""
    planned = facts.by_word.get("положение")
    adopted = planned.requisites.entry.adopted if planned is not None and planned.requisites.entry else ()
    adoption = next(iter(adopted), None)
    body = next((b for b in facts.school.settings.bodies if adoption and b.code == adoption.body), None)
    place = adoption.place() if adoption else Place("data/journal.yaml")
    kept = next((m for m in facts.school.year_work.minutes if adoption and _is_of(m, adoption)), None)
    return {
        **_kept_minutes(kept, facts),
        "есть": leaf(adoption is not None, place),
        "орган": organisation_words(body.name if body else "", facts.forms, place),
        "номер": leaf((adoption.minutes if adoption else None) or NUMBER_RULE, place),
        "дата": day_words(adoption.day if adoption else None, place),
        "акт": in_cases(partial(_cite_own, planned, facts), place),
    }


def _is_of(minutes: Minutes, adoption: Adoption) -> bool:
    return minutes.body == adoption.body and (minutes.number, minutes.day) == (adoption.minutes, adoption.day)


def _kept_minutes(minutes: Minutes | None, facts: Facts) -> Mapping[str, Tree]:
    """Return what `data/year.yaml` has of the same minutes: who was there, what was heard and decided, who signed."""
    if minutes is None:
        texts = {"слушали": Items((), leaf("")), "решили": Items((), leaf(""))}
        return {"присутствовали": leaf(""), "председатель": NOBODY, "секретарь": NOBODY, **texts}
    present = "" if minutes.present is None else str(minutes.present)
    return {
        "присутствовали": leaf(present, minutes.place("присутствовали")),
        "слушали": _lines(minutes, "слушали", minutes.heard),
        "решили": _lines(minutes, "решили", minutes.decided),
        "председатель": person_words(minutes.chair, facts.forms),
        "секретарь": person_words(minutes.secretary, facts.forms),
    }


def _lines(minutes: Minutes, key: str, texts: tuple[str, ...]) -> Items:
    lines = tuple(text_leaf(text, minutes.place(key, number)) for number, text in enumerate(texts))
    return Items(lines, leaf(""), (minutes.place(key),))


def _cite_own(planned: Planned | None, facts: Facts, case: Case) -> Declined:
    return facts.forms.organisation(planned.kind.full_title, case) if planned is not None else Declined("")


def _opinion(union: UnionOpinion | None) -> Mapping[str, Tree]:
    if union is None:
        return {
            "есть": leaf(False),
            "направлено": NO_DAY,
            "ответ": NO_DAY,
            "мнение": leaf(""),
            "номер": leaf(NUMBER_RULE),
        }
    answer = union.answer.value if union.answer is not None else ""
    return {
        "есть": leaf(True, union.place()),
        "направлено": day_words(union.sent_on, union.place("направлено")),
        "ответ": day_words(union.answered_on, union.place("ответ")),
        "мнение": leaf(answer, union.place("мнение")),
        "номер": leaf(union.number or NUMBER_RULE, union.place("номер")),
    }
