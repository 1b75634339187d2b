"""What an organisation's file may say: a wrong number harms someone."""

from datetime import date

import pytest

from manumit.records import BadRecord, check_file, check_upkeep
from tests.directory.files import KEY, SERVICE, organisation

TODAY = date(2026, 11, 22)


def told(problems):
    return [f"{problem.field}: {problem.reason}" for problem in problems]


def faults_of(read_text, services, key=KEY):
    try:
        file = read_text(organisation(services), key=key)
    except BadRecord as error:
        return told(error.problems)
    return told([*check_file(file, today=TODAY), *check_upkeep(file, today=TODAY)])


def test_a_sound_organisation_has_no_fault(read_text):
    assert faults_of(read_text, SERVICE) == []


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("'+85200000001'", "'85200000001'", "write an international number such as +85227171771"),
        ("'+85200000001'", "'+852 0000 0001'", "write an international number"),
        ("https://example.org/talk", "example.org", "write a full web address"),
        (
            "kind: phone\n    value: '+85200000001'",
            "kind: email\n    value: me",
            "write an address",
        ),
        ("kind: phone", "kind: short-code", "write the digits as they are dialled"),
        ("'18:00'", "'6 pm'", "write an hour of the day such as 09:00"),
        ("languages: [en, zh-Hant]", "always: true", "write always: true or its hours, not both"),
        ("verified_by: own", "verified_by: them", "give one of the sources that id"),
        ("2027-02-01", "2028-02-01", "within a year of it"),
        ("2027-02-01", "2026-10-01", "expires_on must be after verified_on"),
        ("2026-11-01\n  verified_by", "2026-12-01\n  verified_by", "nobody has looked yet"),
        ("2027-02-01", "2026-11-21", "hotline expired on 2026-11-21 and is hidden from readers"),
        (
            "languages: [en, zh-Hant]",
            "address: 1 Lamp Street\n  confidential_address: true",
            "its address is confidential",
        ),
        ("languages: [en, zh-Hant]", "covers: [zz]", "no jurisdiction has the code 'zz'"),
        ("languages: [en, zh-Hant]", "covers: [hk]", "goes without saying"),
    ],
)
def test_what_would_mislead_a_caller_is_refused(read_text, before, after, reason):
    assert before in SERVICE
    faults = faults_of(read_text, SERVICE.replace(before, after))
    assert len(faults) == 1, faults
    assert reason in faults[0]


def test_a_service_stands_once(read_text):
    [fault] = faults_of(read_text, SERVICE + SERVICE)
    assert "the service hotline is written twice" in fault


def test_an_organisation_has_its_own_shelf(read_text):
    [fault] = faults_of(read_text, SERVICE, key="hk/law/lantern-house")
    assert fault == (
        "kind: a key of this kind has organisation as its second part; this is hk/law/lantern-house"
    )
