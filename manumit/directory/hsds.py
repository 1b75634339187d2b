"""The directory in the words of Open Referral's Human Services Data Specification, version 3.0.

Ids are made of keys, so that two centres that hold the same service give it the same id. What the
specification has no field for (by what other ways a service is reached, whether reports are passed on)
stands in ``application_process`` and ``attributes``. Ways to reach a service whose check has expired
are left out, and ``alert`` says why.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

from manumit.directory.models import Organisation, Service
from manumit.reference import system

VERSION = "3.0"
PROFILE = "https://docs.openreferral.org/en/3.0/"

_OURS = uuid5(NAMESPACE_URL, "https://manumit.example/directory")
_PHONES = {
    "phone": "voice",
    "short-code": "voice",
    "national": "voice",
    "sms": "text",
    "whatsapp": "text",
    "signal": "text",
    "viber": "text",
}
_EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU"
_FEES = {
    "free": "Free",
    "charged": "Charged",
    "means-tested": "Free within an income limit",
}
_HOLIDAYS = {"open": "Open on public holidays.", "closed": "Closed on public holidays."}


def organisation_id(key: str) -> UUID:
    """The id of the organisation with this key."""
    return uuid5(_OURS, key)


def service_id(service: Service) -> UUID:
    """The id of a service."""
    return uuid5(_OURS, _name(service))


def organisation_document(row: Organisation) -> dict[str, Any]:
    """An organisation, without its services."""
    document = {
        "id": str(organisation_id(row.key)),
        "name": row.title,
        "description": row.body,
        "alternate_name": next(iter(row.short_titles.get(row.language, [])), ""),
        "website": row.official_url,
    }
    return {name: value for name, value in document.items() if value or name == "description"}


def service_document(service: Service, on: date) -> dict[str, Any]:
    """A service as of a day, with its organisation and all that belongs to it."""
    current = service.expires_on >= on
    document = {
        "id": str(service_id(service)),
        "name": service.name,
        "alternate_name": "; ".join(service.names.values()),
        "description": service.gist,
        "status": "active",
        "eligibility_description": service.serves,
        "fees_description": _FEES.get(service.cost, ""),
        "assured_date": service.verified_on.isoformat(),
        "alert": "" if current else _alert(service),
        **(_reached(service) if current else {}),
        "schedules": _schedules(service, on),
        "service_areas": [_area(service, code) for code in service.covers],
        "service_at_locations": _places(service),
        "languages": [_language(service, code) for code in service.languages],
        "attributes": _attributes(service),
        "organization": organisation_document(service.organisation),
    }
    return {name: value for name, value in document.items() if value}


def _reached(service: Service) -> dict[str, Any]:
    ways: dict[str, list[dict[str, Any]]] = {}
    for channel in service.channels:
        ways.setdefault(channel["kind"], []).append(channel)
    phones = [each for each in service.channels if each["kind"] in _PHONES]
    first = {kind: ways[kind].pop(0)["value"] for kind in ("web", "email") if kind in ways}
    return {
        "url": first.get("web", ""),
        "email": first.get("email", ""),
        "phones": [_phone(service, number, each) for number, each in enumerate(phones)],
        "application_process": "; ".join(_other_ways(ways)),
    }


def _other_ways(ways: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    for kind, channels in ways.items():
        if kind not in _PHONES:
            yield from (f"{kind}: {channel['value']}" for channel in channels)


def _phone(service: Service, number: int, channel: dict[str, Any]) -> dict[str, Any]:
    kind = channel["kind"]
    about = [channel.get("note", "")]
    if kind in {"short-code", "national"}:
        about.insert(0, "dialled within the country")
    elif kind not in {"phone", "sms"}:
        about.insert(0, kind)
    phone = {
        "id": _id(service, f"phone/{number}"),
        "number": channel["value"],
        "type": _PHONES[kind],
        "description": "; ".join(filter(None, about)),
        "languages": [_language(service, code, number) for code in channel.get("languages", [])],
    }
    return {name: value for name, value in phone.items() if value}


def _schedules(service: Service, on: date) -> list[dict[str, Any]]:
    if service.always:
        always = {"freq": "WEEKLY", "byday": _EVERY_DAY, "description": "At any hour"}
        return [{"id": _id(service, "schedule/0"), **always}]
    offset = _offset(service, on)
    return [
        {
            "id": _id(service, f"schedule/{number}"),
            "freq": "WEEKLY",
            "byday": ",".join(band["days"]).upper(),
            "opens_at": band["opens"] + offset,
            "closes_at": band["closes"].replace("24:00", "00:00") + offset,
            "description": _HOLIDAYS.get(service.public_holidays, "Public holidays: not known."),
        }
        for number, band in enumerate(service.hours)
    ]


def _offset(service: Service, on: date) -> str:
    """How far the clocks of the place are from UTC on the day, as ``+08:00``."""
    zone = ZoneInfo(system(service.organisation.system_id).timezone or "UTC")
    return datetime.combine(on, time(12), zone).isoformat()[-6:]


def _area(service: Service, code: str) -> dict[str, Any]:
    return {"id": _id(service, f"area/{code}"), "name": system(code).name(), "description": code}


def _places(service: Service) -> list[dict[str, Any]]:
    if not service.address:
        return []
    place = {
        "id": _id(service, "location"),
        "location_type": "physical",
        "description": service.address,
    }
    return [{"id": _id(service, "at-location"), "location": place}]


def _language(service: Service, code: str, phone: int | None = None) -> dict[str, Any]:
    below = "" if phone is None else f"phone/{phone}/"
    return {"id": _id(service, f"{below}language/{code}"), "code": code}


def _attributes(service: Service) -> list[dict[str, Any]]:
    told = {"service_type": service.service_type, "passes_reports_on": service.passes_on}
    return [
        {
            "id": _id(service, f"attribute/{name}"),
            "link_entity": "service",
            "link_type": name,
            "value": value,
        }
        for name, value in told.items()
    ]


def _alert(service: Service) -> str:
    return (
        f"Last checked on {service.verified_on.isoformat()}: too long ago, so numbers and addresses are "
        "left out."
    )


def _name(service: Service) -> str:
    return f"{service.organisation.key}#{service.code}"


def _id(service: Service, part: str) -> str:
    return str(uuid5(_OURS, f"{_name(service)}/{part}"))
