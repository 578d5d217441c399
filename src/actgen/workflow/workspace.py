"""Where the files of a workspace lie: its own, those of its base, those of the package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from os.path import relpath
from pathlib import Path

import actgen
from actgen.diagnostics import Diagnostic, Outcome, Place, Severity, closest
from actgen.sources import Mapping as Values
from actgen.sources import decode, names_in, place_of, read_folder, read_yaml
from actgen.workflow.replacing import put_back_unfinished

BASE_LAYER = "основа"
PACKAGE_LAYER = "actgen"
"""How the layers of common and of shipped acts and templates are called."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A folder that may hold `acts/` and `templates/`; `name` is how `plan` calls it."""

    name: str
    folder: Path


@dataclass(frozen=True, slots=True)
class Inherited:
    """A file of the nearest layer that has it; `path` is how messages call it."""

    path: str
    layer: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that was read, as it stood on disk at one moment; nothing is read afterwards."""

    texts: Mapping[str, str]
    acts: Mapping[str, Inherited]
    templates: Mapping[str, Inherited]


def package_folder() -> Path:
    """Return the folder of the shipped acts and templates: inside the wheel, or the root of an editable install."""
    inside = Path(actgen.__file__).parent
    shipped = inside / "shipped"
    return shipped if shipped.is_dir() else inside.parents[1]


def read_workspace(project: Path) -> Outcome[Snapshot]:
    """Return the texts of `data/` and the acts and templates of all layers, nearest first.

    What a process that was killed had half written is put back before anything is read.
    """
    put_back_unfinished(project)
    found: list[Diagnostic] = []
    texts: dict[str, str] = {}
    files = read_folder(project, ["data/*", "data/programs/*"])
    found.extend(files.diagnostics)
    for path, content in files.value.items():
        if _is_note(path):
            continue
        if not path.endswith(".yaml"):
            texts[path] = ""
            continue
        decoded = decode(path, content)
        found.extend(decoded.diagnostics)
        texts[path] = decoded.value
    layers = _layers(project, texts, found)
    acts = _inherited(project, layers, "acts", ".yaml", found)
    templates = _inherited(project, layers, "templates", ".docx", found)
    for layer in layers[:-1]:
        found.extend(_unused(project, layer, acts, templates))
    return Outcome(Snapshot(texts, acts, templates), tuple(found))


def layer_folders(project: Path) -> tuple[Path, ...]:
    """Return the folders besides the project whose acts and templates it takes: those of its base."""
    file = project / "data" / "school.yaml"
    try:
        texts = {"data/school.yaml": decode("data/school.yaml", file.read_bytes()).value}
    except OSError:
        return ()
    return tuple(layer.folder for layer in _layers(project, texts, []) if layer.name == BASE_LAYER)


def _layers(project: Path, texts: Mapping[str, str], found: list[Diagnostic]) -> list[Layer]:
    layers = [Layer("школа", project)]
    base = _base(texts)
    if base is not None:
        folder = (project / base[0]).resolve()
        if folder.is_dir():
            layers.append(Layer(BASE_LAYER, folder))
        else:
            message = f"нет папки общих актов: {base[0]}"
            hint = "исправьте «основа:» в data/school.yaml: путь от папки школы"
            found.append(Diagnostic("F043", Severity.ERROR, message, base[1], hint))
    return [*layers, Layer(PACKAGE_LAYER, package_folder())]


def _base(texts: Mapping[str, str]) -> tuple[str, Place] | None:
    """Return the folder that `основа:` names; it is needed before the data are believed, to know what to read."""
    file = "data/school.yaml"
    values = read_yaml(file, texts.get(file, "")).value
    written = values.get("основа") if isinstance(values, Values) else None
    return (str(written), place_of(written, Place(file))) if isinstance(written, str) and written.strip() else None


def _inherited(
    project: Path, layers: list[Layer], folder: str, ending: str, found: list[Diagnostic]
) -> dict[str, Inherited]:
    nearest: dict[str, Inherited] = {}
    for layer in layers:
        files = read_folder(layer.folder, [f"{folder}/*{ending}"])
        found.extend(files.diagnostics)
        shown = _shown(project, layer)
        for path, content in files.value.items():
            stem = path.rpartition("/")[2].removesuffix(ending)
            nearest.setdefault(stem, Inherited(shown + path, layer.name, content))
    return dict(sorted(nearest.items()))


def _unused(
    project: Path, layer: Layer, acts: Mapping[str, Inherited], templates: Mapping[str, Inherited]
) -> Iterator[Diagnostic]:
    """Yield the files among acts and templates that nothing reads: in their place a shipped one would be printed."""
    shipped = {name.removesuffix(".docx") for name in names_in(package_folder() / "templates")}
    known = {"acts": (".yaml", acts.keys()), "templates": (".docx", acts.keys() | shipped)}
    shown = _shown(project, layer)
    for folder, (ending, stems) in known.items():
        for path in names_in(layer.folder / folder):
            if _is_note(path) or (path.endswith(ending) and path.removesuffix(ending) in stems):
                continue
            near = closest(path.partition(".")[0], stems)
            meant = f"; похожий: {shown}{folder}/{near}{ending}" if near else ""
            hint = "исправьте имя (Проводник может не показывать окончание .txt или .docx) или уберите файл"
            message = f"файл ничем не используется: {shown}{folder}/{path}{meant}"
            yield Diagnostic("F044", Severity.WARNING, message, Place(f"{shown}{folder}/{path}"), hint)


def _is_note(path: str) -> bool:
    """Return whether a file is for people; «pairs.yaml.txt» is not: Notepad adds an ending that Windows hides."""
    stem, _, ending = path.rpartition("/")[2].casefold().rpartition(".")
    return not stem or (ending in ("md", "txt") and not stem.endswith((".yaml", ".yml", ".docx")))


def _shown(project: Path, layer: Layer) -> str:
    """Return what stands before the path of a file of the layer where messages name it."""
    if layer.folder == project or layer.folder == project.resolve():
        return ""
    if layer.name == PACKAGE_LAYER:
        return f"{PACKAGE_LAYER}/"
    try:
        return f"{Path(relpath(layer.folder, project)).as_posix()}/"
    except ValueError:  # Windows: the base lies on another drive or share
        return f"{layer.folder.as_posix()}/"


@lru_cache(maxsize=256)
def _decoded_act(path: str, content: bytes) -> Outcome[str]:
    """Return the text of an act; a process looks through the letters of a common act once, not for every school."""
    return decode(path, content)


def act_texts(snapshot: Snapshot, found: list[Diagnostic]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each act: file stem, then path and text."""
    for stem, file in snapshot.acts.items():
        decoded = _decoded_act(file.path, file.content)
        found.extend(decoded.diagnostics)
        yield stem, (file.path, decoded.value)
