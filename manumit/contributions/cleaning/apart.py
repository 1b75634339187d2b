"""A file cleaned in a process of its own, which knows nothing and reaches nothing (``worker``)."""

import json
import os
import subprocess
import sys

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from manumit.base.languages import SOURCE
from manumit.contributions.cleaning.types import MAX_BYTES, Cleaned
from manumit.contributions.errors import NotCleaned

_SECONDS = 30  # by the clock, on a machine that has other things to do
_WORKER = "manumit.contributions.cleaning.worker"
_GAVE_UP = gettext_lazy(
    "This file takes too much time or memory to clean: print it to a new PDF and send that."
)


def clean_apart(data: bytes) -> Cleaned:
    """As :func:`clean`, where a fault in a parser does no harm. Raises NotCleaned."""
    if len(data) > MAX_BYTES:
        raise NotCleaned(_("The file is larger than %(most)s MB.") % {"most": MAX_BYTES // 2**20})
    said, _line, cleaned = _answered(data).partition(b"\n")
    told = json.loads(said)
    if "refused" in told:
        raise NotCleaned(told["refused"])
    return Cleaned(told["kind"], cleaned, tuple(told["removed"]))


def _answered(data: bytes) -> bytes:
    """What the worker gives back; what it would say of a fault could have the file's words in it."""
    try:
        done = subprocess.run(  # noqa: S603 - ourselves
            [sys.executable, "-m", _WORKER, get_language() or SOURCE],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Nothing of the server's own environment, where its secrets may be.
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "LANG": "C.UTF-8"},
            cwd="/",
            timeout=_SECONDS,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        raise NotCleaned(str(_GAVE_UP)) from error
    return done.stdout
