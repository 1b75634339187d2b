"""Changing one's own names in the register of conflicts."""

from manumit.desk.errors import NotAllowed
from manumit.desk.keys import ring
from manumit.desk.models import Conflict, Member
from manumit.desk.register import fold, is_dense, sealed_term

_SHORTEST = 3  # letters: what is shorter stands in every text
_LONGEST = 120


def add_conflict(*, member: Member, term: str) -> None:
    """:class:`NotAllowed` for a name that is too short or too long to be told from others."""
    folded = fold(term)
    if not _SHORTEST <= len(folded) <= _LONGEST and not is_dense(folded):
        raise NotAllowed("Give a name of three to 120 letters.")
    Conflict.objects.create(member=member, sealed=sealed_term(folded, member, ring()))


def drop_conflict(*, member: Member, pk: int) -> None:
    """Take a name of one's own from the register."""
    Conflict.objects.filter(member=member, pk=pk).delete()
