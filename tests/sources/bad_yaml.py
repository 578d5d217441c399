"""YAML that people write wrong: name, text, expected (code, line, column).

`→` stands for a tab, `⍽` for a no-break space, `¶` for a carriage return.
"""

from typing import NamedTuple


class Bad(NamedTuple):
    name: str
    text: str
    expected: tuple[tuple[str, int, int], ...]


def unmask(text: str) -> str:
    return text.replace("→", "\t").replace("⍽", "\u00a0").replace("¶", "\r")


def _bad(name: str, text: str, *expected: tuple[str, int, int]) -> Bad:
    return Bad(name, unmask(text.removeprefix("\n")), expected)


BAD = [
    # --- indents, dashes and blanks -----------------------------------------------------------------
    _bad("a tab before a key", "город: Ключи\n→улица: Лесная\n", ("F007", 2, 1)),
    _bad(
        "tabs before every line of a list",
        """
пары:
→- наставник: А
→  форма: Б
→- наставник: В
""",
        ("F007", 2, 1),
    ),
    _bad("a tab after blanks", "школа:\n  город: Ключи\n →улица: Лесная\n", ("F007", 3, 2)),
    _bad("a tab after the dash", "пары:\n  -→наставник: А\n", ("F007", 2, 4)),
    _bad("a tab inside a block of text", "текст: |\n  — Прошу слова.\n→Второе\nа: б\n", ("F007", 3, 1)),
    _bad("no-break spaces before a list", "пары:\n⍽⍽- наставник: А\n⍽⍽  форма: Б\n", ("F008", 2, 1)),
    _bad("a no-break space before a key", "город: Ключи\n⍽улица: Лесная\n", ("F008", 2, 1)),
    _bad("no-break spaces before a single key", "⍽⍽город: Ключи\n", ("F008", 1, 1)),
    _bad("a long dash in place of hyphens", "знакомятся:\n  — Белова\n  — Иванова\n", ("F009", 2, 3)),
    _bad("a short dash in place of a hyphen", "знакомятся:\n  - Белова\n  – Иванова\n", ("F009", 3, 3)),
    _bad("bullets with tabs as Word pastes them", "знакомятся:\n  •→Белова\n  •→Иванова\n", ("F009", 2, 3)),
    _bad(
        "long dashes before records",
        """
пары:
  — наставник: А
    форма: Б
  — наставник: В
    форма: Г
""",
        ("F009", 2, 3),
    ),
    _bad("an asterisk in place of a hyphen", "знакомятся:\n  * Белова\n  * Иванова\n", ("F009", 2, 3)),
    _bad("a long dash without a blank", "знакомятся:\n  —Белова\n  —Иванова\n", ("F009", 2, 3)),
    _bad("a hyphen without a blank", "знакомятся:\n  -Белова\n  -Иванова\n", ("F010", 2, 3)),
    _bad("a hyphen without a blank before a key", "пары:\n  -наставник: А\n", ("F010", 2, 3)),
    _bad("a hyphen without a blank after good items", "знакомятся:\n  - Белова\n  -Иванова\n", ("F010", 3, 3)),
    _bad("a key deeper than the one above", "город: Ключи\n  улица: Лесная\n", ("F013", 2, 3)),
    _bad("a key deeper inside a record", "пары:\n  - а: 1\n     б: 2\n", ("F013", 3, 6)),
    _bad("a key between two levels", "школа:\n    город: Ключи\n  улица: Лесная\n", ("F013", 3, 3)),
    _bad("a dash left of the other dashes", "пары:\n  - а: 1\n - б: 2\n", ("F013", 3, 2)),
    _bad("a key under the dash", "пары:\n  - а: 1\n   б: 2\n", ("F013", 3, 4)),
    _bad("a key after a list at its level", "список:\n  - а\n  б: 1\n", ("F013", 3, 3)),
    _bad("a dash after keys at their level", "список:\n  а: 1\n  - б\n", ("F013", 3, 3)),
    _bad("only the first line is indented", "  город: Ключи\nулица: Лесная\n", ("F013", 1, 3)),
    _bad("an item glued to the one above", "пункты:\n  - Один\n     - Два\n", ("F014", 3, 6)),
    _bad("a line of a text left of the others", "текст: >-\n  Один\n Два\n", ("F013", 3, 2)),
    _bad("a text without indent", "текст: |\nОдин\n", ("F013", 2, 1)),
    _bad("items deeper than their key's text", "а: б\n  - в\n  - г\n", ("F014", 2, 3)),
    # --- colons -------------------------------------------------------------------------------------
    _bad("no blank after the first colon", "город:Ключи\nулица: Лесная\n", ("F011", 1, 6)),
    _bad("no blank after the only colon", "город:Ключи\n", ("F011", 1, 6)),
    _bad("no blank after a colon further down", "улица: Лесная\nгород:Ключи\nдом: 1\n", ("F011", 2, 6)),
    _bad("no blank after the colon of a record", "пары:\n  - кто:Иванова\n    форма: Б\n", ("F011", 2, 8)),
    _bad("no blank after the last colon", "улица: Лесная\nгород:Ключи\n", ("F011", 2, 6)),
    _bad("a no-break space after the colon", "город:⍽Ключи\nулица: Лесная\n", ("F011", 1, 6)),
    _bad("no colon in the first line", "город Ключи\nулица: Лесная\n", ("F029", 1, 1)),
    _bad("no colon between good lines", "улица: Лесная\nгород Ключи\nдом: 1\n", ("F029", 2, 1)),
    _bad("no colon after the key of a record", "школа\n  город: Ключи\n", ("F029", 1, 1)),
    _bad("no colon in the first line of a record", "пары:\n  - кто Иванова\n    форма: Б\n", ("F029", 2, 5)),
    _bad("a colon inside a value", "название: Школа: гимназия\n", ("F012", 1, 16)),
    _bad("a colon inside guillemets", "название: «Школа: гимназия»\n", ("F012", 1, 17)),
    _bad("a colon inside a list item", "пункты:\n  - текст: Приказ: о парах\n", ("F012", 2, 18)),
    _bad("a colon inside quotes of Word", "название: “Школа: гимназия”\n", ("F019", 1, 11)),
    _bad("a comma inside quotes of Word", "список: [“а, б”, в]\n", ("F019", 1, 10)),
    _bad("nothing before the colon", "город: Ключи\n: Лесная\n", ("F027", 2, 1)),
    _bad("a list as a key", "[а, б]: в\n", ("F027", 1, 1)),
    _bad("a list in the line of its key", "ключ: - а\n", ("F030", 1, 7)),
    # --- quotes and brackets ------------------------------------------------------------------------
    _bad("an open quote up to the end", 'название: "Школа\nгород: Ключи\n', ("F015", 1, 11)),
    _bad("an open quote closed by the next one", 'название: "Школа\nгород: "Ключи"\n', ("F015", 1, 11)),
    _bad("an open single quote", "название: 'Школа\nгород: Ключи\n", ("F015", 1, 11)),
    _bad("text after the closing quote", 'название: "Школа" № 5\n', ("F016", 1, 19)),
    _bad("quotes inside quotes", 'название: "Школа "Ромашка""\n', ("F016", 1, 19)),
    _bad("an unknown escape", 'папка: "а\\дом"\n', ("F020", 1, 10)),
    _bad("half an escape", 'знак: "\\x4"\n', ("F020", 1, 8)),
    _bad("an open bracket", "список: [а, б\nгород: Ключи\n", ("F017", 1, 9)),
    _bad("an open bracket at the end", "список: [а, б\n", ("F017", 1, 9)),
    _bad("an open brace", "список: {а: 1, б: 2\nгород: Ключи\n", ("F017", 1, 9)),
    _bad("a bracket too many", "список: [а, б]]\n", ("F017", 1, 15)),
    _bad("a comma too many", "список: [а,, б]\n", ("F017", 1, 12)),
    _bad("quoted items without a comma", 'список: ["а" "б"]\n', ("F017", 1, 14)),
    # --- signs that open a value --------------------------------------------------------------------
    _bad("an at sign", "почта: @школа\n", ("F018", 1, 8)),
    _bad("a per cent sign", "доля: %50\n", ("F018", 1, 7)),
    _bad("a grave accent", "текст: `слово`\n", ("F018", 1, 8)),
    _bad("asterisks of Markdown", "текст: *важно*\n", ("F018", 1, 8)),
    _bad("an exclamation mark", "текст: !важно\n", ("F018", 1, 8)),
    _bad("a greater-than sign", "срок: > 5 лет\n", ("F018", 1, 7)),
    _bad("a bar", "текст: | черта\n", ("F018", 1, 8)),
    _bad("a bracket that is text", "текст: [1] Закрепить\n", ("F018", 1, 8)),
    _bad("a word of a template", "текст: {{ год.словами }}\n", ("F018", 1, 8)),
    _bad("a word of a template with text", "пункты:\n  - текст: {{ год }} год\n", ("F018", 2, 12)),
    _bad("a condition of a template", "текст: {% if x %}да{% endif %}\n", ("F018", 1, 8)),
    _bad("a number sign of a teacher's category", "кто: учитель #1 категории\n", ("F028", 1, 14)),
    _bad("a number sign before the whole value", "номер: #5\n", ("F028", 1, 8)),
    # --- what this YAML does not have ---------------------------------------------------------------
    _bad("a key written twice", "город: Ключи\nгород: Северск\n", ("F002", 2, 1)),
    _bad("a key written twice in a record", "пары:\n  - а: 1\n    б: 2\n    а: 3\n", ("F002", 4, 5)),
    _bad("a key written twice in braces", "школа: {а: 1, а: 2}\n", ("F002", 1, 15)),
    _bad("an anchor and its alias", "а: &x 1\nб: *x\n", ("F021", 1, 4), ("F021", 2, 4)),
    _bad("a tag", "текст: !!str важно\n", ("F022", 1, 8)),
    _bad("a merge key", "<<: б\n", ("F023", 1, 1)),
    _bad("two documents", "а: 1\n---\nб: 2\n", ("F024", 2, 1)),
    _bad("too many levels", "а: " + "[" * 60 + "]" * 60 + "\n", ("F025", 1, 53)),
    _bad("a list at the top", "- а\n- б\n", ("F026", 1, 1)),
    _bad("a text at the top", "просто текст\n", ("F026", 1, 1)),
    # --- letters ------------------------------------------------------------------------------------
    _bad("a lost letter", "город: Клю\ufffdи\n", ("F003", 1, 11)),
    _bad("letters encoded twice", "город: РЎРµРІРµСЂСЃРє\n", ("F003", 1, 8)),
    _bad("a control character", "город: Клю\x07чи\n", ("F005", 1, 11)),
    _bad("a zero-width space in a key", "го\u200bрод: Ключи\n", ("F005", 1, 3)),
    _bad("a bidi mark", "город: Ключи\u202e\n", ("F005", 1, 13)),
    _bad("a control character by escape", 'город: "а\\u0007б"\n', ("F005", 1, 8)),
    # --- several causes in one file -----------------------------------------------------------------
    _bad("two causes", "а: 1\nа: 2\nб: &x 3\n", ("F002", 2, 1), ("F021", 3, 4)),
    _bad(
        "a dash and, further down, a colon",
        "знакомятся:\n  — Белова\nназвание: Школа: гимназия\n",
        ("F009", 2, 3),
        ("F012", 3, 16),
    ),
    _bad("line ends of Windows", "город: Ключи¶\nназвание: а: б¶\n", ("F012", 2, 12)),
    _bad("a tab between words of an earlier line", "а:→→б\n→в: г\n", ("F007", 2, 1)),
    _bad("line ends of old Macs", "город: Ключи¶название: а: б¶", ("F012", 2, 12)),
    _bad("a wide character before the fault", "город: 😀\n😀 а: б: в\n", ("F012", 2, 7)),
]
