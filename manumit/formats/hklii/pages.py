"""The page of one section as a tree, with what HKLII's own conversion broke put right."""

from lxml import etree

from manumit.formats.hklii.inline import text_of
from manumit.formats.hklii.spacing import tidy
from manumit.formats.safe_html import classes_of, name_of, parse_html


def parse_page(html: str) -> etree._Element:
    """The page's body. Raises UnreadableDocument."""
    root = parse_html(html)
    schedule = next((one for one in root.iter() if name_of(one) == "schedule"), None)
    if schedule is not None:
        _give_back_first_section(schedule)
    tidy(root)
    return root


def words_of(html: str) -> str:
    """The words of a page on one line."""
    return text_of(parse_page(html)) if html else ""


def start_of(root: etree._Element) -> str:
    """The day from which a schedule holds as it stands; empty where the page does not say."""
    starts = (one.get("startperiod") for one in root.iter() if name_of(one) == "schedule")
    return next((start for start in starts if start), "")


def _give_back_first_section(schedule: etree._Element) -> None:
    """The first section of a schedule has lost its opening tag: its number stands alone."""
    inner = list(schedule)
    ends = (at for at, one in enumerate(inner) if name_of(one) == "section")
    end = next(ends, len(inner))
    starts = (at for at, one in enumerate(inner[:end]) if "leg-num" in classes_of(one))
    start = next(starts, None)
    if start is None:
        return
    section = etree.Element("section")
    schedule.insert(start, section)
    for one in inner[start:end]:
        section.append(one)
