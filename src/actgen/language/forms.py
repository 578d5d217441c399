"""Forms (формы): what a person wrote and what was printed before are asked first, the grammar last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from actgen.language.case import OBLIQUE_CASES, Case, Gender
from actgen.language.declined import Declined, Layer
from actgen.language.doubts import DOUBT_KIND_BY_CODE
from actgen.language.heads import WordForms, taught_noun
from actgen.language.initials import shorten
from actgen.language.name_parser import Role, parse_name
from actgen.language.names import decline_name_with
from actgen.language.organisations import decline_organisation
from actgen.language.positions import decline_position_with
from actgen.language.spelling import plain_blanks

_BLANKS = re.compile(r"\s+")
_RUSSIAN_WORD = re.compile(r"[а-яё]+")


class Kind(Enum):
    """What is declined; the value is its name in `declension.yaml` and in the lock."""

    NAME = "фио"
    SURNAME = "фамилия"
    FIRST_NAME = "имя"
    POSITION = "должность"
    ORGANISATION = "организация"
    WORD = "слово"


@dataclass(frozen=True, slots=True)
class Override:
    """How a person wants a text to be declined.

    Args:
        forms: Any of the oblique cases; the others come from the grammar.
        gender: For a name without a patronymic; for a surname or first name: whose it must be to be meant; for a
            noun of a job title: its own.
        is_frozen: The text stays as it is in every case.
        is_confirmed: The grammar's own form was looked at and is right, so its doubts are silent.
    """

    forms: Mapping[Case, str] = field(default_factory=dict)
    gender: Gender | None = None
    is_frozen: bool = False
    is_confirmed: bool = False

    @property
    def only_confirms(self) -> bool:
        """Whether a form that the grammar made for anybody else is the one that was looked at."""
        return self.is_confirmed and self.gender is None

    def form(self, text: str, case: Case) -> str | None:
        """Return the person's own form, None where the grammar is to be asked."""
        return self.forms.get(case) or (text if self.is_frozen else None)


@dataclass(frozen=True, slots=True, order=True)
class FormKey:
    """What was asked: kind, text in the nominative, case, and the explicit gender if one was given (Russian words)."""

    kind: str
    text: str
    case: str
    gender: str = ""


@dataclass(frozen=True, slots=True)
class LockedForm:
    """A line of the lock: the form, the codes of its doubts, and the layer that made it (never the lock itself)."""

    text: str
    doubts: tuple[str, ...] = ()
    source: Layer = Layer.GRAMMAR


@dataclass(frozen=True, slots=True)
class AskedForm:
    """An oblique form that was asked for, the answer, and the line that the lock keeps of it."""

    key: FormKey
    declined: Declined
    locked: LockedForm


@dataclass(frozen=True, slots=True)
class Forms:
    """Every form that a document prints: overrides first, then the lock, then the grammar.

    Args:
        overrides: By kind and nominative text.
        lock: What was printed before.
    """

    overrides: Mapping[tuple[Kind, str], Override] = field(default_factory=dict)
    lock: Mapping[FormKey, LockedForm] = field(default_factory=dict)
    _answers: dict[FormKey, Declined] = field(default_factory=dict, init=False, repr=False, compare=False)
    _given: dict[tuple[Kind, str, Case, Gender | None], Declined] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _used: set[tuple[Kind, str]] = field(default_factory=set, init=False, repr=False, compare=False)

    def name(self, text: str, case: Case, gender: Gender | None = None) -> Declined:
        """Return a person's name in a case.

        >>> Forms().name("Белова Ольга Ивановна", Case.DATIVE).text
        'Беловой Ольге Ивановне'
        """
        return self._ask(Kind.NAME, text, case, gender)

    def position(self, text: str, case: Case) -> Declined:
        """Return a job title in a case."""
        return self._ask(Kind.POSITION, text, case, None)

    def organisation(self, text: str, case: Case) -> Declined:
        """Return an organisation's name in a case."""
        return self._ask(Kind.ORGANISATION, text, case, None)

    def short_name(
        self, text: str, case: Case, gender: Gender | None = None, *, surname_leads: bool = True, spaced: bool = False
    ) -> Declined:
        """Return «Белова О.И.» or «О.И. Белова» in a case: the surname of the full name's own form.

        The lock keeps the full name only, so both forms of it always agree.
        """
        whole = self.name(text, case, gender)
        return shorten(text, whole, surname_leads=surname_leads, spaced=spaced)

    def asked(self) -> tuple[AskedForm, ...]:
        """Return every oblique form asked so far, in the order of the lock."""
        return tuple(
            AskedForm(key, self._answers[key], self._line(key, self._answers[key])) for key in sorted(self._answers)
        )

    def unused_overrides(self) -> tuple[tuple[Kind, str], ...]:
        """Return the overrides that no form asked so far has needed."""
        return tuple(sorted(set(self.overrides) - self._used, key=lambda key: (key[0].value, key[1])))

    def unused_lock(self) -> tuple[FormKey, ...]:
        """Return the lines of the lock that were not asked."""
        return tuple(sorted(set(self.lock) - set(self._answers)))

    def _line(self, key: FormKey, answer: Declined) -> LockedForm:
        if answer.layer is Layer.LOCK:
            return self.lock[key]
        return LockedForm(answer.text, tuple(sorted({doubt.code for doubt in answer.doubts})), answer.layer)

    def _ask(self, kind: Kind, text: str, case: Case, gender: Gender | None) -> Declined:
        if case is Case.NOMINATIVE:
            return Declined(text)
        asked = (kind, text, case, gender)
        given = self._given.get(asked)
        if given is None:
            given = self._given[asked] = self._answer(*asked)
        return given

    def _answer(self, kind: Kind, text: str, case: Case, gender: Gender | None) -> Declined:
        key = FormKey(kind.value, plain_blanks(text), case.russian, gender.russian if gender else "")
        answer = self._answers.get(key)
        if answer is None:
            answer = self._answers[key] = self._find(kind, key.text, key, case, gender)
        # The blanks are the asker's own: a lock line must not depend on who asked first.
        return replace(answer, text=_with_blanks_of(text, answer.text))

    def _find(self, kind: Kind, text: str, key: FormKey, case: Case, gender: Gender | None) -> Declined:
        own = self._own(kind, key.text)
        form = own.form(key.text, case) if own else None
        if form is not None:
            return Declined(form, (), Layer.OVERRIDE)
        locked = self.lock.get(key) if own is None or own.only_confirms else None
        if locked is not None and not self._touches(kind, text):
            # What a person wrote or confirmed goes when the person's entry goes.
            if own is None and locked.source is Layer.GRAMMAR:
                return _unlock(locked, key)
            if own is not None and locked.source is not Layer.OVERRIDE:
                return Declined(locked.text, (), Layer.CONFIRMED)
        answer, is_own = self._decline(kind, text, case, (own.gender if own else None) or gender)
        if own is not None and own.is_confirmed:
            return Declined(answer.text, (), Layer.CONFIRMED)
        return Declined(answer.text, answer.doubts, Layer.OVERRIDE if is_own or own is not None else Layer.GRAMMAR)

    def _own(self, kind: Kind, text: str) -> Override | None:
        own = self.overrides.get((kind, text))
        if own is not None:
            self._used.add((kind, text))
        return own

    def _touches(self, kind: Kind, text: str) -> bool:
        """Tell whether an override of a part has a say in the whole: of a surname, of a noun of a job title."""
        if kind is Kind.POSITION:
            return bool(self._taught(text))
        return kind is Kind.NAME and any(
            (part, piece.text) in self.overrides
            for piece in parse_name(text).pieces
            for part in (_KIND_BY_ROLE.get(piece.role),)
            if part is not None
        )

    def _taught(self, position: str) -> dict[str, WordForms]:
        """Return the nouns of a job title that a person taught."""
        taught: dict[str, WordForms] = {}
        if not self.overrides:
            return taught
        for word in _RUSSIAN_WORD.findall(position.lower()):
            own = self._own(Kind.WORD, word)
            forms = taught_noun(word, _all_forms(word, own), own.gender) if own else None
            if forms is not None:
                taught[word] = forms
        return taught

    def _decline(self, kind: Kind, text: str, case: Case, gender: Gender | None) -> tuple[Declined, bool]:
        if kind is Kind.POSITION:
            taught = self._taught(text)
            return decline_position_with(text, case, taught), bool(taught)
        if kind is Kind.ORGANISATION:
            return decline_organisation(text, case), False
        was_used = False

        def own_part(word: str, role: Role, case: Case, gender: Gender) -> str | None:
            nonlocal was_used
            part = _KIND_BY_ROLE.get(role)
            own = self._own(part, word) if part else None
            if own is None or own.gender not in (None, gender):
                return None
            was_used = True
            return own.form(word, case)

        return decline_name_with(text, case, gender, own_part), was_used


def _all_forms(word: str, own: Override) -> Mapping[Case, str]:
    return dict.fromkeys(OBLIQUE_CASES, word) if own.is_frozen else own.forms


def _with_blanks_of(source: str, form: str) -> str:
    """Return the form with the blanks of its source, where both have as many."""
    blanks, words = _BLANKS.findall(source.strip()), _BLANKS.split(form)
    if len(blanks) != len(words) - 1:
        return form
    return "".join(word + blank for word, blank in zip(words, [*blanks, ""], strict=True))


_KIND_BY_ROLE = {Role.SURNAME: Kind.SURNAME, Role.FIRST_NAME: Kind.FIRST_NAME}


def _unlock(locked: LockedForm, key: FormKey) -> Declined:
    doubts = tuple(DOUBT_KIND_BY_CODE[code].about(key.text) for code in locked.doubts if code in DOUBT_KIND_BY_CODE)
    return Declined(locked.text, doubts, Layer.LOCK)


def override_index(entries: Iterable[tuple[Kind, str, Override]]) -> dict[tuple[Kind, str], Override]:
    """Return overrides by kind and text, as `Forms` takes them: blanks made plain, a later entry wins."""
    return {(kind, plain_blanks(text)): override for kind, text, override in entries}
