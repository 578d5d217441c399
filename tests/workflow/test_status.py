"""status: what is signed, who has not read it, what is overdue on a day."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from actgen.workflow import ActStatus, Refused, status_of, write_status_page
from tests.workspaces import copy_of_root, listing


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory, compiled_once: None) -> Path:
    return copy_of_root(tmp_path_factory.mktemp("status"))


def act(school: Path, kind: str, on: date, subject: str = "") -> ActStatus:
    return next(one for one in status_of(school, on).acts if (one.kind, one.subject) == (kind, subject))


def test_an_act_names_who_has_not_read_it(school: Path) -> None:
    order = act(school, "order-on-pairs", date(2023, 9, 18))

    assert (order.state, order.number, order.day) == ("подписан", "92/8", date(2023, 9, 15))
    assert order.readers == 14
    assert len(order.waiting) == 10  # Чернышёва and Голуб read it on the next day
    assert "Гусь Л.Б." in order.waiting


def test_acquaintance_is_overdue_after_three_working_days(school: Path) -> None:
    on_time, late = (act(school, "order-on-pairs", date(2023, 9, day)) for day in (20, 21))

    assert on_time.overdue == ()
    assert [(one.what, one.since) for one in late.overdue] == [("ознакомление", date(2023, 9, 20))]


def test_a_draft_is_overdue_from_the_first_day_of_its_pair(school: Path) -> None:
    before, after = (act(school, "program", day, "belykh") for day in (date(2023, 10, 1), date(2023, 10, 2)))

    assert (before.state, before.overdue) == ("проект", ())
    assert [one.what for one in after.overdue] == ["подписание"]


def test_an_annex_has_the_number_of_its_act_and_a_document_not_built_says_so(school: Path) -> None:
    regulation = act(school, "regulation", date(2023, 9, 1))

    assert regulation.number == "80/8"
    assert regulation.note == "не собран: actgen build"


def test_an_act_that_waits_stands_in_its_place(school: Path, tmp_path: Path) -> None:
    broken = copy_of_root(tmp_path / "школа")
    (broken / "templates").mkdir()
    (broken / "templates" / "regulation.docx").write_bytes(b"no Word file")

    acts = status_of(broken, date(2023, 9, 1)).acts

    assert [one.kind for one in acts] == [one.kind for one in status_of(school, date(2023, 9, 1)).acts]
    assert [one.kind for one in acts if one.note.startswith("ждёт: это не документ Word")] == ["regulation"]


def test_nothing_is_written(school: Path) -> None:
    before = listing(school)

    status_of(school)

    assert listing(school) == before


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.loaded += [f"{tag} {name}" for name, _ in attrs if name in ("src", "href", "srcset", "data")]
        if tag not in ("meta", "br", "!doctype"):
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag


def test_the_page_is_whole_loads_nothing_and_escapes_what_the_data_say(school: Path, tmp_path: Path) -> None:
    own = copy_of_root(tmp_path / "школа")
    file = own / "data" / "school.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("школа №21»", "школа <b>№21</b>»"), encoding="utf-8")
    page = tmp_path / "состояние.html"

    write_status_page(status_of(own, date(2023, 10, 2)), page)
    write_status_page(status_of(own, date(2023, 10, 3)), page)

    text = page.read_text(encoding="utf-8")
    parser = _Links()
    parser.feed(text)
    assert (parser.loaded, parser.opened) == ([], [])
    assert "<b>" not in text
    assert "&lt;b&gt;№21" in text
    assert "На 03.10.2023" in text


def test_another_file_is_not_written_over(school: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>мой</p>", encoding="utf-8")

    with pytest.raises(Refused, match="такой файл уже есть"):
        write_status_page(status_of(school), page)

    assert page.read_text(encoding="utf-8") == "<p>мой</p>"
