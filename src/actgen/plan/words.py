"""document -> words: everything that its template or a text of its act may print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from actgen.diagnostics import Place
from actgen.language import Case, Declined, typeset
from actgen.norms import Norm, norms
from actgen.plan.blocks import block_words
from actgen.plan.document import Planned, Subject
from actgen.plan.facts import Facts
from actgen.plan.requisites import day_words, requisite_words, requisites_text
from actgen.plan.texts import text_words
from actgen.plan.tree import Items, Tree, leaf
from actgen.plan.words_of_people import in_cases, organisation_words, person_words, text_leaf
from actgen.plan.words_of_work import pair_words, program_words, roadmap_words
from actgen.school import Organisation, SchoolYear

_ORGANISATION_TEXTS = {
    "вид": "kind",
    "город": "city",
    "адрес": "address",
    "телефон": "phone",
    "почта": "email",
    "сайт": "site",
    "инн": "inn",
    "кпп": "kpp",
    "огрн": "ogrn",
}


def document_words(planned: Planned, facts: Facts) -> Mapping[str, Tree]:
    """Return the words of one document.

    Raises:
        TextFault: A text of the act reads a word that does not exist.
        UnknownName: The act names a role or body that the school does not have.
        Absent: The data behind a text could not be believed.
    """
    words = facts_words(planned, facts)
    texts = text_words(planned, words)
    document = {**_own_words(planned, facts), "заголовок": texts["заголовок"]}
    blocks = block_words(planned, facts, words)
    return {**words, **blocks, "документ": document, "преамбула": texts["преамбула"], "пункты": texts["пункты"]}


def facts_words(planned: Planned, facts: Facts) -> dict[str, Tree]:
    """Return what the texts of an act may read: all words but the texts and the blocks themselves."""
    return {
        **school_words(facts),
        **_subject_words(planned.subject, facts),
        "документ": _own_words(planned, facts),
        "документы": {name: _reference_words(other, facts) for name, other in facts.by_word.items()},
        "приложение": _annex_mentions(planned, facts),
        "утверждающий": _approving_words(planned),
    }


def school_words(facts: Facts) -> Mapping[str, Tree]:
    """Return the words that are the same in every document of the year."""
    school, forms, settings = facts.school, facts.forms, facts.school.settings
    founder, union = settings.founder, settings.union
    founder_name = organisation_words(founder.full_name if founder else "", forms, settings.place("учредитель"))
    union_name = organisation_words(union.name if union else "", forms, settings.place("профсоюз"))
    return {
        "организация": _organisation(settings.organisation, facts),
        "учредитель": {"есть": leaf(founder is not None), "полное": founder_name},
        "год": _year(settings.year, settings.place("учебный_год")),
        "директор": person_words(settings.head, forms),
        "куратор": person_words(settings.curator, forms),
        "ответственный_за_сайт": person_words(settings.site_keeper, forms),
        "профсоюз": {
            "есть": leaf(union is not None),
            "название": union_name,
            "председатель": person_words(union.chair if union else None, forms),
        },
        "правила": {key: leaf(value, settings.rules.place(key)) for key, value in settings.rules.by_key().items()},
        "норма": {key: in_cases(partial(_cite_norm, norm)) for key, norm in norms().items()},
        "пары": Items(
            tuple(pair_words(pair, number, forms) for number, pair in enumerate(school.pairs, start=1)),
            pair_words(None, 1, forms),
            tuple(pair.place() for pair in school.pairs),
        ),
        "дорожная_карта": roadmap_words(school),
    }


def _organisation(organisation: Organisation, facts: Facts) -> Mapping[str, Tree]:
    return {
        "полное": organisation_words(organisation.full_name, facts.forms, organisation.place("полное")),
        "краткое": organisation_words(organisation.short_name, facts.forms, organisation.place("краткое")),
        **{
            key: text_leaf(getattr(organisation, field), organisation.place(key))
            for key, field in _ORGANISATION_TEXTS.items()
        },
    }


def _year(year: SchoolYear, place: Place) -> Mapping[str, Tree]:
    return {
        "словами": leaf(f"{year} учебный год", place),
        "года": leaf(f"{year} учебного года", place),
        "годом": leaf(f"{year} учебном году", place),
        "через_дефис": leaf(f"{year.first}-{year.second}", place),
        "первый": leaf(year.first, place),
        "второй": leaf(year.second, place),
        "начало": day_words(year.starts_on, place),
        "конец": day_words(year.ends_on, place),
    }


def _cite_norm(norm: Norm, case: Case) -> Declined:
    return Declined(typeset(norm.named(case)))


def _subject_words(subject: Subject, facts: Facts) -> Mapping[str, Tree]:
    forms, nobody = facts.forms, person_words(None, facts.forms)
    words: dict[str, Tree] = {}
    if subject.pair is not None:
        number = 1 + next(n for n, pair in enumerate(facts.school.pairs) if pair is subject.pair)
        words["пара"] = pair_words(subject.pair, number, forms)
        mentees = tuple(person_words(mentee, forms) for mentee in subject.pair.mentees)
        words["наставляемые"] = Items(mentees, nobody, (subject.pair.place("наставляемые"),))
    if subject.mentor is not None:
        own = [pair for pair in facts.school.pairs if pair.mentor == subject.mentor]
        words["наставник"] = person_words(subject.mentor, forms)
        words["пары_наставника"] = Items(
            tuple(pair_words(pair, number, forms) for number, pair in enumerate(own, start=1)),
            pair_words(None, 1, forms),
        )
    if subject.mentee is not None:
        words["наставляемый"] = person_words(subject.mentee, forms)
    if subject.person is not None:
        words["человек"] = person_words(subject.person, forms)
    if subject.program is not None:
        words["программа"] = program_words(subject.program)
    return words


def _own_words(planned: Planned, facts: Facts) -> dict[str, Tree]:
    kind, organisation = planned.kind, facts.school.settings.organisation
    return {
        **requisite_words(planned.requisites),
        "вид": leaf(kind.document_kind, kind.place("вид_документа")),
        "мой_вид": in_cases(partial(facts.forms.organisation, kind.document_kind), kind.place("вид_документа")),
        "название": text_leaf(kind.title, kind.place("название")),
        "место": text_leaf(organisation.city, organisation.place("город")),
        "проект": leaf(planned.requisites.is_draft, *planned.requisites.places),
        "о_ком": leaf(planned.subject.title),
    }


def _reference_words(other: Planned, facts: Facts) -> Mapping[str, Tree]:
    # An annex without an entry of its own is cited by the act that approves it.
    has_own = other.requisites.entry is not None and other.requisites.number is not None
    requisites = other.requisites if has_own or other.parent is None else other.parent
    kind_name = other.kind.document_kind

    def cite(case: Case) -> Declined:
        declined = facts.forms.organisation(kind_name, case)
        return replace(declined, text=f"{declined.text} {requisites_text(requisites)} «{typeset(other.kind.title)}»")

    return {
        **requisite_words(requisites),
        "вид": in_cases(partial(facts.forms.organisation, kind_name), other.kind.place("вид_документа")),
        "название": text_leaf(other.kind.title, other.kind.place("название")),
        "ссылка": in_cases(cite, *requisites.places),
    }


def _annex_mentions(planned: Planned, facts: Facts) -> Mapping[str, Tree]:
    return {
        annex.word: leaf(f"приложение\u00a0{number}", planned.kind.place("приложения"))
        for number, name in enumerate(planned.kind.annexes, start=1)
        if (annex := facts.kinds.named(name)) is not None
    }


def _approving_words(planned: Planned) -> Mapping[str, Tree]:
    approving = planned.parent or planned.requisites
    words = requisite_words(approving)
    digits = words["дата"]
    return {**words, "дата": digits["цифрами"] if isinstance(digits, Mapping) else digits}


__all__ = ["document_words", "facts_words", "school_words"]
