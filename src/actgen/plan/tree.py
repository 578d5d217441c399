"""Words as a tree whose leaves know the places they come from, and the choice of those that a document reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from actgen.diagnostics import Place, closest
from actgen.docx import DateField, SignatureField
from actgen.expressions import ITEM, WordPath
from actgen.language import Declined, Doubt, keep_numbers
from actgen.sources import Absent

PlainWord: TypeAlias = str | int | bool | SignatureField | DateField
Plain: TypeAlias = "PlainWord | Mapping[str, Plain] | Sequence[Plain]"


DoubtAt: TypeAlias = tuple[Doubt, tuple[Place, ...]]
"""Why a form must be looked at, and the places of the data that are declined."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A text made of several words, with the doubts of each."""

    text: str
    doubts: tuple[DoubtAt, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """One printable word, `known` or computed only when a document reads it, with the places of the data behind it."""

    compute: Callable[[], PlainWord | Declined | Doubtful] | None
    places: tuple[Place, ...] = ()
    known: PlainWord = ""

    def word(self) -> PlainWord | Declined | Doubtful:
        """Return the word; an inflected or made up one brings its doubts."""
        return self.known if self.compute is None else self.compute()


@dataclass(frozen=True, slots=True)
class Items:
    """A list of words; `shape` is what each item is made of, known even when there is none.

    `conditions` decided which items there are: never printed, they tell why an item came or went.
    """

    items: tuple[Tree, ...]
    shape: Tree
    places: tuple[Place, ...] = ()
    conditions: tuple[Leaf, ...] = ()


@dataclass(frozen=True, slots=True)
class Unbelieved:
    """Words that rest on data whose fault has been reported: to read one raises `Absent`, but for those in `known`."""

    absent: Absent
    known: Mapping[str, Tree] = field(default_factory=dict)


class Later(Mapping[str, "Tree"]):
    """A group of words of which each is made when it is first asked for; no document pays for what it does not read."""

    def __init__(self, makers: Mapping[str, Callable[[], Tree]]) -> None:
        self._makers = makers
        self._made: dict[str, Tree] = {}

    def __getitem__(self, name: str) -> Tree:
        if name not in self._made:
            self._made[name] = believed(self._makers[name])
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._makers

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


class Stacked(Mapping[str, "Tree"]):
    """Groups of words as one: a word is that of the first group that has it."""

    def __init__(self, *groups: Mapping[str, Tree]) -> None:
        # Stacks are stacked: one look through all groups, not one through each.
        flat = ((group._groups if isinstance(group, Stacked) else (group,)) for group in groups)
        self._groups: tuple[Mapping[str, Tree], ...] = tuple(chain.from_iterable(flat))

    def __getitem__(self, name: str) -> Tree:
        for group in self._groups:
            if name in group:
                return group[name]
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        for group in self._groups:  # noqa: SIM110 - asked for every word of every document
            if name in group:
                return True
        return False

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name for group in reversed(self._groups) for name in group))

    def __len__(self) -> int:
        return len(set().union(*self._groups))


Tree: TypeAlias = "Leaf | Items | Unbelieved | Mapping[str, Tree]"


def believed(make: Callable[[], Tree]) -> Tree:
    """Return the words, or what stands for them where their data could not be believed."""
    try:
        return make()
    except Absent as absent:
        return Unbelieved(absent)


def leaf(value: PlainWord | None, *places: Place) -> Leaf:
    """Return a word that is known already; None prints as nothing."""
    return Leaf(None, places, "" if value is None else value)


class UnknownWord(Exception):
    """A document reads a word that its kind of act does not give."""

    def __init__(self, path: WordPath, known: Iterator[str] | Sequence[str], reason: str = "") -> None:
        self.path = path
        self.known = sorted(known)
        self.reason = reason
        super().__init__(self.message)

    @property
    def name(self) -> str:
        """The word as its author wrote it, list steps left out."""
        return ".".join(step for step in self.path if step != ITEM)

    @property
    def message(self) -> str:
        """What is wrong, with the word that was most likely meant."""
        if self.reason:
            return f"слово «{self.name}» {self.reason}"
        near = closest(self.path[-1], self.known)
        return f"неизвестное слово «{self.name}»" + (f"; похожее: «{near}»" if near else "")

    @property
    def hint(self) -> str:
        """What could stand there instead."""
        return f"здесь можно: {', '.join(self.known[:12])}" if self.known else "слова показывает actgen words"


@dataclass(frozen=True, slots=True)
class Selection:
    """The words that a document reads, as plain data, and where each comes from.

    `places` and `values` have one key for a printed word: «пары[2].наставник.фио.винительный».
    """

    plain: Mapping[str, Plain]
    values: Mapping[str, PlainWord]
    places: Mapping[str, tuple[Place, ...]]
    doubts: tuple[DoubtAt, ...]


_ITEM_NUMBER = re.compile(r"\[\d*\]")

_Trie: TypeAlias = "dict[str, _Trie]"


@dataclass(slots=True)
class _Chosen:
    values: dict[str, PlainWord] = field(default_factory=dict)
    places: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    doubts: list[DoubtAt] = field(default_factory=list)


def select(tree: Mapping[str, Tree], used: frozenset[WordPath]) -> Selection:
    """Return those words of the tree that are used, computed.

    Raises:
        UnknownWord: A used path leads nowhere, also inside a list that happens to be empty.
    """
    chosen = _Chosen()
    plain = _group(tree, _trie(used), "", chosen)
    return Selection(plain, chosen.values, chosen.places, tuple(chosen.doubts))


def unknown_words(tree: Mapping[str, Tree], used: frozenset[WordPath]) -> Iterator[UnknownWord]:
    """Yield every used word that leads nowhere, each cause once; no word is computed."""
    yield from _unknown(tree, _trie(used), ())


def _unknown(tree: Tree, trie: _Trie, path: WordPath) -> Iterator[UnknownWord]:
    if isinstance(tree, Leaf):
        if trie:
            yield _below_a_text((*path, next(iter(trie))))
    elif isinstance(tree, Items):
        for step, deeper in trie.items():
            if step == ITEM:
                yield from _unknown(tree.shape, deeper, (*path, step))
            else:
                yield _of_a_list((*path, step))
    elif isinstance(tree, Unbelieved):
        yield from _unknown(tree.known, {step: deeper for step, deeper in trie.items() if step in tree.known}, path)
    else:
        for step, deeper in trie.items():
            if step in tree:
                yield from _unknown(tree[step], deeper, (*path, step))
            else:
                yield UnknownWord((*path, step), tuple(tree))


@lru_cache(maxsize=4096)
def _trie(used: frozenset[WordPath]) -> _Trie:
    """Return the paths step by step; texts and templates serve many documents, and nobody changes what they read."""
    trie: _Trie = {}
    for path in sorted(used):
        node = trie
        for step in path:
            node = node.setdefault(step, {})
    return trie


def _below_a_text(path: WordPath) -> UnknownWord:
    return UnknownWord(path, (), "не читается: дальше точек нет, это уже текст")


def _of_a_list(path: WordPath) -> UnknownWord:
    return UnknownWord(path, (), "не читается: это список, его обходят так: {% for … in … %}")


def _walk(tree: Tree, trie: _Trie, name: str, chosen: _Chosen) -> Plain:
    if isinstance(tree, Leaf):
        if trie:
            raise _below_a_text(_path(f"{name}.{next(iter(trie))}"))
        return _word(tree, name, chosen)
    if isinstance(tree, Items):
        return _list(tree, trie, name, chosen)
    if isinstance(tree, Unbelieved):
        if not trie or trie.keys() - tree.known.keys():
            raise tree.absent
        tree = tree.known
    return _group(tree, trie, f"{name}.", chosen)


def _word(leaf: Leaf, name: str, chosen: _Chosen) -> PlainWord:
    value = leaf.word()
    if isinstance(value, Declined):
        chosen.doubts += [(doubt, leaf.places) for doubt in value.doubts]
        value = value.text
    elif isinstance(value, Doubtful):
        chosen.doubts += value.doubts
        value = value.text
    chosen.values[name] = value
    chosen.places[name] = leaf.places
    return keep_numbers(value) if isinstance(value, str) and "№" in value else value


def _group(tree: Mapping[str, Tree], trie: _Trie, prefix: str, chosen: _Chosen) -> dict[str, Plain]:
    plain: dict[str, Plain] = {}
    for step, deeper in trie.items():
        if step not in tree:
            raise UnknownWord(_path(prefix + step), tuple(tree))
        below = tree[step]
        name = prefix + step
        # Thousands of words of a school pass here, most of them leaves: the one question more saves them a call.
        plain[step] = (
            _word(below, name, chosen) if isinstance(below, Leaf) and not deeper else _walk(below, deeper, name, chosen)
        )
    return plain


def _list(tree: Items, trie: _Trie, name: str, chosen: _Chosen) -> list[Plain]:
    for step in trie:
        if step != ITEM:
            raise _of_a_list(_path(f"{name}.{step}"))
    deeper = trie.get(ITEM, {})
    if deeper and not tree.items:
        _walk(tree.shape, deeper, f"{name}[]", _Chosen())
    chosen.values[f"{name}[]"] = len(tree.items)
    chosen.places[f"{name}[]"] = tree.places
    for number, condition in enumerate(tree.conditions, start=1):
        _word(condition, f"{name}[]?{number}", chosen)
    return [
        _walk(item, deeper, f"{name}[{number}]", chosen) if deeper or isinstance(item, Leaf) else {}
        for number, item in enumerate(tree.items, start=1)
    ]


def _path(name: str) -> WordPath:
    """Return the path of a word by its full name: «пары[2].наставник» is read as each pair's mentor."""
    return tuple(_ITEM_NUMBER.sub(f".{ITEM}", name).split("."))


def every_word(tree: Mapping[str, Tree], prefix: str = "") -> Iterator[tuple[str, Leaf]]:
    """Yield each printable word with its full name; the items of a list by the shape or the first of them."""
    for name, below in tree.items():
        yield from _every(below, f"{prefix}{name}")


def _every(tree: Tree, name: str) -> Iterator[tuple[str, Leaf]]:
    if isinstance(tree, Leaf):
        yield name, tree
    elif isinstance(tree, Unbelieved):
        yield from every_word(tree.known, f"{name}.")
    elif isinstance(tree, Items):
        yield from _every(tree.items[0] if tree.items else tree.shape, f"{name}[]")
    else:
        yield from every_word(tree, f"{name}.")
