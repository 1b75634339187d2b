"""The one place that reads a Work's key.

A key is a Work's one name everywhere: the path of its collection file, the path of its
page and its id for other programs (``hk/law/cap-200``). Everyone else treats it as opaque.
"""

import re
from dataclasses import dataclass

_SEGMENT = r"[a-z0-9]+(?:[-.][a-z0-9]+)*"
_KEY = re.compile(rf"[a-z]{{2,8}}(?:/{_SEGMENT}){{2,5}}")

MAX_LENGTH = 200

# The second part of a key names the shelf, and so the kind of what stands there.
_SHELVES = {
    "treaty": "instrument",
    "standard": "instrument",
    "directive": "instrument",
    "regulation": "instrument",
    "law": "legislation",
    "case": "judgment",
    "publication": "publication",
    "organisation": "organisation",
    "page": "page",
}
# Pages of the site belong to no jurisdiction: what their keys begin with.
SITE = "site"


class BadKey(ValueError):
    """The text is no key; the message says what a key looks like."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key, taken apart: ``system`` is the code of the jurisdiction or system it belongs to."""

    system: str
    path: str

    def __str__(self) -> str:
        return f"{self.system}/{self.path}"


def parse_key(text: str) -> Key:
    """Read a key such as ``hk/law/cap-200``.

    Raises BadKey when the text is not one: keys are lower-case ASCII segments joined by
    slashes, the first a system's code, with no underscore (those belong to passages).
    """
    if len(text) > MAX_LENGTH or not _KEY.fullmatch(text):
        raise BadKey(
            f"{text[:80]!r} is not a key: use lower-case letters, digits and hyphens in three to "
            "six parts, such as hk/law/cap-200"
        )
    system, _, path = text.partition("/")
    return Key(system, path)


def system_of(key: str) -> str:
    """The code of the system a key belongs to; of a text that is no key, what stands there."""
    return key.partition("/")[0]


def kind_of(key: str) -> str | None:
    """The kind of record its shelf holds (``hk/law/cap-200``: legislation); None for no shelf."""
    return _SHELVES.get(key.split("/", maxsplit=2)[1]) if "/" in key else None


def shelves_of(kind: str) -> list[str]:
    """The second parts that keys of a kind may have."""
    return [shelf for shelf, held in _SHELVES.items() if held == kind]


def page_key(name: str, language: str) -> str:
    """The key of a page of the site in a language: ``site/page/compared/zh-hant``."""
    return f"{SITE}/page/{name}/{language.lower()}"


def page_of(key: str) -> tuple[str, str]:
    """The name of the page with this key, and its language in lower case. Raises BadKey."""
    site, _, rest = key.partition("/page/")
    name, _, language = rest.partition("/")
    if site != SITE or not language or "/" in language:
        raise BadKey(f"{key[:80]!r} is no page: its file is site/page/<name>/<language>.md")
    return name, language


def slugify_segment(text: str) -> str:
    """One segment of a key out of an official number: ``25965/04`` becomes ``25965-04``."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
