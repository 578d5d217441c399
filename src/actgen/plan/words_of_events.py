"""Words of an event of a pair: refusal, cancellation, replacement of the mentor, end."""

from __future__ import annotations

from collections.abc import Mapping

from actgen.language import Forms, date_in_digits
from actgen.plan.requisites import day_words
from actgen.plan.tree import Tree, leaf
from actgen.plan.words_of_agreements import agreement_words
from actgen.plan.words_of_people import person_words, text_leaf
from actgen.school import Event, EventKind, Pair


def event_words(event: Event | None, pair: Pair | None, forms: Forms) -> Mapping[str, Tree]:
    """Return the words of an event; without one the same words, empty or rules, and `есть` is no."""
    if event is None:
        return {
            "есть": leaf(False),
            "вид": leaf(""),
            "дата": day_words(None),
            "с": day_words(None),
            "причина": leaf(""),
            "новый_наставник": person_words(None, forms),
            "согласие": leaf(""),
            "соглашение": agreement_words(None),
            "наставник_заменён": leaf(False),
        }
    consent = event.consent_on
    return {
        "есть": leaf(True, event.place()),
        "вид": leaf(event.kind.value, event.place("вид")),
        "дата": day_words(event.day, event.place("дата")),
        "с": day_words(event.effective_on, event.place("с")),
        "причина": text_leaf(event.reason, event.place("причина")),
        "новый_наставник": person_words(event.new_mentor, forms),
        "согласие": leaf(date_in_digits(consent) if consent else "", event.place("согласие")),
        "соглашение": agreement_words(event.agreement),
        "наставник_заменён": leaf(_is_replaced(event, pair), event.place("вид")),
    }


def _is_replaced(event: Event, pair: Pair | None) -> bool:
    """Return whether another mentor takes over on that day or later: then the replacement has its own order."""
    return pair is not None and any(
        other.kind is EventKind.REPLACEMENT and other.effective_on >= event.effective_on for other in pair.events
    )
