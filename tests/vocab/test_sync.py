"""Jurisdictions, forums and concepts stand as rows just as the reference files say."""

import pytest

from manumit import reference
from manumit.base.naming import in_language
from manumit.vocab.models import Concept, Forum, Label, System
from manumit.vocab.services import sync_reference

pytestmark = pytest.mark.django_db
CHAMBER = "European Court of Human Rights (Chamber)"


def everything():
    return [
        sorted(model.objects.values_list(*[field.attname for field in model._meta.concrete_fields]), key=str)
        for model in (System, Forum, Concept, Label)
    ]  # fmt: skip


def test_every_system_forum_and_concept_has_its_row():
    report = sync_reference()
    assert report.systems == len(reference.systems())
    assert report.forums == len(reference.forums())
    wanted = sum(len(scheme.concepts) for scheme in reference.schemes().values())
    assert report.concepts == wanted


def test_syncing_again_changes_nothing():
    before = everything()
    sync_reference()
    assert everything() == before


def test_a_row_that_was_tampered_with_is_set_right():
    Forum.objects.filter(code="ecthr").update(names={"en": "Wrong"}, retired=True)
    concept = Concept.objects.get(scheme="exploitation", code="slavery")
    concept.labels.update(confirmed=False)
    concept.labels.filter(language="en", kind="pref").delete()
    before = Label.objects.count()
    sync_reference()
    forum = Forum.objects.get(code="ecthr")
    assert forum.name() == CHAMBER
    assert not forum.retired
    assert Label.objects.count() > before
    assert concept.labels.filter(confirmed=True).exists()


def test_what_the_reference_no_longer_names_is_retired_and_never_deleted():
    System.objects.create(code="zz", names={"en": "Gone"}, kind="jurisdiction")
    Forum.objects.create(code="zz-court", system_id="zz", names={"en": "Gone"})
    Concept.objects.create(scheme="exploitation", code="gone")
    sync_reference()
    assert System.objects.get(code="zz").retired
    assert Forum.objects.get(code="zz-court").retired
    assert Concept.objects.get(scheme="exploitation", code="gone").retired


def test_a_label_the_reference_no_longer_has_goes():
    concept = Concept.objects.get(scheme="exploitation", code="slavery")
    Label.objects.create(concept=concept, language="en", text="thraldom", kind="alt")
    sync_reference()
    assert not concept.labels.filter(text="thraldom").exists()


def test_the_tree_is_that_of_the_reference():
    for scheme in reference.schemes().values():
        for given in scheme.concepts:
            row = Concept.objects.get(scheme=scheme.code, code=given.code)
            assert (row.broader.code if row.broader else None) == (
                given.broader[0] if given.broader else None
            )


def test_a_word_that_one_instrument_uses_is_kept_apart_from_the_concepts_own_name():
    label = Label.objects.exclude(instrument="").first()
    assert label is not None, "the reference gives no word of an instrument"
    given = [
        item
        for scheme in reference.schemes().values()
        for concept in scheme.concepts
        if concept.code == label.concept.code
        for item in concept.labels
        if (item.text, item.source) == (label.text, label.instrument)
    ]
    assert given
    own = Label(
        concept=label.concept, language="tlh", text="own", kind="pref", instrument="un/treaty/x"
    )
    own.save()
    assert label.concept.name("tlh") == label.concept.name("en")


def test_names_are_shown_in_the_readers_language_or_else_in_english():
    assert Forum.objects.get(code="ecthr").name("xx") == CHAMBER
    assert System.objects.get(code="hk").name("zh-Hant") == "香港"
    names = {"en": "Law", "zh": "法"}
    assert in_language(names, "zh-Hant", "x") == "法"
    assert in_language(names, "fr", "x") == "Law"
    assert in_language({}, "fr", "x") == "x"
