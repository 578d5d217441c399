"""document -> words: everything that its template or a text of its act may print."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from actgen.acts import DateFrom
from actgen.diagnostics import Place
from actgen.language import Case, Declined, Forms, typeset
from actgen.norms import Norm, in_force, norms
from actgen.plan.as_of import begun, current, school_on
from actgen.plan.blocks import block_words, existing_annexes
from actgen.plan.document import Planned, Requisites, Subject
from actgen.plan.facts import Facts
from actgen.plan.faults import Gathered
from actgen.plan.requisites import day_words, requisite_words, requisites_text
from actgen.plan.texts import holds, text_words
from actgen.plan.tree import Items, Later, Stacked, Tree, Unbelieved, believed, leaf
from actgen.plan.words_of_acts import words_of_acts
from actgen.plan.words_of_agreements import agreement_words
from actgen.plan.words_of_bank import bank_words
from actgen.plan.words_of_consents import private_words
from actgen.plan.words_of_events import event_words
from actgen.plan.words_of_monitoring import monitoring_words
from actgen.plan.words_of_people import NOBODY, in_cases, organisation_words, person_words, text_leaf
from actgen.plan.words_of_publication import publication_words
from actgen.plan.words_of_questions import question_words
from actgen.plan.words_of_results import result_words
from actgen.plan.words_of_work import NO_PAIR, pair_words, payment_words, program_words, roadmap_words
from actgen.plan.words_of_year import report_words, school_program_words, training_words, year_event_words
from actgen.school import Event, Organisation, Pair, SchoolFile, SchoolYear
from actgen.sources import Absent

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


def document_words(planned: Planned, facts: Facts, gathered: Gathered) -> Mapping[str, Tree]:
    """Return the words of one document.

    Args:
        planned: The document.
        facts: What words are made from.
        gathered: Takes a word that does not exist, a role or body that the school does not have, and data that
            could not be believed; what stands for those words raises `Absent` when it is read.
    """
    kind, words = planned.kind, facts_words(planned, facts)
    texts: Mapping[str, Tree] = {}
    with gathered:
        texts = text_words(planned, words, gathered)
    blocks = block_words(planned, facts, words, gathered)
    missing = Unbelieved(Absent(kind, "points"))

    def own() -> Tree:
        return {**_own_words(planned, facts), "заголовок": texts.get("заголовок", missing)}

    last = {
        **blocks,
        "документ": gathered.words(kind, own),
        "преамбула": texts.get("преамбула", missing),
        "пункты": texts.get("пункты", missing),
    }
    return Stacked(last, words)


def facts_words(planned: Planned, facts: Facts) -> Mapping[str, Tree]:
    """Return what the texts of an act may read: all words but the texts and the blocks themselves.

    Each group is made when it is first asked for: a condition (`нужно`) reads one of twenty.
    """
    return facts.once_of("слова", planned, partial(_facts_words, planned, facts))


def _facts_words(planned: Planned, facts: Facts) -> Mapping[str, Tree]:
    day = planned.requisites.judged_on
    work = facts.once_on("работа", day, partial(_work_words, facts))
    common = Stacked(work, facts.once("акты", words_of_acts), school_words(facts))
    own = Later(
        {
            **_subject_words(planned.subject, facts),
            "документ": lambda: _own_words(planned, facts),
            "документы": lambda: _of_known_kinds(_references_on(planned, facts), planned, facts),
            "приложение": lambda: _of_known_kinds(
                _annex_mentions(planned, facts, common), planned, facts, planned.kind.annexes
            ),
            "утверждающий": lambda: _approving_words(planned),
            "банк": lambda: bank_words(facts.school, facts.forms, day),
            "вопросы": lambda: question_words(planned.kind),
            "публикация": lambda: _publication(facts),
        }
    )
    return Stacked(own, common)


def _publication(facts: Facts) -> Tree:
    return publication_words(
        facts.school,
        facts.kinds,
        facts.planned,
        facts.forms,
        lambda other: holds(other.kind, facts_words(other, facts)),
    )


def _of_known_kinds(words: Mapping[str, Tree], planned: Planned, facts: Facts, named: Sequence[str] = ()) -> Tree:
    """Return words named by kinds of act.

    Where a kind could not be believed, or one of the `named` does not exist, no word is called unknown: it has been
    reported why.
    """
    is_known = facts.kinds.is_known and all(kind.is_whole for kind in facts.kinds)
    if is_known and all(facts.kinds.named(name) is not None for name in named):
        return words
    return Unbelieved(Absent(planned.kind, "annexes"), words)


def school_words(facts: Facts) -> Mapping[str, Tree]:
    """Return the words that are the same in every document of the year."""
    return facts.once("школа", _school_words)


def _school_words(facts: Facts) -> Mapping[str, Tree]:
    school, forms, settings = facts.school, facts.forms, facts.school.settings
    groups: Mapping[str, Callable[[], Tree]] = {
        "организация": lambda: _organisation(settings.organisation, facts),
        "учредитель": lambda: _founder(settings, forms),
        "год": lambda: _year(settings.year, settings.place("учебный_год")),
        "директор": lambda: person_words(settings.head, forms, settings.place("руководитель")),
        "куратор": lambda: person_words(settings.curator, forms, settings.place("куратор")),
        "ответственный_за_сайт": lambda: person_words(
            settings.site_keeper, forms, settings.place("ответственный_за_сайт")
        ),
        "кадровик": lambda: person_words(settings.personnel_officer, forms, settings.place("кадровик")),
        "бухгалтер": lambda: person_words(settings.accountant, forms, settings.place("бухгалтер")),
        "профсоюз": lambda: _union(settings, forms),
        "правила": lambda: {
            key: leaf(value, settings.rules.place(key)) for key, value in settings.rules.by_key().items()
        },
        "норма": lambda: {key: in_cases(partial(_cite_norm, norm)) for key, norm in norms().items()},
        "дорожная_карта": lambda: roadmap_words(school),
        "обучение": lambda: training_words(school),
        "мероприятия": lambda: year_event_words(school),
        "отчёт": lambda: report_words(school, forms),
        "программа_организации": lambda: school_program_words(school),
    }
    return Later(groups)


def _work_words(facts: Facts, day: date) -> Mapping[str, Tree]:
    """Return the words of the pairs as they are known on the day of an act."""
    known, forms = school_on(facts.school, day), facts.forms
    groups: Mapping[str, Callable[[], Tree]] = {
        "пары": lambda: _pairs(known.pairs, facts),
        "выплаты": lambda: payment_words(known, forms),
        "итоги": lambda: result_words(known, forms),
        "показатели": lambda: monitoring_words(begun(facts.school, day), facts.kinds),
    }
    return Later(groups)


def _founder(settings: SchoolFile, forms: Forms) -> Mapping[str, Tree]:
    founder = settings.founder
    name = organisation_words(founder.full_name if founder else "", forms, settings.place("учредитель"))
    return {"есть": leaf(founder is not None), "полное": name}


def _union(settings: SchoolFile, forms: Forms) -> Mapping[str, Tree]:
    union = settings.union
    return {
        "есть": leaf(union is not None),
        "название": organisation_words(union.name if union else "", forms, settings.place("профсоюз")),
        "председатель": person_words(
            union.chair if union else None, forms, union.place("председатель") if union else settings.place("профсоюз")
        ),
    }


def _pairs(pairs: Sequence[Pair], facts: Facts) -> Items:
    forms = facts.forms

    def words(pair: Pair, number: int) -> Tree:
        now = current(pair)
        return facts.once_of(f"пара {number}", now, lambda: pair_words(now, number, forms))

    items = tuple(believed(partial(words, pair, number)) for number, pair in enumerate(pairs, start=1))
    return Items(items, NO_PAIR, tuple(pair.place() for pair in pairs))


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


def _subject_words(subject: Subject, facts: Facts) -> Mapping[str, Callable[[], Tree]]:
    forms, groups = facts.forms, dict[str, Callable[[], Tree]]()
    pair, mentor, mentee = subject.pair, subject.mentor, subject.mentee
    person, program = subject.person, subject.program
    if pair is not None:
        number = 1 + next(n for n, known in enumerate(facts.school.pairs) if _is_of(subject, known))
        groups["пара"] = lambda: facts.once_of(f"пара {number}", pair, lambda: pair_words(pair, number, forms))
        groups["соглашение"] = lambda: agreement_words(pair.agreement)
        groups["событие"] = lambda: event_words(subject.event, pair, forms, partial(_requisites_of_event, facts))
        groups["наставляемые"] = lambda: Items(
            tuple(person_words(mentee, forms, pair.place("наставляемые")) for mentee in pair.mentees),
            NOBODY,
            (pair.place("наставляемые"),),
        )
    if mentor is not None:
        groups["наставник"] = lambda: person_words(mentor, forms)
        groups["пары_наставника"] = lambda: _pairs([p for p in facts.school.pairs if p.mentor == mentor], facts)
    if mentee is not None:
        groups["наставляемый"] = lambda: person_words(mentee, forms)
    if person is not None:
        groups["человек"] = lambda: Stacked(private_words(person), person_words(person, forms))
    if program is not None:
        groups["программа"] = lambda: program_words(program)
    return groups


def _requisites_of_event(facts: Facts, event: Event) -> Requisites | None:
    """Return the number and date of the paper that begins with the event: the statement, the notice."""
    papers = (one for one in facts.planned if one.subject.event is event and one.kind.date_from is DateFrom.EVENT)
    return next((paper.requisites for paper in papers), None)


def _is_of(subject: Subject, pair: Pair) -> bool:
    """Return whether the subject is this pair, or the pair after one of its events."""
    return pair is subject.pair or (subject.event is not None and any(e is subject.event for e in pair.events))


def _own_words(planned: Planned, facts: Facts) -> dict[str, Tree]:
    kind, organisation = planned.kind, facts.school.settings.organisation
    return {
        **requisite_words(planned.requisites),
        "вид": leaf(kind.document_kind, kind.place("вид_документа")),
        "мой_вид": in_cases(partial(facts.forms.organisation, kind.document_kind), kind.place("вид_документа")),
        "название": text_leaf(kind.title, kind.place("название")),
        "место": text_leaf(organisation.city, organisation.place("город")),
        "проект": leaf(planned.requisites.is_draft, *planned.requisites.places),
        # From 1 March 2025 mentoring is agreed upon in writing; a template has no other way to tell the two times.
        "нужны_соглашения": leaf(in_force("тк_351_8", planned.requisites.judged_on), *planned.requisites.places),
        "о_ком": leaf(planned.subject.title),
    }


def _reference_words(other: Planned, facts: Facts, day: date | None = None) -> Mapping[str, Tree]:
    # An annex without an entry of its own is cited by the act that approves it.
    has_own = other.requisites.entry is not None and other.requisites.number is not None
    newest = other.requisites if has_own or other.parent is None else other.parent
    requisites = newest.known_on(day)
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


def _references(facts: Facts) -> Mapping[str, Tree]:
    return {name: believed(partial(_reference_words, other, facts)) for name, other in facts.by_word.items()}


def _references_on(planned: Planned, facts: Facts) -> Mapping[str, Tree]:
    """Return the other documents as this one cites them: in the edition in force on its own day."""
    newest = facts.once("документы", _references)
    day = planned.requisites.day or (planned.parent.day if planned.parent is not None else None)
    amended = [
        other
        for other in facts.planned
        if not other.subject.key and (other.requisites.earlier or (other.parent is not None and other.parent.earlier))
    ]
    own = {other.kind.word: believed(partial(_reference_words, other, facts, day)) for other in amended}
    return Stacked(own, newest) if own else newest


def _annex_mentions(planned: Planned, facts: Facts, words: Mapping[str, Tree]) -> Mapping[str, Tree]:
    """Return how a text refers to each annex; the only one has no number."""
    is_only = len(planned.kind.annexes) == 1 or len(existing_annexes(planned.kind, facts, words)) == 1
    return {
        annex.word: leaf("приложение" if is_only else f"приложение\u00a0{number}", planned.kind.place("приложения"))
        for number, name in enumerate(planned.kind.annexes, start=1)
        if (annex := facts.kinds.named(name)) is not None
    }


def _approving_words(planned: Planned) -> Mapping[str, Tree]:
    approving = planned.parent or planned.requisites
    words = requisite_words(approving)
    digits = words["дата"]
    return {**words, "дата": digits["цифрами"] if isinstance(digits, Mapping) else digits}


__all__ = ["document_words", "facts_words", "school_words"]
