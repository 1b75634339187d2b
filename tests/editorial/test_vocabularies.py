"""Editors look at what a concept is called and what uses it, and change it with a second person."""

import pytest

from manumit.journal import selectors as journal
from manumit.library.models import Legislation, Passage
from manumit.vocab.models import Change, Concept
from tests.staff import person_with

pytestmark = pytest.mark.usefixtures("db")
HOME = "/editorial/concepts"
THREAT = f"{HOME}/means/threat/"
SAID = {
    "what": "name", "language": "th", "text": "การข่มขู่", "instrument": "", "above": "", "source": "A Thai lawyer",
}  # fmt: skip


@pytest.fixture
def editor(client):
    person = person_with("editor", email="ada@example.org")
    client.force_login(person)
    return person


def words(client, address):
    return " ".join(client.get(address).content.decode().split())


def test_every_concept_is_listed_with_its_vocabulary(client, editor):
    page = words(client, f"{HOME}/")
    assert "<h2>Means</h2>" in page
    assert f'href="{THREAT}"' in page
    assert "Vocabularies" in words(client, "/editorial/")


def test_a_concept_shows_its_names_whose_words_they_are_and_where_it_stands(client, editor):
    page = words(client, THREAT)
    for said in ("ข่มขู่", "đe dọa dùng vũ lực", "vn/law/53-2024-qh15", "threat of force"):
        assert said in page
    below = words(client, f"{HOME}/exploitation/domestic-servitude/")
    assert f'href="{HOME}/exploitation/servitude/"' in below
    assert client.get(f"{HOME}/means/nothing/").status_code == 404


def test_a_concept_shows_what_uses_it_drafts_too(client, editor):
    law = Legislation(key="hk/law/cap-9998", title="Lanterns Ordinance", legislation_type="act", number="1", live=False)  # fmt: skip
    law.save()
    law.topics.add(Concept.objects.get(scheme="exploitation", code="forced-labour"))
    law.save()
    passage = Passage.objects.create(work=law, eid="sec_1", noted=True)
    passage.topics.add(Concept.objects.get(scheme="exploitation", code="servitude"))
    page = words(client, f"{HOME}/exploitation/forced-labour/")
    assert "As a topic: 1 work<" in page
    assert "Lanterns Ordinance</a></td><td>hk/law/cap-9998</td><td>no</td>" in page
    assert "As a topic of a provision: 1 work<" in words(client, f"{HOME}/exploitation/servitude/")
    assert "No work does." in words(client, THREAT)


def test_what_one_proposes_holds_once_another_accepted_it(client, editor):
    assert client.post(THREAT, SAID).status_code == 302
    assert "Somebody else has to look at what you proposed" in words(client, THREAT)
    assert "<b>ข่มขู่</b>" in words(client, THREAT)
    change = Change.objects.get()
    decision = {"decision": "accept", "answer": ""}
    client.post(f"{HOME}/change/{change.pk}/", decision)
    assert Change.objects.get().stands == "waiting"

    client.force_login(person_with("reviewer", email="bo@example.org"))
    assert "changes to vocabularies" in words(client, "/editorial/")
    assert "การข่มขู่" in words(client, f"{HOME}/")
    assert client.post(f"{HOME}/change/{change.pk}/", decision).url == THREAT
    assert "<b>การข่มขู่</b>" in words(client, THREAT)
    assert "การข่มขู่" in words(client, "/glossary")
    given = client.get(f"{HOME}/accepted.ttl")
    assert 'skos:prefLabel "การข่มขู่"@th' in given.content.decode()
    assert given.headers["Content-Disposition"] == 'attachment; filename="accepted.ttl"'


def test_one_who_declines_says_why_and_it_is_read_there(client, editor):
    client.post(THREAT, SAID)
    address = f"{HOME}/change/{Change.objects.get().pk}/"
    client.force_login(person_with("reviewer", email="bo@example.org"))
    client.post(address, {"decision": "decline", "answer": ""})
    assert Change.objects.get().stands == "waiting"
    client.post(address, {"decision": "decline", "answer": "The Act has another."})
    assert "Declined, bo@example.org" in words(client, THREAT)
    assert "The Act has another." in words(client, THREAT)


@pytest.mark.parametrize(
    ("given", "box", "says"),
    [
        ({"language": ""}, "language", "Say in which language."),
        ({"source": ""}, "source", "required"),
        (
            {"what": "word", "instrument": "hk/law/cap-1"},
            "instrument",
            "No work here has this key.",
        ),
        ({"what": "broader", "above": ""}, "above", "The vocabulary says so already."),
    ],
)
def test_what_cannot_be_is_told_beside_its_box_and_not_kept(client, editor, given, box, says):
    answer = client.post(THREAT, SAID | given)
    assert says in str(answer.context["form"].errors[box])
    assert not Change.objects.exists()


def test_works_under_a_concept_that_gets_another_place_are_read_again_by_search(client, editor):
    law = Legislation(key="hk/law/cap-9998", title="Lanterns Ordinance", legislation_type="act", number="1", live=False)  # fmt: skip
    law.save()
    law.topics.add(Concept.objects.get(scheme="exploitation", code="domestic-servitude"))
    law.save()
    client.post(f"{HOME}/exploitation/servitude/", SAID | {"what": "broader", "above": "slavery"})
    client.post(f"{HOME}/exploitation/servitude/", SAID | {"what": "also"})
    client.force_login(person_with("reviewer", email="bo@example.org"))
    before = journal.last_number()
    for change in Change.objects.order_by("pk"):
        client.post(f"{HOME}/change/{change.pk}/", {"decision": "accept", "answer": ""})
    touched = [entry.touches for entry in journal.changes_since(before)]
    assert touched == [("hk/law/cap-9998",), ()]


def test_a_place_in_the_tree_is_chosen_among_the_concepts_of_the_vocabulary(client, editor):
    address = f"{HOME}/exploitation/servitude/"
    said = SAID | {"what": "broader", "above": "forced-labour"}
    assert client.post(address, said).status_code == 302
    assert Change.objects.get().text == "forced-labour"
