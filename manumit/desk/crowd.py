"""The door while a crowd stands before it: shut until the next is due, but for those with a word.

How often a word was used is counted in this process's memory and nowhere else: on a day with one question, a
number beside a word in the database would say from which organisation the asker comes.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from threading import Lock

from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from manumit.desk import allowance, doorway
from manumit.desk.errors import UsedUp, WrongSecret
from manumit.desk.keys import Ring
from manumit.desk.models import Consultation, DoorWord
from manumit.desk.sealing.credentials import Kind
from manumit.desk.sealing.door_words import read_door_word

_LONGEST = 300  # characters read of what was typed
_used: Counter[tuple[date, str]] = Counter()
_lock = Lock()


def crowded_until(at: datetime) -> datetime | None:
    """When the next question without a word is taken; None where one is now."""
    count = Consultation.objects.filter(received_on=localdate(at)).count()
    return allowance.opens(count, at, settings.MANUMIT_DESK_ASKED_A_DAY)


def word_of(typed: str, held: Ring) -> DoorWord:
    """The word that was typed. :class:`WrongSecret` where there is none; :class:`Unreadable`, :class:`Busy`."""
    word = read_door_word(typed[:_LONGEST])
    locator = word.locator(held.pepper)
    row = DoorWord.objects.filter(locator=locator).first()
    door = doorway.credentials(held, known=row is not None)
    with doorway.one_at_a_time(locator):
        door.prove(bytes(row.verifier) if row else None, word.secret, Kind.DOOR_WORD)
    if row is None:
        raise WrongSecret
    return row


@contextmanager
def let_in(word: DoorWord, on: date) -> Iterator[None]:
    """One more by this word, unless it fails. :class:`UsedUp` where it let in all it may today."""
    use = (on, word.name)
    with _lock:
        for past in [one for one in _used if one[0] != on]:
            del _used[past]
        if _used[use] >= settings.MANUMIT_DESK_WORD_A_DAY:
            raise UsedUp(
                _("These words have let in all they may today. Tell who gave them to you.")
            )
        _used[use] += 1
    try:
        yield
    except BaseException:
        with _lock:
            _used[use] -= 1
        raise
