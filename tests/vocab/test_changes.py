"""People change what concepts are called and mean: two of them, and for good."""

import pytest
from django.db import IntegrityError, transaction

from manumit.journal import selectors as journal
from manumit.reference.triples import read_turtle
from manumit.vocab import selectors
from manumit.vocab.errors import BadChange, NotDecided
from manumit.vocab.models import Change, Concept
from manumit.vocab.services import decide, propose, sync_reference
from tests.staff import person_with

pytestmark = pytest.mark.django_db
SOURCE = "Anti-Trafficking Act, section 6"


@pytest.fixture
def ada():
    return person_with("editor", email="ada@example.org")


@pytest.fixture
def bo():
    return person_with("reviewer", email="bo@example.org")


@pytest.fixture
def change(ada, bo, at):
    """Propose a change to a concept and have it accepted; returns the concept as it is then."""

    def act(scheme="means", code="threat", *, source=SOURCE, **said):
        concept = Concept.objects.get(scheme=scheme, code=code)
        change = propose(concept=concept, source=source, by=ada, at=at, **said)
        decide(pk=change.pk, accept=True, answer="", by=bo, at=at)
        return Concept.objects.get(pk=concept.pk)

    return act


def names(concept, language):
    rows = concept.labels.filter(language=language, instrument="")
    return sorted(rows.values_list("kind", "text", "confirmed"))


def test_a_name_is_another_once_somebody_else_accepted_it_and_stays_so(change):
    concept = change(what="name", language="th", text="  การข่มขู่ ")
    assert names(concept, "th") == [("pref", "การข่มขู่", True)]
    sync_reference()
    assert names(concept, "th") == [("pref", "การข่มขู่", True)]
    assert Concept.objects.get(pk=concept.pk).name("th") == "การข่มขู่"


def test_a_name_that_was_only_another_one_becomes_the_name(change):
    concept = change(what="name", language="en", text="intimidation")
    assert ("pref", "intimidation", True) in names(concept, "en")
    assert not [text for kind, text, _ in names(concept, "en") if text == "threat"]
    sync_reference()
    assert concept.labels.filter(language="en", kind="pref").get().text == "intimidation"


def test_names_are_added_and_dropped_and_a_law_has_its_own_word(change):
    change(what="also", language="en", text="menace")
    concept = change(what="drop", language="en", text="threat of force")
    kept = [text for _, text, _ in names(concept, "en")]
    assert "menace" in kept
    assert "threat of force" not in kept
    change(what="word", language="th", text="ขู่เข็ญ", instrument="th/law/anti-trafficking-2551")
    sync_reference()
    assert [text for _, text, _ in names(concept, "en")] == kept
    word = concept.labels.get(instrument="th/law/anti-trafficking-2551")
    assert (word.text, word.language) == ("ขู่เข็ญ", "th")


def test_a_definition_and_a_place_in_the_tree_stay_as_they_were_decided(change):
    change("exploitation", "servitude", what="definition", text="Work that nobody can leave.")
    change("exploitation", "servitude", what="broader", text="forced-labour")
    sync_reference()
    concept = Concept.objects.get(scheme="exploitation", code="servitude")
    assert concept.definition == "Work that nobody can leave."
    assert concept.broader.code == "forced-labour"


def test_once_the_files_say_it_they_may_go_on(change):
    concept = change(what="definition", text="Said here first.")
    Concept.objects.filter(pk=concept.pk).update(definition="As in the files.")
    accepted = Change.objects.get()
    # The file catches up: it says by now what was accepted.
    accepted.text = (
        "Saying or showing that harm will follow, to the person or to someone they care for."
    )
    accepted.save()
    sync_reference()
    accepted.refresh_from_db()
    assert accepted.stands == Change.Stands.IN_FILES
    assert selectors.accepted() == []
    Change.objects.update(text="Said here first.")
    sync_reference()
    assert Concept.objects.get(pk=concept.pk).definition.startswith("Saying or showing")


def test_nobody_accepts_their_own_change_by_no_way(ada, at):
    concept = Concept.objects.get(scheme="means", code="threat")
    change = propose(
        concept=concept, what="also", language="en", text="menace", source=SOURCE, by=ada, at=at
    )
    with pytest.raises(NotDecided, match="Somebody else"):
        decide(pk=change.pk, accept=True, answer="", by=ada, at=at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Change.objects.update(decided_by=ada)
    assert "menace" not in [text for _, text, _ in names(concept, "en")]


def test_what_is_declined_is_answered_changes_nothing_and_is_decided_once(ada, bo, at):
    concept = Concept.objects.get(scheme="means", code="threat")
    change = propose(
        concept=concept, what="also", language="en", text="menace", source=SOURCE, by=ada, at=at
    )
    with pytest.raises(NotDecided, match="Say why"):
        decide(pk=change.pk, accept=False, answer=" ", by=bo, at=at)
    decide(pk=change.pk, accept=False, answer="Old word.", by=bo, at=at)
    assert "menace" not in [text for _, text, _ in names(concept, "en")]
    with pytest.raises(NotDecided, match="already"):
        decide(pk=change.pk, accept=True, answer="", by=bo, at=at)


@pytest.mark.parametrize(
    ("said", "field", "says"),
    [
        ({"what": "name", "text": "x"}, "language", "which language"),
        ({"what": "name", "text": " ", "language": "th"}, "text", "needed"),
        ({"what": "name", "text": "x" * 201, "language": "th"}, "text", "at most 200"),
        ({"what": "also", "text": "intimidation", "language": "en"}, "text", "already"),
        ({"what": "drop", "text": "threat", "language": "en"}, "text", "name in english"),
        ({"what": "drop", "text": "not there", "language": "en"}, "text", "already"),
        ({"what": "word", "text": "x", "language": "th", "instrument": "?"}, "instrument", "key"),
        ({"what": "definition", "text": "x", "source": " "}, "source", "where it stands"),
        ({"what": "broader", "text": "nowhere"}, "text", "no such concept"),
        ({"what": "broader", "text": "threat"}, "text", "below itself"),
        ({"what": "broader", "text": ""}, "text", "already"),
    ],
)
def test_a_change_that_cannot_be_is_not_kept(ada, at, said, field, says):
    concept = Concept.objects.get(scheme="means", code="threat")
    with pytest.raises(BadChange) as told:
        propose(concept=concept, by=ada, at=at, **{"source": SOURCE, **said})
    assert told.value.field == field
    assert says in str(told.value).lower()
    assert not Change.objects.exists()


def test_the_journal_is_told_what_the_concept_said_and_says(change):
    before = journal.last_number()
    change(what="definition", text="Shorter.")
    (entry,) = journal.changes_since(before)
    assert (entry.action, entry.subject) == ("vocabulary changed", "means:threat")
    (told,) = journal.told(journal.entries()[:1])
    assert (told.person, told.why) == ("bo@example.org", SOURCE)
    assert told.fields["definition"][1] == "Shorter."
    assert journal.check_chain().fault == ""


def test_what_was_accepted_is_given_out_as_the_files_would_say_it(change, tmp_path):
    change(what="name", language="th", text='การ"ข่มขู่"')
    change(what="word", language="th", text="ขู่เข็ญ", instrument="th/law/anti-trafficking-2551")
    change(what="drop", language="en", text="threat of force")
    change("exploitation", "servitude", what="broader", text="forced-labour")
    text = selectors.accepted_as_turtle()
    file = tmp_path / "accepted.ttl"
    file.write_text(text, encoding="utf-8")
    facts = read_turtle(file)
    threat = "urn:manumit:concept:means:threat"
    skos = "http://www.w3.org/2004/02/skos/core#"
    (name,) = facts.of(threat, f"{skos}prefLabel")
    assert (name.text, name.language) == ('การ"ข่มขู่"', "th")
    assert facts.of("urn:manumit:concept:exploitation:servitude", f"{skos}broader")
    assert not facts.of(threat, f"{skos}altLabel")
    assert '# :threat skos:altLabel "threat of force"@en .' in text
    assert "ada" not in text
