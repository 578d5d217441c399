"""S141: a number with a letter beside the same number without one."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S141", Severity.INFO, "номер с буквой втиснут между другими")
_SQUEEZED = re.compile(r"(\d+)\s?[-/.]?\s?[а-гА-Г]")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each «14-а» whose plain «14» stands in the same series and calendar year."""
    for entry in acts.school.journal:
        squeezed = _SQUEEZED.fullmatch(entry.number or "")
        if squeezed is None or entry.day is None:
            continue
        for other in acts.school.journal:
            is_same_year = other.day is not None and other.day.year == entry.day.year
            if other.number == squeezed[1] and is_same_year and (other.series or "") == (entry.series or ""):
                yield RULE.at(
                    entry.place("номер"),
                    f"№ {entry.number} похож на акт задним числом: есть и № {other.number}",
                    hint="если буква — индекс дела, так и оставьте; иначе дайте следующий номер",
                    related=(Related(other.place("номер"), f"№ {other.number} — здесь"),),
                )
