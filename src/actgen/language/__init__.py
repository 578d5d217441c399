"""Russian grammar for acts: names, positions, organisations, dates and numbers; strings in, strings out.

Nothing heavy is loaded here: pytrovich and pymorphy3 come at the first form that needs them.
"""

from actgen.language.case import OBLIQUE_CASES, Case, Gender, by_gender
from actgen.language.dates import (
    date_in_digits,
    date_in_words,
    date_with_quoted_day,
    month_name,
    months_range,
    period,
    period_in_digits,
    school_year,
    school_year_in_digits,
)
from actgen.language.declined import Declined, Layer
from actgen.language.doubts import DOUBT_KINDS, Doubt, DoubtKind, Level
from actgen.language.forms import AskedForm, FormKey, Forms, Kind, LockedForm, Override, override_index
from actgen.language.gender import FoundGender, GenderSource, gender_of_name
from actgen.language.heads import taught_noun
from actgen.language.initials import decline_short_name, initials_of, surname_first, surname_last, surname_of
from actgen.language.names import decline_name
from actgen.language.numbers import (
    count_in_digits,
    count_in_words,
    counted_noun,
    grouped,
    number_in_words,
    sum_in_words,
)
from actgen.language.organisations import decline_organisation
from actgen.language.positions import decline_position
from actgen.language.stems import stem
from actgen.language.transliteration import transliterated
from actgen.language.typography import keep_numbers, typeset

__all__ = [
    "DOUBT_KINDS",
    "OBLIQUE_CASES",
    "AskedForm",
    "Case",
    "Declined",
    "Doubt",
    "DoubtKind",
    "FormKey",
    "Forms",
    "FoundGender",
    "Gender",
    "GenderSource",
    "Kind",
    "Layer",
    "Level",
    "LockedForm",
    "Override",
    "by_gender",
    "count_in_digits",
    "count_in_words",
    "counted_noun",
    "date_in_digits",
    "date_in_words",
    "date_with_quoted_day",
    "decline_name",
    "decline_organisation",
    "decline_position",
    "decline_short_name",
    "gender_of_name",
    "grouped",
    "initials_of",
    "keep_numbers",
    "month_name",
    "months_range",
    "number_in_words",
    "override_index",
    "period",
    "period_in_digits",
    "school_year",
    "school_year_in_digits",
    "stem",
    "sum_in_words",
    "surname_first",
    "surname_last",
    "surname_of",
    "taught_noun",
    "transliterated",
    "typeset",
]
