"""People add concepts: two of them, and from then on everything knows them."""

import json
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from manumit import reference
from manumit.journal import selectors as journal
from manumit.reference.conceptfiles import read_scheme
from manumit.reference.triples import read_turtle
from manumit.vocab import selectors
from manumit.vocab.errors import BadChange, NotDecided
from manumit.vocab.models import Change, Concept, NewConcept
from manumit.vocab.services import (
    decide,
    decide_concept,
    file_what_was_accepted,
    propose,
    propose_concept,
    sync_reference,
)
from tests.staff import person_with

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_words")]
SAID = {
    "scheme": "exploitation",
    "code": "wick-trimming",
    "names": {"en": "forced wick  trimming", "th": "บังคับตัดไส้ตะเกียง", "zh-Hant": "強迫剪燈芯", "vi": " "},
    "definition": "Making somebody trim the wicks of lanterns.",
    "broader": "forced-labour",
    "source": "Lantern Act, section 6",
}  # fmt: skip


@pytest.fixture
def ada():
    return person_with("editor", email="ada@example.org")


@pytest.fixture
def bo():
    return person_with("reviewer", email="bo@example.org")


@pytest.fixture
def add(ada, bo, at, django_capture_on_commit_callbacks):
    """Have a concept proposed and accepted; gives its row."""

    def act(**other):
        new = propose_concept(**SAID | other, by=ada, at=at)
        with django_capture_on_commit_callbacks(execute=True):
            decide_concept(pk=new.pk, accept=True, answer="", by=bo, at=at)
        return Concept.objects.get(scheme=new.scheme, code=new.code)

    return act


@pytest.fixture
def change(ada, bo, at, django_capture_on_commit_callbacks):
    """Have a change proposed and accepted."""

    def act(concept, **said):
        proposed = propose(concept=concept, source="A lawyer", by=ada, at=at, **said)
        with django_capture_on_commit_callbacks(execute=True):
            return decide(pk=proposed.pk, accept=True, answer="", by=bo, at=at)

    return act


@pytest.fixture
def ship(monkeypatch):
    """Have a later version of the program ship a concept in a scheme."""

    def act(concept, scheme="exploitation"):
        later = dict(reference.shipped_schemes())
        held = [one for one in later[scheme].concepts if one.code != concept.code]
        later[scheme] = later[scheme].having([*held, concept])
        monkeypatch.setattr(reference, "shipped_schemes", lambda: later)
        sync_reference()
        file_what_was_accepted()

    return act


def known_as(code="wick-trimming"):
    return reference.scheme("exploitation").concept(code)


def test_what_one_proposes_is_a_concept_once_another_accepted_it(add):
    row = add()
    assert row.broader.code == "forced-labour"
    assert (row.name(), row.name("th")) == ("forced wick trimming", "บังคับตัดไส้ตะเกียง")
    known = reference.topics()["wick-trimming"]
    assert known.names == {
        "en": "forced wick trimming", "th": "บังคับตัดไส้ตะเกียง", "zh-Hant": "強迫剪燈芯",
    }  # fmt: skip
    assert known.broader == ("forced-labour",)
    assert "wick-trimming" in reference.scheme("exploitation").concept("forced-labour").narrower


def test_it_is_nothing_before_and_nothing_when_it_is_declined(ada, bo, at):
    new = propose_concept(**SAID, by=ada, at=at)
    assert not Concept.objects.filter(code="wick-trimming").exists()
    with pytest.raises(NotDecided, match="Say why"):
        decide_concept(pk=new.pk, accept=False, answer="", by=bo, at=at)
    decide_concept(pk=new.pk, accept=False, answer="Nobody does that.", by=bo, at=at)
    assert not Concept.objects.filter(code="wick-trimming").exists()
    with pytest.raises(NotDecided, match="already"):
        decide_concept(pk=new.pk, accept=True, answer="", by=bo, at=at)
    propose_concept(**SAID, by=ada, at=at)  # with better reasons it may come again


def test_nobody_accepts_a_concept_of_their_own_by_any_way(ada, at):
    new = propose_concept(**SAID, by=ada, at=at)
    with pytest.raises(NotDecided, match="Somebody else"):
        decide_concept(pk=new.pk, accept=True, answer="", by=ada, at=at)
    with pytest.raises(IntegrityError), transaction.atomic():
        NewConcept.objects.update(decided_by=ada)


def test_no_load_and_no_upgrade_undoes_it(add, change, own_words):
    row = add()
    change(row, what="also", language="en", text="trimming of wicks")
    before = (own_words / "exploitation.ttl").read_text("utf-8")
    sync_reference()
    file_what_was_accepted()
    row.refresh_from_db()
    assert not row.retired
    assert row.labels.filter(text="trimming of wicks").exists()
    assert Change.objects.exclude(stands=Change.Stands.ACCEPTED).count() == 0
    assert (own_words / "exploitation.ttl").read_text("utf-8") == before


def test_an_accepted_name_is_known_without_a_database(change, own_words):
    change(Concept.objects.get(scheme="means", code="threat"), what="name", language="th", text="ขู่")
    assert reference.scheme("means").concept("threat").label("th") == "ขู่"
    assert read_scheme(own_words / "means.ttl") == reference.scheme("means")
    assert [path.name for path in own_words.glob("*.ttl")] == ["means.ttl"]


def test_a_file_that_somebody_spoilt_is_made_again(add, own_words):
    add()
    file = own_words / "exploitation.ttl"
    before = file.read_bytes()
    file.write_bytes(b"\xff no Turtle")
    file_what_was_accepted()
    assert file.read_bytes() == before
    assert "wick-trimming" in reference.topic_codes()


def test_what_is_rolled_back_was_never_said(ada, bo, at, own_words):
    new = propose_concept(**SAID, by=ada, at=at)
    decide_concept(pk=new.pk, accept=True, answer="", by=bo, at=at)  # never committed here
    assert not own_words.exists()
    assert "wick-trimming" not in reference.topic_codes()


def test_once_the_files_say_the_same_they_may_go_on(add, ship, own_words):
    add()
    own = known_as()
    ship(own)
    assert NewConcept.objects.get().stands == NewConcept.Stands.IN_FILES
    assert set(Change.objects.values_list("stands", flat=True)) == {Change.Stands.IN_FILES}
    assert not list(own_words.glob("*.ttl"))
    ship(replace(own, definition="Said better since."))
    assert Concept.objects.get(code="wick-trimming").definition == "Said better since."


def test_a_code_that_the_files_get_is_theirs_and_what_differs_here_stays(add, ship):
    add()
    theirs = replace(known_as(), definition="Theirs.", note="Theirs too.", broader=())
    ship(theirs)
    assert NewConcept.objects.get().stands == NewConcept.Stands.IN_FILES
    left = Change.objects.filter(stands=Change.Stands.ACCEPTED)
    assert sorted(left.values_list("what", flat=True)) == ["broader", "definition"]
    row = Concept.objects.get(code="wick-trimming")
    assert row.definition == SAID["definition"]
    known = known_as()
    assert (known.definition, known.note) == (SAID["definition"], "Theirs too.")
    assert known.broader == ("forced-labour",)


def test_a_topic_that_the_files_get_in_another_vocabulary_is_theirs(add, ship):
    add()
    theirs = replace(known_as(), scheme="cross-cutting", uri="urn:manumit:concept:cross-cutting:wick-trimming", broader=())  # fmt: skip
    ship(theirs, "cross-cutting")
    assert "wick-trimming" not in reference.concept_codes("exploitation")
    assert Concept.objects.get(scheme="exploitation", code="wick-trimming").retired


def test_what_would_stand_below_itself_by_what_the_files_say_waits(change, ship):
    change(
        Concept.objects.get(scheme="exploitation", code="slavery"), what="broader", text="serfdom"
    )
    ship(replace(known_as("serfdom"), broader=("slavery",)))
    rows = Concept.objects.filter(scheme="exploitation")
    assert rows.get(code="slavery").broader is None
    assert rows.get(code="serfdom").broader.code == "slavery"
    assert Change.objects.get().stands == Change.Stands.ACCEPTED


def test_a_later_change_ends_the_one_that_it_overrules(change):
    threat = Concept.objects.get(scheme="means", code="threat")
    first = change(threat, what="name", language="th", text="ขู่")
    other = change(threat, what="also", language="en", text="menace")
    change(threat, what="name", language="th", text="คุกคาม")
    first.refresh_from_db()
    other.refresh_from_db()
    assert (first.stands, other.stands) == (Change.Stands.REPLACED, Change.Stands.ACCEPTED)
    assert reference.scheme("means").concept("threat").label("th") == "คุกคาม"


@pytest.mark.parametrize(
    ("other", "field", "says"),
    [
        ({"scheme": "lanterns"}, "scheme", "no such vocabulary"),
        ({"code": "Wick"}, "code", "small letters"),
        ({"code": "w" * 65}, "code", "small letters"),
        ({"code": "slavery"}, "code", "there is, or was"),
        ({"scheme": "cross-cutting", "code": "slavery", "broader": ""}, "code", "there is, or was"),
        ({"names": {"th": "ตะเกียง"}}, "en", "name in english"),
        ({"names": {"en": "x" * 201}}, "en", "at most 200"),
        ({"names": {"en": "Slavery"}}, "en", "what slavery is called"),
        ({"definition": " "}, "definition", "one sentence"),
        ({"source": ""}, "source", "where it stands"),
        ({"broader": "threat"}, "broader", "no such concept"),
    ],
)
def test_a_concept_that_cannot_be_is_not_kept(ada, at, other, field, says):
    with pytest.raises(BadChange) as told:
        propose_concept(**SAID | other, by=ada, at=at)
    assert told.value.field == field
    assert says in str(told.value).lower()
    assert not NewConcept.objects.exists()


def test_two_do_not_wait_with_one_code(ada, at):
    propose_concept(**SAID, by=ada, at=at)
    with pytest.raises(BadChange, match="waits"):
        propose_concept(**SAID | {"scheme": "cross-cutting", "broader": ""}, by=ada, at=at)


def test_a_code_that_was_given_up_comes_to_mean_nothing_else(ada, at):
    Concept.objects.create(scheme="exploitation", code="wick-trimming", retired=True)
    with pytest.raises(BadChange, match="or was"):
        propose_concept(**SAID, by=ada, at=at)


def test_the_journal_is_told_of_it(add):
    before = journal.last_number()
    add()
    (entry,) = journal.changes_since(before)
    assert (entry.action, entry.subject) == ("vocabulary changed", "exploitation:wick-trimming")
    (told,) = journal.told(journal.entries()[:1])
    assert (told.person, told.why) == ("bo@example.org", SAID["source"])
    assert told.fields["broader"][1] == "forced-labour"
    assert journal.check_chain().fault == ""


def test_it_is_given_out_as_the_files_would_say_it(add, tmp_path):
    add()
    text = selectors.accepted_as_turtle()
    file = tmp_path / "accepted.ttl"
    file.write_text(text, encoding="utf-8")
    facts = read_turtle(file)
    own, skos = "urn:manumit:concept:exploitation", "http://www.w3.org/2004/02/skos/core#"
    assert list(facts.subjects(f"{skos}inScheme", own)) == [f"{own}:wick-trimming"]
    names = {
        (one.text, one.language) for one in facts.of(f"{own}:wick-trimming", f"{skos}prefLabel")
    }
    assert ("強迫剪燈芯", "zh-Hant") in names
    assert "goes into the memberList" in text
    assert "ada" not in json.dumps(text)
