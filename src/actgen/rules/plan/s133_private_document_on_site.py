"""S133: a document about a person that is meant for the site, or stands there."""

from collections.abc import Iterator

from actgen.acts import ActKind, IssuedFor, OnSite
from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S133", Severity.ERROR, "документ о человеке — на сайт", basis="фз_152")
_PRIVATE = ("согласие", "соглашение", "анкета", "заявление", "реестр", "уведомление")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each kind of such a document with «на_сайт: да», and each publication of «нет»."""
    for kind in acts.kinds:
        if kind.on_site is OnSite.YES and _is_private(kind):
            yield RULE.at(
                kind.place("на_сайт"),
                f"документ не предназначен для сайта: {kind.full_title}",
                hint="напишите «на_сайт: нет»",
            )
    for publication in acts.school.year_work.publications:
        published = acts.kinds.named(publication.document)
        if published is not None and published.on_site is OnSite.NO:
            yield RULE.at(
                publication.place("документ"),
                f"документ не предназначен для сайта: {published.full_title}",
                hint="снимите файл с сайта и уберите запись или исправьте «на_сайт:» у вида акта",
            )


def _is_private(kind: ActKind) -> bool:
    head = kind.document_kind.casefold().split()
    return kind.issued_for is not IssuedFor.SCHOOL or any(word in _PRIVATE for word in head)
