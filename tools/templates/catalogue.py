"""Every shipped template by the stem of its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import acts, agreements, attachments, bank, changes, consents, inventory, questionnaires, results
from .package import Document

EVERY: Mapping[str, Callable[[], Document]] = {
    **acts.ACTS,
    **consents.ACTS,
    **agreements.ACTS,
    **changes.ACTS,
    **attachments.ACTS,
    **bank.BANK,
    **questionnaires.QUESTIONNAIRES,
    **results.RESULTS,
    **inventory.BUNDLE,
}
