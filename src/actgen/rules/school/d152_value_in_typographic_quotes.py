"""D152: a value of `data/` that stands in the quotes of Word."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import School
from actgen.sources import Record, Text

RULE = Rule("D152", Severity.WARNING, "значение взято в кавычки Word")
_OPENING, _CLOSING = "“”„‟‘‚", "“”‟’‘"


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each value that begins and ends with such quotes: they would be printed.

    «Ёлочки» around the whole value are a name's own and stay; YAML's own quotes are straight and never seen here.
    """
    for text in _texts(school):
        if len(text) > 1 and text[0] in _OPENING and text[-1] in _CLOSING:
            yield RULE.at(
                text.place_at(0, len(text)),
                f"кавычки напечатаются вместе со значением: {text}",
                hint="уберите их или возьмите значение в прямые кавычки",
            )


def _texts(school: School) -> Iterator[Text]:
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
