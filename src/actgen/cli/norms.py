"""The command norms."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from actgen.cli.console import say, say_json
from actgen.cli.documents import stems_of
from actgen.cli.exit_codes import DONE, FOUND, WRONG_LINE
from actgen.cli.options import add_json, add_kinds

if TYPE_CHECKING:
    from actgen.norms import Norm
    from actgen.workflow import CitedNorms, CitingDocument, KindNorms, Lapse

_BROKEN = "Документы года показаны не все: сначала исправьте ошибки, их показывает actgen check."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command understands."""
    add_kinds(parser)
    parser.add_argument(
        "--lapsed",
        "--отменена",
        metavar="КЛЮЧ",
        dest="lapsed",
        help="какие акты заденет, если эта норма утратит силу: --lapsed тк_351_8 --on 01.09.2027",
    )
    parser.add_argument(
        "--on",
        "--со-дня",
        metavar="ДАТА",
        dest="on",
        type=_day,
        help="первый день, когда нормы уже нет; без него — день из реестра норм",
    )
    add_json(parser)


def _day(text: str) -> date:
    for pattern in ("%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(f"дата не прочитана: «{text}»; напишите так: 01.09.2027")


def run(request: argparse.Namespace) -> int:
    """Print what each kind of act cites, or whom a lapse of one norm would touch."""
    from actgen.workflow import norms_of_workspace  # noqa: PLC0415

    norm = _norm(request.lapsed) if request.lapsed is not None else None
    if request.lapsed is not None and norm is None:
        return WRONG_LINE
    if request.on is not None and norm is None:
        say("actgen: --on нужен вместе с --lapsed КЛЮЧ: какая норма утратит силу", sys.stderr)
        return WRONG_LINE
    day = request.on or (norm.before if norm is not None else None)
    if norm is not None and day is None:
        say(f"actgen: в реестре нет дня, с которого норма {norm.key} не действует; укажите --on ДД.ММ.ГГГГ", sys.stderr)
        return WRONG_LINE
    cited = norms_of_workspace(request.project)
    chosen = stems_of(request.kinds, cited.act_kinds)
    if chosen is None:
        return WRONG_LINE
    kinds = [kind for kind in cited.kinds if not chosen or kind.stem in chosen]
    if norm is not None and day is not None:
        _show_lapse(cited, norm, day, chosen, as_json=request.json)
    elif request.json:
        say_json([_kind_data(kind) for kind in kinds])
    else:
        _show_kinds(kinds)
    if not cited.is_whole:
        say(_BROKEN, sys.stderr)
        return FOUND
    return DONE


def _norm(key: str) -> Norm | None:
    from actgen.diagnostics import closest  # noqa: PLC0415
    from actgen.norms import norms  # noqa: PLC0415

    known = norms()
    if key in known:
        return known[key]
    near = closest(key, known)
    meant = f" Может быть, «{near}»?" if near else ""
    say(f"actgen: в реестре норм нет ключа «{key}».{meant} Есть: {', '.join(known)}", sys.stderr)
    return None


def _show_kinds(kinds: Iterable[KindNorms]) -> None:
    from actgen.norms import norms  # noqa: PLC0415

    cited = [kind for kind in kinds if kind.citations]
    for kind in cited:
        say(f"{kind.title} ({kind.file})")
        for key in kind.keys:
            norm = norms()[key]
            say(f"  {key}: {_name(norm)}")
            for citation in (one for one in kind.citations if one.key == key):
                days = _days(citation.point.since, citation.point.until) if citation.point is not None else ""
                printed = citation.cited or "по дате акта"
                line = f", строка {citation.place.line}" if citation.place.line else ""
                say(f"     {citation.where}{line}{days}: {printed}")
            say(f"     {_state(norm, kind.citing(key))}")
        say()
    if not cited:
        say("Ни один из этих актов не ссылается на нормы по ключу.")
    keys = {key for kind in cited for key in kind.keys}
    say(f"Видов со ссылками: {len(cited)}, норм: {len(keys)}. Отмена нормы: actgen norms --lapsed КЛЮЧ --on ДАТА")


def _days(since: date | None, until: date | None) -> str:
    parts = [f"с {since:%d.%m.%Y}"] if since else []
    parts += [f"по {until:%d.%m.%Y}"] if until else []
    return f" (для актов {' '.join(parts)})" if parts else ""


def _name(norm: Norm) -> str:
    from actgen.language import Case  # noqa: PLC0415

    return norm.named(Case.NOMINATIVE)


def _validity(norm: Norm) -> str:
    until = f", до {norm.before:%d.%m.%Y}" if norm.before else ""
    return f"действует с {norm.since:%d.%m.%Y}{until}"


def _state(norm: Norm, documents: tuple[CitingDocument, ...]) -> str:
    confirmed = "" if norm.is_confirmed else "; источник не виден, проверьте"
    if not documents:
        return f"{_validity(norm)}; в документах этого года не названа{confirmed}"
    out = [document for document in documents if not norm.is_in_force(document.day)]
    if out:
        return f"{_validity(norm)}; НЕ ДЕЙСТВУЕТ на {', '.join(sorted(_on(out)))}{confirmed}"
    days = sorted({document.day for document in documents})
    span = f"{days[0]:%d.%m.%Y}" if len(days) == 1 else f"{days[0]:%d.%m.%Y} … {days[-1]:%d.%m.%Y}"
    return f"{_validity(norm)}; на дату актов действует: {span} (документов: {len(documents)}){confirmed}"


def _on(documents: Iterable[CitingDocument]) -> set[str]:
    return {f"{document.day:%d.%m.%Y}" for document in documents}


def _show_lapse(cited: CitedNorms, norm: Norm, day: date, chosen: list[str], *, as_json: bool) -> None:
    from actgen.workflow import lapse_of  # noqa: PLC0415

    lapse = lapse_of(cited, norm, day)
    kinds = [kind for kind in lapse.kinds if not chosen or kind.stem in chosen]
    if as_json:
        say_json(_lapse_data(lapse, kinds))
        return
    say(f"{norm.key}: {_name(norm)}; {_validity(norm)}")
    say(f"Если нормы нет с {day:%d.%m.%Y}:")
    say(f"  вместо неё: {_replacement(lapse)}")
    _say_documents("документы с этой даты, ссылку надо исправить", lapse.affected)
    _say_documents("изданы раньше, когда норма действовала; действующим нужны изменения", lapse.earlier)
    say(f"  виды актов, которые на неё ссылаются: {len(kinds)}")
    for kind in kinds:
        for citation in (one for one in kind.citations if one.key == norm.key):
            say(f"     {citation.place.file}:{citation.place.line}  {kind.title}: {citation.where}")


def _replacement(lapse: Lapse) -> str:
    if lapse.replacement is not None:
        return f"{{{{ норма.{lapse.replacement.key} }}}}: {_name(lapse.replacement)}"
    return "в реестре норм ничего нет; уберите ссылку или ограничьте пункт строкой «по:»"


def _say_documents(heading: str, documents: tuple[CitingDocument, ...]) -> None:
    say(f"  {heading}: {len(documents)}")
    for document in documents:
        number = f" № {document.number}" if document.number else ""
        mark = "" if document.has_date else " (проект, судится по этой дате)"
        say(f"     {document.day:%d.%m.%Y}{number}  {document.title}{mark}")


def _norm_data(norm: Norm) -> Mapping[str, object]:
    return {
        "key": norm.key,
        "citation": _name(norm),
        "confirmed": norm.is_confirmed,
        "in_force_from": norm.since.isoformat(),
        "not_in_force_from": norm.before.isoformat() if norm.before else None,
        "replaced_by": norm.replaced_by,
        "source": norm.source,
    }


def _kind_data(kind: KindNorms) -> Mapping[str, object]:
    from actgen.norms import norms  # noqa: PLC0415

    return {
        "kind": kind.stem,
        "title": kind.title,
        "file": kind.file,
        "norms": [{**_norm_data(norms()[key]), "places": _places(kind, key)} for key in kind.keys],
        "documents": [_document_data(document) for document in kind.documents],
    }


def _places(kind: KindNorms, key: str) -> list[Mapping[str, object]]:
    return [
        {
            "file": one.place.file,
            "line": one.place.line,
            "where": one.where,
            "text": one.cited,
            "since": one.point.since.isoformat() if one.point is not None and one.point.since else None,
            "until": one.point.until.isoformat() if one.point is not None and one.point.until else None,
        }
        for one in kind.citations
        if one.key == key
    ]


def _document_data(document: CitingDocument) -> Mapping[str, object]:
    from actgen.norms import norms  # noqa: PLC0415

    return {
        "title": document.title,
        "day": document.day.isoformat(),
        "draft": not document.has_date,
        "number": document.number or None,
        "norms": [{"key": key, "in_force": norms()[key].is_in_force(document.day)} for key in sorted(document.keys)],
    }


def _lapse_data(lapse: Lapse, kinds: Iterable[KindNorms]) -> Mapping[str, object]:
    return {
        "norm": _norm_data(lapse.norm),
        "on": lapse.day.isoformat(),
        "replacement": _norm_data(lapse.replacement) if lapse.replacement is not None else None,
        "affected": [_document_data(document) for document in lapse.affected],
        "earlier": [_document_data(document) for document in lapse.earlier],
        "kinds": [
            {"kind": kind.stem, "title": kind.title, "file": kind.file, "places": _places(kind, lapse.norm.key)}
            for kind in kinds
        ],
    }
