"""schema: JSON Schemas from the models and from the data, so that an editor completes names that are really there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from actgen.acts import ActKind, ActKinds, read_kinds
from actgen.acts.changes import PointsFile
from actgen.school import Bank, Program, Roadmap, School, SchoolFile, YearWork, read_school
from actgen.school.columns import ColumnsFile
from actgen.school.reading import JournalFile, PairsFile, StaffFile, WaiversFile
from actgen.sources import Record
from actgen.workflow.files import WriteFault, write_together
from actgen.workflow.workspace import act_texts, read_workspace

FOLDER = ".vscode/schema"
"""Where an editor finds them, relative to the project."""

_MODELS: Mapping[str, type[Record]] = {
    "school": SchoolFile,
    "staff": StaffFile,
    "pairs": PairsFile,
    "program": Program,
    "roadmap": Roadmap,
    "journal": JournalFile,
    "bank": Bank,
    "year": YearWork,
    "waivers": WaiversFile,
    "columns": ColumnsFile,
    "points": PointsFile,
    "act": ActKind,
}

# Which texts of which records name an act, a questionnaire or a body.
_NAMES_OF_ACTS = (("JournalEntry", "вид"), ("PointChange", "акт"), ("AnswerSheet", "анкета"))
_USUAL = {
    ("Pair", "форма"): ("учитель — учитель", "педагог — молодой педагог", "руководитель — педагог"),
    ("Pair", "вид"): ("традиционное", "групповое", "краткосрочное", "ситуационное", "скоростное", "реверсивное"),
}


def write_schemas(project: Path, folder: Path | None = None) -> tuple[Path, ...]:
    """Write the schemas of a workspace and return the files that changed.

    Args:
        project: The school's folder; what in it cannot be believed gives no names.
        folder: Where to write; `.vscode/schema` of the project when not given.

    Raises:
        WriteFault: The disk prevents it.
    """
    target = folder or project / FOLDER
    new = {}
    for name, schema in schemas(project).items():
        path = target / f"{name}.json"
        content = (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
        if not path.exists() or path.read_bytes() != content:
            new[path] = content
    if new:
        write_together(new)
    return tuple(new)


def refresh_schemas(project: Path) -> None:
    """Write the schemas anew where they are; data that changed are not lost when that fails."""
    if (project / FOLDER).is_dir():
        with suppress(WriteFault):
            write_schemas(project)


def schemas(project: Path) -> Mapping[str, dict[str, Any]]:
    """Return the schema of each kind of file by its name: school, staff, pairs and others."""
    snapshot = read_workspace(project).value
    school = read_school(snapshot.texts).value
    kinds = read_kinds(dict(act_texts(snapshot, []))).value
    names = {"person": _people(school), "program": _programs(school), "act": _acts(kinds), "body": _bodies(school)}
    return {name: _schema(model, names) for name, model in _MODELS.items()}


def _people(school: School | None) -> dict[str, str]:
    """Return how everybody may be called, and who is meant; names that several people bear only in full."""
    if school is None:
        return {}
    found = {}
    for person in school.staff:
        position = f", {person.position}" if person.has("position") else ""
        for name in (person.short_name, person.full_name, person.code if person.has("code") else None):
            if name and len(school.people.named(name)) == 1:
                found[name] = f"{person.full_name}{position}"
    return found


def _programs(school: School | None) -> dict[str, str]:
    programs = school.programs if school is not None else {}
    return {name: program.goal if program.has("goal") else name for name, program in programs.items()}


def _acts(kinds: ActKinds) -> dict[str, str]:
    return {name: kind.full_title for kind in kinds if kind.is_whole for name in reversed(kind.names)}


def _bodies(school: School | None) -> dict[str, str]:
    bodies = vars(school.settings).get("bodies", ()) if school is not None else ()
    return {body.code: body.name for body in bodies if body.is_whole}


_UNKNOWN = {
    "person": "Такого сотрудника нет в data/staff.yaml",
    "program": "Такой программы нет в data/programs",
    "act": "Такого вида акта нет",
    "body": "Такого органа нет в data/school.yaml",
}


def _schema(model: type[Record], names: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    schema: dict[str, Any] = model.model_json_schema(by_alias=True)
    for title, record in {model.__name__: schema, **schema.get("$defs", {})}.items():
        for key, field in record.get("properties", {}).items():
            for text in _texts_of(field):
                if (title, key) in _NAMES_OF_ACTS:
                    text["x-actgen"] = "act"
                elif (title, key) == ("Adoption", "орган"):
                    text["x-actgen"] = "body"
                elif (title, key) in _USUAL:
                    text["examples"] = list(_USUAL[title, key])
    cleaned: dict[str, Any] = _cleaned(schema, names)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **cleaned}


def _texts_of(field: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "anyOf" not in field and field.get("type") not in ("array", "object"):
        yield field
    for part in (*field.get("anyOf", ()), *([field["items"]] if "items" in field else ())):
        if part.get("type") != "null" and "$ref" not in part:
            yield from _texts_of(part)


def _cleaned(value: Any, names: Mapping[str, Mapping[str, str]]) -> Any:
    """Return a part of a schema as an editor of YAML needs it.

    Titles would be completed as keys; «or null» would be written as a value; what is required an editor says in
    English, and `check` says it in Russian.
    """
    if isinstance(value, list):
        return [_cleaned(item, names) for item in value]
    if not isinstance(value, dict):
        return value
    cleaned = {key: _cleaned(item, names) for key, item in value.items() if key not in ("title", "default", "required")}
    if "properties" in value:
        # Under «properties» a key named «title» is a field.
        cleaned["properties"] = {key: _cleaned(item, names) for key, item in value["properties"].items()}
        keys = ", ".join(cleaned["properties"])
        cleaned["errorMessage"] = f"Такого ключа здесь нет или значение не то. Бывают: {keys}"
        cleaned["defaultSnippets"] = [_snippet(value)]
    options = [option for option in cleaned.get("anyOf", ()) if option.get("type") != "null"]
    if "anyOf" in cleaned:
        lists = [option for option in options if option.get("type") == "array" and "$ref" in option.get("items", {})]
        options = lists or options
        del cleaned["anyOf"]
        cleaned |= (
            {"anyOf": options} if len(options) > 1 else {key: v for key, v in options[0].items() if key not in cleaned}
        )
    return _with_words(cleaned, names)


def _with_words(schema: dict[str, Any], names: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    kind = schema.pop("x-actgen", None)
    if kind is not None and names[kind]:
        schema |= {
            "enum": list(names[kind]),
            "enumDescriptions": list(names[kind].values()),
            "errorMessage": _UNKNOWN[kind],
        }
    elif "enum" in schema and "errorMessage" not in schema:
        schema["errorMessage"] = f"Нужно одно из: {', '.join(schema['enum'])}"
    elif schema.get("type") == "integer":
        schema["errorMessage"] = "Нужно целое число"
    elif "type" in schema and schema["type"] not in ("object", "array") and "errorMessage" not in schema:
        schema["errorMessage"] = "Нужен текст одной строкой"
    return schema


def _snippet(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an editor writes for a whole record: its required keys, each to be filled in."""
    keys: Iterable[str] = record.get("required") or list(record["properties"])[:1]
    body = {key: f"${number}" for number, key in enumerate(keys, start=1)}
    return {"label": "новая запись", "description": "нужные ключи", "body": body}
