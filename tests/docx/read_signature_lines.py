"""Run by LibreOffice's own Python: opens documents through UNO, prints their signature lines as JSON, saves them anew.

Its arguments are pairs: a document, and where to save it.
"""

# mypy: ignore-errors
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time

try:
    import uno
    from com.sun.star.beans import PropertyValue
except ImportError:
    uno = None  # read by pytest, which looks for doctests in every module


def property_of(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.1)  # the office is starting; UNO tells its readiness in no other way
    raise SystemExit("soffice does not answer")


def lines_of(desktop, path):
    url = uno.systemPathToFileUrl(path)
    document = desktop.loadComponentFromURL(url, "_blank", 0, (property_of("Hidden", True),))
    page = document.getDrawPage()
    found = []
    for index in range(page.getCount()):
        shape = page.getByIndex(index)
        try:
            if not shape.getPropertyValue("IsSignatureLine"):
                continue
        except Exception:
            continue
        names = ("SignatureLineSuggestedSignerName", "SignatureLineSuggestedSignerTitle", "SignatureLineId")
        found.append([shape.getPropertyValue(name) for name in names])
    return document, found


def main():
    pairs = list(zip(sys.argv[1::2], sys.argv[2::2], strict=True))
    pipe = f"actgen{os.getpid()}"
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                f"-env:UserInstallation=file://{profile}",
                f"--accept=pipe,name={pipe};urp;",
            ]
        )
        try:
            desktop = connect(pipe).ServiceManager.createInstance("com.sun.star.frame.Desktop")
            read = []
            for source, again in pairs:
                document, first = lines_of(desktop, source)
                document.storeToURL(
                    uno.systemPathToFileUrl(again), (property_of("FilterName", "Office Open XML Text"),)
                )
                document.close(True)
                document, second = lines_of(desktop, again)
                document.close(True)
                read.append([first, second])
            print(json.dumps(read, ensure_ascii=False))
            sys.stdout.flush()
            with contextlib.suppress(Exception):
                desktop.terminate()
        finally:
            try:
                office.wait(20)
            except subprocess.TimeoutExpired:
                office.kill()


if __name__ == "__main__":
    main()
