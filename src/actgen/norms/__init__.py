"""Laws and orders by key: what they are called and when they are in force."""

from actgen.norms.register import Norm, in_force, norms

__all__ = ["Norm", "in_force", "norms"]
