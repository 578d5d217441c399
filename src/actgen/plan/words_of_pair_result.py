"""Words of one pair or group in brief, and of its result (итог пары)."""

from __future__ import annotations

from collections.abc import Mapping

from actgen.plan.requisites import day_words
from actgen.plan.tree import Leaf, Tree, leaf
from actgen.plan.words_of_people import text_leaf
from actgen.school import Pair, PairResult


def own_result_words(result: PairResult | None) -> Mapping[str, Tree]:
    """Return the words of the result of one pair; without one the same words, all empty."""
    if result is None:
        empty = {name: leaf("") for name in ("программа", "оценка", "результат", "практика", "поощрение")}
        return {"есть": leaf(value=False), **empty, "дата": day_words(None), "до": day_words(None)}
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


def brief_pair_words(pair: Pair | None) -> Mapping[str, Tree]:
    """Return a pair as a line of a list names it: people with initials in the nominative; without one all is empty."""
    if pair is None:
        empty = {name: leaf("") for name in ("название", "наставник", "наставляемые", "форма", "вид")}
        return {**empty, "с": day_words(None), "по": day_words(None), "итог": own_result_words(None)}
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
