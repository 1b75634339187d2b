"""Citing statutes, treaties and other instruments."""

import re

from manumit.base.citing.items import Citation, Custom, Item, Run
from manumit.base.citing.pinpoints import shortened
from manumit.base.citing.styles import Style
from manumit.base.citing.words import in_words, spaced, unpointed, within
from manumit.reference import label_of

# Treaties of the Council of Europe were numbered as European Treaty Series before 2004.
_FIRST_CETS = 194
# The number stands inside, whatever depth it has: 第129(1)條.
_CHINESE = {
    "annex": "附件{}",
    "article": "第{}條",
    "chapter": "第{}章",
    "paragraph": "第{}段",
    "part": "第{}部",
    "preamble": "序言",
    "regulation": "第{}條",
    "rule": "第{}條規則",
    "schedule": "附表{}",
    "section": "第{}條",
}
_WORD = re.compile(r"\w+")
_JOURNAL = re.compile(r"(?P<series>[LC]) (?P<issue>\d+)(?:, p\. (?P<page>\d+))?")


def law(item: Item, style: Style) -> Citation:
    """A statute, treaty or other instrument; in Chinese where style and title ask for it."""
    if style.chinese and item.get("language", "").startswith("zh"):
        return in_chinese(item)
    return statute(item, style) if item["type"] == "legislation" else instrument(item)


def statute(item: Item, style: Style) -> Citation:
    """``Crimes Ordinance (Cap 200) s 129(1)``; abroad with the jurisdiction."""
    system, number = item["custom"].get("system", ""), item.get("number", "")
    if system == "eu":
        return (Run(f"{item['title']} {published_in(item)}".strip() + _article(item)),)
    if number.endswith("U.S.C."):
        return (Run(spaced(unpointed(number), f"§ {item['locator']}" if _pinned(item) else "")),)
    title = unpointed(item["title"])
    place = "" if system == style.home else within(item.get("jurisdiction", ""))
    pin = style.provision + _provision(item) if _pinned(item) else ""
    return (Run(spaced(title, _numbered(title, number, system), place) + pin),)


def instrument(item: Item) -> Citation:
    """``Title (adopted …, entered into force …) 2237 UNTS, art 3(a)``."""
    custom = item["custom"]
    done, in_force = in_words(item.get("issued")), in_words(custom.get("in-force"))
    when = within(
        f"{custom.get('done', 'adopted')} {done}" if done else "",
        f"entered into force {in_force}" if in_force else "",
    )
    convention = within(f"ILO {custom['ilo']}") if "ilo" in custom else ""
    return (Run(spaced(item["title"], convention, when, published_in(item)) + _article(item)),)


def in_chinese(item: Item) -> Citation:
    """``《刑事罪行條例》（第200章）第129(1)條``."""
    chapter = re.fullmatch(r"Cap\. (\w+)", item.get("number", ""))
    numbered = f"（第{chapter[1]}章）" if chapter else ""
    return (Run(f"《{item['title']}》{numbered}{_chinese_pin(item) if _pinned(item) else ''}"),)


def _chinese_pin(item: Item) -> str:
    label, locator = item["custom"]["label"], item.get("locator", "")
    if label in _CHINESE and ", " not in locator:
        return _CHINESE[label].format(locator)
    return label_of(item["custom"]["eid"], "zh-Hant").replace(", ", "")


def published_in(item: Item) -> str:
    """The series that holds a treaty: ``2237 UNTS``, ``CETS No 197``, ``OJ L101``; else its symbol."""
    series, volume = item.get("container-title", ""), item.get("volume", "")
    number = item.get("number", "")
    if series == "OJ":
        return f"OJ {_journal(number)}"
    if series == "CETS" and number.isdecimal():
        return f"{'CETS' if int(number) >= _FIRST_CETS else 'ETS'} No {number}"
    if volume:
        # A number of registration is no page: it says so.
        return spaced(volume, series, within(f"no {number}" if number else ""))
    return _symbol(item["custom"])


def _symbol(custom: Custom) -> str:
    return f"UN Doc {custom['un-document']}" if "un-document" in custom else ""


def _journal(number: str) -> str:
    found = _JOURNAL.fullmatch(number)
    if not found:
        return number
    return f"{found['series']}{found['issue']}" + (f"/{found['page']}" if found["page"] else "")


def _numbered(title: str, number: str, system: str) -> str:
    """The number in brackets, unless the title has it or it only repeats the title."""
    number = unpointed(number)
    repeated = title in number or set(_WORD.findall(number)) <= set(_WORD.findall(title))
    # An Act of the United Kingdom is cited without its chapter.
    return "" if system == "gb" or repeated else within(number)


def _pinned(item: Item) -> bool:
    return bool(item["custom"].get("label"))


def _provision(item: Item) -> str:
    return shortened(item["custom"].get("label", ""), item.get("locator", ""))


def _article(item: Item) -> str:
    return f", {_provision(item)}" if _pinned(item) else ""
