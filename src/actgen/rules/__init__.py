"""One rule = one module and its Russian page; the catalogue names them all."""

from actgen.rules.catalogue import check_school, page, rules
from actgen.rules.rule import PRACTICE, Rule

__all__ = ["PRACTICE", "Rule", "check_school", "page", "rules"]
