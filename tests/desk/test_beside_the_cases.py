"""Mail, search, statistics: nothing that could tell who."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from manumit.desk import selectors, services
from manumit.desk.errors import NotAllowed
from manumit.desk.types import Upload
from tests.desk.centre import AT, ON, asked, in_hand, later, question


def test_mail_says_that_there_is_activity_and_nothing_else(desk, mailoutbox):
    _, holder = asked(desk, "canary")
    assert services.tell(at=AT) == 5
    assert services.tell(at=AT) == 0
    case = holder.consultation.case
    for mail in mailoutbox:
        assert (mail.subject, mail.body) == ("Manumit", "There is activity.")
        assert case not in str(mail.message())
    in_hand(desk, holder, "ann", "bao")
    selectors.case_file(desk["ann"], case, on=ON)
    services.set_deadline(holder=desk["ann"], case=case, day=later(days=1).date())
    services.write_more(holder=holder, text="more", at=AT)
    assert services.tell(at=AT) == 4


def test_search_finds_in_what_one_reads_only(desk):
    _, mine = asked(desk, "Her Passport was withheld")
    in_hand(desk, mine, "ann", "bao")
    _, others = asked(desk, "the passport again", form="f2", unwanted=[desk.member("ann")])
    in_hand(desk, others, "bao", "chai")
    found = selectors.search(desk["ann"], "passport WITHHELD", on=ON)
    assert [case for case, _ in found] == [mine.consultation]
    assert len(selectors.search(desk["bao"], "passport", on=ON)) == 2
    assert selectors.search(desk["ann"], " ", on=ON) == []


def test_statistics_say_no_number_that_could_tell_who(desk):
    for number in range(6):
        _, holder = asked(desk, form=f"f{number}")
    services.withdraw(holder=holder, at=AT)
    assert selectors.statistics() == [("2026, new", "5"), ("2026, withdrawn", "< 5")]


def test_nothing_is_added_to_what_was_withdrawn(desk):
    _, holder = asked(desk)
    services.withdraw(holder=holder, at=AT)
    with pytest.raises(NotAllowed):
        services.write_more(holder=holder, text="more", at=AT)


def test_no_query_holds_what_was_written(desk):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        _, holder = asked(desk, "canary-of-a-query", parties="canary-parties", names="canary-n")
        services.add_file(holder=holder, upload=Upload("canary.pdf", "pdf", b"canary"), at=AT)
    assert not [one for one in queries if "canary" in one["sql"]]
    assert "canary" not in repr(question("canary"))
