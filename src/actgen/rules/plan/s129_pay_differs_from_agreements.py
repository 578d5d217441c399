"""S129: a sum or share typed into an act that the agreements with mentors do not have."""

import re
from collections.abc import Iterator
from decimal import Decimal

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.rules.acts import Acts
from actgen.rules.finding import finder
from actgen.rules.rule import Rule
from actgen.school import Payment, School

RULE = Rule("S129", Severity.WARNING, "выплата в тексте не та, что в соглашениях")
_sizes = finder(r"(\d[\d \u00a0]*(?:,\d+)?)(?:[ \u00a0]\([^)]*\))?[ \u00a0]?(руб|₽|%|процент)")
_AT_LEAST = re.compile(r"(?:не (?:менее|ниже|меньше)(?: чем)?|от)[ \u00a0]+$", re.IGNORECASE)
_AT_MOST = re.compile(r"(?:не (?:более|выше|больше)(?: чем)?|до)[ \u00a0]+$", re.IGNORECASE)
_PAID = ("выплат", "доплат", "вознагражден", "надбав")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each typed size of the mentors' pay that no agreement has, or that some fall short of.

    «Не менее» is a least size, «не более» and «до» a greatest one.
    """
    payments = list(_payments(acts.school))
    for document in acts.first_of_each_kind():
        for text in acts.texts(document):
            for found in _sizes(text):
                if not _is_about_pay(text, document.kind.title):
                    break
                is_share = found[2] in ("%", "процент")
                size = Decimal(re.sub(r"\s", "", found[1]).replace(",", "."))
                sizes = [(_size(payment, is_share=is_share), payment) for payment in payments]
                wrong = _wrong([(own, p) for own, p in sizes if own is not None], size, text[: found.start()])
                if wrong is not None:
                    yield RULE.at(
                        text.place_at(found.start(), len(found[0])),
                        f"в тексте «{found[0].strip()}», а в соглашении {_plain(wrong, is_share=is_share)}",
                        hint="исправьте текст или соглашение; размер подставляет слово: "
                        "{{ соглашение.выплата.размер.именительный }}",
                        related=(Related(wrong.place("процент" if is_share else "сумма"), "соглашение здесь"),),
                    )


def _is_about_pay(text: str, title: str) -> bool:
    folded = text.casefold()
    return any(word in folded for word in _PAID) and "настав" in f"{title.casefold()} {folded}"


def _payments(school: School) -> Iterator[Payment]:
    for pair in school.pairs:
        for agreement in (pair.agreement, *(event.agreement for event in pair.events)):
            if agreement is not None and agreement.payment is not None:
                yield agreement.payment


def _size(payment: Payment, *, is_share: bool) -> Decimal | None:
    return payment.percent if is_share else payment.amount


def _wrong(sizes: list[tuple[Decimal, Payment]], size: Decimal, before: str) -> Payment | None:
    """Return a payment that contradicts the typed size, None where none does."""
    if _AT_LEAST.search(before):
        return next((payment for own, payment in sizes if own < size), None)
    if _AT_MOST.search(before):
        return next((payment for own, payment in sizes if own > size), None)
    if any(own == size for own, _ in sizes):
        return None
    return next((payment for _, payment in sizes), None)


def _plain(payment: Payment, *, is_share: bool) -> str:
    size = _size(payment, is_share=is_share)
    return f"{size} %" if is_share else f"{size} руб."
