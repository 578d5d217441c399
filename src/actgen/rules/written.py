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
        if isinstance(value, Record):
            yield from _own(record, value)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Record):
                    yield from _own(record, item)
                elif (text := record.written(key, number)) is not None:
                    yield text
        elif (text := record.written(key)) is not None:
            yield text


def _own(holder: Record, inner: Record) -> Iterator[Text]:
    """Yield what stands in a record inside another; one that is only referred to stands in a file of its own."""
    if inner.place().file == holder.place().file:
        yield from _below(inner)
