"""S170: a point that the school replaced or dropped has changed since in the act that it inherits."""

from collections.abc import Iterator

from actgen.acts import PointChange
from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S170", Severity.WARNING, "общий пункт изменился после того, как школа записала свой")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each own point whose original is not the one that it was compared with."""
    for kind in acts.kinds:
        for own in kind.own_points:
            change = own.change
            if not own.digest or not isinstance(change, PointChange) or change.original == own.digest:
                continue
            done = f"{own.code}, {own.action}"
            sign = f"«подлинник: {own.digest}»"
            if change.original is None:
                message, hint = f"не записано, с каким общим пунктом сверено: {done}", f"впишите {sign}"
                yield RULE.at(change.place(), message, hint, severity=Severity.INFO)
            else:
                yield RULE.at(
                    change.place("подлинник"),
                    f"общий пункт изменился: {done}",
                    hint=f"прочтите, как он звучит теперь ({kind.file}), поправьте свой и впишите {sign}",
                )
