"""V102: a text that says something else than the data gave."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.returned_file import ReturnedFile
from actgen.rules.rule import Rule

RULE = Rule("V102", Severity.ERROR, "текст не тот, что дали данные")


def check(returned: ReturnedFile) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each place where the text differs, with its clause."""
    for found in returned.differences:
        if found.was and found.now:
            said = f"{found.where}: было «{found.was}», стало «{found.now}»"
        else:
            said = f"{found.where}: {'пропало' if found.was else 'добавлено'} «{found.was or found.now}»"
        yield RULE.at(
            returned.place,
            said,
            hint="верните прежний текст или исправьте данные, соберите документ заново и подпишите его",
        )
