"""What words are made from: the school, the kinds of act, every planned document, and the forms of the language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from actgen.acts import ActKind, ActKinds
from actgen.language import Forms
from actgen.plan.as_of import changes_by
from actgen.plan.document import Planned
from actgen.plan.tree import Tree
from actgen.school import School


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """Everything that a document may print, as values; equal only to itself, so that words are remembered by it."""

    school: School
    kinds: ActKinds
    planned: tuple[Planned, ...]
    forms: Forms
    _made: dict[str, Mapping[str, Tree]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _of_subjects: dict[tuple[str, int], tuple[object, Mapping[str, Tree]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _moments: dict[date, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, name: str, make: Callable[[Facts], Mapping[str, Tree]]) -> Mapping[str, Tree]:
        """Return words that are the same in every document, made at the first asking.

        A school of 50 pairs has some 500 documents to judge: made for each of them, the words took 40 seconds.
        """
        if name not in self._made:
            self._made[name] = make(self)
        return self._made[name]

    def once_on(self, name: str, day: date, make: Callable[[date], Mapping[str, Tree]]) -> Mapping[str, Tree]:
        """Return words of the school as it is known on the day; days that see the same school share them."""
        if day not in self._moments:
            self._moments[day] = changes_by(self.school, day)
        return self.once(f"{name} {self._moments[day]}", lambda _: make(day))

    def once_of(self, name: str, subject: object, make: Callable[[], Mapping[str, Tree]]) -> Mapping[str, Tree]:
        """Return words of a record or document that are the same wherever they are asked for, made at the first asking.

        Two equal records may stand in two places, so they are told apart as objects.
        """
        key = (name, id(subject))
        if key not in self._of_subjects:
            # Kept with its words, so that its id is not that of another one later.
            self._of_subjects[key] = (subject, make())
        return self._of_subjects[key][1]

    def of_kind(self, kind: ActKind) -> tuple[Planned, ...]:
        """Return the planned documents of a kind."""
        return tuple(document for document in self.planned if document.kind is kind)

    @property
    def by_word(self) -> Mapping[str, Planned]:
        """Return those documents of which the school has one, by the name of their kind in words."""
        return {document.kind.word: document for document in self.planned if not document.subject.key}
