"""Words of an event of a pair: refusal, cancellation, replacement of the mentor, end."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from actgen.language import Forms, date_in_digits
from actgen.plan.document import Requisites
from actgen.plan.requisites import DATE_RULE, NO_DAY, day_words, requisites_text
from actgen.plan.tree import Tree, leaf
from actgen.plan.words_of_agreements import agreement_words
from actgen.plan.words_of_people import NOBODY, person_words, text_leaf
from actgen.school import Event, EventKind, Pair


def event_words(
    event: Event | None, pair: Pair | None, forms: Forms, paper_of: Callable[[Event], Requisites | None]
) -> Mapping[str, Tree]:
    """Return the words of an event; without one the same words, empty or rules, and `есть` is no.

    Args:
        event: What happened.
        pair: To whom, as the event found it.
        forms: Asked for names in cases.
        paper_of: The number and date of the statement or notice with which an event begins, None where it has none.
    """
    if event is None:
        return {
            "есть": leaf(False),
            "вид": leaf(""),
            "дата": NO_DAY,
            "с": NO_DAY,
            "причина": leaf(""),
            "реквизиты": leaf(""),
            "повод": _occasion(None, paper_of),
            "новый_наставник": NOBODY,
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
        "реквизиты": text_leaf(_requisites(event, paper_of), event.place("дата")),
        "повод": _occasion(_occasion_of(event, pair), paper_of),
        "новый_наставник": person_words(event.new_mentor, forms, event.place("новый_наставник")),
        "согласие": leaf(date_in_digits(consent) if consent else "", event.place("согласие")),
        "соглашение": agreement_words(event.agreement),
        "наставник_заменён": leaf(_is_replaced(event, pair), event.place("вид")),
    }


def _requisites(event: Event, paper_of: Callable[[Event], Requisites | None]) -> str:
    """Return «от 05.04.2027 № 19-лс», less the number where the paper has none: a statement."""
    paper = paper_of(event)
    if paper is not None and paper.number is not None:
        return requisites_text(paper)
    day = paper.day if paper is not None and paper.day is not None else event.day
    return f"от {date_in_digits(day) if day else DATE_RULE}"


def _occasion(event: Event | None, paper_of: Callable[[Event], Requisites | None]) -> Mapping[str, Tree]:
    if event is None:
        return {"есть": leaf(False), "вид": leaf(""), "реквизиты": leaf("")}
    return {
        "есть": leaf(True, event.place()),
        "вид": leaf(event.kind.value, event.place("вид")),
        "реквизиты": text_leaf(_requisites(event, paper_of), event.place("дата")),
    }


def _occasion_of(event: Event, pair: Pair | None) -> Event | None:
    """Return the refusal or cancellation that a replacement answers: the last that no other replacement answered."""
    if pair is None or event.kind is not EventKind.REPLACEMENT:
        return None
    earlier = [other for other in pair.events if other is not event and other.effective_on <= event.effective_on]
    last = max(earlier, key=lambda other: other.effective_on, default=None)
    return last if last is not None and last.kind in {EventKind.REFUSAL, EventKind.CANCELLATION} else None


def _is_replaced(event: Event, pair: Pair | None) -> bool:
    """Return whether another mentor takes over on that day or later: then the replacement has its own order."""
    return pair is not None and any(
        other.kind is EventKind.REPLACEMENT and other.effective_on >= event.effective_on for other in pair.events
    )
