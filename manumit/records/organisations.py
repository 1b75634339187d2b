"""Organisations and the services they give, after the fields of Open Referral's HSDS."""

import re
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from manumit.records.common import Record
from manumit.records.fields import BY_NAME, Code, Codes, Day, Language, Line, Part, ShortLine

# A number nobody has looked at for a year is no longer one to call.
LONGEST_TRUST = timedelta(days=366)

Weekday = Literal["mo", "tu", "we", "th", "fr", "sa", "su"]

_FORMS = {
    "phone": (r"\+[1-9]\d{6,14}", "an international number such as +85227171771"),
    "whatsapp": (r"\+[1-9]\d{6,14}", "an international number such as +85291234567"),
    "signal": (r"\+[1-9]\d{6,14}", "an international number such as +85291234567"),
    "viber": (r"\+[1-9]\d{6,14}", "an international number such as +639171234567"),
    "short-code": (r"[*#\d]{2,8}", "the digits as they are dialled in the country, such as 1300"),
    "national": (r"\d{6,13}", "the digits as they are dialled in the country, such as 18002255233"),
    "sms": (r"\+?\d{2,15}", "a number or short code such as 992"),
    "email": (r"[^@\s]+@[^@\s]+\.[a-z]{2,}", "an address such as help@example.org"),
    "web": (r"https?://[^\s/]+(/\S*)?", "a full web address beginning with https://"),
}


class Channel(Part):
    """One way to reach a service. ``value`` is a number in international form, or as ``kind`` asks."""

    kind: Literal[
        "phone",
        "short-code",
        "national",
        "sms",
        "whatsapp",
        "signal",
        "telegram",
        "line",
        "viber",
        "messenger",
        "email",
        "web",
        "visit",
        "post",
    ]
    value: ShortLine = Field(min_length=1)
    languages: list[Language] = []
    note: Line = ""

    @model_validator(mode="after")
    def has_its_form(self) -> "Channel":
        """A number that cannot be dialled, or an address that leads nowhere, is refused."""
        pattern, form = _FORMS.get(self.kind, (".*", ""))
        if not re.fullmatch(pattern, self.value):
            raise ValueError(f"{self.kind} {self.value!r}: write {form}")
        return self


def _hour(value: str) -> str:
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d|24:00", value):
        raise ValueError("write an hour of the day such as 09:00 or 17:30")
    return value


Hour = Annotated[str, AfterValidator(_hour)]


class Opening(Part):
    """When a service answers, in the local time of its jurisdiction.

    ``closes`` earlier than ``opens`` is an hour of the next day. ``languages`` where this band of
    hours has others than the rest.
    """

    days: list[Weekday] = Field(min_length=1)
    opens: Hour
    closes: Hour
    languages: list[Language] = []


class Service(Part):
    """One thing an organisation does for people, and how it is reached.

    ``covers`` are jurisdictions, empty for that of the record. ``passes_on`` says whether what is
    told there is handed on to police, immigration or others. From the day after ``expires_on``
    no number of it is shown as current.
    """

    code: Code
    name: ShortLine = Field(min_length=1)
    names: Annotated[dict[Language, str], BY_NAME] = {}
    service_type: Literal[
        "emergency",
        "helpline",
        "crisis-centre",
        "shelter",
        "legal-aid",
        "legal-advice",
        "labour-complaints",
        "agency-complaints",
        "immigration",
        "police",
        "health",
        "identification",
        "consular",
        "child-protection",
        "domestic-violence",
        "refugee",
        "compensation",
        "fishers",
        "repatriation",
        "scam-reporting",
        "other",
    ]
    gist: str = Field(min_length=1)
    serves: Line = ""
    covers: Codes = []
    channels: list[Channel] = Field(min_length=1)
    address: Line = ""
    confidential_address: bool = False
    hours: list[Opening] = []
    always: bool = False
    public_holidays: Literal["open", "closed", "unknown"] = "unknown"
    languages: list[Language] = []
    cost: Literal["free", "charged", "means-tested", "unknown"] = "unknown"
    passes_on: Literal["yes", "no", "depends", "unknown"] = "unknown"
    passes_on_note: Line = ""
    verified_on: Day
    verified_by: Code
    expires_on: Day

    @model_validator(mode="after")
    def hides_what_is_hidden(self) -> "Service":
        """A place that must not be found has neither an address nor an open door."""
        shown = self.address or any(channel.kind == "visit" for channel in self.channels)
        if self.confidential_address and shown:
            raise ValueError("its address is confidential: leave out address and visit")
        return self

    @model_validator(mode="after")
    def has_one_kind_of_hours(self) -> "Service":
        """Always open, or open at hours."""
        if self.always and self.hours:
            raise ValueError("write always: true or its hours, not both")
        return self

    @model_validator(mode="after")
    def is_trusted_for_a_while(self) -> "Service":
        """The trust in a number begins with a look at it and ends within a year."""
        if not self.verified_on < self.expires_on <= self.verified_on + LONGEST_TRUST:
            raise ValueError("expires_on must be after verified_on, and within a year of it")
        return self

    def is_current(self, on: date) -> bool:
        """Whether its numbers may be shown as current on the day."""
        return on <= self.expires_on


class OrganisationRecord(Record):
    """An organisation that helps, answers, protects, investigates or pays."""

    kind: Literal["organisation"]
    organisation_type: Literal[
        "government",
        "police",
        "prosecution",
        "court",
        "legal-aid",
        "ngo",
        "faith-based",
        "trade-union",
        "consular",
        "international",
        "university",
        "ombudsman",
    ]
    services: list[Service] = []

    @model_validator(mode="after")
    def services_have_their_source(self) -> "OrganisationRecord":
        """Every service stands once and names the source that was looked at."""
        known = {source.id for source in self.sources if source.id}
        codes = [service.code for service in self.services]
        for service in self.services:
            if codes.count(service.code) > 1:
                raise ValueError(f"the service {service.code} is written twice")
            if service.verified_by not in known:
                raise ValueError(
                    f"the service {service.code} was verified by {service.verified_by!r}: give one "
                    "of the sources that id"
                )
        return self
