"""S144: dates typed in two styles in the text of one act."""

import re
from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Related, Severity
from actgen.plan import Planned
from actgen.rules.acts import Acts
from actgen.rules.dates import dates_in
from actgen.rules.rule import Rule
from actgen.sources import Text

RULE = Rule("S144", Severity.WARNING, "даты в тексте акта записаны по-разному")
_OF_ACT = re.compile(r"\bот\s+$")
_NUMBER = re.compile(r"\s*(?:г\.)?\s*№")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each act with both «01.10.2026» and «1 октября 2026 г.» typed, at the first other one.

    The date of another act («от 01.09.2026 № 5») is digits everywhere and does not count.
    """
    for document in acts.first_of_each_kind():
        dates = list(_typed(acts, document))
        in_digits = [date for date in dates if date[2]]
        in_words = [date for date in dates if not date[2]]
        if not in_digits or not in_words:
            continue
        first = dates[0]
        text, offset, is_digits, written = in_words[0] if first[2] else in_digits[0]
        yield RULE.at(
            text.place_at(offset, len(written)),
            f"даты записаны по-разному: «{first[3]}» и «{written}»",
            hint="в тексте акта пишите одинаково: " + ("цифрами" if not is_digits else "1 октября 2026 г."),
            related=(Related(first[0].place_at(first[1], len(first[3])), "иначе — здесь"),),
        )


def _typed(acts: Acts, document: Planned) -> Iterator[tuple[Text, int, bool, str]]:
    """Yield each whole date of the texts: the text, where it stands there, whether it is in digits, as written."""
    for text in acts.texts(document):
        for found in dates_in(text):
            before, after = text[: found.offset], text[found.offset + len(found.text) :]
            is_of_act = _OF_ACT.search(before) is not None and _NUMBER.match(after) is not None
            if found.has_year and not is_of_act:
                yield text, found.offset, found.text[-5:-4] == ".", found.text
