"""A document that a hand has changed: what the hand changed and what the data, and how hers is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from actgen.bundle import manifest_text
from actgen.diagnostics import Place
from actgen.docx import ArchiveFault, document_lines
from actgen.rules import FinishedDocument
from actgen.version import VERSION
from actgen.workflow.build import manifest_entry, texts_of
from actgen.workflow.check import check_workspace
from actgen.workflow.differences import Difference, changed_pieces, differences, paragraphs
from actgen.workflow.file_text import read_given
from actgen.workflow.files import free_name, only_writer, write_together
from actgen.workflow.planning import Worked, out_folder, text_built, text_now, work_out
from actgen.workflow.quick import MANIFEST
from actgen.workflow.refusal import Refused
from actgen.workflow.states import FORMER, FileState, State, beside
from actgen.workflow.texts import TEXTS, texts_content


@dataclass(frozen=True, slots=True)
class Advice:
    """A change made by hand, and the places that would have to be changed for it to come by itself."""

    before: str
    after: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A built file beside what was built and what its data give now.

    `by_hand` is what the hand changed, `by_data` what the data did since the last build. `is_base_known` is no where
    the last build left no text: then `by_hand` is all that differs from the data now.
    """

    state: FileState
    path: Path
    by_hand: tuple[Difference, ...]
    by_data: tuple[Difference, ...]
    is_base_known: bool
    advice: tuple[Advice, ...] = ()


def own_file(project: Path | str, file: Path, out: Path | None = None) -> OwnFile:
    """Return what was changed by hand in a built file, and what the data changed since it was built; write nothing.

    Raises:
        Refused: There is no such file, it is no Word file, or no document of this workspace.
        WriteFault: It cannot be read.
    """
    folder = out_folder(project, out)
    worked = work_out(check_workspace(project), Path(project), folder)
    return _own_file(worked, file, folder)


def take_file(project: Path | str, file: Path, out: Path | None = None) -> OwnFile:
    """Keep a file as a hand has changed it: the build leaves it, and lays nothing beside it until its data change.

    Raises:
        Refused: As for `own_file`; or nothing was changed by hand.
        WriteFault: The disk prevents it; every file is as it was.
    """
    folder = out_folder(project, out)
    if not folder.is_dir():
        read_given(file)
        raise _foreign(file)
    with only_writer(folder):
        worked = work_out(check_workspace(project), Path(project), folder)
        own = _own_file(worked, file, folder)
        if own.state.state is State.SIGNED:
            hint = "подписанный файл записывает actgen sign"
            raise Refused(f"акт подписан, его не меняют: {own.path.name}", hint)
        if own.state.state is not State.EDITED:
            raise Refused(f"вручную здесь ничего не изменено: {own.path.name}", "принимать нечего")
        _keep(worked, own, folder)
    return own


def _own_file(worked: Worked, file: Path, folder: Path) -> OwnFile:
    content = read_given(file)
    state = _state_of(worked, file, folder)
    path = folder / state.file
    if path.resolve() != file.resolve():
        content = read_given(path)  # she named the new one that lies beside hers
    try:
        hers = paragraphs(document_lines(content))
    except ArchiveFault as bad:
        raise Refused(f"{bad}: {file}", "откройте его в Word и сохраните как .docx") from bad
    now = text_now(worked.prepared, state.key)
    base = text_built(worked, state, folder)
    by_hand = differences(base if base is not None else now, hers)
    by_data = differences(base, now) if base is not None else ()
    advice = tuple(_advice(by_hand, worked.prepared.finished[state.key]))
    return OwnFile(state, path, by_hand, by_data, base is not None, advice)


def _state_of(worked: Worked, file: Path, folder: Path) -> FileState:
    """Return the state of the document that stands at that path, or beside which the new one was laid there.

    Raises:
        Refused: There is none.
    """
    wanted = file.resolve()
    for state in worked.states:
        if state.file and wanted in ((folder / state.file).resolve(), (folder / beside(state.file)).resolve()):
            if state.state is State.HELD:
                raise Refused(f"документ ждёт: {state.reason}", "исправьте ошибки: actgen check")
            if state.document is None:
                raise Refused(f"такого документа больше нет: {file.name}", state.reason)
            return state
    raise _foreign(file)


def _foreign(file: Path) -> Refused:
    hint = "назовите файл из папки out/docx; вернувшийся файл сверяет actgen verify"
    return Refused(f"это не собранный документ этой школы: {file}", hint, is_wrong_line=True)


def _advice(by_hand: tuple[Difference, ...], finished: FinishedDocument) -> Iterator[Advice]:
    for change in by_hand:
        if not change.before:
            yield Advice("", change.after, _template(finished))
            continue
        pieces = changed_pieces(change.before, change.after) or ((change.before, change.after),)
        for before, after in pieces:
            yield Advice(before, after, _places(before, change.before, finished))


def _places(piece: str, paragraph: str, finished: FinishedDocument) -> tuple[Place, ...]:
    """Return where the words come from: the data or the act where somebody typed them, else the template."""
    return (finished.written_in(paragraph, piece) if piece else ()) or _template(finished)


def _template(finished: FinishedDocument) -> tuple[Place, ...]:
    return (Place(finished.template),)


def _keep(worked: Worked, own: OwnFile, folder: Path) -> None:
    document = own.state.document
    assert document is not None
    # The hash of what the data give: by it the text is kept that her changes are told from.
    digest = worked.prepared.finished[own.state.key].sha256
    taken = replace(manifest_entry(document, own.state.file, digest), is_taken=True)
    entries = tuple({**worked.built.entries, own.state.key: taken}.values())
    new = folder / beside(own.state.file)
    moves = {new: free_name(folder / FORMER / new.name)} if new.exists() else {}
    written = {
        folder / TEXTS: texts_content(texts_of(worked, entries)),
        folder / MANIFEST: manifest_text(entries, VERSION).encode(),
    }
    write_together(written, moves)
