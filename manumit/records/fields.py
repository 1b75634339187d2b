"""The small types that records are made of."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from manumit.reference import is_eid, parse_address, parse_key


class Part(BaseModel):
    """Base of every structure in the front matter: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _partial_date(value: object) -> str:
    """Accept a day, a month or a year: what is not known is left out, never filled in."""
    text = value.isoformat() if isinstance(value, date) else str(value)
    match = _PARTIAL.fullmatch(text)
    if not match:
        raise ValueError("write a day (2000-11-15), a month (2000-11) or a year (2000)")
    year, month, day = match.groups()
    date(int(year), int(month or 1), int(day or 1))  # raises ValueError for an impossible day
    return text


def _day(value: object) -> date:
    """Accept a whole day only: pydantic would also take a number for seconds since 1970."""
    if isinstance(value, date):
        return value
    if not _DAY.fullmatch(str(value)):
        raise ValueError(f"write a whole day, such as 2000-11-15 (it says {str(value)[:60]!r})")
    return date.fromisoformat(str(value))


def is_surely_before(day: str, other: str) -> bool:
    """Whether a day is before another, as far as both are known."""
    shared = min(len(day), len(other))
    return day[:shared] < other[:shared]


def _key(value: str) -> str:
    return str(parse_key(value))


def _address(value: str) -> str:
    return str(parse_address(value))


def _eid(value: str) -> str:
    if not is_eid(value):
        raise ValueError(f"{value!r} is no passage: write art_3__para_a, sec_129 or para_282")
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", value):
        raise ValueError("write a full web address beginning with https://")
    return value


Day = Annotated[date, BeforeValidator(_day)]
PartialDate = Annotated[
    str,
    BeforeValidator(_partial_date),
    Field(json_schema_extra={"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
WorkKey = Annotated[str, AfterValidator(_key)]
PassageAddress = Annotated[str, AfterValidator(_address)]
Eid = Annotated[str, AfterValidator(_eid)]
WebAddress = Annotated[str, AfterValidator(_web_address), Field(max_length=500)]
Line = Annotated[str, Field(max_length=500)]
ShortLine = Annotated[str, Field(max_length=200)]
Code = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Codes = Annotated[list[Code], AfterValidator(lambda codes: sorted(set(codes)))]
# Tables stand in the order of their names: a database keeps no other, and a record has one text.
BY_NAME = AfterValidator(lambda table: dict(sorted(table.items())))
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
Confidence = Literal["high", "medium", "unverified"]
Status = Literal["draft", "in_review", "published", "withdrawn"]
Basis = Literal["found", "alleged", "not_found", "not_considered"]


class Source(Part):
    """Where facts of the record come from, and the day someone looked.

    ``id`` is a short name by which other facts of the record point at this source.
    """

    id: Code | None = None
    url: WebAddress | None = None
    cite: str = ""  # for what has no address of its own: a law report, a book
    publisher: str
    covers: list[Code] = Field(alias="for", min_length=1)
    on: Day
    basis: Literal["read", "knowledge"] = "read"
    archived_copy: WebAddress | None = None
    licence: str = ""
    note: str = ""


class Checked(Part):
    """A statement held against a source, and the day it was."""

    on: Day
    against: ShortLine


class Provision(Part):
    """A provision that matters, in the project's own words."""

    at: Eid
    heading: Line = ""
    gist: str
    penalty: Line = ""
    topics: Codes = []
