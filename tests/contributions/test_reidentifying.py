"""Before an anonymous judgment is published, what may tell who a person is is shown and answered for."""

import pytest

from manumit.accounts.types import User
from manumit.contributions import selectors, services
from manumit.contributions.errors import NothingSaid, TooLate
from manumit.formats import read_any
from manumit.library import selectors as library
from manumit.library import services as shelves
from manumit.library.errors import NotToBePublished
from manumit.library.models import Judgment, Wording
from tests.paths import SAMPLES
from tests.staff import StaffClient

pytestmark = pytest.mark.django_db
KEY = "gb/case/2031-ewca-civ-9999"
NAMED = "The applicant, Zafar Nadeem, was born in Lahore and came to Hong Kong."
RARE = "ZN, a 34-year-old Pakistani man, was brought to Kwun Tong on 3 May 2007."


@pytest.fixture
def judgment(at):
    """A draft marked anonymous, with a text that says nothing of anyone."""
    form, [document] = read_any((SAMPLES / "formats/akn/lantern-case.xml").read_bytes(), "a.xml")
    shelves.import_text(
        document=document, key=KEY, format_name=form.name, by=None, at=at, publish=False
    )
    work = Judgment.objects.get(key=KEY)
    work.title, work.anonymity = "ZN v Secretary for Justice", {"court_order": True}
    work.titles, work.sources = {}, [{**work.sources[0], "publisher": "a court"}]
    work.docket_nos = []
    work.save()
    Wording.objects.filter(text__work=work).update(plain="The appeal is allowed.", heading="")
    return work


def say(work, words):
    row = Wording.objects.filter(text__work=work).order_by("position").last()
    Wording.objects.filter(pk=row.pk).update(plain=words)
    return row.passage.eid


def found(work):
    return [
        (one.place, one.detail.kind, one.detail.text) for one in selectors.concerns_of(work).found
    ]


def publish(work):
    work.save_revision().publish()
    work.refresh_from_db()


def test_a_judgment_that_tells_nothing_is_published(judgment):
    assert found(judgment) == []
    publish(judgment)
    assert judgment.live


def test_the_name_behind_a_pseudonym_stops_publication(judgment):
    eid = say(judgment, NAMED)
    assert (eid, "name", "Zafar Nadeem") in found(judgment)
    with pytest.raises(NotToBePublished):
        publish(judgment)
    judgment.refresh_from_db()
    assert not judgment.live


def test_a_rare_combination_stops_publication(judgment):
    say(judgment, RARE)
    assert [kind for _, kind, _ in found(judgment)] == ["combination"]
    with pytest.raises(NotToBePublished):
        publish(judgment)


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("title", "Zafar Nadeem v Secretary for Justice", "name"),
        ("body", "Her identity card is A123456(3).", "hkid"),
        ("outcome", "Write to zn@example.org", "e-mail"),
        ("titles", {"th": "นายสมชาย ใจดี"}, "name"),
        ("procedural_history", [{"step": "Mr Zafar Nadeem applied"}], "name"),
    ],
)
def test_a_person_in_any_field_of_the_draft_is_found(judgment, field, value, kind):
    setattr(judgment, field, value)
    assert kind in [one for _, one, _ in found(judgment)]


def test_who_judged_and_who_argued_may_be_named(judgment):
    say(judgment, "Before: Mr Justice Lam Man Hon. Mr Robert Tibbo, instructed by Barnes, for ZN.")
    assert found(judgment) == []


def test_nobody_is_protected_from_being_named_where_nobody_is_anonymous(judgment):
    say(judgment, NAMED)
    judgment.anonymity = {}
    judgment.save()
    publish(judgment)
    assert judgment.live


def test_a_person_can_answer_for_exactly_what_was_shown(judgment, at):
    say(judgment, NAMED)
    digest = selectors.concerns_of(library.latest_of(KEY)).digest
    with pytest.raises(NothingSaid):
        services.clear(key=KEY, digest=digest, reason="", by=None, at=at)
    services.clear(key=KEY, digest=digest, reason="a well-known author", by=None, at=at)
    say(judgment, RARE)
    with pytest.raises(NotToBePublished):
        publish(judgment)
    with pytest.raises(TooLate):
        services.clear(key=KEY, digest=digest, reason="again", by=None, at=at)
    say(judgment, NAMED)
    publish(judgment)
    assert judgment.live


def test_the_editor_who_presses_publish_is_shown_the_passages(judgment):
    client = StaffClient()
    say(judgment, NAMED)
    person = User.objects.create_superuser("editor@manumit.example", "a long enough password")
    client.force_login(person)
    page = client.post(f"/editorial/harvest/queue/publish/{judgment.pk}/")
    assert page.status_code == 409
    where = f"/editorial/contributions/persons/{KEY}"
    assert where in page.content.decode()
    shown = client.get(where)
    assert "Zafar Nadeem" in shown.content.decode()
    digest = shown.context["concerns"].digest
    client.post(where, {"digest": digest, "words": "named by the court itself"})
    assert client.post(f"/editorial/harvest/queue/publish/{judgment.pk}/").status_code == 302
    judgment.refresh_from_db()
    assert judgment.live
