"""Services whose numbers may no longer be trusted."""

from collections.abc import Iterator
from datetime import date

from manumit.records.organisations import OrganisationRecord

_EXPIRED = (
    "{code} expired on {day} and is hidden from readers: look again and set verified_on and "
    "expires_on, or take the service out"
)


def expiry_faults(record: OrganisationRecord, today: date) -> Iterator[tuple[str, str]]:
    """Each service that nobody has looked at in time."""
    for number, service in enumerate(record.services):
        field = f"services.{number}"
        if record.status == "published" and not service.is_current(today):
            yield (
                f"{field}.expires_on",
                _EXPIRED.format(code=service.code, day=service.expires_on),
            )
