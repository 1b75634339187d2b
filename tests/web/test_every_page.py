"""Whatever a page is about: light, without cookie or script, from one server, and never an error."""

import gzip
import re
from datetime import date
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import get_resolver

from manumit import reference
from tests.web.shown import text_of

pytestmark = pytest.mark.usefixtures("starter")

ADDRESSES = [
    "/",
    "/search",
    "/search?q=slavery",
    "/topics",
    "/topics/trafficking",
    "/topics/servitude",
    "/case-law",
    "/case-law?system=coe",
    "/case-law?topic=forced-labour&forum=ecthr",
    "/law",
    "/law?system=hk&kind=legislation",
    "/law?system=un&kind=instrument",
    "/resources",
    "/resources?type=report",
    "/about",
    "/legal-notice",
    "/accessibility",
    "/learn",
    "/learn/journalists",
    "/learn/compared?read=th",
    "/glossary",
    "/glossary?part=work",
    "/help",
    "/help?in=hk",
    "/hk/organisation/labour-department",
    "/un/treaty/palermo-protocol",
    "/un/treaty/palermo-protocol/art_3__para_a",
    "/hk/law/cap-200",
    "/hk/law/cap-200/sec_129",
    "/coe/case/25965-04/2010-01-07",
    "/coe/case/25965-04/2010-01-07/para_282",
    "/hk/case/2019-hkcfa-53",
    "/hk/case/2018-hkca-473?cites=1",
    "/coe/case/25965-04/2010-01-07?cited-by=1",
    "/coe/treaty/echr/art_4?cited-by=1",
    "/which?key=coe/case/60561-14/2018-07-19&key=coe/case/60561-14/2020-06-25",
    "/cite/hk/case/2019-hkcfa-53",
    "/cite/un/treaty/palermo-protocol?at=art_3",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_answers_without_a_cookie_under_a_strict_policy(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_needs_no_script_no_inline_style_and_no_other_server(client, address):
    page = text_of(client.get(address))
    assert "<script" not in page
    assert " style=" not in page
    assert not re.findall(r'(?:src|action)="https?:', page)
    assert re.findall(r'<link rel="(?:stylesheet|icon)" href="/static/', page)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_first_load_is_at_most_60_kilobytes(client, address):
    page = client.get(address).content
    style = Path(finders.find("web/manumit.css")).read_bytes()
    assert len(page) + len(style) <= 60_000


def test_the_style_sheet_travels_light():
    style = Path(finders.find("web/manumit.css")).read_bytes()
    assert len(gzip.compress(style)) <= 6_000


@pytest.mark.parametrize(
    "address",
    [
        "/hk/law/cap-9",
        "/hk/law/cap-200/sec_9999",
        "/x",
        "/hk/law/CAP-200",
        "/topics/nothing",
        "/a//b",
    ],
)
def test_an_address_with_nothing_behind_it_says_so_and_offers_a_search(client, address):
    response = client.get(address)
    assert response.status_code == 404
    assert 'action="/search"' in text_of(response)


def test_no_system_has_a_code_that_is_also_the_name_of_a_page():
    pages = {str(pattern.pattern).split("/")[0] for pattern in get_resolver().url_patterns}
    web = get_resolver("manumit.web.urls").url_patterns
    pages |= {str(pattern.pattern).split("/")[0] for pattern in web}
    # Languages stand before every address: /lang/th/…
    assert not (pages | {"lang"}) & reference.system_codes()


def test_a_page_that_did_not_change_is_not_sent_again(client):
    first = client.get("/about")
    again = client.get("/about", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_pages_travel_compressed(client):
    response = client.get("/law", headers={"Accept-Encoding": "gzip"})
    assert response.headers["Content-Encoding"] == "gzip"
    assert b"<!doctype html>" in gzip.decompress(response.content)[:40].lower()


def test_a_cookie_on_a_public_page_fails_rather_than_leak(client, monkeypatch):
    def leaky(request):
        response = original(request)
        response.set_cookie("seen", str(date.min))
        return response

    pattern = next(p for p in get_resolver("manumit.web.urls").url_patterns if p.name == "about")
    original = pattern.callback
    monkeypatch.setattr(pattern, "callback", leaky)
    with pytest.raises(RuntimeError, match="must not set a cookie"):
        client.get("/about")
