"""Words of the bank (банк): candidates with their pairs, and the proposals of whom to match with whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from actgen.language import Forms, date_in_digits
from actgen.plan.as_of import begun, every_spell
from actgen.plan.matching import Candidate, Match, match_mentors
from actgen.plan.tree import Items, Later, Leaf, Tree, leaf
from actgen.plan.words_of_pair_result import NO_PAIR_IN_BRIEF, brief_pair_words
from actgen.plan.words_of_people import NOBODY, person_words, text_leaf
from actgen.school import MenteeCandidate, MentorCandidate, Pair, Person, School
from actgen.sources import Record


def bank_words(school: School, forms: Forms, day: date) -> Mapping[str, Tree]:
    """Return the words of the bank; without one the lists are empty and `есть` is no.

    `day` is that of the document: proposals count who had whom on it, and no pair stands here that begins later.
    """
    bank, known = school.bank, begun(school, day)
    return Later(
        {
            "есть": lambda: leaf(bank is not None, *((bank.place(),) if bank else ())),
            "наставники": lambda: _mentors(known, forms, school.pairs),
            "наставляемые": lambda: _mentees(known, forms, school.pairs),
            "подбор": lambda: _matches(school, forms, day),
        }
    )


def text_items(record: Record, key: str, texts: tuple[str, ...]) -> Items:
    """Return texts of a list of the data as words."""
    items = tuple(text_leaf(text, record.place(key, number)) for number, text in enumerate(texts))
    return Items(items, leaf(""), (record.place(key),))


def number_leaf(record: Record, key: str, number: int | None) -> Leaf:
    """Return a number of the data as a text, nothing where it is not given."""
    return leaf("" if number is None else str(number), record.place(key))


def _pairs(pairs: list[Pair], others: Iterable[Pair] = ()) -> Items:
    """Return pairs as words; the list comes also from the `others` of the person, which have not begun."""
    items = tuple(brief_pair_words(pair) for pair in pairs)
    places = (pair.place("с") for pair in (*pairs, *others))
    return Items(items, NO_PAIR_IN_BRIEF, tuple(dict.fromkeys(places)))


def _joined_on(candidate: MentorCandidate | MenteeCandidate) -> Leaf:
    day = candidate.joined_on
    return leaf(date_in_digits(day) if day else "", candidate.place("дата"))


def _mentors(school: School, forms: Forms, pairs: tuple[Pair, ...]) -> Items:
    shape: Mapping[str, Tree] = {
        "номер": leaf(1),
        "наставник": NOBODY,
        "дата": leaf(""),
        "компетенции": Items((), leaf("")),
        "достижения": leaf(""),
        "интересы": leaf(""),
        "часов": leaf(""),
        "предел": leaf(""),
        "пары": _pairs([]),
    }
    mentors = school.bank.mentors if school.bank else ()
    return Items(
        tuple(_mentor(mentor, number, school, forms, pairs) for number, mentor in enumerate(mentors, start=1)),
        shape,
        (school.bank.place("наставники"),) if school.bank else (),
    )


def _mentor(
    mentor: MentorCandidate, number: int, school: School, forms: Forms, pairs: tuple[Pair, ...]
) -> Mapping[str, Tree]:
    return {
        "номер": leaf(number),
        "наставник": person_words(mentor.person, forms),
        "дата": _joined_on(mentor),
        "компетенции": text_items(mentor, "компетенции", mentor.competences),
        "достижения": text_leaf(mentor.achievements, mentor.place("достижения")),
        "интересы": text_leaf(mentor.interests, mentor.place("интересы")),
        "часов": number_leaf(mentor, "часов", mentor.hours_a_week),
        "предел": number_leaf(mentor, "предел", mentor.max_mentees),
        "пары": _pairs(
            [one for one in every_spell(school) if one.mentor == mentor.person],
            (one for one in pairs if one.mentor == mentor.person),
        ),
    }


def _mentees(school: School, forms: Forms, pairs: tuple[Pair, ...]) -> Items:
    shape: Mapping[str, Tree] = {
        "номер": leaf(1),
        "наставляемый": NOBODY,
        "дата": leaf(""),
        "запросы": Items((), leaf("")),
        "пары": _pairs([]),
    }
    mentees = school.bank.mentees if school.bank else ()
    items: tuple[Mapping[str, Tree], ...] = tuple(
        {
            "номер": leaf(number),
            "наставляемый": person_words(mentee.person, forms),
            "дата": _joined_on(mentee),
            "запросы": text_items(mentee, "запросы", mentee.requests),
            "пары": _pairs(
                [one for one in every_spell(school) if mentee.person in one.mentees],
                (one for one in pairs if mentee.person in one.mentees),
            ),
        }
        for number, mentee in enumerate(mentees, start=1)
    )
    return Items(items, shape, (school.bank.place("наставляемые"),) if school.bank else ())


def _matches(school: School, forms: Forms, day: date) -> Items:
    candidate_shape: Mapping[str, Tree] = {
        "номер": leaf(1),
        "наставник": NOBODY,
        "доводы": Items((), leaf("")),
        "мест": leaf(0),
        "пара": NO_PAIR_IN_BRIEF,
    }
    shape: Mapping[str, Tree] = {
        "номер": leaf(1),
        "наставляемый": NOBODY,
        "запросы": Items((), leaf("")),
        "кандидаты": Items((), candidate_shape),
        "без_места": leaf(""),
        "закреплён": leaf(""),
    }
    return Items(
        tuple(
            _match(match, number, forms, candidate_shape) for number, match in enumerate(match_mentors(school, day), 1)
        ),
        shape,
        (school.bank.place("наставляемые"),) if school.bank else (),
    )


def _match(match: Match, number: int, forms: Forms, candidate_shape: Mapping[str, Tree]) -> Mapping[str, Tree]:
    candidates = tuple(_candidate(found, position, forms) for position, found in enumerate(match.candidates, start=1))
    return {
        "номер": leaf(number),
        "наставляемый": person_words(match.mentee.person, forms),
        "запросы": text_items(match.mentee, "запросы", match.mentee.requests),
        "кандидаты": Items(candidates, candidate_shape, (match.mentee.place(),)),
        "без_места": leaf(_short_names(match.without_room), match.mentee.place()),
        "закреплён": leaf(_short_names(match.fixed), match.mentee.place()),
    }


def _candidate(found: Candidate, number: int, forms: Forms) -> Mapping[str, Tree]:
    place = found.candidate.place()
    return {
        "номер": leaf(number),
        "наставник": person_words(found.mentor, forms),
        "доводы": Items(tuple(text_leaf(reason, place) for reason in found.reasons), leaf(""), (place,)),
        "мест": leaf(found.free_places, place),
        "пара": NO_PAIR_IN_BRIEF if found.pair is None else brief_pair_words(found.pair),
    }


def _short_names(people: tuple[Person, ...]) -> str:
    return ", ".join(person.short_name for person in people)
