"""Whether what `data/year.yaml` says of the site names documents that the school has."""

from __future__ import annotations

from collections.abc import Iterator

from actgen.acts import ActKinds
from actgen.diagnostics import Diagnostic
from actgen.school import School


def unknown_publications(school: School, kinds: ActKinds) -> Iterator[Diagnostic]:
    """Yield each publication of a kind of act that does not exist."""
    for publication in vars(school.year_work).get("publications", ()):
        written = vars(publication).get("document")
        if written is not None and kinds.named(written) is None:
            yield kinds.unknown(written, publication.place("документ"))
