"""A DOCX as a mapping of its members, read and written with nothing left to chance.

Same members, same bytes: the order, the dates (1980-01-01), the attributes and the deflate level of a member depend on
its name alone.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

CONTENT_TYPES = "[Content_Types].xml"
BODY = "word/document.xml"

MAX_UNPACKED_BYTES = 100_000_000
MAX_MEMBERS = 2_000
MAX_RATIO = 200
# Below this a high ratio is no bomb: a body of one repeated row packs two hundred times as well.
MAX_RATIO_FROM_BYTES = 5_000_000

# 1980-01-01 00:00, the first date that ZIP knows, in MS-DOS form: date word, time word.
_DOS_DATE, _DOS_TIME = 0x0021, 0x0000
_DEFLATED = 8
_UTF8_NAME = 0x0800
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_OFFSET_AT = 42
_KEPT_BYTES = 8_000
_LIVE_LEVEL, _STATIC_LEVEL = 1, 9


class ArchiveFault(ValueError):
    """The bytes are not an archive that a DOCX may be; the message says why, in Russian, `code` is of family W."""

    def __init__(self, reason: str, code: str = "W001") -> None:
        super().__init__(reason)
        self.code = code


@dataclass(frozen=True, slots=True)
class PackedMember:
    """A member ready to be joined: what stands before its place in the file is not part of it.

    `local` is its local header and deflated data; `central` its directory entry with an offset of zero.
    """

    local: bytes
    central: bytes


def read_members(content: bytes, wanted: Callable[[str], bool] = lambda _: True) -> dict[str, bytes]:
    """Return the members by name, in the order of `sorted_names`; those that are not `wanted` stay packed.

    Raises:
        ArchiveFault: Not a ZIP, too large when unpacked, a name given twice or leading out of the archive.
    """
    import zipfile  # noqa: PLC0415

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            _check_infos(infos)
            read = (info for info in infos if not info.is_dir() and wanted(info.filename))
            members = {info.filename: archive.read(info) for info in read}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, struct.error, OSError) as bad:
        raise ArchiveFault("это не документ Word: файл не открывается как архив") from bad
    return {name: members[name] for name in sorted_names(members)}


def _check_infos(infos: Iterable[object]) -> None:
    names: set[str] = set()
    total = 0
    for info in infos:
        name: str = info.filename  # type: ignore[attr-defined]
        total += info.file_size  # type: ignore[attr-defined]
        packed: int = info.compress_size  # type: ignore[attr-defined]
        if info.file_size > MAX_RATIO * max(packed, 1) and info.file_size > MAX_RATIO_FROM_BYTES:  # type: ignore[attr-defined]
            raise ArchiveFault(f"часть разворачивается подозрительно сильно: {name}", "W029")
        if name.casefold() in names:
            raise ArchiveFault(f"часть записана дважды: {name}", "W031")
        names.add(name.casefold())
        if name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name or "\0" in name:
            raise ArchiveFault(f"часть выводит за пределы документа: {name}", "W030")
    if total > MAX_UNPACKED_BYTES or len(names) > MAX_MEMBERS:
        raise ArchiveFault("документ в развёрнутом виде слишком велик", "W029")


def sorted_names(names: Iterable[str]) -> list[str]:
    """Return member names in the order of a canonical document: the content types first, the rest by name."""
    return sorted(names, key=lambda name: (name != CONTENT_TYPES, name))


def level_of(name: str) -> int:
    """Return the deflate level of a member: parts that change with the words are packed fast, the others small."""
    folder, _, file = name.rpartition("/")
    is_live = folder == "word" and file.startswith(("document", "header", "footer", "footnotes"))
    return _LIVE_LEVEL if is_live or name == "docProps/core.xml" else _STATIC_LEVEL


def pack_member(name: str, data: bytes) -> PackedMember:
    """Return the member deflated, with its two headers."""
    packer = zlib.compressobj(level_of(name), zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush()
    raw_name = name.encode()
    # Bit 11 marks a name in UTF-8; ASCII names are written as every writer writes them, without it.
    flags = 0 if name.isascii() else _UTF8_NAME
    common = (20, flags, _DEFLATED, _DOS_TIME, _DOS_DATE, zlib.crc32(data), len(packed), len(data), len(raw_name), 0)
    local = _LOCAL.pack(b"PK\3\4", *common)
    central = _CENTRAL.pack(b"PK\1\2", 20, *common, 0, 0, 0, 0, 0)
    return PackedMember(local + raw_name + packed, central + raw_name)


_pack_kept = lru_cache(maxsize=256)(pack_member)


def pack_again(name: str, data: bytes) -> PackedMember:
    """Return the member as `pack_member`, remembered while it is small.

    What a signature line adds to a document, its rule, relations and content types, is the same in each document.
    """
    return _pack_kept(name, data) if len(data) <= _KEPT_BYTES else pack_member(name, data)


def join_members(members: Iterable[PackedMember]) -> bytes:
    """Return the archive of these members, in the order given."""
    locals_: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        locals_.append(member.local)
        directory.append(member.central[:_OFFSET_AT] + offset.to_bytes(4, "little") + member.central[_OFFSET_AT + 4 :])
        offset += len(member.local)
    size = sum(map(len, directory))
    end = _END.pack(b"PK\5\6", 0, 0, len(directory), len(directory), size, offset, 0)
    return b"".join((*locals_, *directory, end))


def write_members(members: Mapping[str, bytes]) -> bytes:
    """Return the canonical archive of the members."""
    return join_members(pack_member(name, members[name]) for name in sorted_names(members))
