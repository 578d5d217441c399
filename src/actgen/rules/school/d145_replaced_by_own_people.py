"""D145: a mentor who is replaced by herself, or by her mentee."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D145", Severity.ERROR, "новый наставник уже в этой паре")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each replacement whose new mentor is the mentor of that day or a mentee."""
    for pair in school.pairs:
        mentor = pair.mentor
        for event in sorted(pair.events, key=lambda event: event.effective_on):
            new = event.new_mentor
            if new is None:
                continue
            if new == mentor or new in pair.mentees:
                role = "наставник" if new == mentor else "наставляемый"
                yield RULE.at(
                    event.place("новый_наставник"),
                    f"новый наставник уже в этой паре — {role}: {new.short_name}",
                    hint="назовите другого наставника",
                )
            mentor = new
