"""D147: a consent to distribution that lacks what the order on its content asks for."""

import re
from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import ConsentKind, DataConsent, School

RULE = Rule(
    "D147",
    Severity.ERROR,
    "в согласии на распространение не всё",
    basis="приказ_ркн_18",
    since=date(2021, 9, 1),
    until=date(2027, 8, 31),
)
_PAGE = re.compile(r"https?://[^\s/]+/\S+")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each consent that was given without pages, data or term, or with a page not in full.

    What stands on the paper alone (contact, the operator's requisites) is left to the form.

    Source: приказ Роскомнадзора от 24.02.2021 № 18: protocol, server, folder and file of each page.
    """
    for person in school.staff:
        for consent in person.consents:
            if consent.kind is not ConsentKind.PUBLICATION or consent.day is None or not RULE.holds_on(consent.day):
                continue
            lacking = _lacking(consent)
            if lacking:
                yield RULE.at(
                    consent.place("вид"),
                    f"в согласии на распространение нет: {', '.join(lacking)}: {person.short_name}",
                    hint="перепишите с подписанного согласия: «ресурсы: […]», «данные: […]», «до: …»",
                )
            for number, page in enumerate(consent.sites):
                if not _PAGE.fullmatch(page):
                    yield RULE.at(
                        consent.place("ресурсы", number),
                        f"адрес страницы не полный: {page}",
                        hint="нужны протокол, сервер, папка и файл: https://school.example.ru/nastavniki/index.html",
                        severity=Severity.WARNING,
                    )


def _lacking(consent: DataConsent) -> list[str]:
    items = (("адреса страниц", consent.sites), ("перечень данных", consent.data), ("срок", consent.until))
    return [name for name, value in items if not value]
