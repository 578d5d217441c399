"""Words of what came out (итоги): programs completed, prolonged, stopped; best practices; rewards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from actgen.language import Forms
from actgen.plan.as_of import current
from actgen.plan.tree import Items, Later, Tree, leaf
from actgen.plan.words_of_pair_result import NO_PAIR_IN_BRIEF, brief_pair_words
from actgen.plan.words_of_people import NOBODY, person_words, text_leaf
from actgen.plan.words_of_work import NO_PAIR, pair_words
from actgen.school import Pair, PairResult, Person, ProgramOutcome, School

_TAKES_ACCUSATIVE = ("наградить", "поощрить", "премировать", "представить", "отметить", "занести", "выдвинуть")
"""Verbs of reward that say whom; of all others («объявить благодарность», «вручить грамоту») one says to whom."""


def result_words(school: School, forms: Forms) -> Mapping[str, Tree]:
    """Return the words of the results that are known; without any the lists are empty and `есть` is no.

    A pair stands here under its last mentor: she is named, acquainted and rewarded, not the one she replaced.
    """
    judged = [(current(pair), pair.result) for pair in school.pairs if pair.result is not None]

    def pairs() -> Items:
        items = tuple(pair_words(pair, number, forms) for number, (pair, _) in enumerate(judged, start=1))
        return Items(items, NO_PAIR, tuple(result.place() for _, result in judged))

    def of_state(state: ProgramOutcome) -> Items:
        chosen = [pair for pair, result in judged if result.outcome is state]
        items = tuple(brief_pair_words(pair) for pair in chosen)
        return Items(items, NO_PAIR_IN_BRIEF, tuple(pair.place("итог") for pair in chosen))

    return Later(
        {
            "есть": lambda: leaf(bool(judged), *(result.place() for _, result in judged)),
            "пары": pairs,
            "выполнены": lambda: of_state(ProgramOutcome.COMPLETED),
            "продлены": lambda: of_state(ProgramOutcome.PROLONGED),
            "прекращены": lambda: of_state(ProgramOutcome.STOPPED),
            "практики": lambda: _practices(judged),
            "поощрения": lambda: _rewards(judged, forms),
        }
    )


def _practices(judged: list[tuple[Pair, PairResult]]) -> Items:
    items: tuple[Mapping[str, Tree], ...] = tuple(
        {
            "название": text_leaf(result.practice, result.place("практика")),
            "пара": brief_pair_words(pair),
        }
        for pair, result in _with_practice(judged)
    )
    return Items(items, {"название": leaf(""), "пара": NO_PAIR_IN_BRIEF})


def _with_practice(judged: list[tuple[Pair, PairResult]]) -> Iterator[tuple[Pair, PairResult]]:
    return ((pair, result) for pair, result in judged if result.practice)


def _rewards(judged: list[tuple[Pair, PairResult]], forms: Forms) -> Items:
    """Return each reward once with the people who get it; `кого` is yes where its verb asks for the accusative."""
    people_by_reward: dict[str, list[Person]] = {}
    for pair, result in judged:
        if result.reward and pair.mentor not in people_by_reward.setdefault(result.reward, []):
            people_by_reward[result.reward].append(pair.mentor)
    places = {result.reward: result.place("поощрение") for _, result in judged if result.reward}
    items: tuple[Mapping[str, Tree], ...] = tuple(
        {
            "что": text_leaf(reward, places[reward]),
            "кого": leaf(takes_accusative(reward), places[reward]),
            "люди": Items(tuple(person_words(person, forms) for person in people), NOBODY, (places[reward],)),
        }
        for reward, people in people_by_reward.items()
    )
    return Items(items, {"что": leaf(""), "кого": leaf(value=False), "люди": Items((), NOBODY)})


def takes_accusative(reward: str) -> bool:
    """Return whether the reward says whom (наградить кого), not to whom (объявить благодарность кому).

    >>> takes_accusative("Наградить грамотой"), takes_accusative("объявить благодарность")
    (True, False)
    """
    return reward.casefold().split(" ", 1)[0] in _TAKES_ACCUSATIVE
