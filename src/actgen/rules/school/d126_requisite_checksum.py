"""D126: a requisite of the school whose length or checksum is wrong."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D126", Severity.WARNING, "реквизит записан с ошибкой")
_LENGTHS = {"инн": 10, "кпп": 9, "огрн": 13}
_INN_WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each of ИНН, КПП and ОГРН that cannot be right."""
    organisation = school.settings.organisation
    for key, value in (("инн", organisation.inn), ("кпп", organisation.kpp), ("огрн", organisation.ogrn)):
        if value is None:
            continue
        digits = value.replace(" ", "")
        if not digits.isdigit() or len(digits) != _LENGTHS[key]:
            reason = f"знаков {len(digits)} вместо {_LENGTHS[key]}" if digits.isdigit() else "есть не только цифры"
        elif not _is_sound(key, digits):
            reason = "не сходится контрольная цифра"
        else:
            continue
        yield RULE.at(
            organisation.place(key),
            f"{key.upper()} записан с ошибкой: {value} — {reason}",
            hint="перепишите из свидетельства о постановке на учёт",
        )


def _is_sound(key: str, digits: str) -> bool:
    if key == "кпп":
        return True
    if key == "огрн":
        return int(digits[:-1]) % 11 % 10 == int(digits[-1])
    total = sum(int(digit) * weight for digit, weight in zip(digits, _INN_WEIGHTS, strict=False))
    return total % 11 % 10 == int(digits[-1])
