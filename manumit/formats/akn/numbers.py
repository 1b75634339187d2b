"""The number of a provision: as printed, or as the publisher's own eId has it."""

import re
import unicodedata

from lxml import etree

from manumit.formats.akn.names import child, words

# A number and nothing else: ``(a)``, ``1.``, ``12bis``, ``IV``, ``1.2``.
_BARE = re.compile(r"[(\[“\"'‘]{0,2}([0-9A-Za-z]{1,12}(?:[.-][0-9A-Za-z]{1,6}){0,3})[.)\]:]{0,2}")
# In ``Part IV``, ``Art. 8a`` and ``Annexe 1`` the number is what follows the word.
_AFTER_A_WORD = re.compile(
    r"[^\W\d_]{2,20}\.? {1,2}([0-9]{1,4}[A-Za-z]{0,12}|[IVXLC]{1,8}|[A-Z])\.?"
)
_EID = re.compile(
    r"(?:^|__|/)(?P<kind>[A-Za-z]{2,12})_(?P<number>[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*)$"
)
_FIRST = re.compile(r"^1(?:er|re|ère)$")  # the French count from premier
_ORDINALS = {
    "first": "1",
    "second": "2",
    "third": "3",
    "fourth": "4",
    "fifth": "5",
    "sixth": "6",
    "seventh": "7",
    "eighth": "8",
    "ninth": "9",
    "tenth": "10",
}


def number_of(element: etree._Element) -> str:
    """The number for the eid of a hierarchical element or item; empty where it has none.

    What is printed counts; the number of the publisher's eId where print has no Latin one.
    """
    number = child(element, "num")
    if number is None:
        return ""
    return read_number(words(number)) or eid_number(element)


def read_number(printed: str) -> str:
    """The number in a printed one: ``Art. 8a`` gives ``8a``, ``มาตรา ๕`` gives ``5``."""
    plain = _western(printed)
    found = _BARE.fullmatch(plain) or _AFTER_A_WORD.fullmatch(plain)
    if found:
        return _FIRST.sub("1", found[1])
    return _ORDINALS.get(plain.partition(" ")[0].lower(), "")


def eid_number(element: etree._Element) -> str:
    """The number at the end of the publisher's own eId (2.0: ``id``); empty where it has none."""
    found = _EID.search(element.get("eId") or element.get("id") or "")
    return found["number"] if found else ""


def is_numbered(element: etree._Element) -> bool:
    """Whether readers see a number on it."""
    return bool(words(child(element, "num")))


def _western(text: str) -> str:
    """Digits of every script as 0 to 9."""
    return "".join(
        str(unicodedata.decimal(one)) if one.isdecimal() else one for one in text
    ).strip()
