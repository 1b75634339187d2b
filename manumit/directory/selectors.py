"""Reading the directory. Nothing here changes anything."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q
from pydantic import ValidationError

from manumit.base.reader import Name, named
from manumit.directory.errors import OrganisationNotFound
from manumit.directory.hours import local_time
from manumit.directory.hsds import (
    PROFILE as HSDS_PROFILE,
)
from manumit.directory.hsds import (
    VERSION as HSDS_VERSION,
)
from manumit.directory.hsds import (
    organisation_document,
    organisation_id,
    service_document,
    service_id,
)
from manumit.directory.models import Organisation, Service
from manumit.library.errors import IncompleteRecord
from manumit.library.types import State
from manumit.records import ANY_RECORD, write_text
from manumit.records import Service as ServiceRecord

__all__ = [
    "HSDS_PROFILE",
    "HSDS_VERSION",
    "count_organisations",
    "count_services",
    "every_record",
    "is_held",
    "local_time",
    "organisation",
    "organisation_document",
    "organisation_id",
    "published_organisations",
    "published_services",
    "service_document",
    "service_id",
    "services_in",
    "systems_with_services",
    "text_of",
    "text_of_key",
]

_OF_RECORD = (
    "title", "language", "titles", "short_titles", "official_url", "organisation_type",
    "confidence", "sources",
)  # fmt: skip


def organisation(key: str) -> Organisation:
    """A published organisation with its services. Raises OrganisationNotFound."""
    rows = Organisation.objects.published().select_related("system").prefetch_related("services")
    try:
        return rows.get(key=key)  # type: ignore[no-any-return]
    except Organisation.DoesNotExist as error:
        raise OrganisationNotFound(f"{key} is not in the directory") from error


def services_in(system: str) -> Any:
    """The published services of a jurisdiction's organisations, by organisation."""
    rows = Service.objects.published().filter(organisation__system=system)
    return rows.order_by("organisation__title", "sort_order").select_related("organisation__system")


def published_organisations() -> Any:
    """Every organisation that readers may see, by key."""
    return Organisation.objects.published().order_by("key")


def published_services() -> Any:
    """Every service that readers may see, by its organisation's key."""
    rows = Service.objects.published().select_related("organisation")
    return rows.order_by("organisation__key", "sort_order")


def systems_with_services() -> list[dict[str, Any]]:
    """``system`` (a code) and ``services`` (how many) of each jurisdiction in the directory."""
    rows = Service.objects.published().order_by().values("organisation__system")
    counted = rows.annotate(services=Count("pk"))
    found = [
        {"system": row["organisation__system"], "services": row["services"]} for row in counted
    ]
    return sorted(found, key=lambda row: (-row["services"], row["system"]))


def count_services(on: date) -> dict[str, int]:
    """How many published services are ``current`` on the day and how many have ``expired``."""
    rows = Service.objects.published()
    return rows.aggregate(
        current=Count("pk", filter=Q(expires_on__gte=on)),
        expired=Count("pk", filter=Q(expires_on__lt=on)),
    )


def count_expiring(on: date, *, days: int) -> int:
    """How many published services are current on the day and will not be so many days later."""
    last = on + timedelta(days=days)
    rows = Service.objects.published().filter(expires_on__gte=on, expires_on__lt=last)
    return int(rows.count())


def is_held(key: str) -> bool:
    """Whether any organisation, published or not, has this key."""
    return bool(Organisation.objects.filter(key=key).exists())


def text_of_key(key: str) -> str | None:
    """The canonical text of the organisation with this key, published or not; None without one.

    Raises IncompleteRecord for a draft that lacks something every record has.
    """
    row = Organisation.objects.filter(key=key).prefetch_related("services").first()
    return text_of(row) if row else None


def published_keys() -> Any:
    """The keys, to be asked for below another question, of the organisations readers may see."""
    return Organisation.objects.published().order_by().values("key")


def titles_of(keys: Iterable[str]) -> dict[str, Name]:
    """The names of the published organisations with these keys, by key."""
    rows = Organisation.objects.published().filter(key__in=list(keys))
    told = rows.values_list("key", "title", "language")
    return {key: named(title, language) for key, title, language in told}


def count_organisations() -> int:
    """How many organisations there are, drafts included."""
    return int(Organisation.objects.count())


def every_record() -> Iterator[tuple[str, str | IncompleteRecord]]:
    """The key and canonical text of every organisation, by key; for an incomplete one, what it lacks."""
    rows = Organisation.objects.order_by("key").prefetch_related("services")
    for row in rows.iterator(chunk_size=200):
        try:
            yield row.key, text_of(row)
        except IncompleteRecord as error:
            yield row.key, error


def text_of(row: Organisation, state: State | None = None) -> str:
    """The canonical text of the organisation's record, as ``export`` writes it.

    With ``state``, as it would be if the record stood there. Raises IncompleteRecord for a draft
    that lacks something every record has.
    """
    values: dict[str, Any] = {"kind": row.KIND, "status": str(state or row.state)}
    for name in _OF_RECORD:
        if value := getattr(row, name):
            values[name] = value
    values["services"] = [_service(row, service) for service in row.services.all()]
    try:
        return write_text(ANY_RECORD.validate_python(values), row.body)
    except ValidationError as error:
        raise IncompleteRecord.lacking(row.key, error) from error


def _service(row: Organisation, service: Service) -> dict[str, Any]:
    values = {name: getattr(service, name) for name in ServiceRecord.model_fields}
    if values["covers"] == [row.system_id]:
        del values["covers"]  # its own jurisdiction goes without saying
    return values
