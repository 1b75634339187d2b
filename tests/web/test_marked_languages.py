"""On a page in another language whatever stands in English says so: voices and fonts go by it."""

import re

import pytest
from lxml import html

pytestmark = pytest.mark.usefixtures("starter")

TAG = "th"
ADDRESSES = [
    "/",
    "/topics/trafficking",
    "/case-law?system=hk",
    "/law",
    "/resources",
    "/resources?type=report",
    "/releases",
    "/status/hk",
    "/status/hk/un/treaty/palermo-protocol",
    "/un/treaty/palermo-protocol",
    "/un/treaty/palermo-protocol?status=1",
    "/hk/law/cap-200/sec_129",
    "/hk/case/hcal-124-2010/2011-09-30",
    "/coe/case/25965-04/2010-01-07?cited-by=1",
    "/un/publication/icat/2016-providing-effective-remedies",
    "/help?in=hk",
    "/hk/organisation/labour-department",
    "/learn",
    "/glossary",
    "/glossary?part=work",
    "/changes",
    "/forward",
    "/guide",
    "/desk/",
]
# Three words in a row, each of two letters at least, are no name of a thing that stays as it is.
ENGLISH = re.compile(r"[A-Za-z]{3,}(?:\s+[A-Za-z]{2,}){2,}")


def unmarked(page: str) -> list[str]:
    """What is in English inside an element that is said to be in the page's language."""
    held = f"//body//text()[ancestor::*[@lang][1]/@lang = '{TAG}'][not(ancestor::title)]"
    return [text.strip() for text in html.fromstring(page).xpath(held) if ENGLISH.search(text)]


@pytest.mark.parametrize("address", ADDRESSES)
def test_whatever_is_in_english_says_so(client, address):
    page = client.get(f"/lang/{TAG}{address}").content.decode()
    assert f'<html lang="{TAG}"' in page
    assert unmarked(page) == []
