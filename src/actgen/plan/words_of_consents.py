"""Words that only a person's own papers may print: address, passport, consents to the use of personal data."""

from __future__ import annotations

from collections.abc import Mapping

from actgen.plan.own_dates import newest_consent
from actgen.plan.requisites import NO_DAY, day_words
from actgen.plan.tree import Items, Tree, leaf
from actgen.plan.words_of_people import text_leaf
from actgen.school import ConsentKind, DataConsent, Person


def private_words(person: Person) -> Mapping[str, Tree]:
    """Return the words beside those of `person_words`."""
    return {
        "адрес": text_leaf(person.address, person.place("адрес")),
        "паспорт": text_leaf(person.passport, person.place("паспорт")),
        "согласия": {kind.value: _consent(newest_consent(person, kind)) for kind in ConsentKind},
    }


def _consent(consent: DataConsent | None) -> Mapping[str, Tree]:
    if consent is None:
        return {
            "есть": leaf(False),
            "дата": NO_DAY,
            "до": NO_DAY,
            "ресурсы": Items((), leaf("")),
            "данные": Items((), leaf("")),
            "запреты": leaf(""),
        }
    return {
        "есть": leaf(True, consent.place()),
        "дата": day_words(consent.day, consent.place("дата")),
        "до": day_words(consent.until, consent.place("до")),
        "ресурсы": _texts(consent.sites, consent, "ресурсы"),
        "данные": _texts(consent.data, consent, "данные"),
        "запреты": text_leaf(consent.bans, consent.place("запреты")),
    }


def _texts(texts: tuple[str, ...], consent: DataConsent, key: str) -> Items:
    items = tuple(text_leaf(text, consent.place(key, number)) for number, text in enumerate(texts))
    return Items(items, leaf(""), (consent.place(key),))
