"""The engines that are measured, each as a function from words to the bytes of a document."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from actgen.docx import compile, fill
from benchmarks.words import flatten, make_words

Fill = Callable[[dict[str, Any]], bytes]
WARM_UP = 5


def ours(kind: str) -> Fill:
    """Return our engine, everything switched on."""
    folder = os.environ.get("ACTGEN_BENCHMARK_CACHE")
    template = compile(_template(kind), cache=Path(folder, "compiled") if folder else None)
    return lambda words: fill(template, words)


def docxtpl(kind: str) -> Fill:
    """Return docxtpl as its manual has it, but with autoescape."""
    from docxtpl import DocxTemplate  # noqa: PLC0415

    content = _template(kind)

    def run(words: dict[str, Any]) -> bytes:
        template = DocxTemplate(io.BytesIO(content))
        template.render(words, autoescape=True)
        saved = io.BytesIO()
        template.save(saved)
        return saved.getvalue()

    return run


def mailmerge(kind: str) -> Fill:
    """Return docx-mailmerge2: it knows neither conditions nor nested loops, so it does less.

    Raises:
        ImportError: It is not installed.
    """
    from mailmerge import MailMerge  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415

    content = _template(kind, "merge")

    def run(words: dict[str, Any]) -> bytes:
        flat = flatten(words)
        rows = flat.pop("пары", None) or flat.pop("этапы", None) or []
        for row in rows:
            deeds = row.get("э_дела")
            if deeds:
                row["э_дела"] = " ".join(f"{d['п_номер_строки']}) {d['п_текст']};" for d in deeds)
        saved = io.BytesIO()
        with MailMerge(io.BytesIO(content)) as document:
            if rows:
                document.merge_rows(next(iter(rows[0])), rows)
            document.merge(**{key: str(value) for key, value in flat.items()})
            document.write(saved)
        return saved.getvalue()

    return run


def _template(kind: str, dialect: str = "docxtpl") -> bytes:
    """Return the template; where a folder is given it lies there as a file: making it is not the engine's work."""
    folder = os.environ.get("ACTGEN_BENCHMARK_CACHE")
    file = Path(folder, f"{kind}-{dialect}.docx") if folder else None
    if file is not None and file.exists():
        return file.read_bytes()
    from benchmarks.templates import Dialect, make_template  # noqa: PLC0415

    content = make_template(kind, Dialect(dialect))
    if file is not None:
        file.write_bytes(content)
    return content


PYTHON_ENGINES: dict[str, Callable[[str], Fill]] = {"ours": ours, "docxtpl": docxtpl, "docx-mailmerge2": mailmerge}
NODE_ENGINES = ("docxtemplater", "easy-template-x")


def node_cpu_ms(engine: str, kind: str, documents: int, modules: Path) -> float:
    """Return milliseconds of CPU per document of an engine from npm, its own start left out.

    Raises:
        OSError: Node is not installed.
        RuntimeError: The engine is not.
    """
    with tempfile.TemporaryDirectory() as folder:
        template, data = Path(folder, "template.docx"), Path(folder, "words.json")
        template.write_bytes(_template(kind, "curly"))
        data.write_text(json.dumps([flatten(make_words(kind, i)) for i in range(documents + WARM_UP)]), "utf-8")
        script = Path(__file__).parent / "peers.js"
        command = ["node", str(script), engine, str(modules), str(template), str(data), str(WARM_UP)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "node")
    return float(json.loads(done.stdout)["cpu_ms"])


def versions() -> str:
    """Return the versions of what is measured."""
    import importlib.metadata  # noqa: PLC0415

    said = [f"Python {sys.version.split()[0]}"]
    for name in ("docxtpl", "python-docx", "lxml", "jinja2", "docx-mailmerge2"):
        try:
            said.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return ", ".join(said)
