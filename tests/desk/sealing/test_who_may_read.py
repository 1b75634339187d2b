"""Staff keys, grants, approvals and epochs: who opens a case, and who does not."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from nacl.signing import SigningKey

from manumit.desk.sealing import aead, boxes
from manumit.desk.sealing.approvals import Terms, approve, carry_approval, open_approval
from manumit.desk.sealing.askers import introduce, recall
from manumit.desk.sealing.certificates import certify, check
from manumit.desk.sealing.epochs import Epochs
from manumit.desk.sealing.errors import (
    Excluded,
    Expired,
    KeyGone,
    NotCertified,
    SealBroken,
    TooFewReaders,
)
from manumit.desk.sealing.grants import carry_grant, distribute, grant, open_grant
from manumit.desk.sealing.keys import SecretKey
from manumit.desk.sealing.labels import Label
from manumit.desk.sealing.persons import new_person, unwrap, wrap
from manumit.desk.sealing.recipients import Role
from manumit.desk.sealing.records import Place, read, write
from manumit.desk.sealing.rotation import open_earlier, rotate
from manumit.desk.sealing.sessions import resume, start
from manumit.desk.sealing.vaults import Purpose, new_vault
from tests.desk.sealing.desk_people import (
    ANN,
    ASKER,
    BAO,
    CHAI,
    CONTENT,
    DANA,
    DESK,
    EPOCHS,
    IDENTITY,
    KIM,
    TODAY,
    certificate,
    staff,
    the_asker,
)
from tests.paths import REPOSITORY

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
NOBODY: frozenset[str] = frozenset()
PLACE = Place("record-1", "note", 1, "ann")


# -- a person's own keys


@pytest.mark.parametrize("credential", ["password", "recovery"])
def test_each_credential_opens_the_same_keys_alone(credential):
    keks = {"password": SecretKey(b"1" * 32), "recovery": SecretKey(b"2" * 32)}
    wraps = {name: wrap(ANN, kek, name) for name, kek in keks.items()}
    assert unwrap(wraps[credential], keks[credential], "ann", credential) == ANN


def test_the_wrap_of_a_colleague_or_of_another_credential_does_not_open():
    kek = SecretKey(b"1" * 32)
    wrapped = wrap(ANN, kek, "password")
    for person, credential, key in [
        ("bao", "password", kek),
        ("ann", "recovery", kek),
        ("ann", "password", SecretKey(b"2" * 32)),
    ]:
        with pytest.raises(SealBroken):
            unwrap(wrapped, key, person, credential)


def test_a_session_needs_what_is_stored_and_the_cookie():
    cookie, stored = start(ANN, "session-1")
    assert resume(stored, cookie, "session-1", "ann") == ANN
    assert ANN.reveal()[:32] not in stored
    other_cookie, other_stored = start(ANN, "session-2")
    for attempt in [
        (stored, other_cookie, "session-1", "ann"),
        (other_stored, cookie, "session-1", "ann"),
        (stored, cookie, "session-2", "ann"),
        (stored, cookie, "session-1", "bao"),
        (stored, "", "session-1", "ann"),
        (stored, "é" * 44, "session-1", "ann"),
    ]:
        with pytest.raises(SealBroken):
            resume(*attempt)


# -- certificates


def test_a_certified_colleague_may_be_sealed_to():
    assert staff(ANN, Role.ADVISER).public == ANN.public


@pytest.mark.parametrize(
    "forged",
    [
        {"public": replace(ANN.public, sealing=KIM.public.sealing)},
        {"public": replace(ANN.public, signing=KIM.public.signing)},
        {"public": replace(KIM.public, person="ann")},
        {"public": replace(ANN.public, person="kim")},
        {"roles": frozenset({Role.ADVISER, Role.CUSTODIAN})},
        {"last_day": date(2030, 1, 1)},
        {"first_day": date(2020, 1, 1)},
        {"signature": bytes(82)},
        {"signature": b""},
    ],
)
def test_a_staff_key_replaced_in_the_database_is_not_sealed_to(forged):
    row = replace(certificate(ANN, Role.ADVISER), **forged)
    with pytest.raises(NotCertified):
        check(row, bytes(DESK.verify_key), on=TODAY)


def test_a_certificate_of_somebody_elses_desk_key_is_worth_nothing():
    row = certify(SigningKey(b"x" * 32), ANN.public, frozenset({Role.ADVISER}), TODAY, TODAY)
    with pytest.raises(NotCertified):
        check(row, bytes(DESK.verify_key), on=TODAY)


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2027, 1, 1)])
def test_a_certificate_is_for_its_days(day):
    with pytest.raises(NotCertified):
        check(certificate(ANN, Role.ADVISER), bytes(DESK.verify_key), on=day)


def test_a_certificate_taken_back_is_worth_nothing():
    row = certificate(ANN, Role.ADVISER)
    with pytest.raises(NotCertified):
        check(row, bytes(DESK.verify_key), on=TODAY, revoked={row.signature})


def test_nobody_is_certified_as_an_asker_or_as_nothing():
    for roles in (frozenset({Role.ASKER, Role.ADVISER}), frozenset()):
        with pytest.raises(ValueError, match="role"):
            certify(DESK, ANN.public, roles, TODAY, TODAY)


def test_only_a_certificate_or_the_case_itself_makes_a_recipient():
    package = REPOSITORY / "manumit" / "desk"
    makers = {
        file.name
        for file in package.rglob("*.py")
        if "Recipient(" in file.read_text(encoding="utf-8")
    }
    assert makers == {"certificates.py", "askers.py"}


# -- grants


def test_each_reader_opens_the_case_with_a_grant_of_their_own():
    grants = distribute(CONTENT, [staff(ANN), staff(BAO), the_asker()], NOBODY, EPOCHS)
    for keys in (ANN, BAO, ASKER):
        assert open_grant(grants[keys.person], keys, CONTENT.name, EPOCHS) == CONTENT


def test_a_grant_opens_for_nobody_else_in_no_other_case_and_for_no_other_purpose():
    stored = grant(CONTENT, staff(ANN), NOBODY, EPOCHS)
    for keys, name in [
        (BAO, CONTENT.name),
        (ANN, replace(CONTENT.name, case="case-2")),
        (ANN, replace(CONTENT.name, generation=2)),
        (ANN, replace(CONTENT.name, purpose=Purpose.IDENTITY)),
    ]:
        with pytest.raises(SealBroken):
            open_grant(stored, keys, name, EPOCHS)


def test_one_who_is_excluded_gets_no_grant():
    assert "kim" not in distribute(
        CONTENT, [staff(ANN), staff(BAO), staff(KIM)], frozenset({"kim"}), EPOCHS
    )
    with pytest.raises(Excluded):
        grant(CONTENT, staff(KIM), frozenset({"kim"}), EPOCHS)


@pytest.mark.parametrize(
    ("readers", "excluded"),
    [([ANN], set()), ([ANN, ANN], set()), ([ANN, KIM], {"kim"}), ([], set())],
)
def test_no_case_is_left_to_fewer_than_two(readers, excluded):
    with pytest.raises(TooFewReaders):
        distribute(CONTENT, [*map(staff, readers), the_asker()], excluded, EPOCHS)


def test_the_names_are_sealed_to_custodians_only():
    custodians = [staff(CHAI, Role.CUSTODIAN), staff(DANA, Role.CUSTODIAN)]
    grants = distribute(IDENTITY, custodians, NOBODY, EPOCHS)
    assert open_grant(grants["chai"], CHAI, IDENTITY.name, EPOCHS) == IDENTITY
    for other in (staff(ANN, Role.ADVISER, Role.TRIAGER), the_asker()):
        with pytest.raises(NotCertified):
            grant(IDENTITY, other, NOBODY, EPOCHS)


def test_a_custodian_of_names_gets_no_key_to_the_content():
    with pytest.raises(NotCertified):
        grant(CONTENT, staff(CHAI, Role.CUSTODIAN), NOBODY, EPOCHS)


def test_who_writes_to_the_database_cannot_forge_a_grant_of_a_key_they_know():
    own = new_vault(Purpose.CONTENT, "case-1")
    context = (*CONTENT.name.fields, "ann")
    sealed = boxes.seal(ANN.public.sealing, own.key.reveal(), Label.GRANT, *context)
    without_epoch = aead.lock(SecretKey(b"x" * 32), sealed, Label.GRANT, *context)
    for forged in (sealed, without_epoch, EPOCHS.put_under(b"", Label.CASE_ADDRESS)):
        with pytest.raises((SealBroken, KeyGone)):
            open_grant(forged, ANN, CONTENT.name, EPOCHS)


def test_the_asker_is_known_to_staff_by_the_case_itself():
    stored = introduce(CONTENT, ASKER.public)
    assert recall(CONTENT, stored, "asker").public == ASKER.public
    same_key = replace(CONTENT, name=replace(CONTENT.name, case="case-2"))
    same_name = new_vault(Purpose.CONTENT, "case-1")
    forged = introduce(same_name, replace(KIM.public, person="asker"))
    for vault, row in [(same_key, stored), (same_name, stored), (CONTENT, forged)]:
        with pytest.raises(SealBroken):
            recall(vault, row, "asker")
    with pytest.raises(SealBroken):
        recall(CONTENT, stored, "kim")


# -- rotation


def test_who_was_removed_reads_nothing_written_after():
    before = distribute(CONTENT, [staff(ANN), staff(BAO), staff(KIM)], NOBODY, EPOCHS)
    turned = rotate(CONTENT, [staff(ANN), staff(BAO), the_asker()], {"kim"}, EPOCHS)
    after = write(turned.vault, PLACE, b"after")
    assert set(turned.grants) == {"ann", "bao", "asker"}
    kept = open_grant(before["kim"], KIM, CONTENT.name, EPOCHS)
    with pytest.raises(SealBroken):
        read(kept, PLACE, after)
    with pytest.raises(SealBroken):
        read(replace(kept, name=turned.vault.name), PLACE, after)


def test_who_stays_and_the_asker_read_what_was_written_before_and_after():
    old = write(CONTENT, PLACE, b"before")
    turned = rotate(CONTENT, [staff(ANN), staff(BAO), the_asker()], NOBODY, EPOCHS)
    new = write(turned.vault, PLACE, b"after")
    for keys in (ANN, ASKER):
        vault = open_grant(turned.grants[keys.person], keys, turned.vault.name, EPOCHS)
        assert read(vault, PLACE, new) == b"after"
        assert read(open_earlier(vault, turned.earlier), PLACE, old) == b"before"


def test_the_key_before_is_that_of_its_own_case():
    turned = rotate(CONTENT, [staff(ANN), staff(BAO)], NOBODY, EPOCHS)
    other = rotate(new_vault(Purpose.CONTENT, "case-2"), [staff(ANN), staff(BAO)], NOBODY, EPOCHS)
    with pytest.raises(SealBroken):
        open_earlier(turned.vault, other.earlier)


def test_a_key_is_not_changed_where_fewer_than_two_would_stay():
    with pytest.raises(TooFewReaders):
        rotate(CONTENT, [staff(ANN), staff(KIM)], {"kim"}, EPOCHS)


# -- the names, until a moment, for a reason

TERMS = Terms(IDENTITY.name, "ann", "chai", NOW + timedelta(hours=8))


def approved(terms=TERMS, custodian=CHAI):
    return approve(
        IDENTITY, terms, staff(ANN), custodian, "hearing", excluded=NOBODY, epochs=EPOCHS
    )


def looked_at(stored, terms=TERMS, keys=ANN, custodian=None, at=NOW):
    by = custodian or staff(CHAI, Role.CUSTODIAN)
    return open_approval(stored, terms, keys, by, at=at, epochs=EPOCHS)


def test_a_handler_sees_the_names_a_custodian_approved_and_for_what_reason():
    assert looked_at(approved()) == (IDENTITY, "hearing")


@pytest.mark.parametrize("late", [timedelta(hours=8), timedelta(days=400)])
def test_an_approval_ends(late):
    with pytest.raises(Expired):
        looked_at(approved(), at=NOW + late)


def test_an_approval_is_not_prolonged_in_the_database():
    longer = replace(TERMS, until=TERMS.until + timedelta(days=30))
    with pytest.raises(SealBroken):
        looked_at(approved(), longer)


def test_an_approval_is_not_prolonged_by_one_who_has_the_epoch_and_the_key():
    """The handler opened it once and knows the key: only the custodian's signature still stands."""
    longer = replace(TERMS, until=TERMS.until + timedelta(days=30))
    context = (Label.APPROVAL, *longer.fields)
    content = boxes.unseal(
        ANN.sealing,
        EPOCHS.lift(approved(), Label.APPROVAL, *TERMS.fields),
        Label.APPROVAL,
        *TERMS.fields,
    )
    forged = EPOCHS.put_under(boxes.seal(ANN.public.sealing, content, *context), *context)
    with pytest.raises(SealBroken):
        looked_at(forged, longer)


def test_an_approval_by_one_who_is_no_custodian_is_worth_nothing():
    with pytest.raises(NotCertified):
        looked_at(
            approved(replace(TERMS, custodian="bao"), BAO),
            replace(TERMS, custodian="bao"),
            custodian=staff(BAO),
        )


def test_an_approval_signed_by_another_than_it_says_is_refused():
    impostor = new_person("chai")
    with pytest.raises(SealBroken):
        looked_at(approved(custodian=impostor))


def test_an_approval_needs_a_reason_a_time_zone_and_the_parties_it_names():
    for terms, reason in [
        (TERMS, " "),
        (replace(TERMS, until=datetime(2026, 11, 23)), "hearing"),  # noqa: DTZ001  # what is refused
        (replace(TERMS, handler="bao"), "hearing"),
        (replace(TERMS, custodian="dana"), "hearing"),
    ]:
        with pytest.raises(ValueError, match="approval"):
            approve(IDENTITY, terms, staff(ANN), CHAI, reason, excluded=NOBODY, epochs=EPOCHS)


def test_an_approval_is_no_way_round_a_grant():
    terms = replace(TERMS, name=CONTENT.name)
    with pytest.raises(ValueError, match="names"):
        approve(CONTENT, terms, staff(ANN), CHAI, "hearing", excluded=NOBODY, epochs=EPOCHS)


def test_no_approval_is_given_to_one_who_is_excluded():
    with pytest.raises(Excluded):
        approve(IDENTITY, TERMS, staff(ANN), CHAI, "hearing", excluded={"ann"}, epochs=EPOCHS)


# -- epochs


def test_an_old_backup_is_unreadable_once_its_epoch_key_is_destroyed():
    october, november = SecretKey(b"o" * 32), SecretKey(b"n" * 32)
    in_backup = grant(CONTENT, staff(ANN), NOBODY, Epochs(october))
    assert open_grant(in_backup, ANN, CONTENT.name, Epochs(november, october)) == CONTENT
    with pytest.raises(KeyGone):
        open_grant(in_backup, ANN, CONTENT.name, Epochs(november))


def test_an_epoch_key_that_lies_about_its_name_opens_nothing():
    october, november = SecretKey(b"o" * 32), SecretKey(b"n" * 32)
    stored = grant(CONTENT, staff(ANN), NOBODY, Epochs(october))
    forged = stored[:2] + november.key_id + stored[18:]
    with pytest.raises(SealBroken):
        open_grant(forged, ANN, CONTENT.name, Epochs(november))


def test_what_lives_on_is_carried_to_the_next_epoch_without_anybodys_private_key():
    october, november = SecretKey(b"o" * 32), SecretKey(b"n" * 32)
    both = Epochs(november, october)
    stored = grant(CONTENT, staff(ANN), NOBODY, Epochs(october))
    carried = carry_grant(stored, "ann", CONTENT.name, both)
    assert open_grant(carried, ANN, CONTENT.name, Epochs(november)) == CONTENT
    approval = carry_approval(approved(), TERMS, EPOCHS)
    assert looked_at(approval) == (IDENTITY, "hearing")
