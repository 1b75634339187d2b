"""Taking a law report's citation apart, for the fields of reference managers."""

import re
from collections.abc import Sequence

from manumit.base.citing.items import Item

_SERIES = r"[A-Z][A-Za-z.']*(?: [A-Z][A-Za-z.']*){0,3}|F\.(?:2d|3d|4th)"
# A year or a volume stands before the series; the year of decision is known otherwise.
_REPORT = re.compile(
    r"(?:[\[(]\d{4}[\])],? (?:(?P<volume>\d{1,4}) )?|(?P<alone>\d{1,4}) )"
    rf"(?P<series>{_SERIES}) (?P<page>(?:[IVX]+-)?\d+)(?: \(.*\))?"
)


def reported_in(reports: Sequence[str]) -> Item:
    """Series, volume and page of the first report that has them: ``(2020) 23 HKCFAR 15``.

    Where none has, the first report whole, as its own series.
    """
    for report in reports:
        if found := _REPORT.fullmatch(report):
            volume = found["volume"] or found["alone"] or ""
            return {"container-title": found["series"], "volume": volume, "page": found["page"]}
    return {"container-title": reports[0]} if reports else {}
