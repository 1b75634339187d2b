"""Changes to the directory: keyword-only, atomic, told to the journal."""

from collections.abc import Callable, Sequence
from datetime import datetime

from manumit.accounts.types import User
from manumit.directory.models import Organisation, Service
from manumit.directory.selectors import text_of
from manumit.library.services import keep_record, load_each
from manumit.library.types import LoadReport, Outcome
from manumit.records import OrganisationRecord, Place, RecordFile
from manumit.reference import system_of


def load_organisations(
    *,
    places: Sequence[Place],
    by: User | None,
    at: datetime,
    force: bool = False,
    progress: Callable[[int], None] = lambda done: None,
) -> LoadReport:
    """Load organisation files; a file with any problem changes nothing, the others are loaded.

    A service that has expired is loaded: readers are told that it has.
    """
    return load_each(
        places=places,
        at=at,
        record=lambda file: record_organisation(file=file, by=by, at=at, force=force),
        progress=progress,
    )


def record_organisation(
    *, file: RecordFile, by: User | None, at: datetime, force: bool = False
) -> Outcome:
    """Make the organisation and its services say what the file says; all of it or nothing.

    Raises EditedHere when it was edited since it was last loaded and ``force`` is not set.
    """
    record = file.record
    assert isinstance(record, OrganisationRecord)  # the key's shelf was checked against the kind
    return keep_record(
        model=Organisation,
        file=file,
        text_of=text_of,
        fill=lambda row: _set_fields(row, record, file.body),
        below=lambda row: _set_services(row, record),
        by=by,
        at=at,
        force=force,
    )


def _set_fields(row: Organisation, record: OrganisationRecord, body: str) -> None:
    row.system_id = system_of(row.key)
    for name in ("title", "language", "titles", "short_titles", "confidence"):
        setattr(row, name, getattr(record, name))
    row.organisation_type = record.organisation_type
    row.official_url = record.official_url or ""
    row.body = body
    sparse = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    row.sources = sparse.get("sources", [])


def _set_services(row: Organisation, record: OrganisationRecord) -> None:
    Service.objects.filter(organisation=row).delete()
    Service.objects.bulk_create(_services(row, record))


def _services(row: Organisation, record: OrganisationRecord) -> list[Service]:
    services = []
    for place, service in enumerate(record.services):
        values = service.model_dump(mode="json", exclude={"channels", "hours"})
        sparse = service.model_dump(mode="json", exclude_defaults=True)
        values |= {"channels": sparse["channels"], "hours": sparse.get("hours", [])}
        values["covers"] = values["covers"] or [row.system_id]
        services.append(Service(organisation=row, sort_order=place, **values))
    return services
