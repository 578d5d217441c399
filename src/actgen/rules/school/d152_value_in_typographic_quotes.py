"""D152: a value of `data/` that stands in the quotes of Word."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.rules.written import written_texts
from actgen.school import School

RULE = Rule("D152", Severity.WARNING, "значение взято в кавычки Word")
_OPENING, _CLOSING = "“”„‟‘‚", "“”‟’‘"


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each value that begins and ends with such quotes: they would be printed.

    «Ёлочки» around the whole value are a name's own and stay; YAML's own quotes are straight and never seen here.
    """
    for text in written_texts(school):
        if len(text) > 1 and text[0] in _OPENING and text[-1] in _CLOSING:
            yield RULE.at(
                text.place_at(0, len(text)),
                f"кавычки напечатаются вместе со значением: {text}",
                hint="уберите их или возьмите значение в прямые кавычки",
            )
