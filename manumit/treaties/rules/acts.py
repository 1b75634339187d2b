"""What each act of a state does."""

from manumit.treaties.types import ActOfState

CONSENTS = frozenset(
    {
        "definitive-signature", "ratification", "acceptance", "approval", "accession",
        "succession", "tacit-acceptance",
    }
)  # fmt: skip
# Made once: a second one of another day, with no end between, contradicts the first.
MADE_ONCE = frozenset({"ratification", "acceptance", "approval", "accession"})
# Who does one of these for the first time was not bound before; a successor's notice reaches back.
FIRST_STEPS = MADE_ONCE | {"definitive-signature", "tacit-acceptance"}
APPLYING = frozenset({"extension", "extension-with-modifications", "continuation"})
HOLDING_OFF = frozenset({"exclusion", "decision-reserved"})
ENDINGS = frozenset({"denunciation", "withdrawal"})
TERRITORIAL = APPLYING | HOLDING_OFF | ENDINGS
STATEMENTS = frozenset({"reservation", "declaration"})


def binds(act: ActOfState) -> bool:
    """Whether the state binds itself by it; the continuation of a state's own membership too."""
    return not act.territory and (act.act in CONSENTS or act.act == "continuation")


def concerns(act: ActOfState, party: str, territory: str = "") -> bool:
    """Whether it is an act of that party for exactly that territory, or for itself."""
    return act.party == party and act.territory == territory
