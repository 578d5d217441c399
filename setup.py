"""Puts the shipped acts, templates and starters of the project's root into the wheel as `actgen/shipped/`."""

from pathlib import Path
from shutil import copy, copytree

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithShipped(build_py):
    """Copies them beside the modules; an editable install reads the root itself."""

    def run(self) -> None:
        """Build the modules, then the shipped files."""
        super().run()
        if self.editable_mode:
            return
        for folder in ("acts", "templates"):
            copytree(Path(folder), Path(self.build_lib, "actgen", "shipped", folder), dirs_exist_ok=True)
        for file in ("Акты.cmd", "акты.sh"):
            copy(file, Path(self.build_lib, "actgen", "shipped", file))


setup(cmdclass={"build_py": BuildWithShipped})
