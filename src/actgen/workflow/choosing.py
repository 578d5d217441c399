"""From what a person types to the documents that she means: a kind, and about whom."""

from __future__ import annotations

from actgen.diagnostics import closest
from actgen.plan import Planned, meant_by, subject_names
from actgen.school import JOURNAL
from actgen.workflow.check import Checked
from actgen.workflow.refusal import Refused


def chosen(checked: Checked, name: str, about: str | None, *, is_every: bool = False) -> tuple[Planned, ...]:
    """Return the planned documents of a kind, about one subject when it is named, all of them when asked.

    Args:
        checked: What the data and acts say.
        name: File stem or short name of the kind.
        about: The subject as `о_ком:` names it: «belova», «Лебедева Т.Н.».
        is_every: Whether several documents may be meant.

    Raises:
        Refused: There is no such kind or document, or several and none is named.
    """
    kind = checked.kinds.named(name)
    if kind is None:
        near = checked.kinds.nearest(name)
        meant = f"; может быть, «{near}»?" if near else ""
        known = ", ".join(own for one in checked.kinds for own in one.names[-1:])
        raise Refused(f"нет вида акта «{name}»{meant}", f"есть: {known}", is_wrong_line=True)
    every = [*(one.planned for one in checked.plan.documents), *(one.planned for one in checked.plan.held)]
    own = [planned for planned in every if planned.kind is kind]
    if not own:
        _refuse_unread(checked, kind.title)
        raise Refused(f"данные не требуют такого документа: {kind.title}", "посмотрите список: actgen plan")
    names = [key for planned in own for key in [planned.subject.key] if key]
    if about is not None:
        keys = {subject.key for subject in meant_by(about, (one.subject for one in own))}
        found = [one for one in own if one.subject.key in keys]
        if not found:
            _refuse_unread(checked, about)
            near = closest(about, [known for one in own for known in subject_names(one.subject)])
            meant = f"; может быть, «{near}»?" if near else ""
            listed = f"есть: {', '.join(names)}" if names else "этот акт один на школу: --about не нужен"
            raise Refused(f"такого документа о «{about}» нет{meant}", listed, is_wrong_line=True)
        own = found
    if len(own) > 1 and not is_every:
        hint = f"укажите --about: {', '.join(names)}"
        raise Refused(f"документов этого вида {len(own)}: {kind.title}", hint, is_wrong_line=True)
    return tuple(own)


def _refuse_unread(checked: Checked, wanted: str) -> None:
    """Refuse to say that there is no such document when some files of the data were not read.

    Raises:
        Refused: A file has an error of its own.
    """
    unread = tuple(found for found in checked.diagnostics if found.is_error and found.code.startswith("F"))
    if unread:
        message = f"не все данные прочитаны, а среди прочитанных такого документа нет: {wanted}"
        raise Refused(message, "исправьте эти ошибки и повторите", found=unread)


def refuse_broken_journal(checked: Checked) -> None:
    """Refuse to work on a journal that cannot be believed: nobody knows then what it says.

    Raises:
        Refused: The school or its journal has an error.
    """
    errors = tuple(found for found in checked.diagnostics if found.is_error and found.place.file == JOURNAL)
    if checked.school is None or errors:
        found = errors or tuple(one for one in checked.diagnostics if one.is_error)
        raise Refused("сначала исправьте ошибки в данных", "все ошибки показывает actgen check", found=found)
