"""Hong Kong e-Legislation's bulk files: a zip of chapters, each in the official XML.

The zips stand on data.gov.hk, one for a range of chapters and a language. Names inside them are
written with backslashes.
"""

import re
import tempfile
from collections.abc import Iterator

from pydantic import Field

from manumit.harvest.fetching import Validators
from manumit.harvest.kinds.content import Broken, Paper
from manumit.harvest.kinds.types import Find, Kind, Settings, Step, Visit
from manumit.harvest.zips import Member, members

_XML = re.compile(r"\.xml$", re.IGNORECASE)
_CHAPTER = re.compile(r"cap_(?P<chapter>[0-9]+[A-Z]*)_", re.IGNORECASE)


class BulkSettings(Settings):
    """``only`` are the chapters that are wanted (``57``, ``115A``); empty for all."""

    only: list[str] = Field(default=[])


def _walk(visit: Visit[BulkSettings]) -> Iterator[Step]:
    with tempfile.TemporaryFile() as file:
        answer = visit.fetcher.save(visit.address, file, Validators.of(visit.state))
        if answer.unchanged:
            return
        chosen = (each for each in members(file, _XML) if _wanted(each.name, visit.settings.only))
        yield Step(map(_find, chosen), answer.validators.kept())


def _wanted(name: str, only: list[str]) -> bool:
    if not only:
        return True
    chapter = _CHAPTER.search(name.rpartition("/")[2])
    return chapter is not None and chapter["chapter"].upper() in {each.upper() for each in only}


def _find(member: Member) -> Find:
    if member.fault:
        return Find(member.name, Broken(f"{member.name}: {member.fault}"))
    return Find(member.name, Paper("hklm"), member.data)


KIND = Kind(
    name="hk-elegislation",
    description="Laws of Hong Kong from the bulk zips of e-Legislation",
    settings=BulkSettings,
    walk=_walk,
    example={"only": ["9999"]},
)
