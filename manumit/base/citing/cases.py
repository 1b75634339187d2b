"""Citing judgments and decisions."""

import re

from manumit.base.citing.items import Citation, Custom, Item, Run
from manumit.base.citing.pinpoints import shortened
from manumit.base.citing.styles import Style
from manumit.base.citing.words import (
    in_words,
    listed,
    numbers_together,
    spaced,
    unpointed,
    within,
)

_NATIONAL = ("domestic", "labour_tribunal")
# The reports by which the Court in Strasbourg is cited, once a judgment is in them.
_STRASBOURG_REPORT = re.compile(r".*\d+ EHRR \d+|Series A .*")
_COMMA_AFTER_YEAR = re.compile(r"^(\(\d{4}\)),")
# What these call themselves in a citation; others go by their names.
_SHORT = {
    "ecomhr": "Commission Decision",
    "ecthr": "ECtHR",
    "ecthr-committee": "ECtHR",
    "ecthr-gc": "ECtHR [GC]",
    "ecthr-plenary": "ECtHR",
}


def case(item: Item, style: Style) -> Citation:
    """``ZN v Secretary for Justice [2019] HKCFA 53, (2020) 23 HKCFAR 15 [101]``."""
    name = Run(unpointed(item["title"]), italic=True)
    custom = item["custom"]
    if custom.get("system") == "eu":
        return _luxembourg(name, item)
    if custom.get("system") == "coe":
        return name, Run(f" {_strasbourg(item)}{_pin(item, style.strasbourg)}")
    if custom.get("forum-type") in _NATIONAL:
        return name, Run(f" {_national(item, style)}{_pin(item, style.paragraph)}")
    return name, Run(f" {_international(item)}{_pin(item, ', para {}')}")


def _pin(item: Item, paragraph: str) -> str:
    label, locator = item["custom"].get("label", ""), item.get("locator", "")
    if label == "paragraph":
        return paragraph.format(locator)
    return f", {shortened(label, locator)}" if label else ""


def _national(item: Item, style: Style) -> str:
    custom = item["custom"]
    report = _report(custom)
    if neutral := custom.get("neutral-citation"):
        return ", ".join(filter(None, [neutral, report]))
    if report:
        return spaced(report, _court_and_year(item, report, style))
    return _by_number(item, style)


def _report(custom: Custom) -> str:
    """The first report that the record names: editors put the best first."""
    written = unpointed(next(iter(custom.get("reports", [])), ""))
    return _COMMA_AFTER_YEAR.sub(r"\1", written)


def _court_and_year(item: Item, report: str, style: Style) -> str:
    """What the report leaves open; it names the court itself, or is a court of last resort's."""
    if report.endswith(")"):
        return ""
    last_resort = item["custom"].get("forum-level") == "final"
    year = str(item["issued"]["date-parts"][0][0])
    named = re.search(r"\b\d{4}\b", report.rpartition(" ")[0])
    return within("" if last_resort else _court(item, style), "" if named else year)


def _court(item: Item, style: Style) -> str:
    """At home by its initials, which are those of its neutral citations; abroad in full."""
    custom = item["custom"]
    system, forum = custom.get("system", ""), custom.get("forum", "")
    if system != style.home:
        return item.get("authority", "")
    initials = forum.removeprefix(system)
    return initials.upper() if initials != forum and initials.isalpha() else custom["court"]


def _by_number(item: Item, style: Style) -> str:
    """Not "unreported": that the record names no report does not say that there is none."""
    numbers = numbers_together(item["custom"].get("numbers", []))
    court, day = _court(item, style), in_words(item.get("issued"))
    if not style.bracketed:
        return spaced(numbers, within(court, day))
    # The number of a case at home tells the court to whoever reads it.
    known = numbers and item["custom"].get("system") == style.home
    return within(numbers, "" if known else court, day)


def _strasbourg(item: Item) -> str:
    custom = item["custom"]
    reports = filter(_STRASBOURG_REPORT.fullmatch, custom.get("reports", []))
    if report := next(reports, None):
        return unpointed(report)
    numbers = custom.get("numbers", [])
    written = f"App {'nos' if len(numbers) > 1 else 'no'} {listed(numbers)}" if numbers else ""
    court = _SHORT.get(custom.get("forum", ""), item.get("authority", ""))
    return spaced(written, within(court, in_words(item.get("issued"))))


def _luxembourg(name: Run, item: Item) -> Citation:
    custom = item["custom"]
    numbers = custom.get("numbers", [])
    before = f"{'Joined Cases' if len(numbers) > 1 else 'Case'} {listed(numbers, ' and ')} "
    report = next(iter(custom.get("reports", [])), "") or custom.get("ecli", "")
    found = report.removeprefix("ECLI:") or within("CJEU", in_words(item.get("issued")))
    return Run(before if numbers else ""), name, Run(f" {found}{_pin(item, ', para {}')}")


def _international(item: Item) -> str:
    custom = item["custom"]
    found = _report(custom) or unpointed(custom.get("neutral-citation", "")) or _numbers(custom)
    # The code of a criminal tribunal is its acronym.
    tribunal = custom.get("forum-type") == "international_criminal"
    court = custom.get("system", "").upper() if tribunal else item.get("authority", "")
    return spaced(found, within(court, in_words(item.get("issued"))))


def _numbers(custom: Custom) -> str:
    if document := custom.get("un-document"):
        return f"UN Doc {document}"
    return numbers_together(custom.get("numbers", []))
