"""Marks of the first page: approval, agreement, adoption, annex (грифы и отметка о приложении)."""

from __future__ import annotations

from actgen.acts import GrifAction

_PARTICIPLES = {
    GrifAction.APPROVE: ("УТВЕРЖДЁН", "УТВЕРЖДЕНА", "УТВЕРЖДЕНО", "УТВЕРЖДЕНЫ"),
    GrifAction.AGREE: ("СОГЛАСОВАН", "СОГЛАСОВАНА", "СОГЛАСОВАНО", "СОГЛАСОВАНЫ"),
    GrifAction.ADOPT: ("ПРИНЯТ", "ПРИНЯТА", "ПРИНЯТО", "ПРИНЯТЫ"),
    GrifAction.CONSIDER: ("РАССМОТРЕН", "РАССМОТРЕНА", "РАССМОТРЕНО", "РАССМОТРЕНЫ"),
    GrifAction.HEED: ("МНЕНИЕ УЧТЕНО",) * 4,
}
_BY_PERSON = {
    GrifAction.APPROVE: "УТВЕРЖДАЮ",
    GrifAction.AGREE: "СОГЛАСОВАНО",
    GrifAction.ADOPT: "ПРИНЯТО",
    GrifAction.CONSIDER: "РАССМОТРЕНО",
    GrifAction.HEED: "МНЕНИЕ УЧТЕНО",
}
_ADJECTIVE_ENDINGS = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие")


def grif_word(action: GrifAction, document_kind: str, *, by_person: bool) -> str:
    """Return the word of a grif: agreed with the kind of document, unless a person puts it.

    Source: ГОСТ Р 7.0.97-2025, гриф утверждения: УТВЕРЖДАЮ — лицом, УТВЕРЖДЁН (-А, -О, -Ы) — документом.

    >>> grif_word(GrifAction.APPROVE, "дорожная карта", by_person=False)
    'УТВЕРЖДЕНА'
    >>> grif_word(GrifAction.ADOPT, "положение", by_person=False)
    'ПРИНЯТО'
    >>> grif_word(GrifAction.HEED, "положение", by_person=False)
    'МНЕНИЕ УЧТЕНО'
    """
    if by_person:
        return _BY_PERSON[action]
    return _PARTICIPLES[action][gender_index(document_kind)]


def gender_index(document_kind: str) -> int:
    """Return 0 masculine, 1 feminine, 2 neuter, 3 plural: by the first noun of the kind's name."""
    words = document_kind.casefold().split()
    head = next((word for word in words if not word.endswith(_ADJECTIVE_ENDINGS) or word.endswith(("ние", "тие"))), "")
    if head.endswith(("а", "я")):
        return 3 if head in {"правила"} else 1
    if head.endswith(("о", "е", "ё")):
        return 2
    if head.endswith(("ы", "и")):
        return 3
    return 0
