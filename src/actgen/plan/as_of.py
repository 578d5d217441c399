"""The school as it is known on the day of an act: who is whose mentor, what has happened, which results there are.

An act prints nothing that its signer could not know: a register of September has no results of May, and an order
of May names the mentor of May.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from actgen.school import EventKind, Pair, School
from actgen.sources import Absent

_DAY = timedelta(days=1)


def school_on(school: School, day: date) -> School:
    """Return the school less events that begin and results that are found after the day; pairs to come stay.

    The first mentor stays in `pair.mentor`: who it is on that day, says `current`.
    """
    pairs = tuple(_known(pair, day) for pair in school.pairs)
    changed = any(known is not pair for known, pair in zip(pairs, school.pairs, strict=True))
    return replace(school, pairs=pairs) if changed else school


def changes_by(school: School, day: date) -> int:
    """Return how much has happened by the day: two days with the same number see the same school."""
    return sum(
        len(vars(pair).get("events", ())) + (vars(pair).get("result") is not None) + _has_begun(pair, day)
        for pair in school_on(school, day).pairs
    )


def _has_begun(pair: Pair, day: date) -> bool:
    starts_on = vars(pair).get("starts_on")
    return starts_on is not None and starts_on <= day


def _known(pair: Pair, day: date) -> Pair:
    try:
        events = tuple(event for event in pair.events if event.effective_on <= day)
        result = pair.result if _is_known(pair, day) else None
    except Absent:
        return pair  # what is wrong has been reported
    if len(events) == len(pair.events) and result is pair.result:
        return pair
    return pair.model_copy(update={"events": events, "result": result})


def _is_known(pair: Pair, day: date) -> bool:
    """Return whether the result is known; one without a date is from the first day of the pair."""
    found = pair.result
    return found is not None and (found.day or pair.starts_on) <= day


def spells(pair: Pair) -> tuple[Pair, ...]:
    """Return the pair under each mentor that it has had: her term, her consent, her agreement.

    The result is the last one's. A term ends on the eve of the day from which another follows or nobody works here.
    """
    replacements = [event for event in pair.events if event.kind is EventKind.REPLACEMENT and event.new_mentor]
    replacements.sort(key=lambda event: event.effective_on)
    found = [pair, *(pair.after(event) for event in replacements)]
    ended = [
        spell.model_copy(update={"ends_on": event.effective_on - _DAY, "result": None})
        for spell, event in zip(found, replacements, strict=False)
    ]
    stopped = pair.stopped_on
    last = found[-1]
    return (*ended, last if stopped is None else last.model_copy(update={"ends_on": min(last.ends_on, stopped - _DAY)}))


def current(pair: Pair) -> Pair:
    """Return the pair under its last mentor."""
    return spells(pair)[-1]


def begun(school: School, day: date) -> School:
    """Return the school as it is known on the day, less pairs that begin later."""
    known = school_on(school, day)
    return replace(known, pairs=tuple(pair for pair in known.pairs if pair.starts_on <= day))


def every_spell(school: School) -> tuple[Pair, ...]:
    """Return every pair under each of its mentors."""
    return tuple(spell for pair in school.pairs for spell in spells(pair))
