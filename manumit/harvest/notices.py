"""A notice: what a feed or a repository says about something that was published elsewhere."""

import json
import re
from dataclasses import asdict, dataclass, replace
from datetime import date
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from manumit.harvest.errors import Unreadable

_DOI = re.compile(r"\b10\.[0-9]{4,9}/[^\s\"<>{}|\\^`?#]{1,200}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_SPACE = re.compile(r"\s+")
# What no text may hold: control signs, halves of characters, and what is none.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# What readers' ways to a page add to its address, and what says nothing about the page.
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src|_hs\w+|yclid)", re.ASCII)
_PORTS = {"http": ":80", "https": ":443"}


@dataclass(frozen=True, slots=True)
class Notice:
    """One item. ``published`` is as much of a day as is known; ``language`` a BCP 47 tag.

    ``link`` and ``doi`` may be empty, but not both. ``system`` is the code of the jurisdiction or
    body under which it will stand.
    """

    title: str
    link: str
    publisher: str
    system: str
    kind: str = "news"
    published: str = ""
    summary: str = ""
    language: str = "en"
    doi: str = ""
    authors: tuple[str, ...] = ()

    def to_bytes(self) -> bytes:
        """The notice as JSON; the same notice always gives the same bytes."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "Notice":
        """Read back what ``to_bytes`` wrote."""
        values = json.loads(data)
        return cls(**{**values, "authors": tuple(values["authors"])})

    def known_on(self, today: date) -> "Notice":
        """The notice without its day where that has not come yet: nobody published it then."""
        return self if self.published <= today.isoformat() else replace(self, published="")

    def checked(self) -> "Notice":
        """The notice itself. Raises Unreadable when it says too little to be told apart."""
        if not self.title:
            raise Unreadable("has no title and no words to make one of")
        if not (self.link or self.doi):
            raise Unreadable(f"{self.title[:80]!r} has no address")
        return self


def one_line(text: str, most: int = 500) -> str:
    """The text on one line, cut at a word with an ellipsis where it is too long."""
    line = _SPACE.sub(" ", _CONTROL.sub("", text)).strip()
    if len(line) <= most:
        return line
    return line[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def doi_in(*texts: str) -> str:
    """The first DOI in the texts, in lower case; empty where there is none."""
    for text in texts:
        if found := _DOI.search(text):
            return found[0].rstrip(".,;)").lower()
    return ""


def language_tag(written: str, otherwise: str) -> str:
    """A plain language tag out of ``en-GB`` or ``EN``; ``otherwise`` where it is none."""
    code = written.strip().lower().partition("-")[0].partition("_")[0]
    return code if _LANGUAGE.fullmatch(code) else otherwise


def web_address(link: str) -> str:
    """The link as a full web address without spaces and quotes; empty where it is none."""
    link = _CONTROL.sub("", link).strip()
    try:
        parts = urlsplit(link)
        known = parts.scheme.lower() in ("http", "https") and parts.hostname
    except ValueError:
        return ""
    if not known or len(link) > 2000:
        return ""
    address = quote(link, safe="%/:=&?~#+!$,;'@()*[]")
    return address if len(address) <= 500 else ""


def canonical(link: str) -> str:
    """The address under which two links to one page are the same.

    The scheme, ``www.``, a default port, what tracks readers and a closing slash do not count. A
    fragment counts where it is a place of its own in an application (``#{"id":…}``, ``#/…``).
    """
    if not link:
        return ""
    parts = urlsplit(link)
    host = parts.netloc.lower().rpartition("@")[2].removesuffix(_PORTS.get(parts.scheme, " "))
    query = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(pair[0])
    ]
    fragment = parts.fragment if re.match(r"%7B|\{|!|/", parts.fragment) else ""
    path = parts.path.rstrip("/")
    return urlunsplit(("", host.removeprefix("www."), path, urlencode(sorted(query)), fragment))
