"""S135: a file put on the site later than the school's own term."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.language import date_in_digits
from actgen.rules.acts import Acts
from actgen.rules.publications import publications
from actgen.rules.rule import Rule
from actgen.working_days import working_days_between

RULE = Rule("S135", Severity.WARNING, "размещён на сайте с опозданием")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each publication later than `публикация_дней` working days after its act.

    The last day of the term is still in time.
    """
    term = acts.school.settings.rules.publication_days
    for one in publications(acts):
        between = working_days_between(one.issued_on, one.published_on)
        if between >= term:
            yield RULE.at(
                one.record.place("дата"),
                f"размещён {date_in_digits(one.published_on)}, срок — {term} рабочих дней после "
                f"{date_in_digits(one.issued_on)}: {one.kind.full_title}",
                hint="проверьте дату; срок — «публикация_дней» в разделе «правила» файла data/school.yaml",
                related=(Related(one.entry.place("дата"), "акт издан здесь"),),
            )
