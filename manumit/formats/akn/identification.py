"""What a document's FRBR metadata says: names, languages, days, publisher."""

import re
from datetime import date

from lxml import etree

from manumit.formats.akn.names import XML_LANG, child, local, words
from manumit.formats.akn.times import read_date

_LANGUAGES = {
    "ara": "ar", "bul": "bg", "ces": "cs", "chi": "zh", "cym": "cy", "cze": "cs", "dan": "da",
    "deu": "de", "dut": "nl", "ell": "el", "eng": "en", "est": "et", "fin": "fi", "fra": "fr",
    "fre": "fr", "ger": "de", "gla": "gd", "gle": "ga", "gre": "el", "hrv": "hr", "hun": "hu",
    "ind": "id", "ita": "it", "jpn": "ja", "khm": "km", "kor": "ko", "lao": "lo", "lav": "lv",
    "lit": "lt", "ltz": "lb", "may": "ms", "mlt": "mt", "msa": "ms", "mya": "my", "bur": "my",
    "nld": "nl", "pol": "pl", "por": "pt", "roh": "rm", "ron": "ro", "rum": "ro", "rus": "ru",
    "slk": "sk", "slv": "sl", "sot": "st", "spa": "es", "swa": "sw", "swe": "sv", "tgl": "tl",
    "tha": "th", "tur": "tr", "ukr": "uk", "vie": "vi", "xho": "xh", "zho": "zh", "zul": "zu",
}  # fmt: skip
_SCRIPTS = {"hk": "zh-Hant", "mo": "zh-Hant", "tw": "zh-Hant", "cn": "zh-Hans", "sg": "zh-Hans"}
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
UNKNOWN_LANGUAGE = "und"

_VERSION = re.compile(r"/[a-z]{2,3}@(?P<day>\d{4}-\d{2}-\d{2})(?=$|/)")
# What publishers call the day from which a version of a law holds.
_VALID_FROM = frozenset({"dateapplicability", "validfrom", "applicability", "inforcefrom"})
_NO_TITLE = frozenset({"", "untitled", "none"})


class Identification:
    """The metadata of one document; everything is empty where the file says nothing."""

    def __init__(self, document: etree._Element) -> None:
        self.document = document
        self.meta = child(document, "meta")
        identification = _in(self.meta, "identification")
        self.work = _in(identification, "FRBRWork")
        self.expression = _in(identification, "FRBRExpression")
        self._source = "" if identification is None else identification.get("source") or ""
        self._shown = _shown(self.meta)

    def uri(self) -> str:
        """The publisher's name for the work: ``/akn/za/act/2013/7``."""
        return _value(_in(self.work, "FRBRuri")) or _value(_in(self.work, "FRBRthis"))

    def country(self) -> str:
        """Lower-case code of the jurisdiction, without its parts: ``GB-UKM`` gives ``gb``."""
        return _value(_in(self.work, "FRBRcountry")).lower().partition("-")[0]

    def number(self) -> str:
        """The official number."""
        return _value(_in(self.work, "FRBRnumber"))

    def subtype(self) -> str:
        """What the publisher calls this kind of document."""
        return _value(_in(self.work, "FRBRsubtype")) or self.document.get("name") or ""

    def language(self) -> str:
        """BCP 47; empty where the file does not say."""
        element = _in(self.expression, "FRBRlanguage")
        written = "" if element is None else element.get("language") or ""
        written = written or self.document.get(XML_LANG) or ""
        code = _LANGUAGES.get(written.lower(), written)
        if code == "zh":
            code = _SCRIPTS.get(self.country(), code)
        return code if _TAG.fullmatch(code) else ""

    def titles(self) -> dict[str, str]:
        """The names of the work by language; under the empty language one that has none."""
        named: dict[str, str] = {}
        for element in self.work if self.work is not None else ():
            title = element.get("value") or ""
            if local(element) not in ("FRBRname", "FRBRalias") or title.lower() in _NO_TITLE:
                continue
            is_title = local(element) == "FRBRname" or element.get("name") in (None, "title")
            if is_title:
                named.setdefault(element.get(XML_LANG) or "", " ".join(title.split()))
        return named

    def version(self) -> date | None:
        """The day from which this version holds, where expression or its name gives one."""
        found = _VERSION.search(_value(_in(self.expression, "FRBRuri")))
        if found:
            return read_date(found["day"])
        named = self.dated(self.expression)
        return next((named[name] for name in named if name in _VALID_FROM), None)

    def dated(self, level: etree._Element | None) -> dict[str, date]:
        """The dates of the work or expression by what they are, in lower case."""
        days: dict[str, date] = {}
        for element in level if level is not None else ():
            day = read_date(element.get("date")) if local(element) == "FRBRdate" else None
            if day:
                days[(element.get("name") or "").rpartition(":")[2].lower()] = day
        return days

    def address(self) -> str:
        """The page of the text, where its name is an address on the web."""
        uri = _value(_in(self.expression, "FRBRuri"))
        return uri if uri.startswith(("https://", "http://")) else ""

    def publisher(self) -> str:
        """Who made the file, by the name the file gives them."""
        return self.shown(self._source)

    def shown(self, reference: str | None) -> str:
        """The name of a person or body that an element refers to (``#ewca-civil``)."""
        return self._shown.get((reference or "").lstrip("#"), "")

    def says_authentic(self) -> bool:
        """Whether work or expression is called authoritative and no translation."""
        elements = [one for one in (self.work, self.expression) if one is not None]
        values = [_value(_in(one, "FRBRauthoritative")) for one in elements]
        return "true" in values and _in(self.expression, "FRBRtranslation") is None

    def printed(self, *names: str) -> list[str]:
        """The texts of all elements of those names, each once, in order."""
        found = (words(one) for name in names for one in self.document.iter(f"{{*}}{name}"))
        return list(dict.fromkeys(one for one in found if one))


def _in(element: etree._Element | None, name: str) -> etree._Element | None:
    return None if element is None else child(element, name)


def _value(element: etree._Element | None) -> str:
    return "" if element is None else (element.get("value") or "").strip()


def _shown(meta: etree._Element | None) -> dict[str, str]:
    """The names by which persons and bodies are shown, by the ids they are referred to with."""
    names: dict[str, str] = {}
    for element in meta.iter() if meta is not None else ():
        identity = element.get("eId") or element.get("id")
        if identity and element.get("showAs"):
            names.setdefault(identity, " ".join((element.get("showAs") or "").split()))
    return names
