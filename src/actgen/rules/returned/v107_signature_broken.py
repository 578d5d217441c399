"""V107: a signature that does not fit the file."""

from collections.abc import Iterator

from actgen.certificates import SignatureState
from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.returned_file import ReturnedFile
from actgen.rules.rule import Rule

RULE = Rule("V107", Severity.ERROR, "подпись не подходит к файлу")


def check(returned: ReturnedFile) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each signature that does not fit."""
    for signature in returned.signatures:
        if signature.state is SignatureState.BROKEN:
            owner = f", {signature.certificate.owner}" if signature.certificate else ""
            yield RULE.at(
                returned.place,
                f"подпись {signature.kind} не подходит{owner}: {signature.reason}",
                hint="возьмите файл и подпись, полученные вместе; если их меняли, подпишите заново",
            )
