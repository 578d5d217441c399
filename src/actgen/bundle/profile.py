"""A new profile of LibreOffice in which it starts at once and does nothing but convert."""

from __future__ import annotations

from pathlib import Path

from actgen.bundle.office import Office, build_id

_SETTINGS = (
    # A LibreOffice that does not know that this version has run before tries its graphics at every start, on pictures
    # of 64 MB: 0.5 s of a core, three quarters of the start. Only its window remembers that, and none is opened here.
    ("/org.openoffice.Setup/Product", "ooSetupLastVersion", "99.0"),
    # After each document it would gather words to complete while someone types: a tenth of the conversion.
    ("/org.openoffice.Office.Writer/AutoFunction/Completion", "CollectWords", "false"),
    ("/org.openoffice.Office.Linguistic/SpellChecking", "IsSpellAuto", "false"),
    ("/org.openoffice.Office.Linguistic/GrammarChecking", "IsAutoCheck", "false"),
)


def make_profile(office: Office, folder: Path) -> Path:
    """Return the folder of a new profile, made in `folder`; what LibreOffice does not know of it costs only time."""
    profile = folder / "profile"
    user = profile / "user"
    (user / "extensions").mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    # Where another build is named, or none, LibreOffice cleans its extensions and starts a second time.
    (user / "extensions" / "buildid").write_text(build_id(office.soffice), encoding="utf-8")
    return profile


def _registry() -> str:
    items = (
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n{"".join(items)}</oor:items>\n'
    )
