"""Reading the harvest. Nothing here changes anything."""

from datetime import datetime
from typing import Any

from django.db.models import Max

from manumit.harvest.errors import SourceNotFound
from manumit.harvest.models import Became, Fetched, Run, Source
from manumit.harvest.news.drafts import key_of
from manumit.harvest.news.twins import Twins
from manumit.harvest.notices import Notice
from manumit.library import selectors as library


def sources() -> Any:
    """Every source by name, with ``last_run`` (when its latest run began, None for never)."""
    return Source.objects.annotate(last_run=Max("runs__started_at"))


def source_named(name: str) -> Source:
    """One source. Raises SourceNotFound."""
    found = Source.objects.filter(name=name).first()
    if found is None:
        known = ", ".join(Source.objects.values_list("name", flat=True)) or "none yet"
        raise SourceNotFound(f"{name!r} is no source; there are: {known}")
    return found  # type: ignore[no-any-return]  # a manager without types


def due_sources(at: datetime) -> list[Source]:
    """The sources that are on and whose last run is long enough ago."""
    return [source for source in Source.objects.on() if source.is_due(at)]


def runs_of(source: Source) -> Any:
    """The runs of a source, newest first."""
    return Run.objects.filter(source=source)


def waiting() -> Any:
    """What waits for an editor's word, the oldest first."""
    rows = Fetched.objects.filter(became=Became.WAITING).select_related("source")
    return rows.order_by("changed_at", "pk").defer("held")


def harvested_keys() -> set[str]:
    """The keys of all works that came to the shelves by themselves."""
    rows = Fetched.objects.filter(became=Became.SHELVED).exclude(keys=[])
    return {key for keys in rows.values_list("keys", flat=True) for key in keys}


def twin_of(notice: Notice) -> str:
    """The key of the publication, draft or not, of which the notice tells; empty for none."""
    return Twins.among(library.publication_marks(), ()).of(notice)


def key_for(notice: Notice) -> str:
    """A key that is free, for the publication of which the notice tells."""
    return key_of(notice, is_taken=library.is_held)
