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
    """Return the component context of the LibreOffice that listens at the pipe, as soon as it does.

    Raises:
        TimeoutError: It did not begin to listen.
    """
    import uno  # noqa: PLC0415

    local = uno.getComponentContext()
    resolver = _service(local, "com.sun.star.bridge.UnoUrlResolver")
    until = time.monotonic() + CONNECT_SECONDS
    while time.monotonic() < until:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.02)
    raise TimeoutError(pipe)


def install(context: Any) -> Any:
    """Give LibreOffice `convert.bas`, for the time that it runs, and return what calls it."""
    library = _service(context, "com.sun.star.script.ApplicationScriptLibraryContainer").createLibrary("Actgen")
    library.insertByName("Pdf", Path(__file__).with_name("convert.bas").read_text(encoding="utf-8"))
    factory = _service(context, "com.sun.star.script.provider.MasterScriptProviderFactory")
    place = "vnd.sun.star.script:Actgen.Pdf.Convert?language=Basic&location=application"
    return factory.createScriptProvider("user").getScript(place)


def convert(script: Any, source: Path, target: Path) -> None:
    """Write the PDF of a DOCX; macros are never run, links never followed.

    Raises:
        ValueError: LibreOffice refused it.
    """
    import uno  # noqa: PLC0415

    never = 0  # com.sun.star.document.MacroExecMode.NEVER_EXECUTE, UpdateDocMode.NO_UPDATE
    how = {"Hidden": True, "ReadOnly": True, "Silent": True, "MacroExecutionMode": never, "UpdateDocMode": never}
    opening = _properties({"URL": source.as_uri(), "FilterName": "MS Word 2007 XML", **how})
    export = uno.Any("[]com.sun.star.beans.PropertyValue", _properties(EXPORT))
    saving = _properties({"FilterName": "writer_pdf_Export", "FilterData": export})
    refusal, _, _ = script.invoke((target.as_uri(), opening, saving), (), ())
    if refusal:
        raise ValueError(refusal)


def _service(context: Any, name: str) -> Any:
    return context.ServiceManager.createInstanceWithContext(name, context)


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
    context = connect(pipe)
    desktop = _service(context, "com.sun.star.frame.Desktop")
    try:
        _serve(desktop, install(context))
    finally:
        desktop.terminate()


def _serve(desktop: Any, script: Any) -> None:
    _answer({"ready": True})
    for line in sys.stdin:
        request = json.loads(line)
        try:
            convert(script, Path(request["source"]), Path(request["target"]))
        except Exception as fault:  # whatever LibreOffice raised is told, and the next document is taken
            desktop.getCurrentComponent()  # raises when LibreOffice is no more: no answer tells that
            _answer({"fault": str(fault)})
        else:
            _answer({"done": True})


def _answer(answer: dict[str, Any]) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
