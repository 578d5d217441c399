"""How the school declines what the grammar cannot know (`declension.yaml`), and what was printed (the lock)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import Field

from actgen.diagnostics import Diagnostic, Outcome, Place, Severity
from actgen.language import (
    AskedForm,
    Case,
    FormKey,
    Gender,
    Kind,
    Layer,
    LockedForm,
    Override,
    gender_of_name,
    override_index,
    taught_noun,
)
from actgen.school.person import WrittenGender
from actgen.sources import Line, Many, OneOf, Record, YesNo, add_under, believe, place_of, quoted, read_yaml
from actgen.sources import Mapping as Values

OVERRIDES = "data/declension.yaml"
LOCK = "data/declension.lock.yaml"

SECTIONS: Mapping[str, Kind] = {
    "люди": Kind.NAME,
    "фамилии": Kind.SURNAME,
    "имена": Kind.FIRST_NAME,
    "должности": Kind.POSITION,
    "организации": Kind.ORGANISATION,
    "слова": Kind.WORD,
}
"""The keys of `declension.yaml` and what each declines."""

_SECTION_BY_KIND = {kind: section for section, kind in SECTIONS.items()}

LOCK_HEAD = """\
# Формы, которые печатают документы. Пишет actgen, читает человек; правят не здесь, а в data/declension.yaml.
# из: грамматика — правило языка; проверено, вручную — data/declension.yaml; сомнения — почему нужен взгляд человека.
"""


class OverrideRecord(Record):
    """How one person, title or organisation is declined here."""

    genitive: Line | None = Field(None, alias="родительный", description="кого, чего")
    dative: Line | None = Field(None, alias="дательный", description="кому, чему")
    accusative: Line | None = Field(None, alias="винительный", description="кого, что")
    instrumental: Line | None = Field(None, alias="творительный", description="кем, чем")
    prepositional: Line | None = Field(None, alias="предложный", description="о ком, о чём")
    gender: OneOf[WrittenGender] | None = Field(None, alias="пол", description="мужской или женский")
    is_frozen: YesNo = Field(False, alias="не_склонять", description="да — печатать одинаково во всех падежах")
    is_confirmed: YesNo = Field(False, alias="проверено", description="да — формы посмотрел человек, они верны")
    reason: Line | None = Field(None, alias="причина", description="почему так: просьба носителя")

    @property
    def forms(self) -> Mapping[Case, str]:
        """The forms that were written, by case."""
        written = {
            Case.GENITIVE: self.genitive,
            Case.DATIVE: self.dative,
            Case.ACCUSATIVE: self.accusative,
            Case.INSTRUMENTAL: self.instrumental,
            Case.PREPOSITIONAL: self.prepositional,
        }
        return {case: form for case, form in written.items() if form}


class LockRecord(Record):
    """One printed form."""

    text: Line = Field(alias="форма", description="напечатанная форма")
    source: Line = Field(alias="из", description="грамматика, проверено или вручную")
    doubts: Many[Line] = Field((), alias="сомнения", description="коды сомнений")


@dataclass(frozen=True, slots=True)
class Declension:
    """What a person wrote, with the place of each entry, and what was printed before."""

    overrides: Mapping[tuple[Kind, str], Override]
    places: Mapping[tuple[Kind, str], Place]
    lock: Mapping[FormKey, LockedForm]


def read_declension(texts: Mapping[str, str]) -> Outcome[Declension]:
    """Return the overrides and the lock of a school; either file may be absent.

    A lock that cannot be read is reported and counts as empty: it is written anew by the next build.
    """
    found: list[Diagnostic] = []
    entries: list[tuple[Kind, str, Override]] = []
    places: dict[tuple[Kind, str], Place] = {}
    for section, text, record, place in _overrides(texts.get(OVERRIDES, ""), found):
        kind = SECTIONS[section]
        impossible = tuple(_impossible(kind, text, record, place))
        found.extend(impossible)
        if impossible or not record.is_whole:
            continue
        override = Override(record.forms, _gender(record), record.is_frozen, record.is_confirmed)
        entries.append((kind, text.lower() if kind is Kind.WORD else text, override))
        places[next(iter(override_index([entries[-1]])))] = place
    lock = dict(_locked(texts.get(LOCK, ""), found))
    return Outcome(Declension(override_index(entries), places, lock), tuple(found))


def _overrides(text: str, found: list[Diagnostic]) -> Iterator[tuple[str, str, OverrideRecord, Place]]:
    values = read_yaml(OVERRIDES, text)
    found.extend(values.diagnostics)
    for section, entries in (values.value or {}).items():
        at = values.value.key_places[section] if values.value is not None else Place(OVERRIDES)
        if section not in SECTIONS:
            known = ", ".join(SECTIONS)
            found.append(
                Diagnostic("D001", Severity.ERROR, f"неизвестный ключ: {section}", at, f"здесь бывают: {known}")
            )
            continue
        if not isinstance(entries, Values):
            if str(entries).strip():
                hint = "напишите имя, двоеточие и под ним формы"
                found.append(Diagnostic("D003", Severity.ERROR, f"здесь нужны записи: {section}", at, hint))
            continue
        for name, written in entries.items():
            place = entries.key_places[name]
            if not isinstance(written, Values):
                hint = "впишите под ним форму: «родительный: …» или «не_склонять: да»"
                found.append(Diagnostic("D003", Severity.ERROR, f"запись пуста: {name}", place, hint))
                continue
            believed = believe(OverrideRecord, written)
            found.extend(believed.diagnostics)
            yield section, name, believed.value, place


def _gender(record: OverrideRecord) -> Gender | None:
    return Gender[record.gender.name] if record.gender else None


def _impossible(kind: Kind, text: str, record: OverrideRecord, place: Place) -> Iterator[Diagnostic]:
    """Yield what in an entry cannot be meant."""
    if not record.is_whole:
        return
    if record.is_frozen and record.forms:
        message, hint = f"и не склоняется, и склоняется: {text}", "оставьте или «не_склонять», или формы"
        yield Diagnostic("L201", Severity.ERROR, message, record.place("не_склонять"), hint)
    words = len(text.split())
    for case, form in record.forms.items():
        if len(form.split()) != words:
            message = f"в форме другое число слов, чем в имени: {form}"
            yield Diagnostic("L201", Severity.ERROR, message, record.place(case.russian), f"слов должно быть {words}")
    if not (record.forms or record.is_frozen or record.is_confirmed or record.gender):
        message, hint = f"запись ничего не говорит: {text}", "впишите форму или «проверено: да»"
        yield Diagnostic("L201", Severity.ERROR, message, place, hint)
    is_taught = record.is_frozen or taught_noun(text.lower(), record.forms, _gender(record)) is not None
    if kind is Kind.WORD and (words > 1 or not is_taught):
        message, hint = f"слово нельзя просклонять: {text}", "впишите одно существительное должности и все пять форм"
        yield Diagnostic("L201", Severity.ERROR, message, place, hint)
    told = gender_of_name(text).gender if kind is Kind.NAME else None
    if record.gender and told and told.name != record.gender.name:
        message, hint = f"пол не тот, что у отчества: {text}", "исправьте «пол» или уберите его"
        yield Diagnostic("L102", Severity.ERROR, message, record.place("пол"), hint)


def _locked(text: str, found: list[Diagnostic]) -> Iterator[tuple[FormKey, LockedForm]]:
    values = read_yaml(LOCK, text)
    if values.diagnostics or values.value is None:
        if text.strip():
            hint = "удалите файл: сборка напишет его заново"
            message = "файл закреплённых форм испорчен"
            found.append(Diagnostic("L202", Severity.ERROR, message, Place(LOCK), hint))
        return
    for kind, entries in values.value.items():
        for name, cases in entries.items() if isinstance(entries, Values) else ():
            plain, gender = _gender_apart(name)
            for case, written in cases.items() if isinstance(cases, Values) else ():
                if not isinstance(written, Values):
                    continue
                believed = believe(LockRecord, written)
                if believed.diagnostics or not believed.value.is_whole:
                    hint = "удалите файл: сборка напишет его заново"
                    message = f"строка не читается: {name}, {case}"
                    found.append(Diagnostic("L202", Severity.ERROR, message, place_of(written), hint))
                    continue
                record = believed.value
                source = next((layer for layer in Layer if layer.russian == record.source), Layer.GRAMMAR)
                yield FormKey(kind, plain, case, gender), LockedForm(record.text, record.doubts, source)


def _gender_apart(name: str) -> tuple[str, str]:
    for gender in Gender:
        tail = f" ({gender.russian})"
        if name.endswith(tail):
            return name.removesuffix(tail), gender.russian
    return name, ""


def lock_text(asked: Iterable[AskedForm]) -> str:
    """Return the lock: every form that documents print, a line each, sorted; the same forms give the same text."""
    cases = {case.russian: position for position, case in enumerate(Case)}
    # A name that the school does not have yet is asked for too: a draft prints nothing there.
    named = (form for form in asked if form.key.text.strip())
    ordered = sorted(named, key=lambda form: (form.key.kind, form.key.text, form.key.gender, cases[form.key.case]))
    lines = [LOCK_HEAD.rstrip("\n")]
    kind = name = ""
    for form in ordered:
        if form.key.kind != kind:
            kind, name = form.key.kind, ""
            lines.append(f"{kind}:")
        full = f"{form.key.text} ({form.key.gender})" if form.key.gender else form.key.text
        if full != name:
            name = full
            lines.append(f"  {quoted(name)}:")
        doubts = f", сомнения: [{', '.join(form.locked.doubts)}]" if form.locked.doubts else ""
        source = form.locked.source.russian
        lines.append(f"    {form.key.case}: {{форма: {quoted(form.locked.text)}, из: {source}{doubts}}}")
    return "\n".join(lines) + "\n"


def confirmed(text: str, kind: Kind, nominative: str) -> str:
    """Return the text of `declension.yaml` with the grammar's forms of a nominative confirmed.

    Raises:
        ValueError: The file is not written in block style, so there is no place for the entry.
    """
    return add_under(text, [_SECTION_BY_KIND[kind], nominative], "проверено: да")
