"""YAML that looks odd and is right: name, text, what it says."""

from typing import Any

from tests.sources.bad_yaml import unmask

_ODD: list[tuple[str, str, dict[str, Any]]] = [
    ("a number with a fraction", "№: 80/8\n", {"№": "80/8"}),
    ("a number with a leading zero", "№: 080\n", {"№": "080"}),
    ("a number that YAML reads as octal", "№: 012\n", {"№": "012"}),
    ("an octal of YAML 1.2", "№: 0o12\n", {"№": "0o12"}),
    ("a number with an underscore", "№: 8_0\n", {"№": "8_0"}),
    ("a number like a power", "№: 12e3\n", {"№": "12e3"}),
    ("a clause number", "пункт: 1.10\n", {"пункт": "1.10"}),
    ("a time", "начало: 12:30\n", {"начало": "12:30"}),
    ("a Russian no", "согласие: Нет\n", {"согласие": "Нет"}),
    ("an English no", "согласие: no\n", {"согласие": "no"}),
    ("an agent's number", "код: 007\n", {"код": "007"}),
    ("a telephone", "телефон: +79161234567\n", {"телефон": "+79161234567"}),
    ("an impossible date", "дата: 2025-09-31\n", {"дата": "2025-09-31"}),
    ("a tilde and null", "а: ~\nб: null\n", {"а": "~", "б": "null"}),
    ("an address with an anchor", "сайт: https://a.ru/#x\n", {"сайт": "https://a.ru/#x"}),
    ("a hash inside a word", "язык: C#\n", {"язык": "C#"}),
    ("guillemets", "название: «Школа № 1», корпус 2\n", {"название": "«Школа № 1», корпус 2"}),
    ("quotes of Word around a plain text", "название: “Школа № 1”\n", {"название": "“Школа № 1”"}),
    ("a dash inside a text", "форма: учитель — учитель\n", {"форма": "учитель — учитель"}),
    ("a negative number", "сдвиг: -5\n", {"сдвиг": "-5"}),
    (
        "a text in a block with dashes",
        "текст: |\n  — Да.\n  • Два\n  - три: 4 #5\n",
        {"текст": "— Да.\n• Два\n- три: 4 #5\n"},
    ),
    ("a folded text with a dash", "текст: >\n  Один\n  — два\n", {"текст": "Один — два\n"}),
    ("a quoted text over lines", 'текст: "Один\n  — два\n  #три"\n', {"текст": "Один — два #три"}),
    ("a plain text over lines", "текст: Один\n  — два\n  три\n", {"текст": "Один — два три"}),
    ("quotes as they should be", "\"а\": 'зн''ач'\n'б': \"a\\tb\"\n", {"а": "зн'ач", "б": "a\tb"}),
    ("a document mark at the top", "---\nа: б\n...\n", {"а": "б"}),
    ("nothing", "", {}),
    ("comments only", "# примечание\n\n# ещё одно\n", {}),
    ("a comment after a value", "а: б # вымышлено: да\n#в: г\n", {"а": "б"}),
    ("a tab before a comment and after a colon", "а:→б→ # да\n", {"а": "б"}),
    ("lines of blanks", "а: б\n→\n⍽\nв: г\n", {"а": "б", "в": "г"}),
    ("a list of lists", "а:\n  - - б\n    - в\n", {"а": [["б", "в"]]}),
    ("a list at the level of its key", "а:\n- б\n- в\nг: д\n", {"а": ["б", "в"], "г": "д"}),
    ("brackets and braces over lines", 'а: [ "б, в" ,\n→г]\nд: {е: []}\n', {"а": ["б, в", "г"], "д": {"е": []}}),
    ("a key of several words", "дата (план) : 1\n", {"дата (план)": "1"}),
    ("an empty value", "а:\nб: в\n", {"а": "", "б": "в"}),
    ("a word of a template in quotes", 'а: "{{ год }} год"\n', {"а": "{{ год }} год"}),
    ("a word of a template inside a text", "а: На {{ год }} год\n", {"а": "На {{ год }} год"}),
    ("line ends of Windows", "а: б¶\nв: г¶\n", {"а": "б", "в": "г"}),
    ("letters put together", "город: И\u0306од\n", {"город": "Йод"}),
]

ODD = [(name, unmask(text), said) for name, text, said in _ODD]
