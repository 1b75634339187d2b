"""Editors propose a concept that the vocabularies lack; accepted, it can be chosen everywhere."""

import pytest

from manumit.editorial.contributions_forms import ProposalForm
from manumit.editorial.wording import choices_for
from manumit.vocab.models import Concept, NewConcept
from manumit.web.names import facet_value_html, topic_names
from tests.accepting import accepted_change
from tests.staff import person_with

pytestmark = pytest.mark.usefixtures("db", "own_words")
HOME = "/editorial/concepts"
SAID = {
    "scheme": "exploitation",
    "code": "wick-trimming",
    "name_en": "wick trimming",
    "name_th": "ตัดไส้ตะเกียง",
    "name_zh-Hant": "剪燈芯",
    "definition": "Making somebody trim the wicks of lanterns.",
    "broader": "exploitation:forced-labour",
    "source": "Lantern Act, section 6",
}
ACCEPT = {"decision": "accept", "answer": ""}


@pytest.fixture
def editor(client):
    person = person_with("editor", email="cy@example.org")
    client.force_login(person)
    return person


@pytest.fixture
def reviewer():
    return person_with("reviewer", email="di@example.org")


def words(client, address):
    return " ".join(client.get(address).content.decode().split())


def test_what_one_proposes_can_be_chosen_once_another_accepted_it(
    client, editor, reviewer, django_capture_on_commit_callbacks
):
    address = client.post(f"{HOME}/new/", SAID).url
    assert "Somebody else has to look at what you proposed" in words(client, address)
    assert client.post(f"{address}decide/", ACCEPT).status_code == 302  # to the start: no reviewer
    assert NewConcept.objects.get().stands == "waiting"

    client.force_login(reviewer)
    assert "changes to vocabularies" in words(client, "/editorial/")
    assert f'href="{address}">wick trimming</a>' in words(client, f"{HOME}/")
    for said in (
        "ตัดไส้ตะเกียง",
        "剪燈芯",
        "Forced labour",
        "Lantern Act, section 6",
        "cy@example.org",
    ):
        assert said.lower() in words(client, address).lower()
    assert "wick-trimming" not in dict(choices_for("topics"))
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(f"{address}decide/", ACCEPT).url == f"{HOME}/exploitation/wick-trimming/"
    assert "The concept as it is" in words(client, address)
    assert "Making somebody trim" in words(client, f"{HOME}/exploitation/wick-trimming/")

    assert dict(choices_for("topics"))["wick-trimming"] == "wick trimming"
    assert "wick-trimming" in dict(ProposalForm().fields["topics"].choices)
    form = words(client, "/editorial/snippets/library/publication/add/")
    assert "wick trimming" in form
    assert "ตัดไส้ตะเกียง" in words(client, "/lang/th/glossary")
    assert "剪燈芯" in words(client, "/lang/zh-Hant/topics/wick-trimming")
    assert facet_value_html("topic", "wick-trimming") == "wick trimming"
    assert "goes into the memberList" in words(client, f"{HOME}/accepted.ttl")


def test_a_name_that_changed_is_another_on_the_next_page(
    editor, django_capture_on_commit_callbacks
):
    before = topic_names(["slavery"])
    with django_capture_on_commit_callbacks(execute=True):
        accepted_change("exploitation", "slavery", what="name", language="en", text="lanternhold")
    assert topic_names(["slavery"]) == facet_value_html("topic", "slavery") == "lanternhold"
    assert before != "lanternhold"


def test_one_who_declines_says_why_and_it_is_read_there(client, editor, reviewer):
    address = client.post(f"{HOME}/new/", SAID).url
    client.force_login(reviewer)
    client.post(f"{address}decide/", {"decision": "decline", "answer": ""})
    assert NewConcept.objects.get().stands == "waiting"
    client.post(f"{address}decide/", {"decision": "decline", "answer": "That is no exploitation."})
    assert "Declined, di@example.org" in words(client, address)
    assert "That is no exploitation." in words(client, address)
    assert not Concept.objects.filter(code="wick-trimming").exists()
    assert client.get(f"{HOME}/new/99/").status_code == 404


@pytest.mark.parametrize(
    ("given", "box", "says"),
    [
        ({"code": "Wick"}, "code", "Small letters"),
        ({"code": "slavery"}, "code", "There is, or was"),
        ({"name_en": ""}, "name_en", "required"),
        ({"name_th": "ทาส" * 70}, "name_th", "at most 200"),
        ({"name_en": "slavery"}, "name_en", "This is what slavery is called."),
        ({"broader": "means:threat"}, "broader", "another vocabulary"),
        ({"source": ""}, "source", "required"),
    ],
)
def test_what_cannot_be_is_told_beside_its_box_and_not_kept(client, editor, given, box, says):
    answer = client.post(f"{HOME}/new/", SAID | given)
    assert says in str(answer.context["form"].errors[box])
    assert not NewConcept.objects.exists()
