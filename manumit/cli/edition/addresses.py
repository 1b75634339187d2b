"""An address of the site, and the name of the file that stands for it in an edition."""

from typing import NamedTuple
from urllib.parse import parse_qsl, quote, unquote, urlsplit


class Address(NamedTuple):
    """A path without a slash at its end (the front page is empty), and what is asked, in order.

    ``prefix`` is that of the interface's language: ``/lang/th``, empty for English.
    """

    prefix: str
    path: str
    asked: tuple[tuple[str, str], ...] = ()

    @property
    def url(self) -> str:
        """As it is asked of the site, prefix and all."""
        query = "&".join(f"{quote(name)}={quote(value, safe='')}" for name, value in self.asked)
        whole = f"{self.prefix}/{quote(self.path)}"
        return f"{whole}?{query}" if query else whole

    @property
    def is_file(self) -> bool:
        """Whether it is a file that somebody attached, and no page of the site."""
        return self.path.startswith("files/")

    @property
    def file(self) -> str:
        """The path of its file below the folder of the edition, fit for every file system."""
        if self.is_file:
            return self.path
        name = self.path or "index"
        parts = [f",{quote(key, safe='')}={quote(value, safe='')}" for key, value in self.asked]
        return f"{self.prefix}/{name}{''.join(parts)}.html".removeprefix("/")

    def value(self, name: str) -> str:
        """What is asked under a name; empty where it is not."""
        return dict(self.asked).get(name, "")

    def without(self, *names: str) -> "Address":
        """The same, less what is asked under these names."""
        return self._replace(asked=tuple(pair for pair in self.asked if pair[0] not in names))


def read(url: str) -> Address:
    """The address in a URL of this site; what says nothing (``page=1``, an empty value) is dropped."""
    parts = urlsplit(url)
    prefix, path = split_prefix(unquote(parts.path).strip("/"))
    pairs = parse_qsl(parts.query)
    asked = sorted({pair for pair in pairs if pair[1] and pair != ("page", "1")})
    return Address(prefix, path, tuple(asked))


def split_prefix(path: str) -> tuple[str, str]:
    """``lang/th/topics`` is ``/lang/th`` and ``topics``."""
    first, _, rest = path.partition("/")
    if first != "lang":
        return "", path
    code, _, inner = rest.partition("/")
    return f"/lang/{code}", inner
