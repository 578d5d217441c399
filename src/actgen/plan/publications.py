"""Whether what `data/year.yaml` says of the site names documents that the school has."""

from __future__ import annotations

from collections.abc import Iterator

from actgen.acts import ActKinds
from actgen.diagnostics import Diagnostic, Severity
from actgen.school import School


def unknown_publications(school: School, kinds: ActKinds) -> Iterator[Diagnostic]:
    """Yield each publication of a kind of act that does not exist."""
    for publication in vars(school.year_work).get("publications", ()):
        written = vars(publication).get("document")
        if written is None or kinds.named(written) is not None:
            continue
        near = kinds.nearest(written)
        yield Diagnostic(
            "D045",
            Severity.ERROR,
            f"нет вида акта «{written}»" + (f"; похожий: «{near}»" if near else ""),
            publication.place("документ"),
            hint=f"исправьте на «{near}»" if near else "виды актов — имена файлов в папке acts",
        )
