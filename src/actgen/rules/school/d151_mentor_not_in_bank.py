"""D151: a mentor of a pair whom the bank of mentors does not have."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D151", Severity.WARNING, "участника пары нет в банке")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each mentor or mentee of a pair who is not in the bank, where the bank is kept."""
    bank = school.bank
    if bank is None:
        return
    mentors, mentees = [one.person for one in bank.mentors], [one.person for one in bank.mentees]
    for pair in school.pairs:
        if mentors and pair.mentor not in mentors:
            yield RULE.at(
                pair.place("наставник"),
                f"наставника нет в банке наставников: {pair.mentor.short_name}",
                hint="добавьте его в data/bank.yaml: иначе его не будет в реестре",
                related=(Related(bank.place("наставники"), "банк здесь"),),
            )
        for number, mentee in enumerate(pair.mentees):
            if mentees and mentee not in mentees:
                yield RULE.at(
                    pair.place("наставляемые", number),
                    f"наставляемого нет в банке наставляемых: {mentee.short_name}",
                    hint="добавьте его в data/bank.yaml: иначе его не будет в реестре",
                    related=(Related(bank.place("наставляемые"), "банк здесь"),),
                )
