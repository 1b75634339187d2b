"""What the database refuses of citations, whoever writes."""

import pytest
from django.db import IntegrityError, transaction

from manumit.library.models import Citation, CitationPin, Passage, Text, Work
from tests.library.files import CASE, LAW, TREATY, judgment, law, treaty

pytestmark = pytest.mark.django_db


def refused(saying):
    return pytest.raises(IntegrityError, match=saying)


@pytest.fixture
def cited(load):
    load({TREATY: treaty("provisions:\n- {at: art_1, gist: a}\n")})
    return Work.objects.get(key=TREATY)


@pytest.fixture
def other(load):
    load({LAW: law("provisions:\n- {at: sec_1, gist: a}\n")})
    return Work.objects.get(key=LAW)


@pytest.fixture
def wording(load, tell):
    load({CASE: judgment()})
    return tell("Article 1 is cited here.").wordings.get()


@pytest.fixture
def citation(cited, wording):
    return a_citation(wording, cited)


def a_citation(wording, target, **given):
    given = {
        "work": wording.text.work, "wording": wording, "start": 0, "end": 9, "words": "Article 1",
        "kind": "instrument", "cite": "a", "how": "name",
        "target": target, "target_key": target.key,
    } | given  # fmt: skip
    return Citation.objects.create(**given)


def test_one_place_holds_one_citation(citation, cited, wording):
    with refused("UNIQUE|unique"), transaction.atomic():
        a_citation(wording, cited)
    a_citation(wording, cited, start=10, end=12)


def test_a_citation_has_words_and_a_known_state(cited, wording):
    with refused("library_citation_ends_after_it_begins"), transaction.atomic():
        a_citation(wording, cited, start=5, end=5)
    with refused("library_citation_known_state"), transaction.atomic():
        a_citation(wording, cited, state="guessed")


def test_a_citation_belongs_to_the_work_in_whose_text_it_stands(cited, other, wording):
    with refused("belongs to the work in whose text it stands"), transaction.atomic():
        a_citation(wording, cited, work=other)
    citation = a_citation(wording, cited)
    with refused("belongs to the work in whose text it stands"), transaction.atomic():
        Citation.objects.filter(pk=citation.pk).update(work=other)
    with refused("cannot move to another work"), transaction.atomic():
        Text.objects.filter(pk=wording.text_id).update(work=other)


def test_a_citation_leads_to_the_work_whose_key_it_names(citation, other):
    with refused("leads to the work whose key it names"), transaction.atomic():
        Citation.objects.filter(pk=citation.pk).update(target=other)
    Citation.objects.filter(pk=citation.pk).update(target=other, target_key=LAW)


def test_the_passages_of_a_citation_are_those_of_the_work_it_cites(citation, cited, other):
    elsewhere, own = Passage.objects.get(eid="sec_1"), Passage.objects.get(eid="art_1")
    with refused("must belong to the work it cites"), transaction.atomic():
        CitationPin.objects.create(citation=citation, eid="sec_1", passage=elsewhere)
    CitationPin.objects.create(citation=citation, eid="art_1", passage=own)
    with refused("a citation that is pinned cannot move"), transaction.atomic():
        Citation.objects.filter(pk=citation.pk).update(target=other, target_key=LAW)
    with refused("a passage that is cited cannot move"), transaction.atomic():
        Passage.objects.filter(pk=own.pk).update(work=other)


def test_an_open_citation_has_no_passages_yet(citation):
    Citation.objects.filter(pk=citation.pk).update(target=None)
    with refused("must belong to the work it cites"), transaction.atomic():
        CitationPin.objects.create(
            citation=citation, eid="art_1", passage=Passage.objects.get(eid="art_1")
        )


def test_a_work_that_is_deleted_leaves_its_citations_open(citation, cited):
    pin = CitationPin.objects.create(
        citation=citation, eid="art_1", passage=Passage.objects.get(eid="art_1")
    )
    cited.as_kind().delete()
    citation.refresh_from_db()
    pin.refresh_from_db()
    assert (citation.target, citation.target_key, pin.passage, pin.eid) == (
        None, TREATY, None, "art_1",
    )  # fmt: skip
