"""D118: a pair of the form «молодой педагог» whose mentee has taught for longer than the regulation says."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D118", Severity.WARNING, "«молодой педагог» со стажем больше предела")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each mentee who is called young and has more years than `стаж_молодого`."""
    limit = school.settings.rules.young_years
    for pair in school.pairs:
        if "молод" not in pair.form.casefold():
            continue
        for number, mentee in enumerate(pair.mentees):
            if mentee.experience_years is not None and mentee.experience_years > limit:
                yield RULE.at(
                    pair.place("наставляемые", number),
                    f"форма пары — «{pair.form}», а стаж больше {limit} лет: "
                    f"{mentee.short_name}, {mentee.experience_years}",
                    hint="исправьте форму пары, стаж или «стаж_молодого» в data/school.yaml",
                    related=(Related(mentee.place("стаж"), "стаж здесь"),),
                )
