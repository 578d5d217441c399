"""Words of the publication sheet (публикация): what of the planned documents goes to the site, with which facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from actgen.acts import ActKinds, GrifAction, OnSite
from actgen.language import Case, Forms, date_in_digits, surname_last
from actgen.plan.document import Planned
from actgen.plan.file_names import file_name
from actgen.plan.requisites import requisites_text
from actgen.plan.roles import role_people
from actgen.plan.tree import Items, Later, Tree, leaf
from actgen.plan.words_of_people import text_leaf
from actgen.school import Publication, School

_HOW = {OnSite.YES: "полностью", OnSite.IMPERSONAL: "без персональных данных"}


def publication_words(
    school: School,
    kinds: ActKinds,
    planned: tuple[Planned, ...],
    forms: Forms,
    is_needed: Callable[[Planned], bool],
) -> Mapping[str, Tree]:
    """Return the words of the publication sheet.

    Args:
        school: What the data say of files that stand on the site already.
        kinds: By which the data name documents.
        planned: Every document of the year.
        forms: For the names of kinds in cases.
        is_needed: Whether the condition of a document's kind is met; asked only for kinds that go to
            the site and for the other annexes of their acts.
    """
    shape = {name: leaf("") for name in ("номер", "название", "сведения", "файл", "объём", "дата")}

    def is_only_annex(one: Planned) -> bool:
        others = (other for other in planned if other.parent_kind is one.parent_kind and other is not one)
        return one.parent_kind is not None and not any(is_needed(other) for other in others)

    def documents() -> Items:
        chosen = [one for one in planned if one.kind.on_site in _HOW and is_needed(one)]
        items = tuple(
            {"номер": leaf(f"{number}."), **_document(one, school, kinds, forms, is_only=is_only_annex(one))}
            for number, one in enumerate(chosen, start=1)
        )
        return Items(items, shape, tuple(one.kind.place("на_сайт") for one in chosen))

    return Later({"есть": lambda: leaf(school.year_work.is_kept), "документы": documents})


def _document(planned: Planned, school: School, kinds: ActKinds, forms: Forms, *, is_only: bool) -> Mapping[str, Tree]:
    kind = planned.kind
    entries = school.year_work.publications
    known = next((entry for entry in entries if kinds.named(entry.document) is kind), None)
    name = file_name(None, kind, planned.requisites.number, planned.subject.title, is_draft=planned.is_draft)
    places = (kind.place("на_сайт"), *planned.requisites.places, *((known.place(),) if known else ()))
    return {
        "название": text_leaf(kind.full_title, kind.place("название")),
        "сведения": text_leaf(_facts_of(planned, known, school, forms, is_only=is_only), *places),
        "файл": text_leaf((known.file if known else None) or f"{name}.pdf", *places),
        "объём": leaf(_HOW[kind.on_site] if kind.on_site else "", kind.place("на_сайт")),
        "дата": leaf(date_in_digits(known.day) if known and known.day else "", *places),
    }


def _facts_of(planned: Planned, known: Publication | None, school: School, forms: Forms, *, is_only: bool) -> str:
    """Return what stands beside a file: by which act it is approved or who signed it, with date and number."""
    if known is not None and known.facts:
        return known.facts
    if planned.parent is not None and planned.parent_kind is not None:
        dative = forms.organisation(planned.parent_kind.document_kind, Case.DATIVE).text
        number = "" if is_only else f" № {planned.annex_number}"
        return f"приложение{number} к {dative} {requisites_text(planned.parent)}"
    has_number = planned.requisites.entry is not None or planned.kind.series is not None
    facts = f"{planned.kind.document_kind} {requisites_text(planned.requisites)}" if has_number else ""
    return "; ".join(part for part in (facts, *_people_of(planned, school)) if part) or planned.kind.document_kind


def _people_of(planned: Planned, school: School) -> Iterator[str]:
    """Yield who signs and who approves, with positions."""
    day = planned.requisites.judged_on
    approving = [grif.by for grif in planned.kind.grifs if grif.action is GrifAction.APPROVE]
    for verb, roles in (("подписывает", planned.kind.signers), ("утверждает", approving)):
        people = [person for role in roles for person in role_people(role, school, planned.subject, day) or ()]
        if people:
            named = ", ".join(f"{person.position} {surname_last(person.full_name)}" for person in people)
            yield f"{verb} {named}"
