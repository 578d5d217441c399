"""What must not be in a template: found in the package itself, before any library opens it.

Source: `signing-and-validity` §8; ECMA-376 part 1 §17.16 (fields); part 2 (packages).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from actgen.docx.archive import ArchiveFault, read_members
from actgen.docx.faults import error

if TYPE_CHECKING:
    from actgen.diagnostics import Diagnostic

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_SAFE_LINK = re.compile(r"^(?:https?://|mailto:)", re.IGNORECASE)
_TAG = re.compile(r"\{\{|\{%")

# The last word of a relation's type -> what it is.
_ACTIVE = {
    "vbaProject": ("W020", "макрос"),
    "wordVbaData": ("W020", "макрос"),
    "customUI": ("W020", "своя кнопка на ленте"),
    "extensibility": ("W020", "своя кнопка на ленте"),
    "attachedToolbars": ("W020", "своя панель"),
    "keyMapCustomizations": ("W020", "своё сочетание клавиш"),
    "control": ("W020", "элемент ActiveX"),
    "activeXControlBinary": ("W020", "элемент ActiveX"),
    "attachedTemplate": ("W022", "присоединённый шаблон"),
    "subDocument": ("W022", "вложенный документ"),
    "aFChunk": ("W022", "вставленный файл"),
    "frame": ("W022", "рамка с чужой страницей"),
    "mailMergeSource": ("W022", "слияние с источником данных"),
    "mailMergeHeaderSource": ("W022", "слияние с источником данных"),
    "recipientData": ("W022", "слияние с источником данных"),
    "transform": ("W022", "преобразование при сохранении"),
    "oleObject": ("W023", "вложенный объект"),
    "package": ("W023", "вложенный файл"),
    "printerSettings": ("W023", "настройки чужого принтера"),
}
_FIELDS = frozenset(
    {
        *("DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "DATABASE", "RD", "EMBED"),
        *("MACROBUTTON", "GOTOBUTTON", "ASK", "FILLIN", "QUOTE", "SET", "AUTOTEXT", "AUTOTEXTLIST", "GLOSSARY"),
        *("ADDIN", "PRINT", "PRIVATE", "MERGEFIELD", "NEXT", "NEXTIF", "SKIPIF", "CONTROL"),
    }
)
_TRACKED = frozenset(
    _W + name
    for name in (
        *(
            "ins",
            "del",
            "moveFrom",
            "moveTo",
            "moveFromRangeStart",
            "moveToRangeStart",
            "cellIns",
            "cellDel",
            "cellMerge",
        ),
        *("rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange", "sectPrChange", "tblGridChange"),
        "numberingChange",
    )
)
_HIDDEN = (_W + "vanish", _W + "specVanish")
_COMMENTS = (_W + "commentRangeStart", _W + "commentReference")


def find_dangers(content: bytes, file: str) -> Iterator[Diagnostic]:
    """Yield what no template may hold; when the package itself is wrong, that alone."""
    try:
        members = read_members(content)
    except ArchiveFault as bad:
        yield error(bad.code, file, str(bad), "откройте файл в Word и сохраните заново как .docx")
        return
    roots: dict[str, ElementTree.Element] = {}
    for name, data in members.items():
        if not name.endswith((".xml", ".rels", ".vml")):
            continue
        found = _parse(name, data, file)
        if isinstance(found, ElementTree.Element):
            roots[name] = found
        else:
            yield found
    for check in _CHECKS:
        yield from check(members, roots, file)


def _parse(name: str, data: bytes, file: str) -> ElementTree.Element | Diagnostic:
    head = data[:200].lstrip(b"\xef\xbb\xbf").lower()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    declared = re.match(rb"<\?xml[^>]*encoding=[\"']([^\"']+)", head)
    if not text or (declared and declared.group(1) not in (b"utf-8", b"us-ascii")):
        return error("W032", file, f"часть документа записана не в UTF-8: {name}", "сохраните файл в Word заново")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return error(
            "W025", file, f"объявлен DOCTYPE, в документах Word его не бывает: {name}", "сохраните файл в Word заново"
        )
    try:
        return ElementTree.fromstring(text)
    except ElementTree.ParseError:
        return error("W032", file, f"часть документа повреждена: {name}", "сохраните файл в Word заново")


def _active_content(
    members: Mapping[str, bytes], roots: Mapping[str, ElementTree.Element], file: str
) -> Iterator[Diagnostic]:
    types = members.get("[Content_Types].xml", b"")
    if b"macroEnabled" in types or any(n.lower().endswith(("vbaproject.bin", "vbadata.xml")) for n in members):
        yield error("W020", file, "в шаблоне макрос", "сохраните файл как .docx без макросов")
    elif "word/document.xml" not in members or b"wordprocessingml.document.main+xml" not in types:
        yield error("W001", file, "это не документ Word (.docx)", "откройте файл в Word и сохраните как .docx")
    embedded = [n for n in members if n.startswith(("word/embeddings/", "word/activeX/"))]
    if embedded:
        yield error("W023", file, f"вложенный объект: {embedded[0]}", "вставьте его текстом, таблицей или картинкой")


def _relations(
    members: Mapping[str, bytes], roots: Mapping[str, ElementTree.Element], file: str
) -> Iterator[Diagnostic]:
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        for relation in root.iter(_RELATION):
            kind = relation.get("Type", "").rpartition("/")[2]
            target = relation.get("Target", "")
            if kind in _ACTIVE:
                code, what = _ACTIVE[kind]
                yield error(code, file, f"{what}: {target}", "удалите его в Word и сохраните шаблон заново")
            elif relation.get("TargetMode") == "External":
                if kind != "hyperlink" or not _SAFE_LINK.match(target):
                    yield error(
                        "W021", file, f"внешняя ссылка: {target}", "оставьте только ссылки http, https и mailto"
                    )
                elif _TAG.search(target) or "%7B%7B" in target.upper():
                    yield error(
                        "W008", file, f"сюда слово не подставляется: адрес ссылки {target}", "напишите адрес текстом"
                    )
            elif ".." in target.replace("\\", "/").split("/") and not _stays_inside(name, target):
                yield error(
                    "W030", file, f"ссылка выводит за пределы документа: {target}", "сохраните файл в Word заново"
                )


def _stays_inside(name: str, target: str) -> bool:
    depth = name.count("/") - 1
    for step in target.split("/"):
        depth += -1 if step == ".." else 1
        if depth < 0:
            return False
    return True


def _fields(members: Mapping[str, bytes], roots: Mapping[str, ElementTree.Element], file: str) -> Iterator[Diagnostic]:
    for name, root in roots.items():
        for instruction in _instructions(root) if _is_text(name) else ():
            word = instruction.split()[0].upper().lstrip("\\") if instruction.split() else ""
            if word in _FIELDS:
                yield error(
                    "W024", file, f"поле {word} не допускается: {name}", "замените поле его текстом: Ctrl+Shift+F9"
                )
            elif _TAG.search(instruction):
                yield error(
                    "W024", file, f"слово внутри поля стало бы командой: {name}: {instruction.strip()}", "уберите поле"
                )


def _instructions(root: ElementTree.Element) -> Iterator[str]:
    """Yield each field's instruction, joined over the runs between which Word splits it."""
    opened: list[list[str]] = []
    for element in root.iter():
        if element.tag == _W + "fldSimple":
            yield element.get(_W + "instr", "")
        elif element.tag == _W + "fldChar":
            kind = element.get(_W + "fldCharType")
            if kind == "begin":
                opened.append([])
            elif opened:
                # An instruction ends at the separator; without one, at the end of the field.
                if kind in ("end", "separate"):
                    yield "".join(opened[-1])
                    opened[-1] = []
                if kind == "end":
                    opened.pop()
        elif element.tag in (_W + "instrText", _W + "delInstrText"):
            for pieces in opened[-1:]:
                pieces.append(element.text or "")
            if not opened:
                yield element.text or ""


def _leftovers(
    members: Mapping[str, bytes], roots: Mapping[str, ElementTree.Element], file: str
) -> Iterator[Diagnostic]:
    hiding = _hiding_styles(roots.get("word/styles.xml"))
    for name, root in roots.items():
        if not _is_text(name):
            continue
        tags = {element.tag for element in root.iter()}
        if tags & _TRACKED:
            yield error("W026", file, f"остались исправления: {name}", "Рецензирование → Принять все исправления")
        if tags.intersection(_COMMENTS) or (name == "word/comments.xml" and len(root)):
            yield error("W027", file, f"остались примечания: {name}", "Рецензирование → Удалить все примечания")
        hides = any(_is_on(element) for tag in _HIDDEN for element in _run_marks(root, tag))
        if hides or any(mark.get(_W + "val") in hiding for mark in _style_marks(root)):
            yield error("W028", file, f"скрытый текст: {name}", "Шрифт → снимите «скрытый»")
        if name.startswith(("word/endnotes", "word/comments")) and _TAG.search("".join(root.itertext())):
            yield error("W008", file, f"сюда слово не подставляется: {name}", "перенесите слово в текст или в сноску")
    settings = roots.get("word/settings.xml")
    if settings is not None and any(_is_on(element) for element in settings.iter(_W + "trackRevisions")):
        yield error("W026", file, "включена запись исправлений", "Рецензирование → выключите «Исправления»")
    if settings is not None and settings.find(_W + "mailMerge") is not None:
        yield error("W022", file, "слияние с источником данных", "Рассылки → Начать слияние → Обычный документ Word")


def _hiding_styles(styles: ElementTree.Element | None) -> frozenset[str]:
    """Return ids of the styles that hide text; Word defines such ones for its own use, so only their use is wrong."""
    return frozenset(
        style.get(_W + "styleId", "")
        for style in (styles.iter(_W + "style") if styles is not None else ())
        if any(_is_on(mark) for tag in _HIDDEN for mark in style.iterfind(f"{_W}rPr/{tag}"))
    )


def _style_marks(root: ElementTree.Element) -> Iterator[ElementTree.Element]:
    yield from root.iter(_W + "pStyle")
    yield from root.iter(_W + "rStyle")


def _run_marks(root: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """Yield the marks on text; on a paragraph's end alone (`pPr/rPr`) they hide no text, and Word sets them there."""
    for parent in root.iter(_W + "r"):
        properties = parent.find(_W + "rPr")
        if properties is not None:
            yield from properties.iter(tag)


def _is_on(mark: ElementTree.Element) -> bool:
    return mark.get(_W + "val", "1") not in ("0", "false", "off")


def _is_text(name: str) -> bool:
    return name.startswith("word/") and name.endswith(".xml") and name.count("/") == 1


_Check = Callable[[Mapping[str, bytes], Mapping[str, ElementTree.Element], str], Iterator["Diagnostic"]]
_CHECKS: tuple[_Check, ...] = (_active_content, _relations, _fields, _leftovers)
