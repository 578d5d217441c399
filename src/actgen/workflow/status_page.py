"""The state of all acts as one page of HTML: nothing is loaded from outside, it prints on A4."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from actgen.workflow.files import write_together
from actgen.workflow.refusal import Refused
from actgen.workflow.status import ActStatus, Status

_MARK = "<!-- actgen status -->"
_STYLE = """
body { font: 16px/1.4 "PT Sans", Arial, sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em; color: #222; }
h1 { font-size: 1.3em; } h2 { font-size: 1.1em; margin-top: 2em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4em .6em; border-bottom: 1px solid #ccc; }
.late { color: #a00; font-weight: bold; } .note { color: #666; }
@media print { body { margin: 0; font-size: 12px; } tr { break-inside: avoid; } }
"""


def write_status_page(status: Status, path: Path) -> None:
    """Write the page; a file of that name is written over only when it is such a page.

    Raises:
        Refused: There is another file of that name.
        WriteFault: The file cannot be written.
    """
    if path.is_dir() or (path.exists() and _MARK.encode() not in path.read_bytes()):
        raise Refused(f"такой файл уже есть, и он не отсюда: {path}", "укажите другое имя", is_wrong_line=True)
    write_together({path: status_page(status).encode()})


def status_page(status: Status) -> str:
    """Return the state of all acts as a page of HTML."""
    late = sum(bool(act.overdue) for act in status.acts)
    title = f"Документы {status.year}, {status.school}"
    return (
        f'<!DOCTYPE html>\n{_MARK}\n<html lang="ru">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n"
        f"<p>На {status.on:%d.%m.%Y}. Документов: {len(status.acts)}, просрочено: {late}.</p>\n"
        f"{_table(status.acts)}{_former(status.former)}"
        f'<p class="note">Здесь имена сотрудников: страница — для школы, не для сайта.</p>\n</body>\n</html>\n'
    )


def _table(acts: Iterable[ActStatus]) -> str:
    rows = "".join(
        f"<tr><td>{escape(act.title)}</td><td>{escape(act.number or '—')}</td>"
        f"<td>{f'{act.day:%d.%m.%Y}' if act.day else '—'}</td>"
        f'<td>{escape(act.state)}<br><span class="note">{escape(act.note)}</span></td>'
        f"<td>{escape(_read(act))}</td><td>{_late(act)}</td></tr>\n"
        for act in acts
    )
    head = "".join(
        f'<th scope="col">{name}</th>' for name in ("Документ", "№", "Дата", "Состояние", "Ознакомлены", "Просрочено")
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _read(act: ActStatus) -> str:
    if not act.readers:
        return "—"
    waiting = f": нет {', '.join(act.waiting)}" if act.waiting else ""
    return f"{act.readers - len(act.waiting)} из {act.readers}{waiting}"


def _late(act: ActStatus) -> str:
    return "<br>".join(f'<span class="late">{escape(one.what)}, с {one.since:%d.%m.%Y}</span>' for one in act.overdue)


def _former(acts: Iterable[ActStatus]) -> str:
    rows = "".join(
        f"<tr><td>{escape(act.note)}</td><td>{escape(act.title)}</td><td>{escape(act.number or '—')}</td>"
        f"<td>{f'{act.day:%d.%m.%Y}' if act.day else '—'}</td><td>{escape(act.state)}</td></tr>\n"
        for act in acts
    )
    return f"<h2>Прошлые годы</h2>\n<table>\n<tbody>\n{rows}</tbody>\n</table>\n" if rows else ""
