"""What a record must agree with beyond its own form: the reference, its sources, its fellows."""

from manumit.records.checks.one import check_file, check_form, check_upkeep
from manumit.records.checks.together import check_together

__all__ = ["check_file", "check_form", "check_together", "check_upkeep"]
