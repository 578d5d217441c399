"""W120: a document for the site that names a person who has not agreed to that."""

from collections.abc import Iterator
from datetime import date

from actgen.acts import OnSite
from actgen.diagnostics import Diagnostic, Place, Severity
from actgen.language import date_in_digits
from actgen.plan import role_people
from actgen.rules.finished import Finished, FinishedDocument
from actgen.rules.names import names_in
from actgen.rules.rule import Rule
from actgen.school import ConsentKind, Person, School
from actgen.school.reading import STAFF

RULE = Rule("W120", Severity.WARNING, "в документе для сайта назван человек без его согласия", basis="фз_152_10_1")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such person of each document with «на_сайт: да»; after a withdrawal an error.

    Who signs, endorses or answers for the act by office is left out: the head, the curator, who keeps the site. So is
    the sheet of those who have read the act: it stays at school.
    """
    for document in finished.documents:
        planned = document.document.planned
        if planned.kind.on_site is not OnSite.YES:
            continue
        exempt, readers = _officials(document, finished.school), _readers(document, finished.school)
        for person, name in _named(document, finished):
            reason, severity = _state(person, planned.requisites.judged_on)
            if reason and person not in exempt and (person not in readers or _is_typed(document, name)):
                yield RULE.at(
                    document.source_of(name) or Place(document.template),
                    f"{reason}, а документ идёт на сайт: {person.short_name}",
                    hint="замените фамилию должностью или получите согласие на распространение персональных данных",
                    severity=severity,
                )


def _named(document: FinishedDocument, finished: Finished) -> Iterator[tuple[Person, str]]:
    """Yield each person whom the document names, once, and how."""
    seen: set[int] = set()
    in_full = [person for person in finished.school.staff if person.full_name in document.plain]
    for _, text in document.paragraphs():
        written = [(name.offset, name.text, finished.roster.bearers(name)) for name in names_in(text)]
        plain = text.replace("\u00a0", " ")
        whole = [(plain.find(person.full_name), person) for person in in_full]
        written += [(at, text[at : at + len(person.full_name)], [person]) for at, person in whole if at >= 0]
        for _, name, people in sorted(written, key=lambda one: one[0]):
            for person in people:
                if id(person) not in seen:
                    seen.add(id(person))
                    yield person, name


def _officials(document: FinishedDocument, school: School) -> list[Person]:
    settings, planned = school.settings, document.document.planned
    kind = planned.kind
    people = [settings.head, settings.curator, settings.site_keeper, settings.union.chair if settings.union else None]
    for role in (*kind.signers, *kind.visas, *(grif.by for grif in kind.grifs)):
        people += role_people(role, school, planned.subject) or ()
    return [person for person in people if person is not None]


def _readers(document: FinishedDocument, school: School) -> list[Person]:
    planned = document.document.planned
    return [person for role in planned.kind.acquainted for person in role_people(role, school, planned.subject) or ()]


def _is_typed(document: FinishedDocument, name: str) -> bool:
    """Whether somebody typed the name into a text, and it was not made of the staff's words."""
    place = document.written_at(name)
    return place is not None and place.file != STAFF


def _state(person: Person, day: date) -> tuple[str, Severity | None]:
    """Return why the name must not stand there, empty where it may; and a severity of its own."""
    own = [consent for consent in person.consents if consent.kind is ConsentKind.PUBLICATION]
    if any(one.day is not None and one.withdrawn_on is None and (one.until is None or day <= one.until) for one in own):
        return "", None
    withdrawn = [one.withdrawn_on for one in own if one.withdrawn_on is not None]
    if withdrawn:
        return f"согласие отозвано {date_in_digits(max(withdrawn))}", Severity.ERROR
    return (
        ("срок согласия кончился", None) if any(one.day for one in own) else ("нет согласия на распространение", None)
    )
