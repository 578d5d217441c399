"""Whether two positions are about the same work, and whether a competence answers a request: by words, not letters.

Words are compared in their dictionary form; «учитель», «урок» or «и» in common say nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from actgen.language import lemma

_EMPTY = frozenset(
    """
    и а но или в во на по с со к ко о об от до из за у для при без под над про как что не
    свой собственный современный разный нужный новый молодой
    """.split()
)
"""Words that say nothing of the work, in their dictionary form."""

_GRADES = frozenset({"старший", "младший", "ведущий", "главный"})
_TEACHING = (
    ("педагог", "дополнительный", "образование"),
    ("мастер", "производственный", "обучение"),
    ("тренер-преподаватель",),
    ("преподаватель",),
    ("учитель",),
)
"""Positions after whose name a subject stands; `учитель-логопед` is none: it names its work itself."""

_GENERIC = frozenset(
    """
    работа опыт помощь вопрос организация ведение проведение подготовка деятельность навык умение метод методика прием
    использование применение развитие обучение образование педагог педагогический образовательный урок занятие класс
    группа школа школьный сад ребенок ученик обучающийся воспитанник студент учитель воспитатель преподаватель
    """.split()
)
"""Words of every request: alone they make nobody fit, and two texts may differ in them."""

_WORD = re.compile(r"[а-яёa-z0-9]+(?:-[а-яёa-z0-9]+)*")
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
        words = [word for word in _words(position) if word not in _GRADES]
        head = next((head for head in _TEACHING if tuple(words[: len(head)]) == head), None)
        self.teaches = head is not None
        self.title: tuple[str, ...] = head or tuple(words)
        self.subjects = _subjects(position, head[-1]) if head is not None else frozenset()


@lru_cache(maxsize=1024)
def _work(position: str) -> _Work:
    return _Work(position)


def _subjects(position: str, last_of_head: str) -> frozenset[frozenset[str]]:
    """Return each subject as the words of its name; «русского и английского языка» are two subjects."""
    parts = [list(_words(part)) for part in _PARTS.split(position.casefold())]
    if last_of_head in parts[0]:
        parts[0] = parts[0][parts[0].index(last_of_head) + 1 :]
    found: list[list[str]] = []
    for part in reversed([part for part in parts if part]):
        is_shared = len(part) == 1 and _is_adjective(part[0]) and found and len(found[-1]) > 1
        found.append([*part, *found[-1][1:]] if is_shared else part)
    return frozenset(frozenset(part) for part in found)


def _is_adjective(word: str) -> bool:
    return word.endswith(("ый", "ий", "ой"))


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
    if not (asked & offered) - _GENERIC:
        return bool(asked) and asked == offered
    only_asked, only_offered = asked - offered, offered - asked
    return not only_asked or not only_offered or (only_asked | only_offered) <= _GENERIC


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    lemmas = (lemma(word) for word in _WORD.findall(text.casefold()))
    return tuple(word for word in lemmas if word not in _EMPTY)
