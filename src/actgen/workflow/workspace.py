"""Where the files of a workspace lie: its own, those of its base, those of the package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path

import actgen
from actgen.diagnostics import Diagnostic, Outcome, Place, Severity
from actgen.sources import Mapping as Values
from actgen.sources import decode, place_of, read_folder, read_yaml

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
    """Return the texts of `data/` and the acts and templates of all layers, nearest first."""
    found: list[Diagnostic] = []
    texts: dict[str, str] = {}
    files = read_folder(project, ["data/*", "data/programs/*"])
    found.extend(files.diagnostics)
    for path, content in files.value.items():
        if path.endswith((".md", ".txt")) or path.rpartition("/")[2].startswith("."):
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
        for path, content in sorted(files.value.items()):
            stem = path.rpartition("/")[2].removesuffix(ending)
            nearest.setdefault(stem, Inherited(_shown(project, layer, path), layer.name, content))
    return dict(sorted(nearest.items()))


def _shown(project: Path, layer: Layer, path: str) -> str:
    if layer.folder == project or layer.folder == project.resolve():
        return path
    if layer.name == PACKAGE_LAYER:
        return f"actgen/{path}"
    file = layer.folder / path
    try:
        return Path(relpath(file, project)).as_posix()
    except ValueError:  # Windows: the base lies on another drive or share
        return file.as_posix()


def act_texts(snapshot: Snapshot, found: list[Diagnostic]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each act: file stem, then path and text."""
    for stem, file in snapshot.acts.items():
        decoded = decode(file.path, file.content)
        found.extend(decoded.diagnostics)
        yield stem, (file.path, decoded.value)
