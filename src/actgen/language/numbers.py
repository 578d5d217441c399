"""Numbers in words, counted nouns (существительные при числительных) and sums of money."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from actgen.language.case import OBLIQUE_CASES, Case, Gender
from actgen.language.counted_nouns import CountedNoun, find_counted_noun
from actgen.language.spelling import NBSP

_CASES = (Case.NOMINATIVE, *OBLIQUE_CASES)

# Six cases in the order of `Case`; the accusative of 1–4 follows the noun and is found in `_small`.
_UNITS = {
    0: "ноль нуля нулю ноль нулём нуле",
    3: "три трёх трём три тремя трёх",
    4: "четыре четырёх четырём четыре четырьмя четырёх",
    5: "пять пяти пяти пять пятью пяти",
    6: "шесть шести шести шесть шестью шести",
    7: "семь семи семи семь семью семи",
    8: "восемь восьми восьми восемь восемью восьми",
    9: "девять девяти девяти девять девятью девяти",
    10: "десять десяти десяти десять десятью десяти",
}
_TEENS = "один две три четыр пят шест сем восем девят"
_ONE = {
    "m": "один одного одному один одним одном",
    "f": "одна одной одной одну одной одной",
    "n": "одно одного одному одно одним одном",
}
_TWO = {
    "m": "два двух двум два двумя двух",
    "f": "две двух двум две двумя двух",
    "n": "два двух двум два двумя двух",
}
_TENS = {
    2: "двадцать двадцати двадцати двадцать двадцатью двадцати",
    3: "тридцать тридцати тридцати тридцать тридцатью тридцати",
    4: "сорок сорока сорока сорок сорока сорока",
    5: "пятьдесят пятидесяти пятидесяти пятьдесят пятьюдесятью пятидесяти",
    6: "шестьдесят шестидесяти шестидесяти шестьдесят шестьюдесятью шестидесяти",
    7: "семьдесят семидесяти семидесяти семьдесят семьюдесятью семидесяти",
    8: "восемьдесят восьмидесяти восьмидесяти восемьдесят восемьюдесятью восьмидесяти",
    9: "девяносто девяноста девяноста девяносто девяноста девяноста",
}
_HUNDREDS = {
    1: "сто ста ста сто ста ста",
    2: "двести двухсот двумстам двести двумястами двухстах",
    3: "триста трёхсот трёмстам триста тремястами трёхстах",
    4: "четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах",
    5: "пятьсот пятисот пятистам пятьсот пятьюстами пятистах",
    6: "шестьсот шестисот шестистам шестьсот шестьюстами шестистах",
    7: "семьсот семисот семистам семьсот семьюстами семистах",
    8: "восемьсот восьмисот восьмистам восемьсот восемьюстами восьмистах",
    9: "девятьсот девятисот девятистам девятьсот девятьюстами девятистах",
}
_SCALES = ("тысяча", "миллион", "миллиард", "триллион")
_LIMIT = 10 ** (3 * (len(_SCALES) + 1))


def number_in_words(
    number: int, case: Case = Case.NOMINATIVE, *, gender: Gender | None = Gender.MASCULINE, animate: bool = False
) -> str:
    """Return a whole number in words.

    Args:
        number: From minus to plus 10¹⁵, the bounds excluded.
        case: Case of the number.
        gender: Gender of what is counted; None for the neuter.
        animate: Living beings are counted: «двух наставников» in the accusative.

    Raises:
        ValueError: The number is too long to be read.

    >>> number_in_words(5000), number_in_words(21, Case.GENITIVE, gender=Gender.FEMININE)
    ('пять тысяч', 'двадцати одной')
    """
    if abs(number) >= _LIMIT:
        raise ValueError(f"a number of more than {len(str(_LIMIT)) - 1} digits: {number}")
    letter = {Gender.MASCULINE: "m", Gender.FEMININE: "f", None: "n"}[gender]
    if number == 0:
        return _form(_UNITS[0], case)
    words = [] if number > 0 else ["минус"]
    groups = _groups_of_three(abs(number))
    for place in range(len(groups) - 1, 0, -1):
        if groups[place]:
            scale = find_counted_noun(_SCALES[place - 1])
            words += _small(groups[place], case, "f" if place == 1 else "m", animate=False)
            words.append(_agree(scale, groups[place], case, animate=False))
    words += _small(groups[0], case, letter, animate=animate)
    return " ".join(words)


def _groups_of_three(number: int) -> list[int]:
    groups = []
    while number:
        number, group = divmod(number, 1000)
        groups.append(group)
    return groups


def _form(forms: str, case: Case) -> str:
    return forms.split()[_CASES.index(case)]


def _small(number: int, case: Case, letter: str, *, animate: bool) -> list[str]:
    """Return a number below a thousand in words; zero has none."""
    words = []
    hundreds, rest = divmod(number, 100)
    if hundreds:
        words.append(_form(_HUNDREDS[hundreds], case))
    if 11 <= rest <= 19:
        stem = _TEENS.split()[rest - 11]
        return [*words, stem + _form("надцать надцати надцати надцать надцатью надцати", case)]
    tens, units = divmod(rest, 10)
    if tens == 1:
        return [*words, _form(_UNITS[10], case)]
    if tens:
        words.append(_form(_TENS[tens], case))
    if units:
        words.append(_unit(units, case, letter, animate=animate and not words))
    return words


def _unit(units: int, case: Case, letter: str, *, animate: bool) -> str:
    """Return 1 to 9: «одного» наставника always, «двух» only in a simple number («двадцать два наставника»)."""
    forms = {1: _ONE, 2: _TWO}.get(units, {}).get(letter) or _UNITS[units]
    if case is Case.ACCUSATIVE and units <= 4 and animate and not (units == 1 and letter != "m"):
        return _form(forms, Case.GENITIVE)
    return _form(forms, case)


def _agree(noun: CountedNoun, number: int, case: Case, *, animate: bool) -> str:
    """Return the noun as it stands after a number in a case."""
    tens, units = abs(number) % 100, abs(number) % 10
    is_one = units == 1 and tens != 11
    is_few = units in (2, 3, 4) and not 12 <= tens <= 14
    if case in (Case.NOMINATIVE, Case.ACCUSATIVE):
        if is_one:
            return noun.accusative if case is Case.ACCUSATIVE else noun.singular[0]
        if is_few and case is Case.ACCUSATIVE and animate and abs(number) < 10:
            return noun.plural[1]
        return noun.few if is_few else noun.many
    forms = noun.singular if is_one else noun.plural
    return forms[_CASES.index(case)]


def counted_noun(number: int, noun: str, case: Case = Case.NOMINATIVE) -> str:
    """Return a noun or a phrase as it stands after a number: «наставника» after 3.

    >>> [counted_noun(number, "наставник") for number in (1, 3, 5, 21, 112)]
    ['наставник', 'наставника', 'наставников', 'наставник', 'наставников']
    """
    known = find_counted_noun(noun)
    return _agree(known, number, case, animate=known.is_animate)


def count_in_digits(number: int, noun: str, case: Case = Case.NOMINATIVE) -> str:
    """Return the number in digits and the noun, a non-breaking blank between.

    >>> count_in_digits(3, "наставник").replace(NBSP, " "), count_in_digits(2, "пара", Case.GENITIVE).replace(NBSP, " ")
    ('3 наставника', '2 пар')
    """
    return f"{grouped(number)}{NBSP}{counted_noun(number, noun, case)}"


def count_in_words(number: int, noun: str, case: Case = Case.NOMINATIVE) -> str:
    """Return the number in words and the noun.

    >>> count_in_words(2, "наставник", Case.ACCUSATIVE), count_in_words(21, "пара", Case.DATIVE)
    ('двух наставников', 'двадцати одной паре')
    """
    known = find_counted_noun(noun)
    words = number_in_words(number, case, gender=known.gender, animate=known.is_animate)
    if case is Case.ACCUSATIVE and known.is_animate and known.gender is Gender.MASCULINE and words.endswith("один"):
        words = words.removesuffix("один") + "одного"
    return f"{words} {_agree(known, number, case, animate=known.is_animate)}"


def grouped(number: int) -> str:
    """Return a number in digits, thousands apart by a non-breaking blank from five digits or in sums from four.

    >>> grouped(5000).replace(NBSP, " ")
    '5 000'
    """
    return f"{number:,}".replace(",", NBSP)


def sum_in_words(amount: Decimal, case: Case = Case.NOMINATIVE) -> str:
    """Return a sum of money as a contract prints it: digits, words in brackets, always two digits of kopecks.

    Args:
        amount: Roubles; a third decimal is rounded half up.
        case: «в размере» asks for the genitive.

    Raises:
        TypeError: `amount` is not a `Decimal`; a float would lose kopecks silently.
        ValueError: The sum is negative or no number.

    >>> sum_in_words(Decimal(5000)).replace(NBSP, " ")
    '5 000 (пять тысяч) рублей 00 копеек'
    >>> sum_in_words(Decimal("5000"), Case.GENITIVE).replace(NBSP, " ")
    '5 000 (пяти тысяч) рублей 00 копеек'
    """
    if not isinstance(amount, Decimal):
        raise TypeError(f"a sum must be a Decimal: {amount!r}")
    if not amount.is_finite() or amount < 0:
        raise ValueError(f"no sum of money: {amount}")
    rounded = amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    roubles, kopecks = divmod(int(rounded * 100), 100)
    words = number_in_words(roubles, case)
    rouble_word, kopeck_word = counted_noun(roubles, "рубль", case), counted_noun(kopecks, "копейка", case)
    return f"{grouped(roubles)} ({words}) {rouble_word} {kopecks:02}{NBSP}{kopeck_word}"
