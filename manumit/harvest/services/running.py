"""One harvest of one source."""

import logging
from collections.abc import Callable
from datetime import datetime

from django.utils import timezone
from wagtail.signal_handlers import disable_reference_index_auto_update

from manumit.accounts.types import User
from manumit.harvest.errors import HarvestError
from manumit.harvest.fetching import Getter
from manumit.harvest.kinds import kind_named
from manumit.harvest.models import Run, Source
from manumit.harvest.services.locking import only_one
from manumit.harvest.services.settling import Desk, settle

_log = logging.getLogger(__name__)


def run_source(
    *,
    source: Source,
    by: User | None,
    at: datetime,
    fetcher: Getter,
    progress: Callable[[int], None] = lambda done: None,
    clock: Callable[[], datetime] = timezone.now,
) -> Run:
    """Fetch what the source has and settle each thing; ``progress`` hears how many are settled.

    A run that was killed is gone on with where it was, and ends as if it had not been. Where the
    source as a whole cannot be read, the run says so and ends; the next begins where this one came
    to. Raises SourceBusy.
    """
    with only_one(source):
        source.refresh_from_db()
        run = _open_run(source, by, at)
        try:
            _walk(run, Desk(run, fetcher, by, at), progress)
        except HarvestError as error:
            run.broken_off = str(error)
        except Exception as error:  # noqa: BLE001 -- a kind that trips must not stop the sources after it
            _log.exception("harvest of %s", source.name)
            run.broken_off = f"the program tripped ({type(error).__name__}: {error})"
        run.ended_at = clock()
        run.save()
    return run


def _open_run(source: Source, by: User | None, at: datetime) -> Run:
    unfinished = Run.objects.filter(source=source, ended_at=None).first()
    run = unfinished or Run.objects.create(source=source, started_at=at, by=by)
    run.source = source  # one row in memory, so that its state is known to both
    return run


def _walk(run: Run, desk: Desk, progress: Callable[[int], None]) -> None:
    source = run.source
    steps = kind_named(source.kind).steps(
        address=source.address,
        settings=source.settings,
        state=dict(source.state),
        at=desk.at,
        fetcher=desk.fetcher,
    )
    # Wagtail's reference index would be rebuilt for every child row saved.
    with disable_reference_index_auto_update():
        for step in steps:
            for find in step.finds:
                settle(find, desk)
                progress(run.fetched)
            source.state = dict(step.state)
            source.save(update_fields=["state"])
