"""Laws of Thailand from the Council of State's database, and English texts of unknown origin."""

import re
from collections.abc import Mapping

from manumit.formats.statutes.source import Law, Provision, Publisher, dates_note, host_of

_YEAR = re.compile(r"(?:พ\.?ศ\.?|พ(?:ระพ)?ุทธศักราช|(?:รัตนโกสินทร์?\s?)?ศก)\s{0,3}[0-9๐-๙]{3,4}")
_LONGEST = 100
_UNKNOWN = (
    "The English text names no translator and no source: hold every word against the law in Thai "
    "before you rely on it."
)


# What the first word of a title makes a law.
_TYPES = {
    "รัฐธรรมนูญ": "constitution",
    "ประมวลกฎหมาย": "code",
    "พระราชบัญญัติ": "act",
    "พระราชกำหนด": "decree",
    "พระราชกฤษฎีกา": "decree",
    "กฎกระทรวง": "regulation",
    "ระเบียบ": "regulation",
    "ประกาศ": "order",
}


def _owns(values: Mapping[str, str]) -> bool:
    host = host_of(values)
    return bool(values.get("title_th")) and host.endswith(("ocs.go.th", "krisdika.go.th"))


def _law(values: Mapping[str, str], provisions: tuple[Provision, ...]) -> Law:
    english = any(one.language == "en" for one in provisions)
    host = host_of(values)
    year = _YEAR.search(values["title_th"])
    titles = {"th": values["title_th"], "en": values.get("title_en", "")}
    return Law(
        key=None,
        titles={language: title for language, title in titles.items() if title},
        number=year[0] if year else values["title_th"][:_LONGEST],
        doc_type=_type(values["title_th"]),
        status=values.get("status", ""),
        url=values["url"],
        publisher="a collection that names no source of its English text"
        if english
        else f"a collection made from {host}",
        language="th",
        layout="thai",
        provisions=provisions,
        notes=(*([_UNKNOWN] if english else []), *dates_note(values)),
    )


def _type(title: str) -> str:
    return next((kind for word, kind in _TYPES.items() if title.startswith(word)), "")


THAILAND = Publisher("thailand", _owns, _law)
