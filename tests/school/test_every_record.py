"""What holds for every record of school, acts and norms, whatever a file says."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
from collections.abc import Iterator, Mapping

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import actgen
from actgen.acts import ActKinds, missing_template, read_kinds
from actgen.diagnostics import Outcome
from actgen.language import Forms
from actgen.plan import Plan, TemplateWords, choose_documents, make_plan
from actgen.school import People, References, School, read_school
from actgen.sources import Record
from tests.sources.grid import fire
from tests.workspaces import JOURNAL, LEAFLET, NOTE, PAIRS, PROGRAM, SCHOOL, STAFF

ROADMAP = """\
период: на 2026/2027 учебный год
гриф:
  слово: УТВЕРЖДАЮ
  строки:
    - Приказ № {{ утверждающий.номер }}
этапы:
  - название: Подготовка
    вид: условия
    перечень: [приказы, положение]
    срок: сентябрь-октябрь
    ответственные: [Зимин П.Л., {группа: "Учителя:", люди: [Лебедева Т.Н.]}, учителя]
"""

TEXTS: Mapping[str, str] = {
    "data/school.yaml": SCHOOL,
    "data/staff.yaml": STAFF,
    "data/pairs.yaml": PAIRS,
    "data/programs/belova.yaml": PROGRAM,
    "data/journal.yaml": JOURNAL,
    "data/roadmap.yaml": ROADMAP,
}
ACTS = {"note": ("acts/note.yaml", NOTE), "leaflet": ("acts/leaflet.yaml", LEAFLET)}


def records() -> Iterator[type[Record]]:
    for package in ("school", "acts", "norms"):
        folder = importlib.import_module(f"actgen.{package}")
        for module in pkgutil.iter_modules(folder.__path__, f"actgen.{package}."):
            importlib.import_module(module.name)
    yield from sorted(_below(Record), key=lambda model: model.__qualname__)


def _below(model: type[Record]) -> Iterator[type[Record]]:
    for below in model.__subclasses__():
        if below.__module__.startswith(f"{actgen.__name__}."):
            yield below
            yield from _below(below)


MODELS = list(dict.fromkeys(records()))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__qualname__)
def test_no_value_of_yaml_causes_an_error_without_russian_words(model: type[Record]) -> None:
    assert fire(model, References(People(()))) == set()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__qualname__)
def test_every_field_has_a_russian_key_and_a_russian_description(model: type[Record]) -> None:
    for name, info in model.model_fields.items():
        assert re.fullmatch("[а-яё№_]+", info.alias or ""), name
        assert re.search("[а-яё]", info.description or ""), name


def test_the_records_of_school_acts_and_norms_are_all_looked_at() -> None:
    assert {"Person", "Pair", "Program", "JournalEntry", "Roadmap", "ActKind", "Point", "NormRecord"} <= {
        model.__qualname__ for model in MODELS
    }


# --- any text -------------------------------------------------------------------------------------


def school_of(texts: Mapping[str, str]) -> Outcome[School | None]:
    outcome = read_school(texts)
    assert isinstance(outcome, Outcome)
    for finding in outcome.diagnostics:
        assert finding.place.file
        assert re.search("[а-яё]", finding.message)
    return outcome


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(TEXTS)), st.text(max_size=80))
def test_reading_answers_any_text_with_an_outcome(file: str, text: str) -> None:
    school_of({**TEXTS, file: text})


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(TEXTS)), st.data())
def test_reading_and_planning_answer_a_file_that_was_cut_and_pasted_anywhere(file: str, data: st.DataObject) -> None:
    text = TEXTS[file]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    pasted = data.draw(
        st.sampled_from(["", ":", "- ", "\n", " #", "«", "[", "{{", "31.02.2026", "нет", "\t", "а: б\n"])
    )

    outcome = school_of({**TEXTS, file: text[:start] + pasted + text[end:]})

    if outcome.value is not None:
        planned(outcome.value, read_kinds(ACTS).value)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_reading_and_planning_answer_an_act_that_was_cut_and_pasted_anywhere(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(NOTE)))
    end = data.draw(st.integers(start, min(len(NOTE), start + 40)))
    pasted = data.draw(st.sampled_from(["", ":", "- ", "\n", " #", "{{", "}}", "{% if", "нет", "\t", "а: б\n"]))
    school = read_school(TEXTS).value
    assert school is not None

    kinds = read_kinds({**ACTS, "note": ("acts/note.yaml", NOTE[:start] + pasted + NOTE[end:])})

    planned(school, kinds.value)


# --- order of keys --------------------------------------------------------------------------------

TEMPLATES = {
    "note": TemplateWords(
        "templates/note.docx",
        "0",
        {
            ("директор", "фио", "дательный"): "абзац 1",
            ("пункты", "[]", "текст"): "абзац 2",
            ("пары", "[]", "наставник", "фио", "родительный"): "абзац 3",
            ("дорожная_карта", "этапы"): "абзац 4",
        },
    )
}


def planned(school: School, kinds: ActKinds) -> Outcome[Plan]:
    templates = {kind.stem: TEMPLATES.get(kind.stem, missing_template(kind, "templates/x.docx")) for kind in kinds}
    return make_plan(choose_documents(school, kinds, Forms()).value, templates, "1")


def reordered(text: str, shuffle: random.Random) -> str:
    """Return the same YAML with the keys of every mapping in another order."""

    def walk(value: object) -> object:
        if isinstance(value, dict):
            keys = list(value)
            shuffle.shuffle(keys)
            return {key: walk(value[key]) for key in keys}
        return [walk(item) for item in value] if isinstance(value, list) else value

    read = yaml.load(text, Loader=yaml.BaseLoader)
    return yaml.safe_dump(walk(read), allow_unicode=True, sort_keys=False, default_style='"', width=10_000)


def fingerprints(texts: Mapping[str, str]) -> list[str]:
    school = read_school(texts)
    assert school.value is not None
    assert school.diagnostics == ()
    plan = planned(school.value, read_kinds(ACTS).value)
    return [document.fingerprint for document in plan.value.documents]


@settings(max_examples=12, deadline=None)
@given(st.randoms(use_true_random=False))
def test_reordering_keys_leaves_every_fingerprint_as_it_was(shuffle: random.Random) -> None:
    before = fingerprints(TEXTS)

    after = fingerprints({file: reordered(text, shuffle) for file, text in TEXTS.items()})

    assert after == before
    assert len(before) == 1
