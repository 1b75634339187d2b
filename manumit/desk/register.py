"""The register of conflicts: names whose cases a member must not read, kept under an epoch key.

The server must compare them with what an asker sends when nobody of the desk is there, so they are not
sealed to anybody's own key: they are unreadable without the host's keys.
"""

import re
import unicodedata
from collections.abc import Iterable

from manumit.desk.keys import Ring
from manumit.desk.models import Conflict, Member
from manumit.desk.sealing.labels import Label


def terms_of(member: Member, held: Ring) -> list[tuple[int, str]]:
    """A member's names, folded, each with the number of its row."""
    return [(row.pk, _term(row, member, held)) for row in member.conflicts.all()]


def take_over(*, of: Member, to: Member, held: Ring) -> None:
    """Make one member's names another's: somebody's who has made keys anew."""
    for row in of.conflicts.all():
        term = _term(row, of, held)
        row.member, row.sealed = to, sealed_term(term, to, held)
        row.save(update_fields=["member", "sealed"])


def sealed_term(folded: str, member: Member, held: Ring) -> bytes:
    """What to store of a member's name."""
    return held.epochs.put_under(folded.encode(), Label.CONFLICT, member.person)


def members_in_conflict(members: Iterable[Member], text: str, held: Ring) -> list[Member]:
    """Those in whose register a name stands that is in the text."""
    folded = fold(text)
    return [
        one for one in members if any(_stands_in(term, folded) for _, term in terms_of(one, held))
    ]


def fold(text: str) -> str:
    """Letters and digits in one case and width, each run of anything else as one blank."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\W_]+", " ", plain).strip()


def _term(row: Conflict, member: Member, held: Ring) -> str:
    return held.epochs.lift(bytes(row.sealed), Label.CONFLICT, member.person).decode()


def _stands_in(term: str, folded: str) -> bool:
    """As whole words; in scripts that have no blanks, anywhere."""
    return term in folded if is_dense(term) else f" {term} " in f" {folded} "


def is_dense(term: str) -> bool:
    """Whether it is in a script without blanks between words, where two letters can be a name."""
    return bool(re.search(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]", term))
