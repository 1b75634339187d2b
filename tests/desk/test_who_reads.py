"""Who reads a case, and who does not: by duty, wish, conflict, assignment, leaving."""

import pytest

from manumit.desk import selectors, services
from manumit.desk.errors import NotAllowed, NotThere
from manumit.desk.models import Grant
from tests.desk.centre import AT, ON, asked, in_hand, readable_to, readers, texts


def test_a_case_is_sealed_to_those_on_duty_each_and_to_nobody_else(desk):
    services.set_duty(member=desk["chai"].member, on_duty=False)
    _, holder = asked(desk)
    content = Grant.objects.filter(purpose="content").values_list("person", flat=True)
    assert set(content) == {desk["ann"].person, desk["bao"].person, holder.person}
    names = Grant.objects.filter(purpose="identity").values_list("person", flat=True)
    assert set(names) == {desk["kim"].person, desk["lee"].person}


def test_whom_the_asker_or_the_register_excludes_has_no_grant(desk):
    services.add_conflict(member=desk["chai"].member, term="Harbour Lantern Ltd.")
    _, holder = asked(desk, parties="the employer is HARBOUR  lantern Ltd")
    assert not Grant.objects.filter(member=desk["chai"].member).exists()
    with pytest.raises(NotThere):
        services.clear(holder=desk["chai"], case=holder.consultation.case, at=AT)
    _, other = asked(desk, form="f2", unwanted=[desk.member("ann")])
    people = Grant.objects.filter(consultation=other.consultation, purpose="content")
    assert desk["ann"].person not in people.values_list("person", flat=True)
    with pytest.raises(NotAllowed):
        in_hand(desk, other, "bao", "ann")


def test_a_name_in_the_register_is_found_as_a_word_and_in_scripts_without_blanks(desk):
    for term in ("Lee Co", "王小明"):
        services.add_conflict(member=desk["chai"].member, term=term)
    for form, text, excluded in [
        ("a", "Leeco sent her", False),
        ("b", "lee, co. sent her", True),
        ("c", "僱主王小明扣起護照", True),
    ]:
        _, holder = asked(desk, text, form=form)
        rows = Grant.objects.filter(consultation=holder.consultation, member=desk["chai"].member)
        assert rows.exists() is not excluded, text


def test_nobody_reads_before_saying_that_there_is_no_conflict(desk):
    _, holder = asked(desk, parties="Harbour Lantern Ltd")
    case = holder.consultation.case
    assert selectors.parties_of(desk["ann"], case, on=ON) == "Harbour Lantern Ltd"
    with pytest.raises(NotAllowed):
        selectors.case_file(desk["ann"], case, on=ON)
    services.clear(holder=desk["ann"], case=case, at=AT)
    assert "Is this trafficking?" in texts(selectors.case_file(desk["ann"], case, on=ON))


def test_who_declares_a_conflict_reads_nothing_more_not_even_with_the_old_key(desk):
    _, holder = asked(desk)
    case = holder.consultation.case
    before = Grant.objects.get(member=desk["ann"].member)
    services.clear(holder=desk["ann"], case=case, at=AT)
    services.declare_conflict(holder=desk["ann"], case=case, at=AT)
    services.write_more(holder=holder, text="written after", at=AT)
    with pytest.raises(NotThere):
        selectors.case_file(desk["ann"], case, on=ON)
    services.clear(holder=desk["bao"], case=case, at=AT)
    assert texts(selectors.case_file(desk["bao"], case, on=ON))[-1] == "written after"
    # Even if the row of the grant comes back, from a backup, it opens only what was before.
    before.pk = None
    before.save()
    assert "written after" not in readable_to(desk["ann"], holder.consultation)


def test_a_removed_adviser_reads_nothing_written_after_though_nobody_of_staff_was_there(desk):
    _, holder = asked(desk)
    in_hand(desk, holder, "ann", "bao")
    kept = Grant.objects.get(member=desk["ann"].member)
    assert services.remove_member(member=desk["ann"].member, by=None, at=AT) == 1
    services.write_more(holder=holder, text="written after", at=AT)
    kept.pk = None
    kept.save()
    assert "Is this trafficking?" in readable_to(desk["ann"], holder.consultation)
    assert "written after" not in readable_to(desk["ann"], holder.consultation)
    assert "written after" in readable_to(desk["bao"], holder.consultation)
    assert "written after" in texts(selectors.thread(holder, on=ON))


def test_assigning_narrows_a_case_to_at_least_two(desk):
    _, holder = asked(desk)
    case = holder.consultation.case
    services.clear(holder=desk["ann"], case=case, at=AT)
    with pytest.raises(NotAllowed):
        services.settle_readers(holder=desk["ann"], case=case, members=[desk.member("ann")], at=AT)
    in_hand(desk, holder, "ann", "chai")
    assert readers(holder) == {"Ann", "Chai"}
    in_hand(desk, holder, "chai", "bao")
    assert readers(holder) == {"Chai", "Bao"}
    assert "Is this trafficking?" in texts(selectors.thread(holder, on=ON))


def test_a_case_of_others_and_one_that_is_not_are_the_same_nothing(desk):
    _, holder = asked(desk, unwanted=[desk.member("chai")])
    for case in (holder.consultation.case, "no-such-case"):
        for look in (selectors.case_file, selectors.parties_of):
            with pytest.raises(NotThere):
                look(desk["chai"], case, on=ON)
        with pytest.raises(NotThere):
            selectors.one_listed(desk["chai"].member, case, at=AT)
    assert selectors.listed(desk["chai"].member, at=AT) == []
