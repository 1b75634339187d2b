"""The pages while a crowd stands before the desk, and those on which words for its door are given."""

import re

import pytest
from django.test import Client

from manumit.desk.models import Consultation, DoorWord, Session
from manumit.desk.sealing.door_words import new_door_word
from tests.staff import StaffClient, person_with
from tests.web.desk.browsing import asker, at_the_desk, hidden, receipt_on, send
from tests.web.desk.test_staff_pages import long_ago, page

WORDS = "/desk/staff/words/"
QUESTION = "/desk/question/"


@pytest.fixture
def kim(desk):
    return at_the_desk(desk, "kim")


@pytest.fixture
def crowded(desk, settings):
    settings.MANUMIT_DESK_ASKED_A_DAY = 1
    asker("one of the crowd")


def word_from(client: Client, to: str = "Harbour shelter") -> str:
    shown = client.post(WORDS, {"act": "give", "given_to": to}).content.decode()
    return " ".join(re.findall(r'<li lang="en" translate="no">(\w+)</li>', shown))


@pytest.mark.usefixtures("crowded")
def test_it_is_said_in_how_long_the_next_is_taken_before_anything_is_typed(client):
    for address in ("/desk/", QUESTION, "/desk/case/"):
        shown = page(client, address)
        assert re.search(r"in about \d+ (hours?|minutes?)", shown)
    assert 'name="word"' in page(client, QUESTION)


@pytest.mark.usefixtures("desk")
def test_nobody_is_asked_for_a_word_while_there_is_room(client):
    assert 'name="word"' not in page(client, QUESTION)
    assert "in about" not in page(client, "/desk/")


@pytest.mark.usefixtures("crowded")
def test_what_was_written_stays_on_the_page_where_it_cannot_be_taken(client):
    answer = send(client, "question", text="Is this trafficking?")
    shown = answer.content.decode()
    assert "Is this trafficking?" in shown
    assert "Send it again later" in shown
    assert hidden(shown, "looked")
    assert Consultation.objects.count() == 1


def test_a_word_is_given_once_and_takes_the_question_of_whoever_has_it(kim, crowded, client):
    word = word_from(kim)
    assert len(word.split()) == 5
    assert "Harbour shelter" in page(kim, WORDS)
    assert word.split()[3] not in page(kim, WORDS)
    answer = send(client, "question", text="Is this trafficking?", word=word.upper())
    assert len(receipt_on(answer).words) == 10
    assert "Harbour" not in page(client, "/desk/mine/")


def test_wrong_words_are_told_so_alike_and_the_question_stays(kim, crowded, client):
    right = word_from(kim).split()
    for word in ([*right[:2], *right[2:][::-1]], new_door_word().words):
        shown = send(client, "question", text="Is this it?", word=" ".join(word)).content.decode()
        assert "No door opens with these words" in shown
        assert "Is this it?" in shown
    for word in ("zzzz", " ".join(right[:3])):
        shown = send(client, "question", text="Is this it?", word=word).content.decode()
        assert "five words" in shown
    assert Consultation.objects.count() == 1


def test_a_word_that_has_let_in_all_it_may_says_so(kim, crowded, client, settings):
    settings.MANUMIT_DESK_WORD_A_DAY = 1
    word = word_from(kim)
    send(Client(), "question", text="first", word=word)
    assert "all they may today" in send(client, "question", text="x", word=word).content.decode()


def test_a_word_is_taken_back_by_a_custodian_and_by_nobody_else(desk, kim, crowded, client):
    word = word_from(kim)
    name = DoorWord.objects.get().name
    ann = at_the_desk(desk, "ann")
    assert "Harbour shelter" in page(ann, WORDS)
    assert 'name="act"' not in page(ann, WORDS)
    for sent in ({"act": "take", "name": name}, {"act": "give", "given_to": "mine"}):
        assert ann.post(WORDS, sent).status_code == 409
    assert kim.post(WORDS, {"act": "take", "name": name}).headers["Location"] == WORDS
    assert kim.post(WORDS, {"act": "take", "name": name}).status_code == 404
    assert "No door opens" in send(client, "question", text="x", word=word).content.decode()


def test_giving_asks_once_more_who_it_is(kim):
    long_ago()
    shown = kim.post(WORDS, {"act": "give", "given_to": "Harbour shelter"}).content.decode()
    assert 'name="proof"' in shown
    assert not DoorWord.objects.exists()


def test_only_who_has_opened_keys_sees_whose_words_there_are(client, desk):
    client.force_login(person_with("contributor"))
    assert client.get(WORDS).status_code == 403
    locked = StaffClient()
    locked.force_login(desk["kim"].member.account)
    assert locked.get(WORDS).headers["Location"] == "/desk/staff/unlock/"


def test_no_session_and_no_case_tells_that_somebody_came_by_a_word(kim, crowded):
    word = word_from(kim, "canary shelter")
    client = Client()
    send(client, "question", text="Is this trafficking?", word=word)
    case = Consultation.objects.latest("pk")
    ann_sees = page(kim, f"/desk/staff/case/{case.case}/")
    assert "canary" not in ann_sees
    assert word.split()[0] not in ann_sees
    assert Session.objects.filter(consultation=case).count() == 1
