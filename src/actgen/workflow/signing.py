"""sign: what was signed is recorded and kept: its files under `signed/`, their hashes in the journal.

Nothing is signed here: people sign, by pen or with their own programs; this is the record of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from actgen.diagnostics import Diagnostic
from actgen.docx import Difference
from actgen.plan import Planned, file_name
from actgen.school import ActState, DetachedSignature, SignedFile
from actgen.workflow.check import Checked, check_workspace
from actgen.workflow.choosing import chosen, refuse_broken_journal
from actgen.workflow.expected import Expected, expected_of
from actgen.workflow.file_text import read_given
from actgen.workflow.files import only_writer, read_if_there, write_together
from actgen.workflow.journal_file import (
    EntryChange,
    entries_of,
    judged,
    new_findings,
    read_journal,
    with_entry,
)
from actgen.workflow.numbering import refuse_taken, used_numbers
from actgen.workflow.refusal import Refused
from actgen.workflow.states import read_built
from actgen.workflow.verifying import Verified, verified

SIGNED = "signed"
"""The folder of what was signed; it goes into git and nothing in it is written twice."""

SIGNATURE_ENDINGS = (".sig", ".p7s", ".sgn")
_TEXT_DIFFERS = "V102"


@dataclass(frozen=True, slots=True)
class Signed:
    """An act that was recorded as signed: its files, what was found in them, and whether text was compared."""

    planned: Planned
    number: str | None
    day: date
    files: tuple[SignedFile, ...]
    verified: tuple[Verified, ...]
    found: tuple[Diagnostic, ...] = ()


def sign_act(
    project: Path | str,
    name: str,
    files: Sequence[Path] = (),
    *,
    number: str | None = None,
    day: date | None = None,
    about: str | None = None,
    out: Path | None = None,
    is_as_it_is: bool = False,
) -> Signed:
    """Record an act as signed and return what was recorded.

    Args:
        project: The workspace folder.
        name: The kind of act.
        files: What came back: DOCX or PDF, and the `.sig` of each; without files the built one was signed by pen.
        number: Its number where the journal has none yet.
        day: Its date where the journal has none yet.
        about: The subject where the kind has several documents.
        out: Where built files lie; `out` of the project when not given.
        is_as_it_is: Take a file although its text differs from the data.

    Raises:
        Refused: The act has no number or date, a file is not of this act, its signature does not fit, or another file
            of its name is kept already; nothing is written.
        WriteFault: A file cannot be read or written; everything is as it was.
    """
    folder = Path(project)
    journal = read_journal(folder)
    checked = check_workspace(folder)
    refuse_broken_journal(checked)
    (planned,) = chosen(checked, name, about)
    change = _change(planned, checked, number, day)
    after = judged(folder, checked, with_entry(journal.text, entries_of(checked), change), [change])
    # A draft is printed without its number, and signed so: both texts are the data's.
    expected = [*expected_of(after, [planned.key]), *expected_of(checked, [planned.key])]
    if not expected:
        raise Refused(f"этот документ сейчас не собирается: {planned.title}", "исправьте ошибки: actgen check")
    given = _given(files) if files else _built(planned, out or folder / "out")
    looked_at = tuple(_verified(one, expected, is_as_it_is=is_as_it_is) for one in given)
    own_number = change.number or planned.requisites.number
    stem = file_name(None, planned.kind, own_number, planned.subject.title, is_draft=False)
    records, contents = _records(folder, f"{_folder(checked)}/{stem}", given, looked_at, expected[0].text.digest)
    known = change.entry.files if change.entry is not None else ()
    change = replace(change, files=tuple(file for file in records if file not in known))
    if not change.values and not change.files:
        raise Refused(f"это уже записано: {planned.title}", "проверить подписанное: actgen verify")
    text = with_entry(journal.text, entries_of(checked), change)
    after = judged(folder, checked, text, [change])
    with only_writer(folder / "out"):
        journal.refuse_changed()
        # The journal goes last: a file that it does not name yet is harmless, a name without its file is not.
        write_together({**contents, journal.path: journal.encoded(text)}, new=contents.keys())
    signed_on = change.day or planned.requisites.day or date.min
    return Signed(planned, own_number, signed_on, change.files, looked_at, new_findings(checked, after))


@dataclass(frozen=True, slots=True)
class _Given:
    """A file that came back, with its signature where that stands in a file of its own."""

    path: Path
    content: bytes
    signature: tuple[Path, bytes] | None = None


def _change(planned: Planned, checked: Checked, number: str | None, day: date | None) -> EntryChange:
    """Return the entry as signed, with number and date.

    Raises:
        Refused: One of them is missing, or others were recorded.
    """
    entry, requisites = planned.requisites.entry, planned.requisites
    for given, known, what in ((number, requisites.number, "номер"), (day, requisites.day, "дата")):
        if given is not None and known is not None and given != known:
            shown = f"{known:%d.%m.%Y}" if isinstance(known, date) else known
            raise Refused(f"в журнале у акта {what} {shown}: {planned.title}", "исправьте журнал или команду")
    if entry is not None and entry.state is ActState.LAPSED:
        raise Refused(f"акт утратил силу: {planned.title}", "новую редакцию начинает actgen number --new-edition")
    own_number = number or requisites.number
    own_day = day or requisites.day or (planned.parent.day if planned.parent is not None else None)
    series = (entry.series if entry is not None else None) or planned.kind.series
    called = planned.kind.names[-1] + (f" --about {planned.subject.key}" if planned.subject.key else "")
    if own_number is None and planned.parent is None and series and not planned.kind.is_blank:
        raise Refused(f"у акта нет номера: {planned.title}", f"укажите --number или запишите: actgen number {called}")
    if own_day is None:
        raise Refused(f"у акта нет даты: {planned.title}", "укажите день подписания: --date 15.09.2026")
    if number is not None and requisites.number is None:
        refuse_taken(number, own_day, used_numbers(planned, checked, (), but=entry), checked)
    return EntryChange(
        planned,
        entry,
        number if entry is None or entry.number is None else None,
        own_day if entry is None or entry.day is None else None,
        ActState.SIGNED if entry is None or entry.state is not ActState.SIGNED else None,
    )


def _folder(checked: Checked) -> str:
    assert checked.school is not None
    year = checked.school.settings.year
    return f"{SIGNED}/{year.first}-{year.second}"


def _built(planned: Planned, out: Path) -> tuple[_Given, ...]:
    """Return the built file of the act: what was printed and signed by pen.

    Raises:
        Refused: There is none.
    """
    entry = read_built(out).entries.get(planned.key)
    path = out / entry.file if entry is not None else None
    if path is None or not path.is_file():
        raise Refused(
            f"собранного файла нет: {planned.title}",
            "соберите его (actgen build) или назовите файл, который подписан",
        )
    return (_Given(path, read_given(path)),)


def _given(files: Sequence[Path]) -> tuple[_Given, ...]:
    """Return each file with its signature: of the same name with another ending, or the one there is for the one file.

    Raises:
        Refused: A file is not there, or a signature belongs to none of them.
    """
    signatures = [path for path in files if path.suffix.casefold() in SIGNATURE_ENDINGS]
    mains = [path for path in files if path not in signatures]
    found = []
    for path in mains:
        own = [one for one in signatures if one.name.casefold().startswith(path.name.casefold())]
        if not own and len(mains) == len(signatures) == 1:
            own = signatures
        signatures = [one for one in signatures if one not in own[:1]]
        found.append(_Given(path, read_given(path), (own[0], read_given(own[0])) if own else None))
    if signatures:
        raise Refused(f"подпись без файла: {signatures[0].name}", "назовите и файл, который ею подписан")
    return tuple(found)


def _verified(given: _Given, expected: Sequence[Expected], *, is_as_it_is: bool) -> Verified:
    """Return what is to be said of a file; `expected` is the act with its number, then as it was built without.

    Raises:
        Refused: It is not of this act, says something else, or its signature does not fit.
    """
    signature = given.signature[0] if given.signature else None
    by_text = [verified(given.path, given.content, [one], signature) for one in expected]
    found = by_text[0]
    if not any(_names_another_number(one) for one in found.returned.differences):
        found = next((one for one in by_text if not one.has_errors), found)
    errors = tuple(one for one in found.diagnostics if one.is_error)
    if not found.returned.is_known:
        raise Refused(f"это файл не этого акта: {given.path.name}", "назовите файл, который собран для него")
    is_only_text = all(one.code == _TEXT_DIFFERS for one in errors)
    if errors and not (is_as_it_is and is_only_text):
        hint = "если подписан именно такой текст, повторите с --as-is" if is_only_text else "попросите верный файл"
        raise Refused(f"файл не такой, каким его собирали: {given.path.name}", hint, found=errors)
    return found


def _names_another_number(one: Difference) -> bool:
    return "№" in one.was and "№" in one.now


def _records(
    folder: Path, target: str, given: Sequence[_Given], looked_at: Sequence[Verified], digest: str
) -> tuple[tuple[SignedFile, ...], dict[Path, bytes]]:
    """Return what the journal is to say of the files, and the bytes of each that is to be kept.

    Args:
        folder: The workspace folder.
        target: Path and name of the act in it, without ending.
        given: The files.
        looked_at: What was found in each.
        digest: Of the text of the act: a PDF whose pages say that text has it, a scan has none.

    Raises:
        Refused: Another file of the name is kept already.
        WriteFault: That file cannot be read.
    """
    contents: dict[Path, bytes] = {}
    endings: Counter[str] = Counter()

    def keep(name: str, content: bytes) -> str:
        path = folder / name
        there = read_if_there(path)
        if there is not None and there != content:
            raise Refused(
                f"такой файл уже есть, с другим содержимым: {name}",
                "подписанное не переписывается; новую редакцию начинает actgen number --new-edition",
            )
        if there is None:
            contents[path] = content
        return name

    records = []
    for one, found in zip(given, looked_at, strict=True):
        ending = one.path.suffix.casefold()
        endings[ending] += 1
        name = keep(f"{target}{f' ({endings[ending]})' if endings[ending] > 1 else ''}{ending}", one.content)
        signature = None
        if one.signature is not None:
            path, content = one.signature
            kept = keep(f"{name}{path.suffix.casefold()}", content)
            signature = DetachedSignature(file=kept, sha256=sha256(content).hexdigest())
        text = found.digest or (digest if found.has_text else None)
        records.append(SignedFile(file=name, sha256=sha256(one.content).hexdigest(), text=text, signature=signature))
    return tuple(records), contents
