"""D170: a value of the data that init left for the school to fill in."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.rules.written import written_texts
from actgen.school import TO_FILL_IN, School

RULE = Rule("D170", Severity.WARNING, "в данных осталось ЗАПОЛНИТЕ")
_LEFT = re.compile(rf"{TO_FILL_IN}(?: [А-ЯЁ]\.(?:[А-ЯЁ]\.)?| [\w ]+)?")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each such value, whatever record holds it."""
    for text in written_texts(school):
        found = _LEFT.search(text)
        if found:
            yield RULE.at(
                text.place_at(found.start(), len(found[0].rstrip())),
                f"не заполнено: «{found[0].strip()}»",
                hint="впишите своё вместо ЗАПОЛНИТЕ; до тех пор документ, где это печатается, не собирается",
            )
