"""S136: an act on the site as a picture, or as a file without the head's electronic signature."""

from collections.abc import Iterator

from actgen.acts import OnSite
from actgen.diagnostics import Diagnostic, Severity
from actgen.rules.acts import Acts
from actgen.rules.rule import Rule

RULE = Rule("S136", Severity.WARNING, "акт на сайте без электронной подписи", basis="пп_1802")
_PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".heic", ".webp")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each published act whose file is a picture or is said to be unsigned (`эп: нет`)."""
    for publication in acts.school.year_work.publications:
        kind = acts.kinds.named(publication.document)
        if kind is None or kind.on_site is not OnSite.YES:
            continue
        if (publication.file or "").casefold().endswith(_PICTURES):
            key, reason = "файл", "снимком"
        elif publication.is_signed is False:
            key, reason = "эп", "без электронной подписи"
        else:
            continue
        yield RULE.at(
            publication.place(key),
            f"акт размещён {reason}: {kind.full_title}",
            hint="локальный акт размещают электронным документом с электронной подписью руководителя",
        )
