"""Codes of what does not fit together in data and acts, with Russian titles; a code keeps its meaning for good."""

from collections.abc import Mapping
from types import MappingProxyType

CODES: Mapping[str, str] = MappingProxyType(
    {
        "D040": "выражение в {{ }} или условие не читается",
        "D041": "неизвестное слово в тексте акта",
        "D042": "ид пункта повторяется",
        "D043": "у пункта нет ни текста, ни заголовка раздела",
        "D044": "пункты вложены глубже четырёх уровней",
        "D045": "неизвестный вид акта, орган или роль",
        "D046": "у вида акта нет шаблона",
        "D047": "запись журнала ни к одному документу не относится",
        "D048": "редакция акта записана в журнал дважды",
        "F041": "нет нужного файла",
        "F042": "лишний файл в папке data",
        "F043": "нет папки общих актов",
    }
)
