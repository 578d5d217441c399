"""bundle.zip and the inventory as text."""

from __future__ import annotations

import io
import zipfile

from actgen.bundle import Item, inventory_text, pack


def test_members_keep_their_order_and_bear_no_clock() -> None:
    packed = pack({"опись.txt": b"1", "docx/2 Б.docx": b"2", "docx/1 А.docx": b"3"})

    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.namelist() == ["опись.txt", "docx/2 Б.docx", "docx/1 А.docx"]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docx/1 А.docx") == b"3"


def test_the_inventory_stands_in_columns_with_crlf_for_notepad() -> None:
    text = inventory_text("Опись документов", [Item("Приказ № 45", 3), Item("Соглашение", None, 2)], "Листов: 2.")

    assert text.split("\r\n") == [
        "Опись документов",
        "",
        "№  Документ     Страниц  Листов  Экз.",
        "1  Приказ № 45        3       2     1",
        "2  Соглашение         —       —     2",
        "",
        "Листов: 2.",
        "",
    ]
