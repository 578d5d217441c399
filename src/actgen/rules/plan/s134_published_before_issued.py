"""S134: a file put on the site before its act was issued."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.acts import Acts
from actgen.rules.publications import publications
from actgen.rules.rule import Rule

RULE = Rule("S134", Severity.ERROR, "размещён на сайте раньше, чем издан")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each publication dated before its act."""
    for one in publications(acts):
        if one.published_on < one.issued_on:
            yield RULE.at(
                one.record.place("дата"),
                f"размещён {date_in_digits(one.published_on)}, а издан {date_in_digits(one.issued_on)}: "
                f"{one.kind.full_title}",
                hint="исправьте дату размещения",
                related=(Related(one.entry.place("дата"), "акт издан здесь"),),
            )
