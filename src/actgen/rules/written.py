"""Every text that the data have, as it was written."""

from collections.abc import Iterator

from actgen.school import School
from actgen.sources import Record, Text


def written_texts(school: School) -> Iterator[Text]:
    """Yield the texts of all records of `data/`, each once: a record that is referred to is read where it stands."""
    tops = (school.settings, *school.staff, *school.pairs, *school.programs.values(), school.roadmap)
    for top in (*tops, *school.journal, school.bank, school.year_work):
        if top is not None:
            yield from _below(top)


def _below(record: Record) -> Iterator[Text]:
    for field, info in type(record).model_fields.items():
        key = info.alias or field
        value = vars(record).get(field)
        if isinstance(value, tuple):
            for number, item in enumerate(value):
                yield from _written(record.written(key, number), item)
        else:
            yield from _written(record.written(key), value)


def _written(text: Text | None, value: object) -> Iterator[Text]:
    """Yield the text itself, also of a reference to a record that stands elsewhere, else what the record says."""
    if text is not None:
        yield text
    elif isinstance(value, Record):
        yield from _below(value)
