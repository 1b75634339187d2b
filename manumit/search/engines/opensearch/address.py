"""The setting that leads to a cluster: ``opensearch+http://host:9200,host2:9200/manumit?shards=3``."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from manumit.search.errors import SearchUnavailable

_ADDRESS = re.compile(
    r"opensearch\+(?P<scheme>https?)://(?:(?P<user>[^:@/]+):(?P<password>[^@/]*)@)?"
    r"(?P<hosts>[^@/?]+)/(?P<name>[a-z0-9][a-z0-9_-]*)(?:\?(?P<more>.*))?"
)
_HOST = re.compile(r"(?P<host>\[[0-9a-fA-F:]+\]|[^:\[\]]+)(?::(?P<port>\d{1,5}))?")
_MORE = re.compile(r"shards=([1-9]\d{0,2})")


@dataclass(frozen=True, slots=True)
class Address:
    """Where the cluster is, the name that its indexes begin with, and their number of shards."""

    hosts: tuple[tuple[str, int], ...]
    secure: bool
    login: tuple[str, str] | None
    name: str
    shards: int

    def __repr__(self) -> str:
        """Without the password."""
        return f"Address({self.hosts}, {self.name!r})"


def read_address(setting: str) -> Address:
    """Take the setting apart. Raises SearchUnavailable, saying how it is written."""
    found = _ADDRESS.fullmatch(setting)
    hosts = [_HOST.fullmatch(host) for host in found["hosts"].split(",")] if found else []
    more = _MORE.fullmatch(found["more"] or "shards=1") if found else None
    if not found or not more or not all(hosts):
        raise SearchUnavailable(
            "MANUMIT_INDEX is no address such as opensearch+http://host:9200,host2:9200/manumit"
        )
    return Address(
        hosts=tuple(
            (host["host"].strip("[]"), int(host["port"] or 9200)) for host in hosts if host
        ),
        secure=found["scheme"] == "https",
        login=(unquote(found["user"]), unquote(found["password"])) if found["user"] else None,
        name=found["name"],
        shards=int(more[1]),
    )
