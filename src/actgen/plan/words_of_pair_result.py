"""Words of one pair or group in brief, and of its result (итог пары)."""

from __future__ import annotations

from collections.abc import Mapping

from actgen.plan.requisites import NO_DAY, day_words
from actgen.plan.tree import Leaf, Tree, leaf
from actgen.plan.words_of_people import text_leaf
from actgen.school import Pair, PairResult

NO_RESULT: Mapping[str, Tree] = {
    "есть": leaf(value=False),
    **{name: leaf("") for name in ("программа", "оценка", "результат", "практика", "поощрение")},
    "дата": NO_DAY,
    "до": NO_DAY,
}


def own_result_words(result: PairResult | None) -> Mapping[str, Tree]:
    """Return the words of the result of one pair; without one the same words, all empty."""
    if result is None:
        return NO_RESULT
    return {
        "есть": leaf(True, result.place()),
        "программа": leaf(result.outcome.value, result.place("программа")),
        "оценка": leaf("" if result.mark is None else str(result.mark), result.place("оценка")),
        "результат": text_leaf(result.text, result.place("результат")),
        "практика": text_leaf(result.practice, result.place("практика")),
        "поощрение": text_leaf(result.reward, result.place("поощрение")),
        "дата": day_words(result.day, result.place("дата")),
        "до": day_words(result.prolonged_until, result.place("до")),
    }


NO_PAIR_IN_BRIEF: Mapping[str, Tree] = {
    **{name: leaf("") for name in ("название", "наставник", "наставляемые", "форма", "вид")},
    "с": NO_DAY,
    "по": NO_DAY,
    "итог": NO_RESULT,
}


def brief_pair_words(pair: Pair) -> Mapping[str, Tree]:
    """Return a pair as a line of a list names it: people with initials in the nominative."""
    mentor, mentees = pair.place("наставник"), pair.place("наставляемые")
    return {
        "название": Leaf(lambda: pair.title, (mentor, mentees)),
        "наставник": Leaf(lambda: pair.mentor.short_name, (mentor,)),
        "наставляемые": Leaf(lambda: ", ".join(mentee.short_name for mentee in pair.mentees), (mentees,)),
        "форма": text_leaf(pair.form, pair.place("форма")),
        "вид": text_leaf(pair.kind, pair.place("вид")),
        "с": day_words(pair.starts_on, pair.place("с")),
        "по": day_words(pair.ends_on, pair.place("по")),
        "итог": own_result_words(pair.result),
    }
