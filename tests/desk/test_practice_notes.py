"""A note for everybody: afresh, by two, of no case and no day."""

import json
from datetime import date, datetime

import pytest
from click.testing import CliRunner
from django.apps import apps
from django.core import serializers

from manumit.cli.commands.desk import command
from manumit.desk import selectors, services
from manumit.desk.afresh import COPIED, NAMED, shared_runs
from manumit.desk.errors import NotAllowed, NotFresh, NotThere
from manumit.desk.models import Consultation, PracticeNote, Record
from manumit.journal.models import Entry
from manumit.library.models import Publication
from tests.desk.centre import AT, ON, answered, asked, in_hand, later

NOTE = {
    "title": "Does withholding a passport show forced labour?",
    "text": "It can. The Forced Labour Convention asks for work under the menace of a penalty.",
    "place": "hk",
    "language": "en",
}
NEXT_MONTH = date(2026, 12, 1)


@pytest.fixture
def case(desk) -> str:
    _, holder = asked(
        desk,
        "canary-asked: my friend has had her passport taken away by the madam of the house",
        parties="canary-parties Harbour Lantern Ltd",
        names="canary-names",
    )
    return answered(desk, holder, "canary-answer")


def proposed(desk, case, *, by="ann", **more) -> str:
    services.propose_note(holder=desk[by], case=case, parts=NOTE | more, at=AT)
    note, _ = selectors.note_in(selectors.case_file(desk[by], case, on=ON))
    return note.name


def approved(desk, case) -> None:
    name = proposed(desk, case)
    services.approve_note(holder=desk["bao"], case=case, name=name, at=AT)


def test_a_note_waits_sealed_for_a_second_person_who_reads_the_case(desk, case):
    name = proposed(desk, case)
    assert not PracticeNote.objects.exists()
    row = Record.objects.get(name=name)
    assert row.kind == "note"
    assert b"menace" not in bytes(row.sealed)
    with pytest.raises(NotAllowed):
        services.approve_note(holder=desk["ann"], case=case, name=name, at=AT)
    with pytest.raises(NotThere):
        services.approve_note(holder=desk["chai"], case=case, name=name, at=AT)
    with pytest.raises(NotFresh):
        services.approve_note(holder=desk["bao"], case=case, name=name, at=later(hours=1))
    services.approve_note(holder=desk["bao"], case=case, name=name, at=AT)
    with pytest.raises(NotAllowed):
        services.approve_note(holder=desk["bao"], case=case, name=name, at=AT)
    assert PracticeNote.objects.count() == 1


def test_the_newest_note_goes_out_not_the_one_that_was_read_before(desk, case):
    first = proposed(desk, case)
    proposed(desk, case, title="Another title of it")
    with pytest.raises(NotAllowed):
        services.approve_note(holder=desk["bao"], case=case, name=first, at=AT)


def test_no_note_before_an_answer_nor_in_the_askers_own_words(desk, case):
    words = "Her passport taken away by the madam of the house is no crime."
    with pytest.raises(NotAllowed, match="afresh"):
        proposed(desk, case, text=words)
    with pytest.raises(NotAllowed):
        proposed(desk, case, text="  ")
    _, other = asked(desk, form="f2")
    with pytest.raises(NotAllowed):
        proposed(desk, in_hand(desk, other, "ann", "bao"))


def test_who_stands_on_the_other_side_is_shown_wherever_it_is_written(desk, case):
    found = selectors.case_file(desk["bao"], case, on=ON)
    assert selectors.told_again(found, "The agency HARBOUR, lantern was fined.") == [
        "harbour lantern"
    ]
    assert selectors.told_again(found, NOTE["text"]) == []


@pytest.mark.parametrize(
    ("text", "others", "least", "found"),
    [
        ("one two three four five six seven", "0 two three four five six seven eight", COPIED,
         ["two three four five six seven"]),
        ("two three four five six", "two three four five six", COPIED, []),
        ("該僱主王小明被罰", "僱主是王小明公司", NAMED, []),
        ("該僱主王小明公被罰", "僱主是王小明公司", NAMED, ["王小明公"]),
        ("a b x a b", "a b", NAMED, ["a b", "a b"]),
        ("", "", NAMED, []),
    ],
)  # fmt: skip
def test_runs_of_words_that_stand_in_two_texts(text, others, least, found):
    assert shared_runs(text, others, least=least) == found


def test_when_the_month_is_over_it_is_a_draft_for_the_editors_and_tells_nothing_else(
    desk, case, monkeypatch
):
    approved(desk, case)
    before = set(everything_but_the_desks())
    assert handed_over("2026-11-30", monkeypatch) == "Handed to the editors: 0.\n"
    assert handed_over("2026-12-01", monkeypatch) == "Handed to the editors: 1.\n"
    assert not PracticeNote.objects.exists()
    work = Publication.objects.get()
    assert (work.title, work.body.strip(), work.live) == (NOTE["title"], NOTE["text"], False)
    assert work.key.startswith("hk/publication/")
    assert set(Entry.objects.values_list("by", "subject")) == {(None, work.key)}
    told = "\n".join(set(everything_but_the_desks()) - before)
    assert NOTE["title"] in told
    for secret in ("canary", case, "2026-11", *people_of(desk)):
        assert secret not in told, secret


def test_what_the_shelves_refuse_stays_at_the_desk(desk, case):
    approved(desk, case)

    def refuse(parts):
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        services.hand_over(to=refuse, on=NEXT_MONTH)
    assert PracticeNote.objects.count() == 1


def test_a_note_outlives_the_case_and_is_tied_to_none(desk, case):
    approved(desk, case)
    stored = serializers.serialize("json", PracticeNote.objects.all())
    assert set(json.loads(stored)[0]["fields"]) == {*NOTE, "approved_in"}
    assert case not in stored
    Consultation.objects.all().delete()
    assert PracticeNote.objects.count() == 1


def people_of(desk) -> list[str]:
    return [one.member.person for one in desk.people.values()]


def handed_over(day: str, monkeypatch) -> str:
    moment = datetime.fromisoformat(f"{day}T09:00:00+00:00")
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)
    done = CliRunner().invoke(command, ["notes"])
    assert done.exit_code == 0, done.output
    return done.output


def everything_but_the_desks() -> list[str]:
    """Every row of the shelves, the journal, the editors' house and its log."""
    rooms = ("library", "journal", "wagtailcore", "vocab", "harvest", "contributions")
    models = [one for room in rooms for one in apps.get_app_config(room).get_models()]
    rows = [row for one in models for row in one._default_manager.all()]
    return [serializers.serialize("json", [row]) for row in rows]
