"""Depositaries' tables: kept as they say, beside the records, and held against them."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction

from manumit.accounts.types import User
from manumit.formats import ParsedDocument, format_named
from manumit.journal import selectors as journal
from manumit.library import selectors as library
from manumit.library import services
from manumit.library.errors import NoSuchDifference, OlderTable, WorkNotFound
from manumit.library.models import Instrument, SeenDifference, StatusTable, TableAct
from manumit.library.types import Outcome
from tests.library.files import SOURCES, TREATY, treaty
from tests.paths import SAMPLES

pytestmark = pytest.mark.django_db
FOLDER = SAMPLES / "formats" / "untc"
DAY = date(2005, 1, 1)
EVENTS = """\
identifiers: {untc: XII-99}
events:
- {party: cn, act: accession, on: 1999-05-12, source: page}
- {party: eu, act: signature, on: 1991-03-05, source: page}
- {party: th, act: accession, on: 1990-01-01, source: page}
"""
WITH_ID = SOURCES.replace("- publisher", "- id: page\n  publisher")
MISSING = ("approval", "provisional-application")


def parse(text: str, name: str = "12-99.csv") -> ParsedDocument:
    [document] = format_named("untc").read(text.encode(), name)
    return document


def text_of(name: str = "12-99.csv") -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@pytest.fixture
def keep(db, at):
    """Keep a table; returns what became of it."""

    def act(text=None, name="12-99.csv", *, about=None, on=DAY, moment=at) -> Outcome:
        text = text or text_of(name)
        return services.keep_table(
            document=parse(text, name),
            digest=str(hash(text)),
            about=about,
            printed_on=on,
            by=None,
            at=moment,
        )

    return act


@pytest.fixture
def convention(load) -> Instrument:
    """A record with one act that the table has, one that it has otherwise, one it has not."""
    load({TREATY: treaty(EVENTS, sources=WITH_ID)})
    return Instrument.objects.get(key=TREATY)


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("editor@manumit.example", "a long enough password")


def found(kind: str, *, seen: bool = False) -> list[library.Difference]:
    return list(library.differences(library.reconciliation(), kind=kind, seen=seen))


def rows() -> list[tuple[object, ...]]:
    names = ("party", "code", "act", "on", "column", "printed", "mark", "statement", "doubt")
    return list(TableAct.objects.values_list(*names))


def test_a_table_is_kept_as_it_says(keep):
    assert keep() is Outcome.MADE
    told = [act for act in parse(text_of()).facts.participation if act.tells_an_act]
    kept = [
        (a.party, a.code, a.act, a.on, a.column, a.printed, a.mark, a.statement, a.doubt)
        for a in told
    ]
    assert rows() == kept
    table = StatusTable.objects.get()
    assert (table.number, table.holds, table.printed_on) == ("XII-99", "acts", DAY)
    assert "mtdsg_no=XII-99" in table.address


def test_the_same_table_again_changes_nothing(keep):
    keep()
    before, number = rows(), journal.last_number()
    assert keep() is Outcome.UNCHANGED
    assert keep(on=None) is Outcome.UNCHANGED
    assert (rows(), journal.last_number()) == (before, number)


def test_a_newer_table_takes_the_place_of_an_older_one(keep):
    keep()
    newer = text_of() + "Singapore,,1 Feb 2006 a,\n"
    assert keep(newer, on=date(2006, 3, 1)) is Outcome.CHANGED
    assert StatusTable.objects.get().printed_on == date(2006, 3, 1)
    assert TableAct.objects.filter(code="sg").count() == 1
    assert TableAct.objects.filter(code="cn").count() == 1


def test_an_older_table_or_one_of_no_day_does_not(keep):
    keep()
    before = rows()
    other = text_of() + "Singapore,,1 Feb 2001 a,\n"
    for day in (date(2004, 12, 31), None):
        with pytest.raises(OlderTable, match="2005-01-01"):
            keep(other, on=day)
    assert rows() == before


def test_statements_stand_beside_the_acts_of_the_same_treaty(keep, convention):
    keep()
    keep(name="12-99.txt")
    keep()
    assert StatusTable.objects.count() == 2
    acts = library.table_acts()[TREATY]
    assert {act.table.holds for act in acts} == {"acts", "statements"}
    assert [act.code for act in acts if act.statement] == ["ad", "cn", "lc"]


def test_tables_of_treaties_without_a_record_are_kept_until_one_comes(keep, load):
    keep()
    [held] = library.tables_without_record()
    assert (held.table.number, held.acts, held.key) == ("XII-99", 14, "")
    assert library.table_acts() == {}
    load({TREATY: treaty(EVENTS, sources=WITH_ID)})
    assert library.tables_without_record() == ()
    assert list(library.table_acts()) == [TREATY]


def test_a_number_that_two_records_bear_is_neithers(keep, load):
    other = "un/treaty/second-convention"
    load({key: treaty("identifiers: {untc: XII-99}\n") for key in (TREATY, other)})
    keep()
    assert library.table_acts() == {}
    keep(about=other)
    assert list(library.table_acts()) == [other]


def test_a_table_must_be_of_something(keep, convention):
    with pytest.raises(WorkNotFound, match="say so with --work"):
        keep(text_of(), name="table.csv")
    with pytest.raises(WorkNotFound, match="is no instrument"):
        keep(about="hk/law/cap-1")
    assert not StatusTable.objects.exists()
    keep(text_of(), name="table.csv", about=TREATY)
    assert list(library.table_acts()) == [TREATY]


def test_every_act_comes_with_its_table_in_three_queries(
    keep, convention, django_assert_num_queries
):
    keep()
    keep(name="12-99.txt")
    with django_assert_num_queries(3):
        acts = library.table_acts()[TREATY]
    china = next(act for act in acts if act.code == "cn")
    assert (china.party, china.act, china.on) == ("China", "accession", date(1999, 5, 12))
    assert (china.table.name, china.table.printed_on) == (
        "United Nations Treaty Collection XII-99",
        DAY,
    )


def test_the_acts_of_some_parties_alone_can_be_asked_for(keep, convention):
    keep()
    assert {act.code for act in library.table_acts(parties={"cn", "eu"})[TREATY]} == {"cn", "eu"}
    assert library.table_acts(["un/treaty/other"]) == {}


def test_what_agrees_and_what_does_not_is_told_with_both_sources(keep, convention):
    keep()
    [held] = library.reconciliation()
    [(act, event)] = held.compared.agreed
    assert (act.table.number, event.source) == ("XII-99", "page")
    assert [one.act.act for one in found("missing")] == list(MISSING)
    [other] = found("different")
    assert (str(other.act.on), other.event.on) == ("1991-03-04", "1991-03-05")
    assert other.source["publisher"] == "The Court"
    assert [one.event.party for one in found("only_here")] == ["th"]


def test_a_record_that_cannot_be_read_says_so_and_is_not_compared(keep, convention):
    keep()
    convention.events.filter(party="cn").update(on="some day")
    [held] = library.reconciliation()
    assert "events" in held.unreadable
    assert found("") == []


def test_the_tables_change_no_record(keep, convention):
    before = list(convention.events.values())
    keep()
    keep(name="12-99.txt")
    convention.refresh_from_db()
    assert list(convention.events.values()) == before
    assert not convention.has_unpublished_changes


def test_a_missing_act_is_taken_into_a_draft_and_not_published(keep, convention, editor, at):
    keep()
    [approval, _] = found("missing")
    services.take_into_record(key=TREATY, fingerprint=approval.fingerprint, by=editor, at=at)
    convention.refresh_from_db()
    assert convention.events.count() == 3
    assert convention.has_unpublished_changes
    draft = convention.get_latest_revision_as_object()
    [added] = [one for one in draft.events.all() if one.act == "approval"]
    assert (added.party, added.on, added.source) == ("eu", "1995-07-06", "untc-xii-99-2005-01-01")
    assert draft.sources[-1]["id"] == added.source
    assert [one.drafted for one in found("missing")] == [True, False]


def test_a_second_act_goes_into_the_same_draft_and_none_twice(keep, convention, editor, at):
    keep()
    for one in found("missing"):
        services.take_into_record(key=TREATY, fingerprint=one.fingerprint, by=editor, at=at)
    with pytest.raises(NoSuchDifference, match="has it already"):
        services.take_into_record(key=TREATY, fingerprint=one.fingerprint, by=editor, at=at)
    convention.refresh_from_db()
    draft = convention.get_latest_revision_as_object()
    assert sorted(one.act for one in draft.events.all() if one.party == "eu") == [
        "approval", "provisional-application", "signature",
    ]  # fmt: skip
    assert [source.get("id") for source in draft.sources] == ["page", "untc-xii-99-2005-01-01"]


def test_what_was_taken_and_published_is_no_difference_any_more(keep, convention, editor, at):
    keep()
    [approval, _] = found("missing")
    services.take_into_record(key=TREATY, fingerprint=approval.fingerprint, by=editor, at=at)
    convention.refresh_from_db()
    convention.latest_revision.publish(user=editor)
    assert [one.act.act for one in found("missing")] == ["provisional-application"]


def test_a_revision_older_than_a_loaded_file_does_not_take_the_record_back(
    keep, convention, load, editor, at
):
    convention.save_revision(user=editor).publish(user=editor)
    later = EVENTS + "- {party: vn, act: accession, on: 2010-01-01, source: page}\n"
    load({TREATY: treaty(later, sources=WITH_ID)}, force=True)
    keep()
    services.take_into_record(
        key=TREATY, fingerprint=found("missing")[0].fingerprint, by=editor, at=at
    )
    convention.refresh_from_db()
    draft = convention.get_latest_revision_as_object()
    assert {"vn", "eu"} <= {event.party for event in draft.events.all()}


def test_only_a_missing_act_can_be_taken(keep, convention, editor, at):
    keep()
    for one in (*found("different"), *found("only_here"), *found("open")):
        with pytest.raises(NoSuchDifference):
            services.take_into_record(key=TREATY, fingerprint=one.fingerprint, by=editor, at=at)
    with pytest.raises(NoSuchDifference, match="look again"):
        services.take_into_record(key=TREATY, fingerprint="0" * 64, by=editor, at=at)


def test_a_dismissed_difference_is_kept_with_who_when_and_why(keep, convention, editor, at):
    keep()
    [one] = found("different")
    with pytest.raises(NoSuchDifference, match="say why"):
        services.dismiss_difference(
            key=TREATY, fingerprint=one.fingerprint, reason=" ", by=editor, at=at
        )
    services.dismiss_difference(
        key=TREATY, fingerprint=one.fingerprint, reason="read in the certificate", by=editor, at=at
    )
    assert found("different") == []
    [seen] = found("different", seen=True)
    assert (seen.seen.reason, seen.seen.by, seen.seen.at) == ("read in the certificate", editor, at)
    services.look_again(seen=seen.seen.pk, by=editor, at=at)
    assert len(found("different")) == 1


@pytest.mark.parametrize("side", ["table", "record"])
def test_a_dismissed_difference_shows_again_when_either_side_changes(
    keep, convention, editor, at, side
):
    keep()
    [one] = found("different")
    services.dismiss_difference(
        key=TREATY, fingerprint=one.fingerprint, reason="seen", by=editor, at=at
    )
    keep(text_of() + "Singapore,,1 Feb 2006 a,\n", on=date(2006, 3, 1))
    assert found("different") == []
    if side == "table":
        keep(text_of().replace("4 Mar 1991", "6 Mar 1991"), on=date(2007, 1, 1))
    else:
        convention.events.filter(party="eu").update(on="1991-03-07")
    assert len(found("different")) == 1


def test_what_is_done_stands_in_the_journal(keep, convention, editor, at):
    before = journal.last_number()
    keep()
    [approval, _], [other] = found("missing"), found("different")
    services.take_into_record(key=TREATY, fingerprint=approval.fingerprint, by=editor, at=at)
    services.dismiss_difference(
        key=TREATY, fingerprint=other.fingerprint, reason="seen", by=editor, at=at
    )
    services.look_again(seen=SeenDifference.objects.get().pk, by=editor, at=at)
    assert [(one.action, one.subject) for one in journal.changes_since(before)] == [
        ("table kept", "untc:XII-99"),
        ("act taken into a draft", TREATY),
        ("difference dismissed", TREATY),
        ("difference opened again", TREATY),
    ]


def table(**given: object) -> StatusTable:
    values = {"depositary": "untc", "number": "I-1", "holds": "acts", "digest": "0" * 64}
    return StatusTable(**values | {"imported_at": datetime(2026, 11, 22).astimezone()} | given)


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"number": "", "about": ""}, "library_table_of_something"),
        ({"holds": "rumours"}, "library_table_holds_acts_or_statements"),
    ],
)
def test_the_database_refuses_a_table_of_nothing(given, rule):
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        table(**given).save()


@pytest.mark.parametrize("given", [{}, {"number": "", "about": TREATY}])
def test_the_database_holds_one_table_a_number(given):
    table(**given).save()
    with pytest.raises(IntegrityError), transaction.atomic():
        table(**given).save()
    table(**given, holds="statements").save()


def test_the_database_refuses_a_dismissal_without_a_reason(convention, at):
    seen = SeenDifference(instrument=convention, fingerprint="0" * 64, says="x", reason="", at=at)
    with pytest.raises(IntegrityError, match="seen_for_a_reason"), transaction.atomic():
        seen.save()


def test_who_is_expected_in_a_record_is_who_the_records_name_and_no_former_power(keep, load):
    power = "un/treaty/second-convention"
    extended = "- {party: gb, act: accession, on: 1980-01-01, source: page}\n"
    events = EVENTS.replace("XII-99", "XII-98") + extended
    load({TREATY: treaty(EVENTS, sources=WITH_ID), power: treaty(events, sources=WITH_ID)})
    grown = text_of() + "United Kingdom,1 Jan 1979,,\nZimbabwe,1 Jan 1980,,\n"
    keep(grown)
    assert {one.act.code for one in found("missing")} == {"eu"}
    keep(grown, name="12-98.csv")
    assert {one.act.code for one in found("missing") if one.key == power} == {"eu", "gb"}


def test_a_doubtful_act_is_never_missing(keep, convention):
    document = parse(text_of())
    doubtful = replace(document.facts.participation[5], doubt="a smudge")
    assert doubtful.tells_an_act
    keep()
    TableAct.objects.filter(code="eu").update(doubt="a smudge")
    assert found("missing") == []
    assert {one.act.code for one in found("open")} == {"", "eu"}


def test_consent_by_one_of_several_acts_agrees_with_whichever_the_record_has(keep, load):
    accepted = "- {party: sg, act: acceptance, on: 1966-10-26, source: page}\n"
    load({TREATY: treaty(f"identifiers: {{untc: XII-99}}\nevents:\n{accepted}", sources=WITH_ID)})
    heading = '"Definitive signature of the Protocol, Acceptance of the Protocol"'
    keep(f"Participant,{heading}\nSingapore,26 Oct 1966\n")
    [held] = library.reconciliation()
    [(act, event)] = held.compared.agreed
    assert (act.act, event.act) == ("consent-to-be-bound", "acceptance")
    assert found("") == []


def test_an_act_that_no_record_can_hold_is_open_and_cannot_be_taken(keep, load, editor, at):
    signed = "- {party: eu, act: signature, on: 2007-03-30, source: page}\n"
    load({TREATY: treaty(f"identifiers: {{untc: XII-99}}\nevents:\n{signed}", sources=WITH_ID)})
    heading = 'Participant,Signature,"Ratification, Formal confirmation(c)"'
    keep(f"{heading}\nEuropean Union,30 Mar 2007,23 Dec 2010 c\n", on=date(2015, 3, 14))
    [one] = found("")
    assert (one.kind, one.act.act) == ("open", "formal-confirmation")
    with pytest.raises(NoSuchDifference, match="only an act that is missing"):
        services.take_into_record(key=TREATY, fingerprint=one.fingerprint, by=editor, at=at)
