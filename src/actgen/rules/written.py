"""Every text that the data have, as it was written."""

from collections.abc import Iterator
from functools import cache

from actgen.school import School
from actgen.sources import Record, Text


def written_texts(school: School) -> Iterator[Text]:
    """Yield the texts of all records of `data/`, each once: a record that is referred to is read where it stands."""
    tops = (school.settings, *school.staff, *school.pairs, *school.programs.values(), school.roadmap)
    for top in (*tops, *school.journal, school.bank, school.year_work):
        if top is not None:
            yield from _below(top)


def _below(record: Record) -> Iterator[Text]:
    fields = vars(record)
    for field, key in _keys(type(record)):
        value = fields.get(field)
        if isinstance(value, tuple):
            for number, item in enumerate(value):
                yield from _written(record.written(key, number), item)
        else:
            yield from _written(record.written(key), value)


@cache
def _keys(model: type[Record]) -> tuple[tuple[str, str], ...]:
    """Return the names of the fields with their Russian keys."""
    return tuple((field, info.alias or field) for field, info in model.model_fields.items())


def _written(text: Text | None, value: object) -> Iterator[Text]:
    """Yield the text itself, also of a reference to a record that stands elsewhere, else what the record says."""
    if text is not None:
        yield text
    elif isinstance(value, Record):
        yield from _below(value)
