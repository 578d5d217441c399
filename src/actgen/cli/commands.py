"""The commands: each calls the workflow and prints what it answers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from actgen.cli.command_line import DONE, ENVIRONMENT, FOUND, WRONG_LINE
from actgen.cli.console import say, say_json
from actgen.diagnostics import Diagnostic, closest
from actgen.diagnostics.printing import as_data, concise, report, summary
from actgen.diagnostics.reports import github, gitlab, junit, sarif
from actgen.version import VERSION

if TYPE_CHECKING:
    from actgen.workflow.quick import KnownWorkspace

_SIGNS = {"new": "+", "changed": "~", "same": "=", "signed": "#", "edited": "!", "extra": "-"}


def check(request: argparse.Namespace) -> int:
    """Print everything that is wrong with the workspace."""
    from actgen.workflow import known_workspace  # noqa: PLC0415

    known = known_workspace(request.project) if request.format == "full" and not request.fix else None
    if known is not None:
        _say_known(known)
        say(_all_right(known.checked_files, len(known.documents), known.found))
        return DONE
    from actgen.workflow import check_workspace  # noqa: PLC0415

    if request.fix:
        fault = _fix(request)
        if fault is not None:
            return fault
    checked = check_workspace(request.project)
    if not _say_for_programs(request, checked, checked.diagnostics, ()):
        _say_findings(checked.diagnostics, checked.texts, request.format)
        if checked.has_errors:
            say(f"Проверено файлов: {len(checked.texts)}. {summary(checked.diagnostics)}")
            curable = sum(bool(d.edits) or d.code == "F001" for d in checked.diagnostics)
            if curable:
                say(f"Из них исправит сам: {curable}; команда: actgen check --fix")
        else:
            say(_all_right(len(checked.texts), len(checked.plan.documents), summary(checked.diagnostics)))
    return FOUND if checked.has_errors else DONE


def _say_known(known: KnownWorkspace) -> None:
    if known.report:
        say(known.report)
        say()


def _all_right(files: int, documents: int, found: str) -> str:
    return f"Проверено файлов: {files}, документов будет {documents}. {found}"


def _fix(request: argparse.Namespace) -> int | None:
    """Show what can be mended and mend it after «да»; return an exit code only when the disk prevents it."""
    from actgen.workflow import WriteFault, find_fixes, write_fixes  # noqa: PLC0415

    stream = sys.stdout if request.format in ("full", "concise") else sys.stderr
    fixes = find_fixes(request.project)
    if not fixes:
        say("Исправлять самому нечего.", stream)
        return None
    for fix in fixes:
        say(fix.diff, stream)
    if not request.yes and not _agreed(stream):
        say("Файлы не изменены.", stream)
        return None
    try:
        write_fixes(request.project, fixes)
    except WriteFault as fault:
        say(f"actgen: {fault.reason}: {fault.path}", sys.stderr)
        say(f"   подсказка: {fault.hint}. Файлы остались как были.", sys.stderr)
        return ENVIRONMENT
    say(f"Исправлено мест: {sum(fix.places for fix in fixes)}, файлов: {len(fixes)}.", stream)
    return None


def _agreed(stream: TextIO) -> bool:
    if not sys.stdin or not sys.stdin.isatty():
        say("Чтобы исправить, повторите с --yes.", stream)
        return False
    try:
        return input("Исправить? Наберите «да»: ").strip().casefold() == "да"
    except EOFError:
        return False


def plan(request: argparse.Namespace) -> int:
    """Print what a build would do with each file, and because of which places."""
    from actgen.workflow import State, WriteFault, plan_workspace  # noqa: PLC0415

    try:
        planned = plan_workspace(request.project, request.out)
    except WriteFault as fault:
        return _prevented(fault.path, fault.reason, fault.hint)
    kinds = _kinds(request.kinds, planned.checked.kinds)
    if kinds is None:
        return WRONG_LINE
    states = [state for state in planned.states if not kinds or state.kind in kinds]
    checked = planned.checked
    if not _say_for_programs(request, checked, checked.diagnostics, states):
        _say_findings(checked.diagnostics, checked.texts, request.format)
        for state in states:
            say(_state_line(state, checked.layers))
        for held in checked.plan.held:
            say(f"x {held.planned.title}  ждёт: {held.reason} ({held.place.file}:{held.place.line})")
        say(_totals(states))
    if checked.has_errors:
        return FOUND
    will_change = any(state.state not in (State.SAME, State.SIGNED) for state in states)
    return FOUND if request.exit_code and will_change else DONE


def build(request: argparse.Namespace) -> int:
    """Check, build, and print what was written."""
    from actgen.workflow import is_built, known_workspace  # noqa: PLC0415

    known = known_workspace(request.project) if not request.kinds and request.format == "full" else None
    if known is not None and is_built(request.project, request.out or request.project / "out", known):
        _say_known(known)
        say(_all_fresh(len(known.documents)))
        return DONE
    from actgen.workflow import WriteFault, build_workspace, check_workspace  # noqa: PLC0415

    kinds = _kinds(request.kinds, check_workspace(request.project).kinds) if request.kinds else []
    if kinds is None:
        return WRONG_LINE
    try:
        written = build_workspace(request.project, request.out, kinds, is_locked=request.locked)
    except WriteFault as fault:
        return _prevented(fault.path, fault.reason, f"{fault.hint}. Остальные файлы остались как были.")
    if _say_for_programs(request, written.checked, written.diagnostics, written.states):
        return FOUND if written.has_errors else DONE
    _say_findings(written.diagnostics, written.checked.texts, request.format)
    if written.is_refused:
        say(f"Ничего не собрано, файлы в папке out не тронуты. {summary(written.diagnostics)}")
        return FOUND
    _say_written(written.states, written.written, written.moved, written.checked.layers)
    for held in written.checked.plan.held:
        say(f"  x {held.planned.title} ждёт: {held.reason} ({held.place})")
    if written.diagnostics:
        say(summary(written.diagnostics))
    return FOUND if written.has_errors else DONE


def _prevented(path: Path, reason: str, hint: str) -> int:
    say(f"actgen: {reason}: {path}", sys.stderr)
    say(f"   подсказка: {hint}", sys.stderr)
    return ENVIRONMENT


def words(request: argparse.Namespace) -> int:
    """Print every word that the template of a kind may use, with its value today."""
    from actgen.workflow import words_of_kind  # noqa: PLC0415

    found = words_of_kind(request.project, request.kind)
    if found.kind is None:
        near = f" Может быть, «{found.nearest}»?" if found.nearest else ""
        say(f"actgen: нет вида акта «{request.kind}».{near} Есть: {', '.join(found.known)}", sys.stderr)
        return WRONG_LINE
    if request.json:
        say_json(dict(found.values))
        return DONE
    if not found.has_documents:
        say(f"Слов нет: по данным этого года ни одного документа вида «{found.kind}» не нужно.")
        return DONE
    if not found.values:
        say("Слова не вычислены: сначала исправьте ошибки, их показывает actgen check.", sys.stderr)
        return FOUND
    say(f"Слова вида «{found.kind}» (пример: {found.title}); в шаблоне пишут {{{{ слово }}}}:")
    width = min(48, max(len(name) for name in found.values))
    for name, value in found.values.items():
        say(f"  {name:<{width}}  {value}")
    return DONE


def explain(request: argparse.Namespace) -> int:
    """Print the page of a code."""
    from actgen.workflow import explanation, known_codes  # noqa: PLC0415

    code = request.code.strip().upper()
    text = explanation(code)
    if text is None:
        near = closest(code, known_codes())
        meant = f" Может быть, «{near}»?" if near else ""
        say(f"actgen: нет кода «{request.code}».{meant}", sys.stderr)
        return WRONG_LINE
    say(text.rstrip())
    return DONE


def rules(request: argparse.Namespace) -> int:
    """Print every rule with its weight, its basis and the days on which it holds."""
    from actgen.workflow import rule_lines  # noqa: PLC0415

    lines = rule_lines()
    if request.json:
        say_json([line.as_data() for line in lines])
        return DONE
    for line in lines:
        say(f"{line.code}  {line.severity:<14} {line.title}")
        say(f"      основание: {line.basis}{line.validity}")
    say(f"Правил: {len(lines)}. Страница правила: actgen explain {lines[0].code}")
    return DONE


def _say_for_programs(request: argparse.Namespace, checked, diagnostics: Sequence[Diagnostic], states) -> bool:  # type: ignore[no-untyped-def]
    """Print the findings in a format for programs; return whether one was asked for."""
    style = request.format
    if style in ("full", "concise"):
        return False
    if style != "json" and not getattr(request, "show_names", False):
        diagnostics = checked.masked(diagnostics)
    if style == "json":
        _say_json(diagnostics, states)
    elif style == "github":
        say(github(diagnostics))
    elif style == "gitlab":
        say(gitlab(diagnostics))
    elif style == "junit":
        say(junit(diagnostics, checked.texts))
    else:
        from actgen.workflow import code_titles  # noqa: PLC0415

        say(sarif(diagnostics, code_titles(), VERSION))
    return True


def _kinds(names: Iterable[str], kinds) -> list[str] | None:  # type: ignore[no-untyped-def]
    stems = []
    for name in names:
        kind = kinds.named(name)
        if kind is None:
            near = kinds.nearest(name)
            meant = f" Может быть, «{near}»?" if near else ""
            known = ", ".join(own for one in kinds for own in one.names)
            say(f"actgen: нет вида акта «{name}».{meant} Есть: {known}", sys.stderr)
            return None
        stems.append(kind.stem)
    return stems


def _say_findings(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], style: str) -> None:
    if not diagnostics:
        return
    if style == "concise":
        for diagnostic in diagnostics:
            say(concise(diagnostic))
    else:
        say(report(diagnostics, texts))
        say()


def _say_json(diagnostics: Iterable[Diagnostic], states) -> None:  # type: ignore[no-untyped-def]
    found = [as_data(diagnostic) for diagnostic in diagnostics]
    say_json({"diagnostics": found, "documents": [state.as_data() for state in states]})


def _state_line(state, layers: Mapping[str, str]) -> str:  # type: ignore[no-untyped-def]
    name = Path(state.file).stem
    layer = layers.get(state.kind, "")
    notes = [state.state.russian]
    planned = state.document.planned if state.document is not None else None
    if planned is not None and planned.is_draft:
        notes.append("без номера")
    if layer not in ("", "школа"):
        notes.append(f"акт: {layer}")
    if state.state.value in ("changed", "edited") and state.because:
        shown = ", ".join(f"{place.file}:{place.line}" for place in state.because[:3])
        more = f" и ещё {len(state.because) - 3}" if len(state.because) > 3 else ""
        notes.append(f"из-за {shown}{more}")
    return f"{_SIGNS[state.state.value]} {name}  — {'; '.join(notes)}"


def _totals(states) -> str:  # type: ignore[no-untyped-def]
    names = {
        "new": "создать",
        "changed": "изменить",
        "same": "без изменений",
        "signed": "подписанных",
        "edited": "изменённых вручную",
        "extra": "убрать в «прежние»",
    }
    counts = {value: sum(state.state.value == value for state in states) for value in names}
    shown = [f"{names[value]} {count}" for value, count in counts.items() if count]
    return f"Итого: {', '.join(shown)}." if shown else "Документов нет."


def _all_fresh(documents: int) -> str:
    return f"Изменений нет: документов {documents}, все свежие."


def _say_written(states, written: Sequence[Path], moved: Sequence[Path], layers: Mapping[str, str]) -> None:  # type: ignore[no-untyped-def]
    planned = [state for state in states if state.document is not None]
    if not written and not moved:
        say(_all_fresh(len(planned)))
    else:
        folder = (written or moved)[0].parent
        say(f"Собрано документов: {len(written)} из {len(planned)}. Папка: {folder}")
        for state in states:
            if state.state.value in ("new", "changed"):
                say("  " + _state_line(state, layers))
    for state in states:
        if state.state.value == "edited" and state.is_outdated:
            name = Path(state.file)
            say(f"  ! {name.name} изменён вручную, ваш файл не тронут. Рядом: {name.stem} (новый){name.suffix}")
        elif state.state.value == "extra":
            say(f"  - {Path(state.file).name} больше не нужен, перенесён в папку «прежние»")
