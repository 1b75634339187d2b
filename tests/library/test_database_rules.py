"""What the database itself refuses, whoever writes and however."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from manumit.library.models import (
    Finding,
    Judgment,
    Legislation,
    Passage,
    Pinpoint,
    Relation,
    Text,
    Wording,
    Work,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, tzinfo=UTC)
SOURCES = [{"publisher": "A", "for": ["title"], "on": "2026-11-01"}]


@pytest.fixture
def law():
    return Legislation.objects.create(
        key="hk/law/cap-1", title="A", legislation_type="ordinance", number="1", sources=SOURCES
    )


@pytest.fixture
def other_law():
    return Legislation.objects.create(
        key="hk/law/cap-2", title="B", legislation_type="ordinance", number="2", sources=SOURCES
    )


def case(name, **given):
    given = {"forum_id": "ecthr", "decided_on": date(2010, 1, 7), "sources": SOURCES} | given
    return Judgment.objects.create(key=f"coe/case/{name}/2010-01-07", title=name, **given)


def text(work, valid_from=None, valid_to=None, language="en", **given):
    """A text that is not yet stored."""
    given = {"authority": "authentic", "format": "test", "imported_at": NOW} | given
    return Text(work=work, language=language, valid_from=valid_from, valid_to=valid_to, **given)


def refused(saying):
    return pytest.raises(IntegrityError, match=saying)


OVERLAP = "two texts of a work in one language hold on the same day"
Y2000, Y2001, Y2002 = date(2000, 1, 1), date(2001, 1, 1), date(2002, 1, 1)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((Y2000, None), (Y2001, None)),
        ((None, Y2001), (Y2001, None)),
        ((None, None), (Y2000, Y2001)),
        ((Y2000, Y2002), (Y2001, Y2001)),
    ],
)
def test_two_texts_that_hold_on_one_day_are_refused(law, first, second):
    text(law, *first).save()
    with refused(OVERLAP), transaction.atomic():
        text(law, *second).save()
    with refused(OVERLAP), transaction.atomic():
        Text.objects.bulk_create([text(law, *second)])
    assert Text.objects.count() == 1


def test_two_overlapping_texts_in_one_bulk_are_refused(law):
    with refused(OVERLAP), transaction.atomic():
        Text.objects.bulk_create([text(law, Y2000), text(law, Y2001)])
    assert not Text.objects.exists()


def test_a_text_cannot_be_moved_onto_anothers_days_by_a_raw_update(law):
    text(law, Y2000, Y2001 - timedelta(days=1)).save()
    text(law, Y2001).save()
    with refused(OVERLAP), transaction.atomic():
        Text.objects.filter(valid_from=Y2000).update(valid_to=None)
    with refused(OVERLAP), transaction.atomic():
        Text.objects.filter(valid_from=Y2001).update(valid_from=None)


def test_texts_side_by_side_in_another_language_or_of_another_work_are_welcome(law, other_law):
    text(law, Y2000, Y2001 - timedelta(days=1)).save()
    text(law, Y2001).save()
    text(law, Y2000, language="zh-Hant").save()
    text(other_law, Y2000).save()
    assert Text.objects.count() == 4


def test_a_text_cannot_end_before_it_begins(law):
    with refused("library_text_ends_after_it_begins"), transaction.atomic():
        text(law, Y2001, Y2000).save()


def test_a_text_has_one_of_three_authorities(law):
    with refused("library_text_known_authority"), transaction.atomic():
        text(law, authority="hearsay").save()


def test_a_text_words_only_the_passages_of_its_own_work(law, other_law):
    own = text(law)
    own.save()
    elsewhere = Passage.objects.create(work=other_law, eid="sec_1")
    wording = Wording(text=own, passage=elsewhere, kind="section", position=0)
    with refused("a text can word only"), transaction.atomic():
        wording.save()
    with refused("a text can word only"), transaction.atomic():
        Wording.objects.bulk_create([wording])
    wording.passage = Passage.objects.create(work=law, eid="sec_1")
    wording.save()
    with refused("a text can word only"), transaction.atomic():
        Wording.objects.update(passage=elsewhere)


def test_a_finding_is_pinned_only_to_its_own_judgment():
    mine, other = case("a"), case("b")
    finding = Finding.objects.create(judgment=mine, says="So.", weight="ratio")
    elsewhere = Passage.objects.create(work=other, eid="para_1")
    own = Passage.objects.create(work=mine, eid="para_1")
    with refused("must belong to its judgment"), transaction.atomic():
        Pinpoint.objects.create(finding=finding, passage=elsewhere)
    Pinpoint.objects.create(finding=finding, passage=own)
    with refused("must belong to its judgment"), transaction.atomic():
        Pinpoint.objects.update(passage=elsewhere)
    with refused("must belong to its judgment"), transaction.atomic():
        Pinpoint.objects.bulk_create([Pinpoint(finding=finding, passage=elsewhere)])


def test_a_worded_or_pinned_passage_stays_with_its_work(law, other_law):
    own = text(law)
    own.save()
    worded = Passage.objects.create(work=law, eid="sec_1")
    Wording.objects.create(text=own, passage=worded, kind="section", position=0)
    with refused("cannot move to another work"), transaction.atomic():
        Passage.objects.filter(pk=worded.pk).update(work=other_law)
    free = Passage.objects.create(work=law, eid="sec_2")
    Passage.objects.filter(pk=free.pk).update(work=other_law)


def test_a_passage_has_its_address_once(law):
    Passage.objects.create(work=law, eid="sec_1")
    with pytest.raises(IntegrityError), transaction.atomic():
        Passage.objects.create(work=law, eid="sec_1")


def test_nothing_is_published_without_a_source(law):
    with refused("library_published_has_source"), transaction.atomic():
        Work.objects.filter(pk=law.pk).update(sources=[])
    with refused("library_published_has_source"), transaction.atomic():
        case("a", sources=[])
    assert case("b", sources=[], live=False).pk


def test_what_was_withdrawn_is_not_before_readers(law):
    with refused("library_withdrawn_is_not_live"), transaction.atomic():
        Work.objects.filter(pk=law.pk).update(withdrawn_at=NOW)


def test_a_judgment_cannot_be_final_before_it_was_given():
    with refused("library_final_after_decided"), transaction.atomic():
        case("a", final_on=date(2010, 1, 6))
    judgment = case("b", final_on=date(2010, 1, 7))
    with refused("library_final_after_decided"), transaction.atomic():
        Judgment.objects.filter(pk=judgment.pk).update(decided_on=date(2011, 1, 1))
    Judgment.objects.filter(pk=judgment.pk).update(decided_on="2010")  # no day is known


def test_a_relation_is_stated_once(law):
    Relation.objects.create(work=law, kind="related", target_key="hk/law/cap-2")
    with pytest.raises(IntegrityError), transaction.atomic():
        Relation.objects.create(work=law, kind="related", target_key="hk/law/cap-2")


def test_a_key_belongs_to_one_work(law):
    with pytest.raises(IntegrityError), transaction.atomic():
        Legislation.objects.create(key=law.key, title="C", number="3", sources=SOURCES)


def test_a_worded_text_stays_with_its_work(law, other_law):
    held = text(law)
    held.save()
    passage = Passage.objects.create(work=law, eid="sec_1")
    Wording.objects.create(text=held, passage=passage, kind="section", position=0)
    with refused("cannot move to another work"), transaction.atomic():
        Text.objects.filter(pk=held.pk).update(work=other_law)


def test_a_pinned_finding_stays_with_its_judgment():
    first, second = case("1-00"), case("2-00")
    finding = Finding.objects.create(judgment=first, says="A", weight="ratio")
    Pinpoint.objects.create(
        finding=finding, passage=Passage.objects.create(work=first, eid="para_1")
    )
    with refused("cannot move to another judgment"), transaction.atomic():
        Finding.objects.filter(pk=finding.pk).update(judgment=second)
