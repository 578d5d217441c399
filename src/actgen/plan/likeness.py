"""Whether two positions are about the same work, and whether a competence answers a request: by words, not letters.

Words are compared by their stems; «учитель», «урок» or «и» in common say nothing.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from actgen.language import stem


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


@cache
def _empty() -> frozenset[str]:
    """Return the words that say nothing of the work."""
    return _stems(
        """
        и а но или в во на по с со к ко о об от до из за у для при без под над про как что не
        свой собственный современный разный нужный новый молодой
        """
    )


@cache
def _grades() -> frozenset[str]:
    return _stems("старший младший ведущий главный")


@cache
def _teaching() -> tuple[tuple[str, ...], ...]:
    """Return the positions after whose name a subject stands; `учитель-логопед` is none: it names its work itself."""
    titles = ("педагог дополнительного образования", "мастер производственного обучения", "тренер-преподаватель")
    return tuple(tuple(map(stem, title.split())) for title in (*titles, "преподаватель", "учитель"))


@cache
def _generic() -> frozenset[str]:
    """Return the words of every request: alone they make nobody fit, and two texts may differ in them."""
    return _stems(
        """
        работа опыт помощь вопрос организация ведение проведение подготовка деятельность навык умение метод методика
        прием использование применение развитие обучение образование педагог педагогический образовательный урок занятие
        класс группа школа школьный сад ребенок дети ученик обучающийся воспитанник студент учитель воспитатель
        преподаватель
        """
    )


_WORD = re.compile(r"[а-яёa-z0-9]+(?:-[а-яёa-z0-9]+)*")
_ADJECTIVES = ("ый", "ий", "ой", "ого", "его")
_PARTS = re.compile(r"[,;/()]|(?<!\w)и(?!\w)")


def is_same_work(first: str, second: str) -> bool:
    """Return whether two positions are about the same: both teach mathematics, both are воспитатель.

    >>> is_same_work("учитель математики и информатики", "преподаватель математики")
    True
    >>> is_same_work("учитель русского языка и литературы", "учитель английского языка")
    False
    >>> is_same_work("старший воспитатель", "воспитатель")
    True
    """
    ours, theirs = _work(first), _work(second)
    if ours.teaches and theirs.teaches:
        no_subject = not ours.subjects and not theirs.subjects
        return bool(ours.subjects & theirs.subjects) or (no_subject and ours.title == theirs.title)
    shorter, longer = sorted((ours.title, theirs.title), key=len)
    return ours.teaches == theirs.teaches and bool(shorter) and longer[: len(shorter)] == shorter


class _Work:
    """What a position says: the words of its title and, of one who teaches, the subjects."""

    __slots__ = ("subjects", "teaches", "title")

    def __init__(self, position: str) -> None:
        words = [word for word in _words(position) if word not in _grades()]
        head = next((head for head in _teaching() if tuple(words[: len(head)]) == head), None)
        self.teaches = head is not None
        self.title: tuple[str, ...] = head or tuple(words)
        self.subjects = _subjects(position, head[-1]) if head is not None else frozenset()


@lru_cache(maxsize=1024)
def _work(position: str) -> _Work:
    return _Work(position)


def _subjects(position: str, last_of_head: str) -> frozenset[frozenset[str]]:
    """Return each subject as the words of its name; «русского и английского языка» are two subjects."""
    written = [_WORD.findall(part) for part in _PARTS.split(position.casefold())]
    after_head = next((n for n, word in enumerate(written[0], start=1) if stem(word) == last_of_head), 0)
    written[0] = written[0][after_head:]
    found: list[tuple[str, ...]] = []
    for words in reversed([words for words in written if words]):
        stems = _words(" ".join(words))
        is_shared = len(words) == 1 and words[0].endswith(_ADJECTIVES) and found and len(found[-1]) > 1
        found.append((*stems, *found[-1][1:]) if is_shared else stems)
    return frozenset(frozenset(part) for part in found if part)


def is_answered(request: str, competence: str) -> bool:
    """Return whether the competence is about what is asked for.

    They share a word that says something, and neither has one of its own that the other lacks: of two texts the
    shorter is wholly in the longer, or they differ only in words of every request.

    >>> is_answered("анализ урока", "планирование и анализ урока")
    True
    >>> is_answered("анализ урока", "безопасность на уроке физкультуры")
    False
    >>> is_answered("школьное самоуправление", "школьные соревнования")
    False
    """
    asked, offered = frozenset(_words(request)), frozenset(_words(competence))
    if not (asked & offered) - _generic():
        return bool(asked) and asked == offered
    only_asked, only_offered = asked - offered, offered - asked
    return not only_asked or not only_offered or (only_asked | only_offered) <= _generic()


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    stems = map(stem, _WORD.findall(text.casefold()))
    return tuple(word for word in stems if word not in _empty())
