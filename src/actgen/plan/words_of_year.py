"""Words of the year's work: training of mentors, events, the report to the founder, the school's own program."""

from __future__ import annotations

from collections.abc import Mapping

from actgen.language import Forms, date_in_digits
from actgen.plan.tree import Items, Later, Tree, leaf
from actgen.plan.words_of_bank import number_leaf, text_items
from actgen.plan.words_of_people import person_words, text_leaf
from actgen.school import FounderReport, School, SchoolProgram, Training, TrainingForm, YearEvent


def training_words(school: School) -> Items:
    """Return the lines of the plan by which mentors are trained."""
    shape = {name: leaf("") for name in ("номер", "что", "форма", "срок", "кто", "участники", "часов")}
    trainings = school.year_work.trainings
    items = tuple(_training(training, number) for number, training in enumerate(trainings, start=1))
    return Items(items, shape, (school.year_work.place("обучение"),))


def _training(training: Training, number: int) -> Mapping[str, Tree]:
    form = training.form.value if isinstance(training.form, TrainingForm) else training.form
    participants = ", ".join(person.short_name for person in training.participants) or "все наставники"
    return {
        "номер": leaf(f"{number}."),
        "что": text_leaf(training.what, training.place("что")),
        "форма": text_leaf(form, training.place("форма")),
        "срок": text_leaf(training.term, training.place("срок")),
        "кто": text_leaf(training.leader, training.place("кто")),
        "участники": text_leaf(participants, training.place("участники")),
        "часов": number_leaf(training, "часов", training.hours),
    }


def year_event_words(school: School) -> Items:
    """Return the events of the year."""
    shape = {name: leaf("") for name in ("номер", "что", "дата", "место")}
    events = school.year_work.events
    items = tuple(_event(event, number) for number, event in enumerate(events, start=1))
    return Items(items, shape, (school.year_work.place("мероприятия"),))


def _event(event: YearEvent, number: int) -> Mapping[str, Tree]:
    return {
        "номер": leaf(f"{number}."),
        "что": text_leaf(event.what, event.place("что")),
        "дата": leaf(date_in_digits(event.day) if event.day else "", event.place("дата")),
        "место": text_leaf(event.where, event.place("место")),
    }


def report_words(school: School, forms: Forms) -> Mapping[str, Tree]:
    """Return the words of the report to the founder; without one the same words, all empty, and `есть` is no."""
    report = school.year_work.report
    return Later(
        {
            "есть": lambda: leaf(report is not None, *((report.place(),) if report else ())),
            "кому": lambda: _report_texts(report, "кому"),
            "исполнитель": lambda: person_words(
                (report.executor if report else None) or school.settings.curator, forms
            ),
            "выводы": lambda: _report_texts(report, "выводы"),
            "предложения": lambda: _report_texts(report, "предложения"),
        }
    )


def _report_texts(report: FounderReport | None, key: str) -> Items:
    if report is None:
        return Items((), leaf(""))
    texts = {"кому": report.addressee, "выводы": report.conclusions, "предложения": report.proposals}[key]
    return text_items(report, key, texts)


def school_program_words(school: School) -> Mapping[str, Tree]:
    """Return what is the school's own in its program; without it the same words, all empty, and `есть` is no."""
    own: SchoolProgram | None = school.year_work.school_program
    if own is None:
        return {
            "есть": leaf(value=False),
            "период": leaf(""),
            "актуальность": leaf(""),
            "результаты": Items((), leaf("")),
        }
    return {
        "есть": leaf(True, own.place()),
        "период": text_leaf(own.period, own.place("период")),
        "актуальность": text_leaf(own.grounds, own.place("актуальность")),
        "результаты": text_items(own, "результаты", own.results),
    }
