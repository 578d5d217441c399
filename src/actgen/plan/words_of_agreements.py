"""Words of an agreement on mentoring and of its pay."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache, partial

from actgen.language import Case, Declined, count_in_digits, sum_in_words, typeset
from actgen.plan.requisites import DATE_RULE, NO_DAY, NUMBER_RULE, day_words
from actgen.plan.tree import Items, Tree, leaf
from actgen.plan.words_of_people import in_cases, text_leaf
from actgen.school import Agreement, Payment

_CONTRACT_RULE = f"от {DATE_RULE} № {NUMBER_RULE}"


def agreement_words(agreement: Agreement | None) -> Mapping[str, Tree]:
    """Return the words of an agreement; without one the same words, empty or rules, and `есть` is no."""
    return _no_agreement() if agreement is None else _agreement(agreement)


def _agreement(agreement: Agreement) -> Mapping[str, Tree]:
    number_places = agreement.place("номер")
    duties = tuple(
        text_leaf(duty, agreement.place("содержание", number)) for number, duty in enumerate(agreement.duties)
    )
    hours = agreement.weekly_hours
    return {
        "есть": leaf(True, agreement.place()),
        "номер": leaf(agreement.number or NUMBER_RULE, number_places),
        "дата": day_words(agreement.day, agreement.place("дата")),
        "содержание": Items(duties, leaf(""), (agreement.place("содержание"),)),
        "формы_работы": text_leaf(agreement.work_form, agreement.place("формы_работы")),
        "часов": leaf("" if hours is None else str(hours), agreement.place("часов")),
        "часы": in_cases(partial(_hours, hours), agreement.place("часов")),
        "трудовой_договор": text_leaf(agreement.contract or _CONTRACT_RULE, agreement.place("трудовой_договор")),
        "выплата": _payment(agreement.payment) if agreement.payment is not None else _no_payment(),
    }


def _payment(payment: Payment) -> Mapping[str, Tree]:
    size_place = payment.place("сумма" if payment.amount is not None else "процент")
    percent = "" if payment.percent is None else _plain(payment.percent)
    return {
        "есть": leaf(payment.is_set, size_place),
        "размер": in_cases(partial(_size, payment), size_place),
        "сумма": text_leaf("" if payment.amount is None else _plain(payment.amount), size_place),
        "процент": leaf(percent, size_place),
        "от": text_leaf(payment.percent_of, payment.place("от")),
        "период": text_leaf(payment.period, payment.place("период")),
        "источник": text_leaf(payment.source, payment.place("источник")),
        "основание": text_leaf(payment.basis, payment.place("основание")),
    }


def _size(payment: Payment, case: Case) -> Declined:
    """Return the size as a contract prints it: «5 000 (пять тысяч) рублей 00 копеек», «15 процентов оклада»."""
    if payment.amount is not None:
        return Declined(sum_in_words(payment.amount, case))
    if payment.percent is None:
        return Declined("")
    share = payment.percent
    # A fraction governs the genitive singular in every case: «12,5 процента».
    is_whole = share == int(share)
    counted = count_in_digits(int(share), "процент", case) if is_whole else f"{_plain(share)}\u00a0процента"
    return Declined(typeset(f"{counted} {payment.percent_of}"))


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def _hours(hours: int | None, case: Case) -> Declined:
    return Declined("" if hours is None else count_in_digits(hours, "час", case))


@lru_cache(maxsize=1)
def _no_payment() -> Mapping[str, Tree]:
    empty = leaf("")
    texts = dict.fromkeys(("сумма", "процент", "от", "период", "источник", "основание"), empty)
    return {"есть": leaf(False), "размер": in_cases(lambda _: Declined("")), **texts}


@lru_cache(maxsize=1)
def _no_agreement() -> Mapping[str, Tree]:
    return {
        "есть": leaf(False),
        "номер": leaf(NUMBER_RULE),
        "дата": NO_DAY,
        "содержание": Items((), leaf("")),
        "формы_работы": leaf(""),
        "часов": leaf(""),
        "часы": in_cases(lambda _: Declined("")),
        "трудовой_договор": leaf(_CONTRACT_RULE),
        "выплата": _no_payment(),
    }
