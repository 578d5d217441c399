"""What words are made from: the school, the kinds of act, every planned document, and the forms of the language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from actgen.acts import ActKind, ActKinds
from actgen.language import Forms
from actgen.plan.document import Planned
from actgen.plan.tree import Tree
from actgen.school import School


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that a document may print, as values."""

    school: School
    kinds: ActKinds
    planned: tuple[Planned, ...]
    forms: Forms
    _common: dict[str, Tree] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of_kind(self, kind: ActKind) -> tuple[Planned, ...]:
        """Return the planned documents of a kind."""
        return tuple(document for document in self.planned if document.kind is kind)

    def common(self, make: Callable[[Facts], Mapping[str, Tree]]) -> Mapping[str, Tree]:
        """Return the words that are the same in every document, made once."""
        if not self._common:
            self._common.update(make(self))
        return self._common

    @property
    def by_word(self) -> Mapping[str, Planned]:
        """Return those documents of which the school has one, by the name of their kind in words."""
        return {document.kind.word: document for document in self.planned if not document.subject.key}
