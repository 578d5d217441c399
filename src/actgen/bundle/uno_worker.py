"""One resident LibreOffice's driver, run as a script by an interpreter that has `uno`; only the standard library here.

Started with the name of the pipe at which LibreOffice listens. Speaks lines of JSON: first `{"ready": true}`, then for
each `{"source": path, "target": path}` on standard input either `{"done": true}` or `{"fault": why}`. When its input
ends it ends LibreOffice and itself: so nothing is left running when actgen was killed.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

CONNECT_SECONDS = 60
EXPORT = {
    "SelectPdfVersion": 1,  # PDF/A-1, the archive's form: tagged, fonts inside, no transparency
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "DisplayPDFDocumentTitle": True,
}


def connect(pipe: str) -> Any:
    """Return the desktop of the LibreOffice that listens at the pipe, as soon as it does.

    Raises:
        TimeoutError: It did not begin to listen.
    """
    import uno  # noqa: PLC0415

    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + CONNECT_SECONDS
    while time.monotonic() < until:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.02)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    raise TimeoutError(pipe)


def convert(desktop: Any, source: Path, target: Path) -> None:
    """Write the PDF of a document; macros are never run, links never followed."""
    import uno  # noqa: PLC0415

    never = 0  # com.sun.star.document.MacroExecMode.NEVER_EXECUTE, UpdateDocMode.NO_UPDATE
    opened = desktop.loadComponentFromURL(
        source.as_uri(),
        "_blank",
        0,
        _properties(
            {"Hidden": True, "ReadOnly": True, "MacroExecutionMode": never, "UpdateDocMode": never, "Silent": True}
        ),
    )
    if opened is None:
        raise ValueError("LibreOffice does not open the document")
    try:
        export = uno.Any("[]com.sun.star.beans.PropertyValue", _properties(EXPORT))
        opened.storeToURL(target.as_uri(), _properties({"FilterName": "writer_pdf_Export", "FilterData": export}))
    finally:
        opened.close(False)


def _properties(values: dict[str, Any]) -> tuple[Any, ...]:
    import uno  # noqa: PLC0415

    made = []
    for name, value in values.items():
        one = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        one.Name, one.Value = name, value
        made.append(one)
    return tuple(made)


def main(pipe: str) -> None:
    """Convert what is asked for until the input ends, or nobody reads the answers any more."""
    desktop = connect(pipe)
    try:
        _serve(desktop)
    finally:
        desktop.terminate()


def _serve(desktop: Any) -> None:
    _answer({"ready": True})
    for line in sys.stdin:
        request = json.loads(line)
        try:
            convert(desktop, Path(request["source"]), Path(request["target"]))
        except Exception as fault:  # whatever LibreOffice raised is told, and the next document is taken
            desktop.getCurrentComponent()  # raises when LibreOffice is no more: no answer tells that
            _answer({"fault": str(fault)})
        else:
            _answer({"done": True})


def _answer(answer: dict[str, Any]) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
