"""Workspaces with one fault each.

In a changed text `⟦` stands before the character at fault: line and column are counted from it, not by the program.
A fault without `⟦` lies in the whole file. `→` stands for a tab, `⍽` for a no-break space.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.workspaces import copy_of_root, with_own_acts, write_template

MARK = "⟦"
_MASKED = str.maketrans({"→": "\t", "⍽": "\u00a0", MARK: ""})

SCHOOL = "data/school.yaml"
STAFF = "data/staff.yaml"
PAIRS = "data/pairs.yaml"
JOURNAL = "data/journal.yaml"
PROGRAM = "data/programs/belova.yaml"
NOTE = "acts/note.yaml"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one file.

    `old` is replaced by `new`, wherever it stands first; without `old` the whole text is `new`, without both it stays.
    `encoding` is how the file is saved; `template` are the paragraphs of a Word file; `is_gone` deletes the file.
    """

    file: str
    old: str | None = None
    new: str | None = None
    encoding: str = "utf-8"
    template: tuple[str, ...] = ()
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Broken:
    """One fault: what was changed, the code that answers it, and words that the message or its hint must have.

    `file` is the file that the message names, when that is not the one with the mark or the only changed one.
    """

    name: str
    code: str
    changes: tuple[Change, ...]
    says: tuple[str, ...] = ()
    file: str = ""
    base: str = "small"

    @property
    def expected(self) -> tuple[str, int | None, int | None]:
        """File, line and column of the fault, as the mark tells them."""
        for change in self.changes:
            marked = _marked_text(self.base, change)
            if marked is not None and MARK in marked:
                before = marked[: marked.index(MARK)]
                line = before.count("\n") + 1
                return change.file, line, len(before) - (before.rfind("\n") + 1) + 1
        return self.file or self.changes[0].file, None, None


def make_base(base: str, folder: Path) -> Path:
    """Return a workspace of that name without any fault."""
    return copy_of_root(folder) if base == "root" else with_own_acts(folder)


def break_it(broken: Broken, folder: Path) -> None:
    """Make the fault in a workspace."""
    for change in broken.changes:
        path = folder / change.file
        path.parent.mkdir(parents=True, exist_ok=True)
        if change.is_gone:
            path.unlink()
            continue
        if change.template:
            write_template(path, *change.template)
            continue
        marked = _marked_text(broken.base, change)
        assert marked is not None
        path.write_bytes(marked.translate(_MASKED).encode(change.encoding))


_TEXTS: dict[tuple[str, str], str] = {}


def remember_texts(base: str, folder: Path) -> None:
    """Keep the texts of a workspace without fault, to which the changes apply."""
    for path in folder.rglob("*.yaml"):
        _TEXTS[base, path.relative_to(folder).as_posix()] = path.read_text(encoding="utf-8")


def _marked_text(base: str, change: Change) -> str | None:
    if change.template or change.is_gone:
        return None
    if change.old is None and change.new is not None:
        return change.new
    text = _TEXTS[base, change.file]
    if change.old is None:
        return text
    assert change.old in text, f"{change.file} has no {change.old!r} any more: mend the table"
    return text.replace(change.old, change.new or "", 1)


def _one(name: str, code: str, file: str, old: str | None, new: str | None, *says: str, base: str = "small") -> Broken:
    return Broken(name, code, (Change(file, old, new),), says, base=base)


def _saved(name: str, code: str, file: str, encoding: str, *says: str) -> Broken:
    return Broken(name, code, (Change(file, encoding=encoding),), says)


def _root(name: str, code: str, file: str, old: str | None, new: str | None, *says: str) -> Broken:
    return _one(name, code, file, old, new, *says, base="root")


BROKEN: tuple[Broken, ...] = (
    # --- the file itself ----------------------------------------------------------------------------
    _saved("a file saved in Windows-1251", "F001", STAFF, "cp1251", "Windows-1251", "Сохранить как"),
    _saved("a file saved in UTF-16", "F001", PAIRS, "utf-16", "UTF-16"),
    _one("a letter that was lost in saving", "F003", STAFF, "учитель математики", "учитель мат⟦\ufffdматики"),
    _root(
        "letters that were encoded twice",
        "F003",
        "data/programs/zhuk.yaml",
        "режим: ",
        "режим: ⟦РџРѕ СЃСЂРµРґР°Рј ",
    ),
    _one("a control character", "F005", SCHOOL, "г. Ключи", "г. Клю⟦\x07чи", "U+0007"),
    _one("an invisible character in a name", "F005", PAIRS, "Лебедева Т.Н.", "Лебе⟦\u200bдева Т.Н.", "U+200B"),
    _one("null bytes in a file", "F004", JOURNAL, None, "журнал:\0\n"),
    _one("an empty school file", "D002", SCHOOL, None, MARK, "организация", "учебный_год"),
    _one("a program file without a key", "D002", PROGRAM, None, MARK + "# пока пусто\n", "цель"),
    _one("an act file without a key", "D002", "acts/leaflet.yaml", None, MARK + "\n", "вид_документа"),
    # --- traces of Word -----------------------------------------------------------------------------
    _one("a tab in an indent", "F007", SCHOOL, "  город:", "⟦→город:", "пробелами"),
    _one("no-break spaces in an indent", "F008", SCHOOL, "  город:", "⟦⍽⍽город:"),
    _one("a dash pasted from Word before an item", "F009", STAFF, "  - фио: Лебедева", "  ⟦— фио: Лебедева", "—"),
    _one("quotes pasted from Word", "F019", SCHOOL, "МБОУ «Школа № 7»", "⟦“Школа: гимназия”"),
    # --- YAML ---------------------------------------------------------------------------------------
    _one("a quote that is never closed", "F015", SCHOOL, "город: г. Ключи", 'город: ⟦"г. Ключи'),
    _one("a bracket that is never closed", "F017", PAIRS, "[Белова Е.Н.]", "⟦[Белова Е.Н."),
    _one("a colon inside a value", "F012", PAIRS, "учитель — учитель", "форма⟦: учитель"),
    _one("no blank after a colon", "F011", STAFF, "должность: директор", "должность⟦:директор"),
    _one("no blank after a hyphen", "F010", STAFF, "  - фио: Белова", "  ⟦-фио: Белова"),
    _one("a key with a wrong indent", "F013", PAIRS, "    форма:", "     ⟦форма:"),
    _one("a key written twice", "F002", SCHOOL, "  город: г. Ключи", "  город: г. Ключи\n  ⟦город: г. Северск"),
    _one("a text after a number sign", "F028", STAFF, "учитель физики", "учитель ⟦#1 категории"),
    _one("an anchor", "F021", SCHOOL, "г. Ключи", "⟦&m г. Ключи"),
    _one("an alias of nothing", "F021", SCHOOL, "г. Ключи", "⟦*m"),
    _one("a tag", "F022", SCHOOL, "г. Ключи", "⟦!!str г. Ключи"),
    _one("a merge key", "F023", SCHOOL, "  город: г. Ключи", "  город: г. Ключи\n  ⟦<<: {сайт: х}"),
    _one("two YAML documents in a file", "F024", JOURNAL, None, "журнал: []\n⟦---\nжурнал: []\n"),
    _one("a list too deep", "F025", SCHOOL, "г. Ключи", "[" * 48 + "⟦" + "[" * 32 + "]" * 80),
    _one("a list where keys are expected", "F026", JOURNAL, None, "⟦- вид: приказ-о-парах\n"),
    # --- keys ---------------------------------------------------------------------------------------
    _one("a misspelt key", "D001", SCHOOL, "  город:", "  ⟦горад:", "«город»"),
    _one("a key that does not exist", "D001", SCHOOL, "  город:", "  ⟦флюгер: есть\n  город:", "флюгер"),
    _one("a Latin letter in a key", "D001", SCHOOL, "  город:", "  ⟦гoрод:", "латиниц", "«город»"),
    _one(
        "a missing key",
        "D002",
        PAIRS,
        "- наставник: Лебедева Т.Н.\n    наставляемые: [Белова Е.Н.]\n    форма: учитель — учитель\n",
        "- ⟦наставник: Лебедева Т.Н.\n    наставляемые: [Белова Е.Н.]\n",
        "«форма: ",
    ),
    _one(
        "a missing key in an annex",
        "D002",
        "acts/leaflet.yaml",
        "название: Памятка наставника\nвид",
        "⟦вид",
        "название",
    ),
    _one("a key without a value", "D002", SCHOOL, "  город: г. Ключи", "  ⟦город:", "пуст"),
    _one("an empty item of a list", "D003", PROGRAM, "  - освоить ведение урока", "  - освоить урок\n  ⟦-", "пустой"),
    _root("a misspelt key of a roadmap", "D001", "data/roadmap.yaml", "    перечень:", "    ⟦перечинь:", "«перечень»"),
    _root("a misspelt key of an entry", "D001", JOURNAL, "    номер: 80/8", "    ⟦намер: 80/8", "«номер»"),
    _one("a misspelt key of all staff", "D001", STAFF, "сотрудники:", "⟦сотруднеки:", "«сотрудники»"),
    _one("a misspelt key of all pairs", "D001", PAIRS, "пары:", "⟦пари:", "«пары»"),
    _one("a misspelt key of the journal", "D001", JOURNAL, "журнал:", "⟦журналл:", "«журнал»"),
    _one("a misspelt key of a name", "D001", STAFF, "  - фио: Белова", "  - ⟦фиоо: Белова", "«фио»"),
    _one("a misspelt key of a mentor", "D001", PAIRS, "  - наставник:", "  - ⟦наставникк:", "«наставник»"),
    _one("a misspelt key of mentees", "D001", PAIRS, "    наставляемые:", "    ⟦наставляемыи:", "«наставляемые»"),
    _one("a misspelt key of an act", "D001", NOTE, "порядок: 60", "⟦парядок: 60", "«порядок»"),
    _one("a misspelt key of a short name", "D001", "acts/leaflet.yaml", "кратко:", "⟦краткоо:", "«кратко»"),
    _one("a misspelt key of a point", "D001", NOTE, "    текст: Провести", "    ⟦тект: Провести", "«текст»"),
    _one("a misspelt key of the school year", "D001", SCHOOL, "учебный_год:", "⟦учебный_гот:", "«учебный_год»"),
    _one("a misspelt key of a program", "D001", PROGRAM, "цель:", "⟦цел:", "«цель»"),
    # --- values -------------------------------------------------------------------------------------
    _one("a date that no calendar has", "D004", PAIRS, "31.05.2027", "⟦31.02.2026", "нет в календаре"),
    _one("a year of two digits", "D004", PAIRS, "31.05.2027", "⟦31.05.27", "31.05.2027"),
    _one(
        "a date where a plan is expected",
        "D003",
        PROGRAM,
        "  - часть: Вхождение в должность\n    мероприятия:\n      - что: Посещение уроков\n        срок: октябрь\n",
        "  - ⟦01.10.2026\n",
    ),
    _one("a word where a date is expected", "D004", PAIRS, "с: 01.09.2026", "с: ⟦осенью"),
    _one("a misspelt month", "D004", PAIRS, "с: 01.09.2026", "с: ⟦1 сентибря 2026 г.", "сентября"),
    _one(
        "a list where a full name is expected", "D003", STAFF, "фио: Белова Елена Николаевна", "фио: ⟦[Белова, Елена]"
    ),
    _one(
        "a text where a person is expected",
        "D003",
        STAFF,
        "    должность: учитель физики",
        "    должность: учитель физики\n  - ⟦Громов Г.Г.",
    ),
    _one(
        "a list where a short name is expected", "D003", "acts/leaflet.yaml", "кратко: памятка", "кратко: ⟦{памятка: 1}"
    ),
    _one("a list where a text is expected", "D003", SCHOOL, "г. Ключи", "⟦[г. Ключи, с. Пески]", "список"),
    _one("keys where a text is expected", "D003", SCHOOL, "г. Ключи", "⟦{г: Ключи}", "ключами"),
    _one(
        "a text where keys are expected", "D003", PROGRAM, "контроль:\n  итоговый: Открытый урок, май", "контроль: ⟦май"
    ),
    _one("a date where a person is expected", "D005", PAIRS, "наставник: Лебедева Т.Н.", "наставник: ⟦01.09.2026"),
    _one("years that do not follow", "D003", SCHOOL, "2026/2027", "⟦2026/2028", "2026/2027"),
    _one("a state that does not exist", "D003", JOURNAL, "состояние: подписан", "состояние: ⟦подпесан", "подписан"),
    _one("a word where a number is expected", "D003", NOTE, "порядок: 60", "порядок: ⟦шестьдесят", "целое число"),
    _root("a word where yes or no is expected", "D003", STAFF, "    в_списках: нет", "    в_списках: ⟦никогда", "«да»"),
    _one("a kind of act that does not read", "F015", "acts/leaflet.yaml", "Памятка", '⟦"Памятка'),
    _one("a program that does not read", "F015", PROGRAM, "Помочь", '⟦"Помочь'),
    _one("a staff file that does not read", "F015", STAFF, "директор", '⟦"директор'),
    # --- people and programs ------------------------------------------------------------------------
    _one(
        "a misspelt person", "D005", PAIRS, "наставник: Лебедева Т.Н.", "наставник: ⟦Лебедина Т.Н.", "«Лебедева Т.Н.»"
    ),
    _one("a person who is not there", "D005", PAIRS, "[Белова Е.Н.]", "[⟦Громыко Ю.Ф.]", "staff.yaml"),
    Broken(
        "a name of two people",
        "D006",
        (
            Change(PAIRS, "наставник: Лебедева Т.Н.", "наставник: ⟦Лебедева Т.Н."),
            Change(
                STAFF, "  - фио: Белова", "  - фио: Лебедева Тамара Наумовна\n    должность: учитель\n  - фио: Белова"
            ),
            Change(JOURNAL, "кто: Лебедева Т.Н.", "кто: Лебедева Татьяна Николаевна"),
        ),
        ("Лебедева Татьяна Николаевна", "Лебедева Тамара Наумовна", "код"),
    ),
    _one(
        "a person written twice",
        "D007",
        STAFF,
        "  - фио: Белова Елена Николаевна",
        "  - фио: ⟦Зимин Пётр Львович\n    должность: учитель\n  - фио: Белова Елена Николаевна",
        "Зимин Пётр Львович",
    ),
    _one("a misspelt head", "D005", SCHOOL, "руководитель: Орлова А.П.", "руководитель: ⟦Арлова А.П.", "«Орлова А.П.»"),
    _one("a program that is not there", "D005", PAIRS, "программа: belova", "программа: ⟦belowa", "«belova»"),
    _root(
        "a misspelt person of a roadmap", "D005", "data/roadmap.yaml", "- Бондарь О.И.", "- ⟦Бандарь О.И.", "«Бондарь"
    ),
    _root("a misspelt curator", "D005", SCHOOL, "куратор: Бондаренко", "куратор: ⟦Бондоренко", "«Бондаренко Л.А.»"),
    # --- acts ---------------------------------------------------------------------------------------
    _one("an unknown role that signs", "D045", NOTE, "подписывает: директор", "подписывает: ⟦дериктор", "«директор»"),
    _one("an unknown role of a visa", "D045", NOTE, "визы: [куратор]", "визы: [⟦кураторр]", "«куратор»"),
    _one(
        "an unknown body of a grif", "D045", NOTE, "визы:", "грифы:\n  - {действие: принять, чем: ⟦сход}\nвизы:", "сход"
    ),
    _one("an unknown annex", "D045", NOTE, "[памятка]", "[⟦памятко]", "«памятка»"),
    _one("an unknown basis", "D045", NOTE, "[приказ-о-парах]", "[⟦приказ-о-порах]", "«приказ-о-парах»"),
    _one("a point id that stands twice", "D042", NOTE, "ид: ответить", "ид: ⟦провести", "провести"),
    _one("a point without a text", "D043", NOTE, "  - ид: ответить", "  - ⟦ид: пусто\n  - ид: ответить"),
    _one(
        "points too deep",
        "D044",
        NOTE,
        "    текст: Провести день наставника ({{ приложение.памятка }}).",
        "    текст: Провести ({{ приложение.памятка }}).\n    пункты:\n"
        + "".join(f"{' ' * indent}- текст: Глубже.\n{' ' * indent}  пункты:\n" for indent in (6, 10, 14))
        + " " * 18
        + "- ⟦текст: Ещё глубже.",
    ),
    _one("an unknown word in a point", "D041", NOTE, "{{ куратор.фио", "{{ ⟦куратр.фио", "«куратор»"),
    _one("an unknown case of a word", "D041", NOTE, "{{ куратор.фио.вини", "{{ ⟦куратор.фио.вени", "«винительный»"),
    _one(
        "a reference to a point that is not there", "D041", NOTE, "{{ пункт.провести", "{{ ⟦пункт.правести", "провести"
    ),
    _one(
        "an unknown norm in a text",
        "D041",
        NOTE,
        "текст: Провести день наставника (",
        "текст: Провести по {{ ⟦норма.нет_такой.родительный }} (",
        "нет_такой",
    ),
    _one(
        "an unknown word in a condition",
        "D041",
        NOTE,
        "порядок: 60",
        "нужно: ⟦пары_и_группы\nпорядок: 60",
        "пары_и_группы",
    ),
    _one("braces that are not closed", "D040", NOTE, "текст: Провести день", "текст: Провести ⟦{{ куратор.фио день"),
    _one("a command that is not closed", "D040", NOTE, "текст: Провести", "текст: ⟦Провести {% if пары %}", "endif"),
    _one("a call in a text", "D040", NOTE, "текст: Провести", "текст: Провести ⟦{{ пары.sort() }}", "нельзя"),
    _one(
        "a kind of issue that does not exist", "D003", NOTE, "порядок: 60", "издаётся: ⟦всем\nпорядок: 60", "на каждую"
    ),
    Broken(
        "a kind of act without a template",
        "D046",
        (Change("templates/note.docx", is_gone=True), Change(NOTE, "название: О дне", "⟦название: О дне")),
        ("templates/note.docx",),
    ),
    # --- templates ----------------------------------------------------------------------------------
    Broken(
        "an unknown word in a template",
        "W010",
        (Change("templates/note.docx", template=("Приказ", "Назначить {{ наставнк.фио.винительный }}")),),
        ("«наставнк»", "абзац 2"),
    ),
    Broken(
        "an unknown word inside a list of a template",
        "W010",
        (Change("templates/note.docx", template=("{% for п in пункты %}{{ п.тект }}{% endfor %}",)),),
        ("тект", "«текст»", "абзац 1"),
    ),
    _one("a template that is no Word file", "W001", "templates/note.docx", None, "просто текст\n", "Word"),
    # --- the journal and the rules ------------------------------------------------------------------
    _one(
        "an unknown kind in the journal",
        "D045",
        JOURNAL,
        "вид: приказ-о-парах",
        "вид: ⟦приказ-о-порах",
        "приказ-о-парах",
    ),
    _one(
        "an edition written twice",
        "D048",
        JOURNAL,
        None,
        "журнал:\n  - {вид: order-on-pairs, номер: 4}\n  - {вид: ⟦приказ-о-парах, номер: 5}\n",
        "редакция: 2",
    ),
    _one("a mentor who is his own mentee", "D101", PAIRS, "[Белова Е.Н.]", "[⟦Лебедева Т.Н.]", "Лебедева Т.Н."),
    _one("a pair that ends before it starts", "D102", PAIRS, "31.05.2027", "⟦31.05.2026", "31.05.2026"),
    # --- files and folders --------------------------------------------------------------------------
    _one("an unknown file in data", "F042", "data/parы.yaml", None, "пары: []\n"),
    _one("a misspelt file in data", "F042", "data/pair.yaml", None, "пары: []\n", "data/pairs.yaml"),
    Broken("no staff file", "F041", (Change(STAFF, is_gone=True),), ("data/staff.yaml",)),
    Broken("no school file", "F041", (Change(SCHOOL, is_gone=True),), ("data/school.yaml",)),
    _one(
        "a base folder that is not there",
        "F043",
        SCHOOL,
        "учебный_год:",
        "основа: ⟦../нет-такой\nучебный_год:",
        "../нет-такой",
    ),
)

DOUBTFUL: tuple[Broken, ...] = (
    _one("a Latin letter in a name", "D008", STAFF, "Белова Елена", "Б⟦eлова Елена"),
    _one("a Latin letter in a position", "D008", STAFF, "учитель физики", "учит⟦eль физики"),
    _one(
        "an entry of the journal about nobody",
        "D047",
        JOURNAL,
        "журнал:\n",
        "журнал:\n  - {вид: программа, о_ком: ⟦бiлова, номер: 1}\n",
    ),
)
"""What is a warning and no error: it withholds nothing."""

MANY: Mapping[str, Broken] = {broken.name: broken for broken in BROKEN}
