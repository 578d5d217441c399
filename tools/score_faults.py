"""Score the corpus of faults with actgen and with three usual ways, and write `docs/faults.md`.

Run by hand, some minutes: `python -m tools.score_faults`.
The rivals are given every chance: strict models, a schema with patterns and enumerations, a template that prints every
field. A fault counts as caught by them whenever anything at all is refused, wherever it points.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from types import GenericAlias
from typing import Annotated, Any

import docx
import jinja2
import jsonschema
import yaml
from docxtpl import DocxTemplate
from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter, ValidationError, WithJsonSchema, create_model

from tests.faults.corpus import Fault, corpus
from tests.faults.finding import found_of

PAGE = Path(__file__).resolve().parents[1] / "docs" / "faults.md"
_DATE = r"^\d{2}\.\d{2}\.\d{4}$|^\d{4}-\d{2}-\d{2}$|^\d{1,2} [а-я]+ \d{4}( г\.)?$"


class Strict(BaseModel):
    """A model without unknown keys."""

    model_config = ConfigDict(extra="forbid")


def _day(value: Any) -> Any:
    if isinstance(value, str) and re.match(r"^\d{2}\.\d{2}\.\d{4}$", value):
        return datetime.strptime(value, "%d.%m.%Y").date()
    return date.today() if isinstance(value, str) and re.match(_DATE, value) else value


MUTANTS = (
    "Мутантов 1237: убиты примерами страниц 1227, остальные 10 равносильны правилу — почему, сказано у каждого в "
    "`tools/mutate_rules.py`."
)
"""What `tools.mutate_rules` printed last, in words."""

OUT_OF_REACH = (
    "Чего данные и текст сказать не могут: поручен ли кому-нибудь каждый пункт приказа (исполнителя и срок пишут "
    "свободно, а пункту вроде «Утвердить положение» они не нужны; номера пунктов ставит программа, пункт о контроле "
    "требует S106); ширину блока реквизитов и интервалы (их задают стили шаблона, ГОСТ их рекомендует). Об отказе "
    "наставника сказать нечего: срока предупреждения закон для него не ставит; срок, написанный в тексте, находит "
    "S131.\n"
)

Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "pattern": _DATE})]


def _model(name: str, required: str, optional: str = "", days: str = "", **lists: Any) -> type[BaseModel]:
    fields: dict[str, Any] = dict.fromkeys(required.split(), (str | int | bool, ...))
    fields |= dict.fromkeys(optional.split(), (str | int | bool | dict | list | None, None))
    fields |= dict.fromkeys(days.split(), (Day | None, None))
    fields |= {key: (kind, None) for key, kind in lists.items()}
    return create_model(name, __base__=Strict, **fields)


def _list_of(model: Any) -> Any:
    return GenericAlias(list, (model,))


Consent = _model("Consent", "вид", "ресурсы данные запреты", "дата до отозвано")
Absence = _model("Absence", "", "", "с по")
Person = _model(
    "Person",
    "должность",
    "фио фамилия имя отчество код категория стаж образование пол в_списках прежние телефон почта адрес паспорт",
    "принят уволен",
    согласия=_list_of(Consent),
    отсутствует=_list_of(Absence),
)
Payment = _model("Payment", "", "сумма процент от период источник основание")
Agreement = _model(
    "Agreement", "", "номер формы_работы часов трудовой_договор", "дата", содержание=list[str], выплата=Payment
)
Event = _model("Event", "вид ид", "причина новый_наставник", "дата с согласие", соглашение=Agreement)
Result = _model("Result", "программа", "оценка результат практика поощрение", "дата до")
Pair = _model(
    "Pair",
    "наставник форма вид",
    "программа основание трудовая_функция",
    "с по согласие согласие_наставляемых",
    наставляемые=list[str],
    соглашение=Agreement,
    события=_list_of(Event),
    итог=Result,
)
Candidate = _model("Candidate", "кто", "компетенции достижения интересы часов предел запросы", "дата")
Union = _model("Union", "", "мнение номер", "направлено ответ")
Publication = _model("Publication", "документ", "файл сведения эп", "дата")
Read = _model("Read", "кто", "", "когда")
Adoption = _model("Adoption", "орган", "протокол", "дата")
Entry = _model(
    "Entry",
    "вид",
    "о_ком редакция серия номер состояние",
    "дата",
    принято=_list_of(Adoption),
    ознакомлены=_list_of(Read),
)
Activity = _model("Activity", "что срок", "результат")
Part = _model("Part", "часть", "", "", мероприятия=_list_of(Activity))
Stage = _model("Stage", "название", "№ вид содержание знак перечень срок ответственные результат мероприятия")
Waiver = _model("Waiver", "код где причина", "", "до")
MODELS: Mapping[str, Any] = {
    "data/staff.yaml": _model("Staff", "", "", "", сотрудники=_list_of(Person)),
    "data/pairs.yaml": _model("Pairs", "", "", "", пары=_list_of(Pair)),
    "data/journal.yaml": _model("Journal", "", "", "", журнал=_list_of(Entry)),
    "data/roadmap.yaml": _model("Roadmap", "", "колонки период гриф", "", этапы=_list_of(Stage)),
    "data/waivers.yaml": _model("Waivers", "", "", "", отступления=_list_of(Waiver)),
    "data/school.yaml": _model(
        "School",
        "учебный_год руководитель",
        "куратор ответственный_за_сайт учредитель органы оформление профсоюз основа",
        организация=_model("Organisation", "полное краткое город", "вид адрес телефон почта сайт инн кпп огрн"),
        правила=dict[str, int],
    ),
    "data/bank.yaml": _model(
        "Bank", "", "анкеты", "", наставники=_list_of(Candidate), наставляемые=_list_of(Candidate)
    ),
    "data/year.yaml": _model(
        "Year",
        "",
        "обучение мероприятия показатели протоколы утрачивают_силу изменения отчёт программа_организации",
        "",
        профсоюз=Union,
        публикация=_list_of(Publication),
    ),
    "data/programs/": _model("Program", "цель", "затруднения режим контроль", задачи=list[str], план=_list_of(Part)),
    "acts/": _model(
        "Act",
        "название вид_документа порядок",
        "заголовок кратко издаётся событие список серия подписывает нужно основания приложения грифы знакомятся визы "
        "преамбула пункты вопросы дата_из бланк на_сайт этапы экземпляров хранение",
        "на_дату с по",
    ),
}
PRINTED = """
{% for ч in сотрудники %}{{ ч.фио if ч.фио is defined else ч.фамилия }} {{ ч.должность }}{% endfor %}
{% for п in пары %}{{ п.наставник }}{% for н in п.наставляемые %}{{ н }}{% endfor %}
{{ п.форма }}{{ п.вид }}{{ п.с }}{{ п.по }}{{ п.согласие }}{{ п.согласие_наставляемых }}{{ п.программа }}{% endfor %}
{% for з in журнал %}{{ з.вид }}{{ з.состояние }}{% endfor %}
{% for э in этапы %}{{ э.название }}{{ э.вид }}{% endfor %}
{{ организация.полное }}{{ организация.краткое }}{{ руководитель }}{{ учебный_год }}{{ правила.предел_наставляемых }}
{{ цель }}{% for з in задачи %}{{ з }}{% endfor %}
{% for ч in план %}{{ ч.часть }}{% for м in ч.мероприятия %}{{ м.что }}{{ м.срок }}{% endfor %}{% endfor %}
"""


def _loaded(fault: Fault) -> dict[str, Any] | None:
    """Return the changed YAML files, every scalar as text; None where YAML refuses them. Other files nobody reads."""
    texts = {file: text for file, text in fault.files.items() if file.endswith(".yaml")}
    try:
        return {file: yaml.load(text, yaml.BaseLoader) for file, text in texts.items()}
    except yaml.YAMLError:
        return None


def _model_of(file: str) -> Any:
    return next(model for name, model in MODELS.items() if file.startswith(name))


def pydantic_catches(fault: Fault) -> bool:
    """Return whether plain models refuse any changed file."""
    values = _loaded(fault)
    try:
        for file, value in (values or {}).items():
            _model_of(file).model_validate(value)
    except ValidationError:
        return True
    return values is None


def schema_catches(fault: Fault) -> bool:
    """Return whether JSON Schema refuses any changed file."""
    values = _loaded(fault)
    for file, value in (values or {}).items():
        schema = TypeAdapter(_model_of(file)).json_schema()
        if any(jsonschema.Draft202012Validator(_of_texts(schema)).iter_errors(value)):
            return True
    return values is None


def _of_texts(schema: Any) -> Any:
    """Return the schema with numbers given as text, as every scalar of these files is."""
    if isinstance(schema, dict):
        changed = {key: _of_texts(value) for key, value in schema.items()}
        return {**changed, "type": "string"} if changed.get("type") in ("integer", "boolean") else changed
    return [_of_texts(item) for item in schema] if isinstance(schema, list) else schema


def docxtpl_catches(fault: Fault) -> bool:
    """Return whether a strict template that prints every field cannot be rendered."""
    if _loaded(fault) is None:
        return True
    context: dict[str, Any] = {}
    programs = [file for file in (*fault.files, *fault.texts) if "programs/" in file]
    program = programs[0]
    for file, text in fault.texts.items():
        if file == program or (file.startswith("data/") and "programs/" not in file):
            context |= yaml.load(text, yaml.BaseLoader) or {}
    drawn = docx.Document()
    drawn.add_paragraph(PRINTED)
    stream = io.BytesIO()
    drawn.save(stream)
    try:
        DocxTemplate(io.BytesIO(stream.getvalue())).render(
            context, jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=True)
        )
    except (jinja2.TemplateError, TypeError):
        return True
    return False


def actgen_catches(fault: Fault) -> bool:
    """Return whether actgen gives the code at the exact line and column."""
    found = found_of(fault)
    return (fault.code, fault.place) in {(d.code, (d.place.file, d.place.line, d.place.column)) for d in found}


WAYS: Mapping[str, Callable[[Fault], bool]] = {
    "actgen: код, строка и столбец": actgen_catches,
    "pydantic": pydantic_catches,
    "YAML + JSON Schema": schema_catches,
    "docxtpl, StrictUndefined": docxtpl_catches,
}


def page_text() -> str:
    """Return the page: the totals, then each class of faults."""
    faults = corpus()
    caught = {way: [catches(fault) for fault in faults] for way, catches in WAYS.items()}
    rows: dict[tuple[str, str], list[int]] = {}
    for number, fault in enumerate(faults):
        rows.setdefault((fault.code, fault.group), []).append(number)
    head = "| код | класс | всего | " + " | ".join(WAYS) + " |\n|---|---|---|" + "---|" * len(WAYS) + "\n"
    totals = " | ".join(f"**{sum(found)} ({sum(found) / len(faults):.0%})**" for found in caught.values())
    lines = [f"| | **все** | **{len(faults)}** | {totals} |\n"]
    for (code, group), numbers in sorted(rows.items()):
        counts = " | ".join(str(Counter(found[number] for number in numbers)[True]) for found in caught.values())
        lines.append(f"| {code} | {group} | {len(numbers)} | {counts} |\n")
    return (
        "# Посеянные ошибки\n\n"
        "Каждая ошибка — малая правка корневой рабочей папки или примера (`tests/faults/*.yaml`).\n"
        "Для actgen она поймана, когда названы её код, строка и столбец, до записи документа, который её читает; "
        "для остальных способов — когда отвергнуто хоть что-нибудь.\n"
        "Большинство классов — противоречия между записями: проверка одной записи их не видит по своему устройству.\n"
        "Обратная проверка: корневая папка, примеры и три школы, написанные другой рукой "
        "(`tests/faults/other_hands/`), не дают ни ошибок, ни предупреждений.\n"
        "Сами правила проверяют мутациями: `python -m tools.mutate_rules` меняет в них каждое условие, сравнение, "
        "«и», «или» и «не» и показывает изменения, которых не замечает ни один пример страницы.\n"
        f"{MUTANTS}\n{OUT_OF_REACH}"
        "Пишет `python -m tools.score_faults`.\n\n" + head + "".join(lines)
    )


if __name__ == "__main__":
    PAGE.write_text(page_text(), encoding="utf-8")
