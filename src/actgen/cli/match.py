"""The command `match`: who may be whose mentor, and why."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from actgen.cli.console import say, say_json
from actgen.cli.exit_codes import DONE, FOUND
from actgen.cli.options import add_json

if TYPE_CHECKING:
    from actgen.plan import Candidate, Match


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    add_json(parser)


def run(request: argparse.Namespace) -> int:
    """Print for each mentee of the bank the mentors who may fit, with reasons; decide nothing."""
    from actgen.workflow import match_workspace  # noqa: PLC0415

    matches = match_workspace(request.project)
    if matches is None:
        say("Подбор не сделан: сначала исправьте ошибки, их показывает actgen check.", sys.stderr)
        return FOUND
    if request.json:
        say_json([_as_data(one) for one in matches])
        return DONE
    if not matches:
        say("Подбирать не для кого: в data/bank.yaml нет раздела «наставляемые».")
        return DONE
    for one in matches:
        _say(one)
    say("Это предложения: решает школа, наставник даёт письменное согласие.")
    return DONE


def _say(match: Match) -> None:
    person = match.mentee.person
    say(f"{person.short_name}, {person.position}")
    if match.mentee.requests:
        say(f"  запросы: {'; '.join(match.mentee.requests)}")
    if match.fixed:
        say(f"  уже работает с наставником: {', '.join(mentor.short_name for mentor in match.fixed)}")
    for number, candidate in enumerate(match.candidates, start=1):
        say(f"  {number}. {candidate.mentor.short_name}, {candidate.mentor.position}")
        for reason in candidate.reasons:
            say(f"     – {reason}")
    if not match.candidates:
        say("  в банке нет свободного кандидата, чьи компетенции или направление отвечают запросу")
    if match.without_room:
        say(f"  подходят, но мест нет: {', '.join(mentor.short_name for mentor in match.without_room)}")
    say()


def _as_data(match: Match) -> dict[str, object]:
    return {
        "mentee": match.mentee.person.short_name,
        "requests": list(match.mentee.requests),
        "mentors": [mentor.short_name for mentor in match.fixed],
        "candidates": [_candidate_data(candidate) for candidate in match.candidates],
        "without_room": [mentor.short_name for mentor in match.without_room],
    }


def _candidate_data(candidate: Candidate) -> dict[str, object]:
    return {
        "mentor": candidate.mentor.short_name,
        "reasons": list(candidate.reasons),
        "free_places": candidate.free_places,
    }
