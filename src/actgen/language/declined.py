"""What every declining function answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from actgen.language.doubts import Doubt


class Layer(Enum):
    """Where a form comes from, by falling priority; `russian` is how the lock and `actgen forms` call it."""

    OVERRIDE = "override"
    CONFIRMED = "confirmed"
    LOCK = "lock"
    GRAMMAR = "grammar"

    @property
    def russian(self) -> str:
        """Return «вручную», «проверено», «закреплено» or «грамматика»."""
        return _RUSSIAN[self.value]


_RUSSIAN = {"override": "вручную", "confirmed": "проверено", "lock": "закреплено", "grammar": "грамматика"}


@dataclass(frozen=True, slots=True)
class Declined:
    """A form and what is to be doubted in it; without doubts it may be printed unseen."""

    text: str
    doubts: tuple[Doubt, ...] = ()
    layer: Layer = Layer.GRAMMAR
