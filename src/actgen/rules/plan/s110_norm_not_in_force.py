"""S110: a norm that an act cites and that is not in force on its day."""

from collections.abc import Iterator
from datetime import date

from actgen.diagnostics import Diagnostic, Severity
from actgen.language import Case, date_in_digits
from actgen.norms import Norm, norms
from actgen.rules.acts import Acts, used_words
from actgen.rules.rule import Rule

RULE = Rule("S110", Severity.ERROR, "норма не действует на дату акта")


def check(acts: Acts) -> Iterator[Diagnostic]:
    """Yield one diagnostic for each place of an act that cites a norm not in force on the day of the act.

    A norm whose source was not seen never gives an error, only a warning.
    """
    seen: set[tuple[int, str, str]] = set()
    asked: set[tuple[str, date]] = set()
    for document in acts.planned:
        day = document.requisites.judged_on
        if (document.kind.stem, day) in asked:
            continue  # acts of one kind and day have the same points
        asked.add((document.kind.stem, day))
        for record, key, path in used_words(document, only_certain=True):
            norm = norms().get("".join(path[1:2])) if path[0] == "норма" else None
            if norm is None or norm.is_in_force(day) or (id(record), key, norm.key) in seen:
                continue
            seen.add((id(record), key, norm.key))
            text = record.written(key)
            offset = text.find(f"норма.{norm.key}") if text is not None else -1
            length = len(f"норма.{norm.key}")
            place = text.place_at(offset, length) if text is not None and offset >= 0 else record.place(key)
            yield RULE.at(
                place,
                f"{norm.named(Case.NOMINATIVE)} на {date_in_digits(day)} {_state(norm)}",
                hint=_way_out(norm),
                severity=None if norm.is_confirmed else Severity.WARNING,
            )


def _state(norm: Norm) -> str:
    return f"не действует с {date_in_digits(norm.before)}" if norm.before else "ещё не действует"


def _way_out(norm: Norm) -> str:
    new = norms()[norm.replaced_by] if norm.replaced_by is not None else None
    replacement = f"замените на {{{{ норма.{new.key} }}}}: {new.named(Case.NOMINATIVE)}" if new is not None else ""
    return replacement or "уберите ссылку или ограничьте пункт строками «с:» и «по:»"
