"""The number and the heading of a provision, told from its text."""

import re
from dataclasses import dataclass

from manumit.formats.statutes.source import Provision

UNDEFINED = "undefined"
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_LATIN = {
    "ทวิ": "bis",
    "ตรี": "ter",
    "จัตวา": "quater",
    "เบญจ": "quinquies",
    "ฉ": "sexies",
    "สัตต": "septies",
    "อัฏฐ": "octies",
    "นว": "nonies",
    "ทศ": "decies",
}


def in_ascii(text: str) -> str:
    """Text with its Thai figures as ours, character for character."""
    return text.translate(_THAI_DIGITS)


_LABEL = re.compile(
    r"(?P<word>Section|SECTION|Sec\.|SEC\.|Article|ARTICLE|Art\.|ART\.|มาตรา|ข้อ)?\s{0,6}"
    r"(?P<number>\d{1,4}(?:/\d{1,3})?[A-Z]{0,3}(?![A-Za-z])(?:-\d{1,4}\b)?)"
    r"(?P<suffix>\s{0,3}(?:ทวิ|ตรี|จัตวา|เบญจ|ฉ|สัตต|อัฏฐ|นว|ทศ)(?=\s))?"
    r"(?P<range>\s{1,3}ถึง\s{1,3}มาตรา\s{1,3}\d{1,4})?"
    r"(?:\s?[.:](?=\s|$|\D)|(?=\s|$|[—-]))"
)
_DASH = re.compile(r"\s?\.?\s?[\u2013\u2014\ufffd-]")
_STEPS = {"s": "sec", "a": "art", "ม": "sec", "ข": "art"}
_KINDS = {"sec": "section", "art": "article"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A provision taken apart: what is printed as its number, its heading, and the rest.

    ``step`` is that of its eid and ``number`` its number in ASCII; both are empty where it has none.
    """

    step: str
    number: str
    printed: str
    heading: str
    text: str

    @property
    def kind(self) -> str:
        """The kind of unit it is."""
        return _KINDS.get(self.step, "")


def read_label(one: Provision, *, title_in_text: bool = False) -> Labelled:
    """Take a provision apart; no character of its text is lost.

    ``title_in_text`` is true where a collection took the title from the beginning of the text.
    """
    found = _LABEL.match(one.text.translate(_THAI_DIGITS))
    if not found or not _is_its_number(found, one.section):
        return _without_number(one)
    word = found["word"] or one.section
    step = _STEPS.get(word[0].lower(), "sec")
    number = one.section if found["range"] else _latin(found["number"], found["suffix"])
    printed, rest = one.text[: found.end()], one.text[found.end() :].lstrip(" \n")
    heading, rest = _heading(one.title, printed, rest, title_in_text=title_in_text)
    return Labelled(step, number, " ".join(printed.split()), heading, rest)


def _is_its_number(found: re.Match[str], section: str) -> bool:
    """Whether the text begins with the number the file gives, or with one where it gives none."""
    if section == UNDEFINED:
        return bool(found["word"])
    return re.match(r"\d*", section)[0] == re.match(r"\d*", found["number"])[0]  # type: ignore[index]  # it matches nothing at least


def _without_number(one: Provision) -> Labelled:
    """A provision whose text does not begin with its number: the file's own is shown."""
    title = "" if one.text.startswith(one.title) else one.title
    if one.section == UNDEFINED:
        return Labelled("", "", "", title, one.text)
    number, _, suffix = one.section.partition(" ")
    return Labelled("sec", _latin(number, suffix), one.section, title, one.text)


def _heading(title: str, printed: str, rest: str, *, title_in_text: bool) -> tuple[str, str]:
    """The heading and the text after it: words before a dash, or a title that stands apart."""
    if not title or _is_number_again(title, printed):
        return "", rest
    if not title_in_text or not rest.startswith(title):
        return title, rest
    after = rest[len(title) :]
    if not _DASH.match(after):
        return "", rest  # the first sentence, and no heading
    dot = after.startswith((".", " ."))
    cut = len(title) + (after.index(".") + 1 if dot else 0)
    return rest[:cut].strip(), rest[cut:].strip()


def _is_number_again(title: str, printed: str) -> bool:
    """Whether the title is the number once more, in other digits: ``มาตรา 3`` of ``มาตรา ๓``."""
    return "".join(title.translate(_THAI_DIGITS).split()) in (
        "".join(printed.translate(_THAI_DIGITS).split()),
        "มาตรา",
    ) or (title.startswith("มาตรา") and printed.startswith("มาตรา"))


def _latin(number: str, suffix: str | None) -> str:
    """``38 ทวิ`` as ``38-bis``, ``4/1`` as ``4-1``: an address is written in ASCII."""
    word = _LATIN.get((suffix or "").strip(), "")
    return "-".join(filter(None, (number.replace("/", "-"), word)))
