"""W121: a document for the site that prints somebody's own telephone, address or passport."""

from collections.abc import Iterator

from actgen.acts import OnSite
from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.finished import Finished
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("W121", Severity.ERROR, "в документе для сайта личные данные", basis="фз_152")
_SHORTEST = 5
# A letter or report names who prepared it with her telephone at work: what goes to the site is a copy without names.
_OF_OFFICE = ("телефон", "почта")


def check(finished: Finished) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such item in a document that goes to the site; the school's own are no secret."""
    private = list(_private(finished.school))
    for document in finished.documents:
        kind = document.document.planned.kind
        if kind.on_site not in (OnSite.YES, OnSite.IMPERSONAL):
            continue
        printed = [(what, value) for what, value in private if value in document.plain]
        for _, text in document.paragraphs() if printed else ():
            plain = text.replace("\u00a0", " ")
            for what, value in printed:
                at = plain.find(value)
                if at >= 0 and (what not in _OF_OFFICE or kind.on_site is OnSite.YES):
                    yield RULE.at(
                        document.place_of(text[at : at + len(value)]),
                        f"в документе для сайта {what} человека: {document.document.planned.title}",
                        hint="уберите это место из документа или напишите «на_сайт: нет»",
                    )


def _private(school: School) -> Iterator[tuple[str, str]]:
    organisation = school.settings.organisation
    of_school = (organisation.phone or "", organisation.email or "", organisation.address or "")
    for person in school.staff:
        items = (
            ("телефон", person.phone),
            ("почта", person.email),
            ("адрес", person.address),
            ("паспорт", person.passport),
        )
        for what, value in items:
            if value and len(value) >= _SHORTEST and not any(value in own for own in of_school):
                yield what, value
