"""``docs/treaty-rules.md`` from the table of rules: ``python -m tests.treaties.page > docs/…``."""

import sys

from manumit.treaties.rules import RULES
from tests.treaties.reading import samples

_HEAD = """\
# How positions are computed

*Was this treaty binding on that territory on that day, through whom, and how do we know?* Manumit
stores no answer. It stores dated, sourced acts of states (`docs/adr/0006`) and computes the answer
from them by the rules below, which are pure functions (`manumit/treaties/rules/`): no database, no
clock. Every answer names the rules that led to it.

Three answers are possible: in force, not in force, **not known**. Where nothing is recorded, nothing
is claimed, unless somebody read a list of parties whole (`joining.rolls` of a record). Where a day is
known only as a month or a year, every day it can have been is tried: what comes out alike is the
answer, the rest is open. How sure an answer is, is said with it: *sourced*, told from *knowledge*,
*inferred* from a later act, *presumed* because a list read up to an earlier day is silent,
*conflicting*, *open*.

This page is written from the table of rules; `tests/treaties/samples` has the examples, and a test
holds that each of them comes out by its rule.

| rule | what it says | rests on | examples |
|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    counts: dict[str, int] = {}
    for sample in samples():
        counts[sample["rule"]] = counts.get(sample["rule"], 0) + len(sample["asks"])
    rows = [
        f"| {rule.code} | {rule.says} | {rule.rests_on} | {counts.get(rule.code, 0)} |\n"
        for rule in RULES
    ]
    return _HEAD + "".join(rows)


if __name__ == "__main__":
    sys.stdout.write(page())
