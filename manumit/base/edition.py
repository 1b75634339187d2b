"""An offline edition: the public library as it stood on a day, to be read without the centre."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from manumit.base.languages import SOURCE

IN_ENVIRON = "manumit.edition"
"""Where a request that is made here, for a page of an edition, carries the edition.

Nobody outside can set it: what comes with a request over HTTP has another name.
"""


@dataclass(frozen=True, slots=True)
class Edition:
    """What every page of an edition is told.

    ``address`` is where the centre itself is, without a slash at the end; empty where nobody said.
    ``languages`` are the tags of those that its pages are in, English first.
    """

    day: date
    address: str
    version: str
    languages: tuple[str, ...] = (SOURCE,)


def edition_of(request: HttpRequest) -> Edition | None:
    """The edition that the page is for; None where somebody asks the centre itself."""
    found: Edition | None = request.META.get(IN_ENVIRON)
    return found
