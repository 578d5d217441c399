"""V109: a signature that cannot be judged here."""

from collections.abc import Iterator

from actgen.certificates import SignatureState
from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.returned_file import ReturnedFile
from actgen.rules.rule import Rule

RULE = Rule("V109", Severity.WARNING, "подпись не проверена")


def check(returned: ReturnedFile) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each signature of which nothing is known."""
    for signature in returned.signatures:
        if signature.state is SignatureState.NOT_CHECKED:
            owner = f", {signature.certificate.owner}" if signature.certificate else ""
            yield RULE.at(
                returned.place,
                f"подпись {signature.kind}{owner} не проверено: {signature.reason}",
                hint="юридически значимая проверка — на Госуслугах или в КриптоАРМ",
            )
