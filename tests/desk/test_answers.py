"""An answer goes out when a second person has let it."""

import pytest

from manumit.desk import selectors, services
from manumit.desk.errors import NotAllowed, NotThere
from manumit.desk.models import Record
from tests.desk.centre import AT, ON, answered, asked, in_hand, later, texts


def test_a_draft_goes_out_only_by_a_second_person_and_once(desk):
    _, holder = asked(desk)
    case = in_hand(desk, holder, "ann", "bao")
    services.write_draft(holder=desk["ann"], case=case, text="first", at=AT)
    draft = Record.objects.get(kind="draft").name
    assert "first" not in texts(selectors.thread(holder, on=ON))
    for who in ("ann", "chai"):
        with pytest.raises((NotAllowed, NotThere)):
            services.release(holder=desk[who], case=case, draft=draft, at=AT)
    services.release(holder=desk["bao"], case=case, draft=draft, at=AT)
    with pytest.raises(NotAllowed):
        services.release(holder=desk["bao"], case=case, draft=draft, at=AT)
    assert texts(selectors.thread(holder, on=ON)) == ["Is this trafficking?", "first"]


def test_what_was_read_goes_out_not_what_was_written_meanwhile(desk):
    _, holder = asked(desk)
    case = in_hand(desk, holder, "ann", "bao")
    services.write_draft(holder=desk["ann"], case=case, text="first", at=AT)
    draft = Record.objects.get(kind="draft").name
    services.write_draft(holder=desk["ann"], case=case, text="second", at=AT)
    with pytest.raises(NotAllowed):
        services.release(holder=desk["bao"], case=case, draft=draft, at=AT)


def test_an_answer_still_reads_when_its_author_has_left(desk):
    _, holder = asked(desk)
    answered(desk, holder, "See section 129.")
    services.remove_member(member=desk["ann"].member, by=None, at=AT)
    services.write_more(holder=holder, text="thank you", at=later(days=3))
    assert texts(selectors.thread(holder, on=later(days=3).date()))[1] == "See section 129."
