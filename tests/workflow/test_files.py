"""Writing: whole files or none, what is there stays, and rights stay as they were."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from actgen.workflow.files import WriteFault, write_together

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@POSIX
@pytest.mark.parametrize("rights", [0o600, 0o664, 0o444])
def test_a_file_that_is_replaced_keeps_its_rights(tmp_path: Path, rights: int) -> None:
    path = tmp_path / "staff.yaml"
    path.write_bytes(b"before")
    path.chmod(rights)

    write_together({path: b"after"})

    assert (path.read_bytes(), mode(path)) == (b"after", rights)


@POSIX
def test_what_files_were_before_is_kept_for_the_user_alone(tmp_path: Path) -> None:
    write_together({tmp_path / ".actgen" / "undo.json": b"{}", tmp_path / "out" / "a.docx": b"a"})

    assert mode(tmp_path / ".actgen" / "undo.json") == 0o600
    assert mode(tmp_path / "out" / "a.docx") == 0o644


@POSIX
def test_a_file_that_is_put_back_has_its_rights_again(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_bytes(b"before")
    first.chmod(0o640)
    second.mkdir()

    with pytest.raises(WriteFault):
        write_together({first: b"after", second: b"a folder stands there"})

    assert (first.read_bytes(), mode(first)) == (b"before", 0o640)


@pytest.fixture(params=[True, False], ids=["links", "no links"])
def _with_and_without_hard_links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links")

    if not request.param:
        monkeypatch.setattr(os, "link", refuse)


@pytest.mark.usefixtures("_with_and_without_hard_links")
def test_a_move_never_takes_the_name_of_another_file(tmp_path: Path) -> None:
    source, target = tmp_path / "a", tmp_path / "b"
    source.write_bytes(b"mine")
    target.write_bytes(b"hers")

    with pytest.raises(WriteFault, match="тем временем появился"):
        write_together({tmp_path / "c": b"c"}, {source: target})

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"mine", "b": b"hers"}


@pytest.mark.usefixtures("_with_and_without_hard_links")
def test_a_new_file_never_takes_the_name_of_another_and_what_was_written_goes(tmp_path: Path) -> None:
    path, other = tmp_path / "signed.docx", tmp_path / "journal.yaml"
    path.write_bytes(b"hers")

    with pytest.raises(WriteFault, match="тем временем появился"):
        write_together({other: b"journal", path: b"mine"}, new=[path])

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"signed.docx": b"hers"}


@pytest.mark.usefixtures("_with_and_without_hard_links")
def test_what_is_moved_and_what_is_new_come_whole(tmp_path: Path) -> None:
    source, target, new = tmp_path / "a", tmp_path / "former" / "a", tmp_path / "signed" / "b"
    source.write_bytes(b"moved")

    write_together({source: b"again", new: b"new"}, {source: target}, new=[new])

    files = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {"a": b"again", "former/a": b"moved", "signed/b": b"new"}
