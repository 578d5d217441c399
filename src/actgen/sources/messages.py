"""What pydantic finds, in Russian; keyed by error type, never by its English text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from actgen.diagnostics import closest

_Context = Mapping[str, Any]
_QUOTES = "если это текст, возьмите его в прямые кавычки"
_DAY = "запишите дату так: 01.09.2026"


def describe(kind: str, context: _Context, value: object, options: Sequence[str] = ()) -> tuple[str, str, str]:
    """Return code, message and hint for a pydantic error.

    Args:
        kind: The error's `type`.
        context: The error's `ctx`.
        value: What the file says there.
        options: The allowed words, if the field knows them.
    """
    if isinstance(value, str) and not value.strip():
        return "D003", "значение пусто", "впишите значение или удалите строку"
    if options and kind in ("enum", "literal_error"):
        return ("D003", *not_an_option(value, options))
    code = "D004" if kind.startswith(("date_", "datetime_")) else "D003"
    template = TABLE.get(kind)
    if template is None:
        return code, f"значение не подходит: {shown(value)}", ""
    message, hint = template if isinstance(template, tuple) else template(context)
    # A message that ends with a colon waits for what is written.
    return code, f"{message} {shown(value)}" if message.endswith(":") else message, hint


def not_an_option(value: object, options: Sequence[str]) -> tuple[str, str]:
    """Return message and hint for a word that is not in a closed list.

    >>> not_an_option("групавое", ["традиционное", "групповое"])
    ('нет такого значения «групавое»; похожее: «групповое»', 'исправьте на «групповое»')
    """
    meant = closest(value, options) if isinstance(value, str) else None
    if meant:
        return f"нет такого значения «{short(str(value))}»; похожее: «{meant}»", f"исправьте на «{meant}»"
    known = "; ".join(options[:12]) + ("…" if len(options) > 12 else "")
    return f"нет такого значения: {shown(value)}", f"здесь бывает: {known}"


def shown(value: object) -> str:
    """Return how a message shows a value: a text itself, a list or a record by its kind.

    >>> shown(["а"])
    'список'
    """
    if isinstance(value, dict):
        return "запись с ключами"
    if isinstance(value, list | tuple | set | frozenset):
        return "список"
    return short(str(value))


def short(text: str, most: int = 60) -> str:
    """Return the text on one line and not longer than `most` characters."""
    text = " ".join(text.encode("utf-8", "replace").decode().split())
    return text if len(text) <= most else text[: most - 1] + "…"


def _bound(words: str) -> Callable[[_Context], tuple[str, str]]:
    def describe_bound(context: _Context) -> tuple[str, str]:
        limit = next((context[k] for k in ("gt", "ge", "lt", "le", "multiple_of") if k in context), "")
        return f"число должно быть {words} {limit}:", "исправьте число"

    return describe_bound


def _length(words: str, unit: str) -> Callable[[_Context], tuple[str, str]]:
    def describe_length(context: _Context) -> tuple[str, str]:
        limit = next((context[k] for k in ("min_length", "max_length") if k in context), "")
        return f"{words}, {unit}: {limit}", ""

    return describe_length


def _own_words(context: _Context) -> tuple[str, str]:
    error = str(context.get("error", "")).strip()
    return (error, "") if error else ("значение не подходит:", "")


def _extra_key(_: _Context) -> tuple[str, str]:
    return "неизвестный ключ", "удалите его или исправьте"


_INT = ("нужно целое число:", "запишите число цифрами")
_NUMBER = ("нужно число:", "запишите число цифрами, дробную часть после запятой")
_BOOL = ("нужно «да» или «нет»:", "запишите «да» или «нет»")
_LIST = ("нужен список:", "начните каждую строку с дефиса и пробела или возьмите значения в [ ]")
_RECORD = ("нужна запись с ключами:", "запишите строки вида «ключ: значение»")
_DATE = ("дата не читается:", _DAY)
_TIME = ("время не читается:", "запишите время так: 09:30")
_PERIOD = ("промежуток времени не читается:", "")
_UNFIT: tuple[str, str] = ("значение не подходит:", "")
_ADDRESS = ("адрес не читается:", "запишите адрес целиком, например https://school.example.ru")
_UUID = ("код не читается:", "")

_Entry = tuple[str, str] | Callable[[_Context], tuple[str, str]]

TABLE: Mapping[str, _Entry] = MappingProxyType(
    {
        # text
        "string_type": ("нужен текст, а здесь другое:", _QUOTES),
        "string_sub_type": ("нужен текст, а здесь другое:", _QUOTES),
        "string_unicode": ("в тексте непонятные знаки:", "наберите значение заново"),
        "string_too_short": _length("слишком короткое значение", "знаков не меньше"),
        "string_too_long": _length("слишком длинное значение", "знаков не больше"),
        "string_pattern_mismatch": ("значение записано не по образцу:", "сверьте с примером"),
        "string_not_ascii": ("в значении бывают только латинские буквы и цифры:", "наберите латиницей"),
        "bytes_type": ("нужен текст, а здесь другое:", _QUOTES),
        "bytes_too_short": _length("слишком короткое значение", "знаков не меньше"),
        "bytes_too_long": _length("слишком длинное значение", "знаков не больше"),
        "bytes_invalid_encoding": _UNFIT,
        # numbers
        "int_type": _INT,
        "int_parsing": _INT,
        "int_parsing_size": ("число слишком велико:", "проверьте, не лишние ли цифры"),
        "int_from_float": _INT,
        "float_type": _NUMBER,
        "float_parsing": _NUMBER,
        "finite_number": _NUMBER,
        "decimal_type": _NUMBER,
        "decimal_parsing": _NUMBER,
        "decimal_max_digits": ("в числе слишком много цифр:", "проверьте, не лишние ли цифры"),
        "decimal_max_places": ("слишком много цифр после запятой:", "округлите число"),
        "decimal_whole_digits": ("в числе слишком много цифр:", "проверьте, не лишние ли цифры"),
        "complex_type": _NUMBER,
        "fraction_type": _NUMBER,
        "fraction_parsing": _NUMBER,
        "complex_str_parsing": _NUMBER,
        "greater_than": _bound("больше, чем"),
        "greater_than_equal": _bound("не меньше, чем"),
        "less_than": _bound("меньше, чем"),
        "less_than_equal": _bound("не больше, чем"),
        "multiple_of": _bound("кратно"),
        # yes and no, closed lists
        "bool_type": _BOOL,
        "bool_parsing": _BOOL,
        "enum": ("нет такого значения:", "выберите одно из разрешённых"),
        "literal_error": ("нет такого значения:", "выберите одно из разрешённых"),
        "none_required": ("здесь не должно быть значения:", "удалите его"),
        # dates and times
        "date_type": _DATE,
        "date_parsing": _DATE,
        "date_from_datetime_parsing": _DATE,
        "date_from_datetime_inexact": _DATE,
        "date_past": ("дата должна быть в прошлом:", "исправьте дату"),
        "date_future": ("дата должна быть в будущем:", "исправьте дату"),
        "datetime_type": _DATE,
        "datetime_parsing": _DATE,
        "datetime_object_invalid": _DATE,
        "datetime_from_date_parsing": _DATE,
        "datetime_past": ("дата должна быть в прошлом:", "исправьте дату"),
        "datetime_future": ("дата должна быть в будущем:", "исправьте дату"),
        "timezone_naive": _TIME,
        "timezone_aware": _TIME,
        "timezone_offset": _TIME,
        "time_type": _TIME,
        "time_parsing": _TIME,
        "time_delta_type": _PERIOD,
        "time_delta_parsing": _PERIOD,
        # lists and records
        "list_type": _LIST,
        "tuple_type": _LIST,
        "set_type": _LIST,
        "frozen_set_type": _LIST,
        "deque_type": _LIST,
        "named_tuple_type": _LIST,
        "iterable_type": _LIST,
        "iteration_error": _LIST,
        "set_item_not_hashable": ("в этом списке нужен текст, а здесь другое:", _QUOTES),
        "too_short": _length("в списке мало значений", "нужно не меньше"),
        "too_long": _length("в списке много значений", "бывает не больше"),
        "missing": ("нет обязательного ключа", "добавьте его"),
        "extra_forbidden": _extra_key,
        "invalid_key": ("ключ записан не словом", "исправьте ключ"),
        "dict_type": _RECORD,
        "mapping_type": _RECORD,
        "frozen_dict_type": _RECORD,
        "ordered_dict_type": _RECORD,
        "counter_type": _RECORD,
        "model_type": _RECORD,
        "model_attributes_type": _RECORD,
        "dataclass_type": _RECORD,
        "dataclass_exact_type": _RECORD,
        "arguments_type": _RECORD,
        "missing_argument": _RECORD,
        "unexpected_keyword_argument": _extra_key,
        "missing_keyword_only_argument": _RECORD,
        "missing_positional_only_argument": _RECORD,
        "unexpected_positional_argument": _UNFIT,
        "multiple_argument_values": _UNFIT,
        "default_factory_not_called": _UNFIT,
        "no_such_attribute": _UNFIT,
        "get_attribute_error": _UNFIT,
        "frozen_field": _UNFIT,
        "frozen_instance": _UNFIT,
        "recursion_loop": _UNFIT,
        "recursion_depth_exceeded": _UNFIT,
        "ellipsis_error": _UNFIT,
        # what our own validators say in plain words
        "value_error": _own_words,
        "assertion_error": _own_words,
        # kinds of values
        "union_tag_invalid": ("запись здесь бывает другого вида:", "сверьте с примером"),
        "union_tag_not_found": ("запись здесь бывает другого вида:", "сверьте с примером"),
        "is_instance_of": _UNFIT,
        "is_subclass_of": _UNFIT,
        "callable_type": _UNFIT,
        "json_invalid": _UNFIT,
        "json_type": _UNFIT,
        "needs_python_object": _UNFIT,
        "missing_sentinel_error": _UNFIT,
        "url_type": _ADDRESS,
        "url_parsing": _ADDRESS,
        "url_syntax_violation": _ADDRESS,
        "url_too_long": _ADDRESS,
        "url_scheme": _ADDRESS,
        "uuid_type": _UUID,
        "uuid_parsing": _UUID,
        "uuid_version": _UUID,
    }
)
