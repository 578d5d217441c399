"""actgen: local regulatory acts of a school, from its data, ready to be signed.

The library: `check_workspace`, `plan_workspace`, `build_workspace`; loaded when first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from actgen.version import VERSION

if TYPE_CHECKING:
    from actgen.workflow import build_workspace, check_workspace, plan_workspace

__version__ = VERSION

__all__ = ["__version__", "build_workspace", "check_workspace", "plan_workspace"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from actgen import workflow  # noqa: PLC0415

        return getattr(workflow, name)
    raise AttributeError(f"module 'actgen' has no attribute {name!r}")
