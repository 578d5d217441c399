"""D123: a head whose position is not that of one."""

from collections.abc import Iterator

from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.rule import Rule
from actgen.school import School

RULE = Rule("D123", Severity.WARNING, "должность руководителя не руководящая")
_HEADS = ("директор", "заведующ", "начальник", "ректор", "руководитель", "исполняющ", "и.о.", "и. о.", "врио", "глава")
_DEPUTIES = ("заместитель", "зам.", "советник", "помощник", "секретарь")


def check(school: School) -> Iterator[Diagnostic]:
    """Yield one diagnostic when the person who signs orders has a position that does not allow it."""
    head = school.settings.head
    position = head.position.casefold()
    is_head = any(word in position for word in _HEADS) and not position.startswith(_DEPUTIES)
    if not is_head:
        yield RULE.at(
            school.settings.place("руководитель"),
            f"приказы подписывает не руководитель: {head.short_name}, {head.position}",
            hint="назовите директора, а если обязанности исполняет другой, напишите в его должности «и.о. директора»",
        )
