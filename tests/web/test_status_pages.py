"""Status of treaties, as a reader sees it."""

from pathlib import Path

import pytest
from lxml import html

import manumit.web

pytestmark = pytest.mark.usefixtures("starter")
STATIC = Path(manumit.web.__file__).parent / "static" / "web"
STYLE = ["manumit.css", "status.css"]


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return html.fromstring(response.content)


def text(found):
    return " ".join(found.text_content().split())


def test_the_list_groups_every_instrument_by_its_answer(client):
    shown = page(client, "/status/hk?on=1997-07-01")
    assert [text(one) for one in shown.xpath("//h2")][:2] == ["In force", "Not yet in force"]
    [row] = shown.xpath("//li[a[contains(@href, 'un/treaty/iccpr?')]]")
    assert row.get("class") == "in-force"
    assert "China gave notice on 20 June 1997" in text(row)


def test_the_form_leads_to_the_territory_and_keeps_the_day(client):
    response = client.get("/status?territory=th&on=2020-01-01&body=")
    assert response["Location"] == "/status/th?on=2020-01-01&body="
    assert client.get("/status")["Location"] == "/status/hk"


def test_a_body_and_a_topic_narrow_the_list(client):
    every = page(client, "/status/hk").xpath("//ul[@class='answers']/li")
    labour = page(client, "/status/hk?body=ilo").xpath("//ul[@class='answers']/li/a/@href")
    assert 0 < len(labour) < len(every)
    assert all("/ilo/treaty/" in link for link in labour)
    organ = page(client, "/status/hk?topic=organ-removal").xpath("//ul[@class='answers']/li")
    assert 0 < len(organ) < len(every)


@pytest.mark.parametrize("tag", ["", "/lang/vi"])
def test_the_line_through_time_writes_its_years_as_large_on_a_phone_as_anywhere(client, tag):
    shown = page(client, f"{tag}/status/hk/un/treaty/iccpr?on=1997-06-30")
    [line] = shown.xpath("//*[@class='line']")
    assert (
        line.get("viewbox") is None
    )  # a picture with one is drawn smaller where there is less room
    years = line.xpath("*[local-name()='text']")
    assert [text(one) for one in years] == ["1980", "1990", "2000", "2010", "2020"]
    places = [one.get("x").removesuffix("%") for one in years]
    assert places == sorted(places)
    for bar in line.xpath("*[local-name()='rect']"):
        start, width = (float(bar.get(name).removesuffix("%")) for name in ("x", "width"))
        assert 0 <= start < start + width < 100.3


def test_a_century_and_more_has_no_more_years_than_a_narrow_phone_can_hold(client):
    shown = page(client, "/status/hk/ilo/treaty/c029?on=1900-01-01")
    years = shown.xpath("//*[@class='line']/*[local-name()='text']")
    assert 3 <= len(years) <= 7


def test_a_statement_tells_acts_reservations_periods_sources_and_how_to_cite_it(client):
    shown = page(client, "/status/hk/un/treaty/iccpr?on=1997-06-30")
    assert text(shown.xpath("//div[contains(@class, 'verdict')]/p")[0]) == (
        "In force since 20 August 1976: the United Kingdom extended it to Hong Kong on 20 May 1976."
    )
    headings = [text(one) for one in shown.xpath("//h2")]
    assert headings == [
        "The acts it follows from",
        "Reservations and declarations alive on that day",
        "Domestic effect",
        "Through time",
        "How we know",
        "Cite this statement",
    ]
    assert len(shown.xpath("//*[local-name()='svg']/*[local-name()='rect']")) >= 3
    cited = text(shown.xpath("//p[@class='citation']")[0])
    assert "Hong Kong on 30 June 1997" in cited
    assert cited.endswith("/status/hk/un/treaty/iccpr?on=1997-06-30>")


def test_a_day_nobody_can_read_is_said_and_today_is_shown(client):
    for address in ("/status/hk", "/status/hk/un/treaty/iccpr", "/status/matrix"):
        shown = page(client, f"{address}?on=banana")
        assert "“banana” is not a day" in text(shown.xpath("//p[@class='note']")[0])
    for day in ("0001-01-01", "9999-12-31"):
        page(client, f"/status/hk?on={day}")
        page(client, f"/status/hk/un/treaty/iccpr?on={day}")
        page(client, f"/status/hk/changes?from={day}&to=2020-01-01")


def test_what_is_not_held_is_not_found(client):
    for address in ("/status/zz", "/status/hk/un/treaty/nothing", "/status/zz/un/treaty/iccpr"):
        assert client.get(address).status_code == 404


def test_an_instrument_shows_who_is_bound_as_a_list_and_as_a_map(client):
    shown = page(client, "/un/treaty/palermo-protocol?status=1")
    first = shown.xpath("//ul[@class='answers']/li")[0]
    assert (first.get("class"), text(first.xpath("./a")[0])) == ("kept-out", "Hong Kong")
    drawn = shown.xpath("//*[local-name()='svg']/*[local-name()='g']/*[local-name()='title']")
    assert any(text(one).startswith("Thailand: In force since 16 November 2013") for one in drawn)


def test_the_region_is_a_matrix_of_signs_with_their_words(client):
    shown = page(client, "/status/matrix?on=2020-01-01&body=un")
    columns = [text(one) for one in shown.xpath("//thead//th")]
    assert columns[:3] == ["Instrument", "Hong Kong", "Thailand"]
    [row] = shown.xpath("//tr[th/a[contains(@href, 'palermo-protocol')]]")
    cells = [(text(cell), cell.get("title")) for cell in row.xpath("./td")][:2]
    assert cells == [("✕", "Not in force, by a decision"), ("●", "In force")]


def test_what_changed_between_two_days_tells_both_answers(client):
    shown = page(client, "/status/hk/changes?from=2010-12-31&to=2010-01-01")  # either order
    [row] = shown.xpath("//li[a[contains(@href, 'palermo-protocol')]]")
    assert "Before:" in text(row)


def test_the_pages_are_light(client):
    style = sum((STATIC / name).stat().st_size for name in STYLE)
    for address in ("/status/hk", "/status/matrix", "/un/treaty/crc?status=1"):
        assert len(client.get(address).content) + style <= 60_000, address
