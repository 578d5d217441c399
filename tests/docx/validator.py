"""The Open XML SDK's validator, by npm; LibreOffice; both run as they stand on the machine."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
_PLACES = (ROOT / ".ci" / "node_modules", Path(os.environ.get("ACTGEN_NODE_MODULES", "node_modules")))


def find_validator() -> str | None:
    """Return the validator that `npm ci --ignore-scripts` puts into `.ci/`.

    The program itself, without Node around it, which would cost a quarter of a second for each file.
    """
    name = f"ooxml-validator-{sys.platform}-{'arm64' if platform.machine() in ('aarch64', 'arm64') else 'x64'}"
    found = (place / "@xarsh" / name / "ooxml-validator" for place in _PLACES)
    return next((str(path) for path in found if path.exists()), None)


def find_soffice() -> str | None:
    return shutil.which("soffice")


needs_validator = pytest.mark.skipif(
    find_validator() is None, reason="НЕТ ПРОВЕРЯЮЩЕГО OOXML: выполните npm ci --ignore-scripts в папке .ci"
)
needs_soffice = pytest.mark.skipif(
    find_soffice() is None, reason="НЕТ LibreOffice: apt-get install libreoffice-writer-nogui"
)
needs_uno = pytest.mark.skipif(
    find_soffice() is None or not Path("/usr/bin/python3").exists(), reason="НЕТ python3-uno или LibreOffice"
)


def sdk_errors(files: list[Path]) -> dict[str, list[str]]:
    """Return what the SDK finds wrong in each file, by file name; valid files are absent."""
    validator = find_validator()
    assert validator is not None

    def run(file: Path) -> tuple[str, list[str]]:
        done = subprocess.run([validator, str(file), "Microsoft365"], capture_output=True, text=True, check=False)
        assert done.stdout, f"the validator gave no answer (code {done.returncode}) on {file.name}: {done.stderr}"
        found = json.loads(done.stdout)
        return file.name, [f"{e['path']}: {e['description']}" for e in found["errors"]]

    with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
        return {name: errors for name, errors in threads.map(run, files) if errors}


def convert(files: list[Path], folder: Path, kind: str = "pdf") -> list[Path]:
    """Return the files as LibreOffice converts them."""
    soffice = find_soffice()
    assert soffice is not None
    profile = folder / "profile"
    command = [soffice, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind]
    environment = {**os.environ, "HOME": str(folder)}
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=300,
        env=environment,
    )
    return [folder / f"{file.stem}.{kind}" for file in files]
