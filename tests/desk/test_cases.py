"""A case from being asked to being destroyed: who reads it, and who does not."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from manumit.desk import selectors, services
from manumit.desk.errors import (
    Busy,
    Closed,
    DeskError,
    KeyGone,
    NotAllowed,
    NotThere,
    SealBroken,
    WrongSecret,
)
from manumit.desk.models import Certificate, Consultation, Event, Grant, Member, Record, Session
from manumit.desk.types import Kind, State, Upload
from tests.desk.centre import AT, PASSWORD, asked, in_hand, later, question
from tests.staff import person_with

ON = AT.date()


def texts(found) -> list[str]:
    return [one.text for one in found if one.text]


def answered(desk, holder, text="It is. See section 129.") -> str:
    case = in_hand(desk, holder, "ann", "bao")
    services.write_draft(holder=desk["ann"], case=case, text=text, at=AT)
    (draft,) = [
        one for one in selectors.case_file(desk["bao"], case, on=ON) if one.kind is Kind.DRAFT
    ]
    services.release(holder=desk["bao"], case=case, draft=draft.name, at=AT)
    return case


# -- asking and coming back


def test_an_asker_comes_back_by_words_or_code_and_reads_the_answer(desk):
    receipt, holder = asked(desk)
    answered(desk, holder)
    for typed in (" ".join(receipt.words).upper(), receipt.code):
        back = services.come_back(typed=typed)
        assert texts(selectors.thread(back, on=ON)) == [
            "Is this trafficking?",
            "It is. See section 129.",
        ]
    assert Consultation.objects.get().state == State.ANSWERED


def test_a_wrong_receipt_and_one_of_nobody_are_refused_alike(desk):
    receipt, _ = asked(desk)
    wrong = [*receipt.words[:2], *receipt.words[2:][::-1]]
    nobody = ["lantern", "lagoon", *receipt.words[2:]]
    for words in (wrong, nobody):
        with pytest.raises(WrongSecret):
            services.come_back(typed=" ".join(words))


def test_a_form_sent_twice_is_one_case(desk):
    asked(desk)
    with pytest.raises(NotAllowed):
        asked(desk)
    assert Consultation.objects.count() == 1


def test_a_receipt_that_was_not_written_down_is_replaced_while_one_is_there(desk):
    first, holder = asked(desk)
    second = services.new_receipt(holder=holder)
    assert services.come_back(typed=second.code).keys == holder.keys
    with pytest.raises(WrongSecret):
        services.come_back(typed=first.code)
    holder = services.come_back(typed=second.code)
    assert not services.type_back(holder=holder, typed=first.code)
    assert not services.type_back(holder=holder, typed="no receipt at all")
    assert services.type_back(holder=holder, typed=" ".join(second.words))


def test_the_desk_is_shut_without_enough_people_or_keys(desk, settings, tmp_path):
    assert selectors.is_open(on=ON)
    services.set_duty(member=desk["ann"].member, on_duty=False)
    services.set_duty(member=desk["bao"].member, on_duty=False)
    assert not selectors.is_open(on=ON)
    with pytest.raises(Closed):
        asked(desk)
    assert not Consultation.objects.exists()
    settings.MANUMIT_DESK_KEYS = tmp_path / "elsewhere"
    assert not selectors.is_open(on=ON)


def test_more_than_a_day_can_take_is_told_so(desk, settings):
    settings.MANUMIT_DESK_ASKED_A_DAY = 1
    asked(desk)
    with pytest.raises(Closed):
        asked(desk, form="another")


# -- who reads


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


def readable_to(holder, consultation) -> str:
    """All that somebody's keys open in a case, whatever the program allows."""
    from manumit.desk import reading  # noqa: PLC0415 -- the room's inside, for this look only

    try:
        found = reading.entries(reading.opened(consultation, holder, on=ON))
    except SealBroken:
        return ""
    return "\n".join(texts(found))


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


def readers(holder) -> set[str]:
    return {str(one.member) for one in selectors.readers_of(holder.consultation.case)}


def test_a_case_of_others_and_one_that_is_not_are_the_same_nothing(desk):
    _, holder = asked(desk, unwanted=[desk.member("chai")])
    for case in (holder.consultation.case, "no-such-case"):
        for look in (selectors.case_file, selectors.parties_of):
            with pytest.raises(NotThere):
                look(desk["chai"], case, on=ON)
        with pytest.raises(NotThere):
            selectors.one_listed(desk["chai"].member, case, at=AT)
    assert selectors.listed(desk["chai"].member, at=AT) == []


# -- answers


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


# -- names


def test_names_open_to_a_handler_whom_a_custodian_lets_for_a_reason_until_then(desk):
    _, holder = asked(desk, names="Her name is in the sealed part")
    case = in_hand(desk, holder, "ann", "bao")
    services.add_names(holder=holder, text="and her sister's", at=AT)
    for look in (
        texts(selectors.case_file(desk["ann"], case, on=ON)),
        texts(selectors.thread(holder, on=ON)),
        [one.text for _, one in selectors.search(desk["ann"], "sealed part", on=ON)],
    ):
        assert not any("sealed part" in text for text in look)
    with pytest.raises(NotThere):
        selectors.names_in(desk["ann"], case, at=AT)
    approve(desk, case)
    found = selectors.names_in(desk["ann"], case, at=later(hours=1))
    assert [(one.text, why) for one, why in found] == [
        ("Her name is in the sealed part", "to file for her"),
        ("and her sister's", "to file for her"),
    ]
    for who, when in (("bao", AT), ("ann", later(days=2)), ("kim", AT)):
        with pytest.raises(NotThere):
            selectors.names_in(desk[who], case, at=when)


def approve(desk, case, *, by="kim", handler="ann", reason="to file for her", **until):
    services.approve(
        holder=desk[by],
        case=case,
        handler=desk.member(handler),
        until=later(**(until or {"days": 1})),
        reason=reason,
        at=AT,
    )


@pytest.mark.parametrize(
    "wrong",
    [{"by": "bao"}, {"handler": "chai"}, {"handler": "kim"}, {"reason": " "}, {"days": 15}],
)
def test_no_approval_without_custodian_reader_reason_and_end(desk, wrong):
    _, holder = asked(desk)
    case = in_hand(desk, holder, "ann", "bao")
    with pytest.raises((NotAllowed, NotThere)):
        approve(desk, case, **wrong)


def test_names_are_not_added_under_a_key_that_somebody_took_along(desk):
    desk.enrol("mai")
    desk.certify("mai", "c")
    _, holder = asked(desk)
    case = in_hand(desk, holder, "ann", "bao")
    services.remove_member(member=desk["kim"].member, by=None, at=AT)
    with pytest.raises(NotAllowed):
        services.add_names(holder=holder, text="her address", at=AT)
    approve(desk, case, by="lee")
    services.add_names(holder=holder, text="her address", at=AT)


# -- files


def test_a_file_is_read_by_asker_and_staff_and_is_not_in_the_folder_in_clear(desk, settings):
    _, holder = asked(desk)
    upload = Upload("canary-contract.pdf", "pdf", b"%PDF canary of a file" * 5000)
    services.add_file(holder=holder, upload=upload, at=AT)
    case = in_hand(desk, holder, "ann", "bao")
    name = holder.consultation.files.get().name
    for entry, data in (
        selectors.file_of_asker(holder, name, on=ON),
        selectors.staff_file(desk["ann"], case, name, on=ON),
    ):
        assert (entry.parts["name"], data) == (upload.name, upload.data)
    (stored,) = settings.MANUMIT_DESK_FILES.iterdir()
    assert b"canary" not in stored.read_bytes()
    with pytest.raises(NotThere):
        selectors.staff_file(desk["chai"], case, name, on=ON)


def test_a_file_that_was_cut_off_is_refused_and_reported(desk, settings):
    _, holder = asked(desk)
    upload = Upload("contract.pdf", "pdf", b"x" * 200_000)
    services.add_file(holder=holder, upload=upload, at=AT)
    (stored,) = settings.MANUMIT_DESK_FILES.iterdir()
    stored.write_bytes(stored.read_bytes()[:-70_000])
    with pytest.raises(SealBroken):
        selectors.file_of_asker(holder, holder.consultation.files.get().name, on=ON)
    assert Event.objects.filter(act=Event.Act.REFUSED).exists()


def test_a_file_that_could_not_be_stored_leaves_nothing(desk, settings, monkeypatch):
    _, holder = asked(desk)

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("manumit.desk.records.write", full)
    with pytest.raises(OSError, match="No space"):
        services.add_file(holder=holder, upload=Upload("a.pdf", "pdf", b"x"), at=AT)
    assert list(settings.MANUMIT_DESK_FILES.iterdir()) == []
    assert not holder.consultation.files.exists()


# -- who writes to the database


def test_two_swapped_rows_are_refused_and_reported_and_the_rest_is_read(desk):
    _, holder = asked(desk)
    for text in ("second", "third"):
        services.write_more(holder=holder, text=text, at=AT)
    two = list(Record.objects.filter(kind="more"))
    two[0].sealed, two[1].sealed = two[1].sealed, two[0].sealed
    for row in two:
        row.save()
    found = selectors.thread(holder, on=ON)
    assert [one.refused for one in found] == [False, False, True, True]
    assert Event.objects.filter(act=Event.Act.REFUSED).count() == 2


def test_a_replaced_public_key_is_sealed_nothing_and_reported(desk):
    mallory = desk.enrol("mallory", certified=False).member
    Member.objects.filter(pk=desk.member("chai")).update(sealing_key=mallory.sealing_key)
    _, holder = asked(desk)
    assert readers(holder) == {"Ann", "Bao"}
    assert Event.objects.filter(act=Event.Act.UNCERTIFIED).exists()


def test_a_superuser_with_the_role_and_a_password_is_sealed_nothing(desk):
    root = desk.enrol("root", certified=False).member
    root.account.is_superuser = True
    root.account.save()
    _, holder = asked(desk)
    assert not Grant.objects.filter(member=root).exists()
    with pytest.raises(NotThere):
        selectors.case_file(desk["root"], holder.consultation.case, on=ON)
    # Nor does a grant of somebody else's, put in the root's name.
    row = Grant.objects.filter(purpose="content").exclude(member=None).first()
    row.pk, row.member, row.person, row.cleared_on = None, root, root.person, ON
    row.save()
    with pytest.raises(SealBroken):
        selectors.case_file(desk["root"], holder.consultation.case, on=ON)


def test_a_certificate_that_another_key_signed_is_not_taken(desk, tmp_path):
    desk.enrol("mallory", certified=False)
    (tmp_path / "own.key").write_text("11" * 32)
    signed = services.certify(
        request=services.request_of(member=desk["mallory"].member),
        key=tmp_path / "own.key",
        roles=["triager"],
        first_day=ON,
        last_day=ON,
    )
    with pytest.raises(DeskError):
        services.accept(signed=signed)
    assert not Certificate.objects.filter(member=desk["mallory"].member).exists()


# -- passwords, recovery, sessions


def test_keys_open_by_password_and_by_the_code_on_paper(desk):
    member = desk["ann"].member
    assert services.unlock(member=member, password=PASSWORD).keys == desk["ann"].keys
    with pytest.raises(WrongSecret):
        services.unlock(member=member, password="not this one")
    new = "nine loud foghorns sleep"
    code = desk.codes["ann"].lower().replace("-", " ")
    assert services.recover(member=member, code=code, password=new, at=AT).keys == desk["ann"].keys
    assert services.unlock(member=member, password=new).keys == desk["ann"].keys
    with pytest.raises(WrongSecret):
        services.unlock(member=member, password=PASSWORD)


def test_nobody_is_on_duty_before_typing_the_code_back(desk):
    account = person_with("desk-adviser", email="mai@example.org")
    holder, code = services.enrol(account=account, shown_as="Mai", password=PASSWORD, at=AT)
    with pytest.raises(WrongSecret):
        services.prove_recovery(member=holder.member, code="not the code")
    assert not selectors.member_of(account).on_duty
    services.prove_recovery(member=holder.member, code=code)
    assert selectors.member_of(account).on_duty


def test_a_new_password_of_the_account_opens_no_old_content(desk):
    """A reset link gives the account; the desk asks for what the link does not give."""
    _, holder = asked(desk)
    account = desk["ann"].member.account
    account.set_password("what the thief has chosen")
    account.save()
    with pytest.raises(WrongSecret):
        services.unlock(member=desk["ann"].member, password="what the thief has chosen")
    thief = desk.enrol("ann", account=account)  # begins anew, with other keys
    with pytest.raises(NotThere):
        selectors.case_file(thief, holder.consultation.case, on=ON)


def test_the_accounts_own_password_is_not_taken(desk):
    from tests.staff import PASSWORD as ACCOUNTS  # noqa: PLC0415 -- beside the desk's own

    with pytest.raises(NotAllowed):
        services.enrol(account=desk["ann"].member.account, shown_as="Ann", password=ACCOUNTS, at=AT)


def test_ten_wrong_passwords_are_enough_for_a_while(desk):
    for _ in range(10):
        with pytest.raises(WrongSecret):
            services.unlock(member=desk["ann"].member, password="a guess")
    with pytest.raises(Busy):
        services.unlock(member=desk["ann"].member, password=PASSWORD)
    assert services.unlock(member=desk["bao"].member, password=PASSWORD)


def test_a_session_lives_while_it_is_used_and_not_for_ever(desk):
    cookie = services.start_session(holder=desk["ann"], account_session="s", at=AT)

    def here(at, *, value=cookie, account="s"):
        return services.resume(cookie=value, account_session=account, at=at).keys

    assert here(AT) == desk["ann"].keys
    for wrong in (
        {"account": "t"},
        {"value": cookie[:-4] + "AAA="},
        {"value": "x." + cookie.partition(".")[2]},
        {"value": ""},
    ):
        with pytest.raises(NotThere):
            here(AT, **wrong)
    for minutes in range(15, 8 * 60, 15):
        assert here(later(minutes=minutes))
    with pytest.raises(NotThere):
        here(later(hours=8, minutes=1))


@pytest.mark.parametrize("at", [later(minutes=21), AT - timedelta(days=1)])
def test_a_session_left_alone_or_from_a_day_to_come_is_over(desk, at):
    cookie = services.start_session(holder=desk["ann"], account_session="s", at=AT)
    with pytest.raises(NotThere):
        services.resume(cookie=cookie, account_session="s", at=at)


def test_the_table_of_sessions_holds_no_key(desk):
    cookie = services.start_session(holder=desk["ann"], account_session="s", at=AT)
    row = Session.objects.get()
    stored = b"".join((bytes(row.locked), bytes(row.name_hash), bytes(row.account_session)))
    name, _, key = cookie.partition(".")
    for secret in (desk["ann"].keys.reveal()[:32], name.encode(), key.encode()):
        assert secret not in stored
    services.end_session(cookie=cookie)
    with pytest.raises(NotThere):
        services.resume(cookie=cookie, account_session="s", at=AT)


# -- the end


def test_a_closed_case_is_purged_when_its_time_is_over_and_not_before(desk, settings):
    _, holder = asked(desk)
    case = in_hand(desk, holder, "ann", "bao")
    upload = Upload("a.pdf", "pdf", b"x")
    services.add_file(holder=holder, upload=upload, at=AT)
    _, other = asked(desk, form="f2")
    services.close(holder=desk["ann"], case=case, at=AT)
    services.purge(at=later(days=179))
    assert Consultation.objects.count() == 2
    services.purge(at=later(days=180))
    assert list(Consultation.objects.all()) == [other.consultation]
    assert Record.objects.filter(consultation__case=case).count() == 0


def test_what_the_asker_deletes_is_gone_at_once(desk, settings, django_capture_on_commit_callbacks):
    receipt, holder = asked(desk)
    services.add_file(holder=holder, upload=Upload("a.pdf", "pdf", b"x"), at=AT)
    with django_capture_on_commit_callbacks(execute=True):
        services.delete(holder=holder)
    assert not Consultation.objects.exists()
    assert not Record.objects.exists()
    assert list(settings.MANUMIT_DESK_FILES.iterdir()) == []
    with pytest.raises(WrongSecret):
        services.come_back(typed=receipt.code)


def test_a_purged_case_is_unreadable_in_an_old_backup_when_its_epoch_is_destroyed(desk):
    """The backup is the rows as they were; the password is known; the host's keys have moved on."""
    _, old = asked(desk, "told in confidence")
    _, living = asked(desk, "lives on", form="f2")
    grant = Grant.objects.get(consultation=old.consultation, member=desk["ann"].member)
    vaults = list(old.consultation.vaults.all())
    records = list(old.consultation.records.all())
    row = Consultation.objects.get(pk=old.consultation.pk)
    services.delete(holder=replace(old, consultation=Consultation.objects.get(pk=row.pk)))
    assert services.purge(at=later(days=20)).epochs == 0
    assert services.purge(at=later(days=60)).epochs == 1
    row.save(force_insert=True)
    for one in (*vaults, *records, grant):
        one.save(force_insert=True)
    with pytest.raises(KeyGone):
        readable_to(desk["ann"], row)
    services.write_more(holder=living, text="more", at=later(days=61))
    assert texts(selectors.thread(living, on=ON)) == ["lives on", "more"]
    assert "lives on" in readable_to(desk["ann"], living.consultation)


def test_purging_again_changes_nothing_and_a_forged_row_does_not_stop_it(desk):
    asked(desk)
    services.add_conflict(member=desk["chai"].member, term="Harbour Lantern")
    Grant.objects.filter(member=desk["bao"].member).update(sealed=b"forged")
    done = services.purge(at=later(days=60))
    again = services.purge(at=later(days=60))
    assert (again.cases, again.epochs) == (0, 0)
    assert done.carried == again.carried > 0
    assert Event.objects.filter(act=Event.Act.REFUSED).exists()
    assert selectors.conflicts_of(desk["chai"].member)[0][1] == "harbour lantern"


# -- beside the cases


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
