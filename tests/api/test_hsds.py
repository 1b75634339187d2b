"""The directory for partners, in the words of Open Referral."""

from datetime import date
from uuid import UUID

import pytest

from manumit.directory.services import load_organisations
from manumit.records import find_files
from tests.directory.files import KEY, SERVICE, organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(write_record, at):
    """Put an organisation into the directory."""

    def act(services, **more):
        root = write_record(KEY, organisation(services, **more))
        report = load_organisations(places=find_files([root / f"{KEY}.md"]), by=None, at=at)
        assert report.problems == []

    return act


@pytest.fixture
def get(client):
    def act(address):
        answer = client.get(f"/api/hsds{address}")
        assert answer.status_code == 200
        return answer.json()

    return act


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 22))


def test_it_says_which_version_it_is(get):
    assert get("")["version"] == "3.0"
    assert get("")["openapi_url"].endswith("/api/schema")


def test_a_service_has_its_numbers_hours_languages_and_the_day_it_was_checked(load, get):
    load(SERVICE)
    [found] = get("/services")["contents"]
    assert found["name"] == "Night hotline"
    assert found["alternate_name"] == "夜間熱線"
    assert found["status"] == "active"
    assert found["assured_date"] == "2026-11-01"
    assert found["url"] == "https://example.org/talk"
    [phone] = found["phones"]
    assert (phone["number"], phone["type"]) == ("+85200000001", "voice")
    [hours] = found["schedules"]
    assert hours["byday"] == "MO,TU,WE,FR"
    assert (hours["opens_at"], hours["closes_at"]) == ("18:00+08:00", "06:00+08:00")
    assert [one["code"] for one in found["languages"]] == ["en", "zh-Hant"]
    assert [one["name"] for one in found["service_areas"]] == ["Hong Kong"]
    assert found["organization"]["name"] == "Lantern House"
    told = {one["link_type"]: one["value"] for one in found["attributes"]}
    assert told == {"service_type": "helpline", "passes_reports_on": "unknown"}


def test_every_id_is_its_own_and_the_same_tomorrow(load, get):
    load(SERVICE + SERVICE.replace("hotline", "clinic"))

    def ids(value) -> list[str]:
        if isinstance(value, list):
            return [one for each in value for one in ids(each)]
        if not isinstance(value, dict):
            return []
        own = [value["id"]] if "id" in value else []
        return own + [
            one for name, each in value.items() if name != "organization" for one in ids(each)
        ]

    first = ids(get("/services")["contents"])
    assert len(first) == len(set(first)) > 10
    assert all(UUID(one) for one in first)
    load(SERVICE + SERVICE.replace("hotline", "clinic"), title="Lantern House Two")
    assert ids(get("/services")["contents"]) == first


def test_a_number_nobody_checked_in_time_is_left_out_and_says_so(load, get):
    load(SERVICE.replace("2027-02-01", "2026-11-21"))
    [found] = get("/services")["contents"]
    assert "phones" not in found
    assert "url" not in found
    assert "Last checked on 2026-11-01" in found["alert"]


def test_other_ways_and_open_at_any_hour(load, get):
    hours = SERVICE[SERVICE.index("  hours:") : SERVICE.index("  languages")]
    more = "  - kind: line\n    value: '@lantern'\n  - kind: short-code\n    value: '1300'\n"
    load(SERVICE.replace(hours, more + "  always: true\n"))
    [found] = get("/services")["contents"]
    assert found["application_process"] == "line: @lantern"
    assert found["phones"][1]["description"] == "dialled within the country"
    assert found["schedules"][0]["description"] == "At any hour"


def test_a_place_that_is_kept_secret_has_no_location(load, get):
    load(SERVICE.replace("  hours:", "  address: 1 Lamp Road\n  hours:"))
    [found] = get("/services")["contents"]
    place = found["service_at_locations"][0]["location"]
    assert (place["location_type"], place["description"]) == ("physical", "1 Lamp Road")
    load(SERVICE.replace("  hours:", "  confidential_address: true\n  hours:"))
    assert "service_at_locations" not in get("/services")["contents"][0]


def test_one_service_and_one_organisation_are_found_by_their_ids(load, get, client):
    load(SERVICE)
    [one] = get("/services")["contents"]
    assert get(f"/services/{one['id']}") == one
    [house] = get("/organizations")["contents"]
    assert house["description"].startswith("# What they do")
    assert get(f"/organizations/{house['id']}") == house
    assert client.get(f"/api/hsds/services/{house['id']}").status_code == 404
    assert client.get(f"/api/hsds/organizations/{one['id']}").status_code == 404


def test_pages_say_where_they_stand(load, get):
    load(SERVICE + SERVICE.replace("hotline", "clinic"))
    first = get("/services?per_page=1")
    assert (first["total_items"], first["total_pages"], first["size"]) == (2, 2, 1)
    assert (first["first_page"], first["last_page"], first["empty"]) == (True, False, False)
    last = get("/services?per_page=1&page=2")
    assert last["last_page"]
    assert first["contents"] != last["contents"]
    assert get("/services?per_page=banana")["size"] == 2


def test_a_draft_is_not_given_away(load, get):
    load(SERVICE, status="status: draft\n")
    assert get("/services")["empty"]
    assert get("/organizations")["contents"] == []
