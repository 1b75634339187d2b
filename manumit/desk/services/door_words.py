"""A custodian gives an organisation a word for its people, and takes it back."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from manumit.desk import doorway, people
from manumit.desk.errors import NotAllowed, NotThere
from manumit.desk.freshness import expect_fresh
from manumit.desk.keys import Ring, ring
from manumit.desk.models import DoorWord, Event, Member
from manumit.desk.sealing import door_words
from manumit.desk.sealing.credentials import Kind
from manumit.desk.sealing.labels import Label
from manumit.desk.sealing.recipients import Role
from manumit.desk.types import Holder

_LONGEST = 200


def make_door_word(*, holder: Holder, given_to: str, at: datetime) -> door_words.DoorWord:
    """The word, which cannot be had again; ``given_to`` tells staff whose it is.

    :class:`NotAllowed` for who is no custodian, and where it is not said whose it is; :class:`NotFresh`,
    :class:`Busy`.
    """
    held = ring()
    member = _custodian(holder, held, at)
    told = given_to.strip()
    if not told or len(told) > _LONGEST:
        raise NotAllowed("Say whom the word is for, in at most 200 letters.")
    word = _unused(held)
    verifier, _ = doorway.credentials(held, known=True).enroll(word.secret, Kind.DOOR_WORD)
    with transaction.atomic():
        row = DoorWord(locator=word.locator(held.pepper), verifier=verifier, made_on=localdate(at))
        row.sealed = held.epochs.put_under(told.encode(), Label.DOOR_WORD_NOTE, row.name)
        row.save()
        Event.objects.create(on=localdate(at), act=Event.Act.GAVE_WORD, member=member)
    return word


def take_door_word_back(*, holder: Holder, name: str, at: datetime) -> None:
    """It opens no door any more. :class:`NotThere`; else as :func:`make_door_word`."""
    member = _custodian(holder, ring(), at)
    with transaction.atomic():
        if not DoorWord.objects.filter(name=name).delete()[0]:
            raise NotThere
        Event.objects.create(on=localdate(at), act=Event.Act.TOOK_WORD, member=member)


def _custodian(holder: Holder, held: Ring, at: datetime) -> Member:
    expect_fresh(holder, at)
    member = holder.member
    if member is None or Role.CUSTODIAN not in people.roles_of(member, held, on=localdate(at)):
        raise NotAllowed("A custodian gives words and takes them back.")
    return member


def _unused(held: Ring) -> door_words.DoorWord:
    """A word whose two finding words find nothing yet."""
    while True:
        word = door_words.new_door_word()
        if not DoorWord.objects.filter(locator=word.locator(held.pepper)).exists():
            return word
