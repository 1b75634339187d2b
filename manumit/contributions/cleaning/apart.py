"""A file cleaned in a process of its own, which knows nothing and reaches nothing (``worker``)."""

import json

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from manumit.base.languages import SOURCE
from manumit.contributions.apart import Crowded, GaveUp, answer_of
from manumit.contributions.cleaning.types import MAX_BYTES, Cleaned
from manumit.contributions.errors import NotCleaned
from manumit.contributions.scanning import refuse_infected

_SECONDS = 30  # by the clock, on a machine that has other things to do
_WORKER = "manumit.contributions.cleaning.worker"
_GAVE_UP = gettext_lazy(
    "This file takes too much time or memory to clean: print it to a new PDF and send that."
)
_CROWDED = gettext_lazy("Other files are being looked at. Wait a minute, then send this one again.")


def clean_apart(data: bytes) -> Cleaned:
    """As :func:`clean`, where a fault in a parser does no harm. Raises NotCleaned."""
    if len(data) > MAX_BYTES:
        raise NotCleaned(_("The file is larger than %(most)s MB.") % {"most": MAX_BYTES // 2**20})
    refuse_infected(data)
    said, _line, cleaned = _answered(data).partition(b"\n")
    told = json.loads(said)
    if "refused" in told:
        raise NotCleaned(told["refused"])
    return Cleaned(told["kind"], cleaned, tuple(told["removed"]))


def _answered(data: bytes) -> bytes:
    try:
        return answer_of(_WORKER, get_language() or SOURCE, data, seconds=_SECONDS)
    except GaveUp as error:
        raise NotCleaned(str(_GAVE_UP)) from error
    except Crowded as error:
        raise NotCleaned(str(_CROWDED)) from error
