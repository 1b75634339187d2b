"""Another Manumit's collection: its files in one zip, or in folders that a web server lists."""

import re
import tempfile
from collections.abc import Iterator
from urllib.parse import unquote, urldefrag

from pydantic import Field

from manumit.harvest.errors import TooLarge
from manumit.harvest.fetching import Validators
from manumit.harvest.kinds.content import Broken, RecordText
from manumit.harvest.kinds.types import Find, Kind, Settings, Step, Visit
from manumit.harvest.pages import links_of
from manumit.harvest.zips import Member, members
from manumit.records import MARKER
from manumit.reference import BadKey, parse_key, system_codes

_FILES = re.compile(rf"(?:\.md|(?:^|/){re.escape(MARKER)})$")
_MOST_FOLDERS = 5_000


class CollectionSettings(Settings):
    """``only`` are beginnings of keys that are wanted (``th/``); empty for all."""

    only: list[str] = Field(default=[])


def _walk(visit: Visit[CollectionSettings]) -> Iterator[Step]:
    if visit.address.lower().endswith(".zip"):
        return _zip(visit)
    return _folders(visit)


def _zip(visit: Visit[CollectionSettings]) -> Iterator[Step]:
    with tempfile.TemporaryFile() as file:
        answer = visit.fetcher.save(visit.address, file, Validators.of(visit.state))
        if answer.unchanged:
            return
        named = ((_key_of(member.name), member) for member in members(file, _FILES))
        finds = (_member(key, one) for key, one in named if _wanted(key, visit.settings.only))
        yield Step(finds, answer.validators.kept())


def _folders(visit: Visit[CollectionSettings]) -> Iterator[Step]:
    """Every file below the address; what a listing links to elsewhere is not followed."""
    root = visit.address.rstrip("/") + "/"
    waiting, seen = [root], {root}
    while waiting:
        links = _below(visit, waiting.pop())
        folders = [link for link in links if link.endswith("/") and link not in seen]
        seen.update(folders)
        waiting += folders
        if len(seen) > _MOST_FOLDERS:
            raise TooLarge(f"the collection has more than {_MOST_FOLDERS:,} folders")
        keyed = ((_key_of(unquote(link[len(root) :])), link) for link in links)
        finds = [
            Find(key, RecordText(key), url=link)
            for key, link in keyed
            if _wanted(key, visit.settings.only)
        ]
        yield Step(finds, {})


def _below(visit: Visit[CollectionSettings], folder: str) -> list[str]:
    answer = visit.fetcher.get(folder)
    links = (urldefrag(link.address)[0] for link in links_of(answer.body or b"", folder))
    return sorted({link for link in links if link.startswith(folder) and "?" not in link})


def _key_of(path: str) -> str:
    """The key that a file's path gives it, below whatever folders the zip puts above; or empty."""
    parts = path.removesuffix(".md").split("/")
    starts = [number for number, part in enumerate(parts[:2]) if part in system_codes()]
    key = "/".join(parts[starts[0] :]) if starts and path.endswith(".md") else ""
    try:
        return str(parse_key(key))
    except BadKey:
        return ""


def _wanted(key: str, only: list[str]) -> bool:
    return bool(key) and (not only or key.startswith(tuple(only)))


def _member(key: str, member: Member) -> Find:
    if member.fault:
        return Find(key, Broken(f"{member.name}: {member.fault}"))
    return Find(key, RecordText(key), member.data)


KIND = Kind(
    name="collection",
    description="The collection of another Centre that runs Manumit",
    settings=CollectionSettings,
    walk=_walk,
    example={"only": ["th/"]},
)
