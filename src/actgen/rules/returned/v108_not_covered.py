"""V108: a signature that does not cover the whole file."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.returned_file import ReturnedFile
from actgen.rules.rule import Rule

RULE = Rule("V108", Severity.ERROR, "подпись охватывает не весь файл")


def check(returned: ReturnedFile) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each part, relation or later addition that no signature covers."""
    for signature in returned.signatures:
        for part in signature.uncovered:
            yield RULE.at(
                returned.place,
                f"не под подписью: {part}",
                hint="это добавлено после подписи или не подписывалось: подпишите файл заново",
            )
