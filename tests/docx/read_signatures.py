"""Run by LibreOffice's own Python: prints as JSON whether it takes the signatures of each document for valid."""

# mypy: ignore-errors
import contextlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

try:
    import uno
    from com.sun.star.beans import PropertyValue

    from tests.docx.read_signature_lines import connect
except ImportError:
    uno = None  # read by pytest, which looks for doctests in every module


def main():
    pipe = f"actgen{os.getpid()}"
    with tempfile.TemporaryDirectory() as profile:
        line = ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}"]
        office = subprocess.Popen([*line, f"--accept=pipe,name={pipe};urp;"])
        try:
            context = connect(pipe)
            make = context.ServiceManager.createInstanceWithContext
            factory = make("com.sun.star.embed.StorageFactory", context)
            signatures = make("com.sun.star.security.DocumentDigitalSignatures", context)
            zipped = PropertyValue()
            zipped.Name, zipped.Value = "StorageFormat", "ZipFormat"
            options = uno.Any("[]com.sun.star.beans.PropertyValue", (zipped,))
            found = []
            for path in sys.argv[1:]:
                url = uno.systemPathToFileUrl(path)
                storage = uno.invoke(factory, "createInstanceWithArguments", ((url, 1, options),))
                read = signatures.verifyDocumentContentSignatures(storage, None)
                found.append([one.SignatureIsValid for one in read])
            print(json.dumps(found))
            sys.stdout.flush()
            with contextlib.suppress(Exception):
                make("com.sun.star.frame.Desktop", context).terminate()
        finally:
            try:
                office.wait(20)
            except subprocess.TimeoutExpired:
                office.kill()


if __name__ == "__main__":
    main()
