"""A crowd shuts the door for minutes; a word that an organisation was given opens it meanwhile."""

from datetime import timedelta

import pytest
from django.db import connection

from manumit.desk import doorway, selectors, services
from manumit.desk.errors import (
    Busy,
    Crowded,
    NotAllowed,
    NotFresh,
    NotThere,
    Unreadable,
    WrongSecret,
)
from manumit.desk.models import Consultation, DoorWord, Event
from manumit.desk.sealing.door_words import new_door_word
from tests.desk.centre import AT, ON, asked, fresh, later, question


@pytest.fixture
def crowded(desk, settings):
    """A desk that has taken what it takes by this hour."""
    settings.MANUMIT_DESK_ASKED_A_DAY = 2
    asked(desk, form="of the crowd")
    return desk


def given(desk, to: str = "a shelter", *, by: str = "kim"):
    return services.make_door_word(holder=fresh(desk[by], AT), given_to=to, at=AT)


def let_in(word, number: int = 0, *, at=AT):
    typed = " ".join(word.words)
    return services.ask(question=question(), submission=f"with {number}", at=at, word=typed)


def test_a_crowd_is_told_when_the_next_is_taken_and_then_it_is(crowded):
    with pytest.raises(Crowded) as told:
        asked(crowded, form="another")
    assert told.value.until == selectors.crowded_until(AT) == AT.replace(hour=16)
    services.ask(question=question(), submission="another", at=told.value.until)
    assert selectors.crowded_until(told.value.until + timedelta(minutes=1)) is not None


def test_a_word_lets_in_and_is_typed_as_a_receipt_may_be(crowded):
    word = given(crowded)
    let_in(word)
    typed = "-".join(word.words).upper()
    services.ask(question=question(), submission="loud", at=AT, word=typed)
    assert Consultation.objects.count() == 3


def test_a_wrong_word_and_one_of_nobody_are_refused_alike_and_no_case_is_made(crowded):
    word = given(crowded)
    wrong = [*word.words[:2], *word.words[2:][::-1]]
    for words in (wrong, new_door_word().words):
        with pytest.raises(WrongSecret):
            services.ask(question=question(), submission="x", at=AT, word=" ".join(words))
    for typed in ("no such words", " ".join(word.words[:4])):
        with pytest.raises(Unreadable):
            services.ask(question=question(), submission="x", at=AT, word=typed)
    assert Consultation.objects.count() == 1


def test_one_word_is_tried_once_at_a_time_as_a_receipt_is(crowded):
    word = given(crowded)
    with doorway.one_at_a_time(bytes(DoorWord.objects.get().locator)), pytest.raises(Busy):
        let_in(word)


def test_a_word_lets_in_so_many_a_day_and_another_is_not_touched_by_it(crowded, settings):
    settings.MANUMIT_DESK_WORD_A_DAY = 2
    word, other = given(crowded), given(crowded, "a union")
    for number in range(2):
        let_in(word, number)
    with pytest.raises(NotAllowed):
        let_in(word, 2)
    let_in(other, 3)
    tomorrow = later(hours=24)
    for number in range(10):  # a word is not used up by questions that needed none
        if selectors.crowded_until(tomorrow):
            break
        let_in(word, 100 + number, at=tomorrow)
    for number in range(2):
        let_in(word, 200 + number, at=tomorrow)


def test_what_was_not_taken_uses_up_nothing(crowded, settings):
    settings.MANUMIT_DESK_WORD_A_DAY = 1
    word = given(crowded)
    asked_before = "of the crowd"
    with pytest.raises(NotAllowed):
        services.ask(question=question(), submission=asked_before, at=AT, word=" ".join(word.words))
    let_in(word)


def test_one_that_was_taken_back_opens_no_more(crowded):
    word = given(crowded)
    (row,) = selectors.door_words()
    services.take_door_word_back(holder=fresh(crowded["lee"], AT), name=row.name, at=AT)
    with pytest.raises(WrongSecret):
        let_in(word)
    assert selectors.door_words() == []
    with pytest.raises(NotThere):
        services.take_door_word_back(holder=fresh(crowded["lee"], AT), name=row.name, at=AT)


def test_only_a_custodian_who_has_just_shown_who_it_is_gives_and_takes(desk):
    for name, at, refusal in (("ann", AT, NotAllowed), ("kim", later(minutes=6), NotFresh)):
        with pytest.raises(refusal):
            services.make_door_word(holder=desk[name], given_to="a shelter", at=at)
        with pytest.raises(refusal):
            services.take_door_word_back(holder=desk[name], name="x", at=at)
    assert not DoorWord.objects.exists()
    given(desk)
    assert str(Event.objects.first()) == "2026-11-22: gave a door word"


def test_nobody_is_named_by_two_letters_or_none(desk):
    for to in ("", "  ", "x" * 201):
        with pytest.raises(NotAllowed):
            given(desk, to)


def test_whom_it_was_given_is_read_by_staff_and_not_in_the_database(desk):
    word = given(desk, "canary shelter")
    (row,) = selectors.door_words()
    assert (row.given_to, row.made_on) == ("canary shelter", ON)
    stored = "\n".join(connection.connection.iterdump()) if connection.vendor == "sqlite" else ""
    for secret in ("canary", b"canary".hex(), word.words[2] + " " + word.words[3]):
        assert secret not in stored.lower()


def test_no_row_tells_that_a_case_came_by_a_word_or_how_often_one_was_used(crowded):
    before = list(DoorWord.objects.values())
    let_in(given(crowded))
    kept = [row for row in DoorWord.objects.values() if row not in before]
    without = Consultation.objects.first()
    by_word = Consultation.objects.last()
    assert set(kept[0]) == {"id", "name", "locator", "verifier", "sealed", "made_on"}
    for one in ("state", "received_on", "moved_on", "answer_by", "receipt_typed"):
        assert getattr(without, one) == getattr(by_word, one)
    for kind in ("records", "vaults", "grants", "exclusions"):
        assert getattr(without, kind).count() == getattr(by_word, kind).count()


def test_notes_live_on_when_an_epoch_is_destroyed_and_one_that_was_altered_says_nothing(desk):
    given(desk, "a shelter")
    given(desk, "a union")
    altered = DoorWord.objects.last()
    DoorWord.objects.filter(pk=altered.pk).update(sealed=b"forged")
    assert services.purge(at=later(days=20)).epochs == 0
    assert services.purge(at=later(days=60)).epochs == 1
    assert [one.given_to for one in selectors.door_words()] == ["a shelter", None]
