"""What one world says about one question."""

from dataclasses import dataclass, replace
from datetime import date

from manumit.treaties.rules.worlds import Fixed
from manumit.treaties.types import Roll, Standing


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer in one world. ``rules`` are codes of the table, ``chain`` the acts that decide."""

    standing: Standing
    in_force: bool | None
    since: date | None = None
    chain: tuple[Fixed, ...] = ()
    rules: tuple[str, ...] = ()
    roll: Roll | None = None
    inferred: bool = False
    clash: tuple[Fixed, ...] = ()
    parent: str = ""

    def by(self, *rules: str) -> "Verdict":
        """The same, with rules that led to it."""
        return replace(self, rules=(*rules, *self.rules))


def silent(rolls: tuple[Roll, ...], party: str, territory: str = "") -> Verdict:
    """No act is recorded: what that means depends on whether a list was read whole."""
    covering = [roll for roll in rolls if roll.covers(party, territory)]
    if covering:
        latest = max(covering, key=lambda roll: roll.up_to)
        return Verdict("none", in_force=False, rules=("roll",), roll=latest)
    return Verdict("unknown", in_force=None, rules=("silence",))
