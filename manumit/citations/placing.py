"""A provision as a person writes it into a box that is for nothing else: *section 129(1)*, *s. 129(1)*."""

from manumit.citations.pinning import phrases_in
from manumit.citations.provisions.eids import eid_of
from manumit.reference import fold


def place_named(written: str, *, kind: str, system: str) -> str:
    """The eid of the one provision that is written there, in a work of this kind and system.

    Empty where what is written is no provision, several, or more than a provision.
    """
    folded = fold(" ".join(written.split()))
    whole = [phrase for phrase, _ in phrases_in(folded) if phrase.end - phrase.start == len(folded)]
    places = {eid_of(phrase.pins[0], kind, system) for phrase in whole if len(phrase.pins) == 1}
    return places.pop() if len(places) == 1 else ""
