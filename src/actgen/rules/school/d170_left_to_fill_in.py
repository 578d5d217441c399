"""D170: a value of the data that init left for the school to fill in."""

import re
from collections.abc import Iterable, Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import School
from actgen.sources import Record, Text

RULE = Rule("D170", Severity.WARNING, "в данных осталось ЗАПОЛНИТЕ")
_LEFT = re.compile(r"ЗАПОЛНИТЕ(?: [А-ЯЁ]\.(?:[А-ЯЁ]\.)?| [\w ]+)?")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such value, whatever record holds it."""
    held = (school.settings, *school.staff, *school.pairs, *school.programs.values(), school.roadmap, *school.journal)
    for text in _texts(record for record in (*held, school.bank, school.year_work) if record is not None):
        found = _LEFT.search(text)
        if found:
            yield RULE.at(
                text.place_at(found.start(), len(found[0].rstrip())),
                f"не заполнено: «{found[0].strip()}»",
                hint="впишите своё вместо ЗАПОЛНИТЕ; до тех пор документ, где это печатается, не собирается",
            )


def _texts(records: Iterable[Record]) -> Iterator[Text]:
    for record in records:
        for name, info in type(record).model_fields.items():
            key = info.alias or name
            value = vars(record).get(name)
            items = value if isinstance(value, tuple) else (value,)
            for position, item in enumerate(items):
                text = record.written(key, position) if isinstance(value, tuple) else record.written(key)
                if text is not None:
                    yield text
                elif isinstance(item, Record):
                    yield from _texts([item])
