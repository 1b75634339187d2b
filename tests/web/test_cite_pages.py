"""Cite this: what a reader is given, and what a reference manager finds."""

import json
import re

import bibtexparser
import pytest
import rispy
from django.utils import timezone

from manumit.library.models import Work
from tests.web.shown import text_of

pytestmark = pytest.mark.usefixtures("starter")

CASE, LAW, TREATY = "hk/case/2019-hkcfa-53", "hk/law/cap-200", "un/treaty/palermo-protocol"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("style=oscola&at=sec_129", "Crimes Ordinance (Cap 200) (Hong Kong), s 129\n"),
        ("style=hong-kong&at=sec_129", "Crimes Ordinance (Cap 200) s 129\n"),
        ("style=hong-kong&at=sec_129&language=zh-Hant", "《刑事罪行條例》（第200章）第129條\n"),
        ("style=oscola&language=xx", "Crimes Ordinance (Cap 200) (Hong Kong)\n"),
    ],
)
def test_one_style_alone_is_plain_text(client, query, words):
    response = client.get(f"/cite/{LAW}?{query}")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert text_of(response) == words


@pytest.mark.parametrize(
    ("style", "media_type", "name"),
    [
        ("bibtex", "application/x-bibtex", "hk-law-cap-200-sec_129.bib"),
        ("ris", "application/x-research-info-systems", "hk-law-cap-200-sec_129.ris"),
        ("csl-json", "application/vnd.citationstyles.csl+json", "hk-law-cap-200-sec_129.json"),
    ],
)
def test_a_file_has_its_type_and_the_name_of_its_key(client, style, media_type, name):
    response = client.get(f"/cite/{LAW}?style={style}&at=sec_129")
    assert response.headers["Content-Type"].partition(";")[0] == media_type
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert not response.cookies


def test_each_file_leads_back_to_the_passage_here(client):
    address = f"http://testserver/{LAW}/sec_129"
    query = f"/cite/{LAW}?at=sec_129&style="
    [entry] = bibtexparser.parse_string(text_of(client.get(query + "bibtex"))).entries
    [record] = rispy.loads(text_of(client.get(query + "ris")))
    [item] = json.loads(text_of(client.get(query + "csl-json")))
    assert entry["url"] == record["urls"][0] == item["URL"] == address
    assert client.get(address).status_code == 200


def test_behind_a_proxy_that_speaks_https_so_does_the_address(client, settings):
    settings.SESSION_COOKIE_SECURE = True
    [item] = json.loads(text_of(client.get(f"/cite/{LAW}?style=csl-json")))
    assert item["URL"] == f"https://testserver/{LAW}"


def test_the_page_shows_every_style_and_offers_the_files(client):
    page = text_of(client.get(f"/cite/{CASE}?at=para_3"))
    assert "<i>ZN v Secretary for Justice and Others</i> [2019] HKCFA 53" in page
    assert "at [3]" in page
    assert "TY  - CASE" in page
    for style in ("bibtex", "ris", "csl-json"):
        assert f'href="?style={style}&amp;at=para_3" download' in page


def test_the_page_gives_the_chinese_citation_of_what_has_a_chinese_title(client):
    page = text_of(client.get(f"/cite/{LAW}?at=sec_129"))
    assert '<p class="citation" lang="zh-Hant">《刑事罪行條例》（第200章）第129條</p>' in page
    assert "《" not in text_of(client.get(f"/cite/{CASE}"))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"/cite/{LAW}/", 200),
        (f"/cite/{LAW}?style=chicago", 404),
        (f"/cite/{LAW}?at=sec_9999", 404),
        (f"/cite/{LAW}?at=%00", 404),
        ("/cite/hk/law/cap-9", 404),
        ("/cite/hk/organisation/labour-department", 404),
        ("/cite/x", 404),
        ("/cite", 404),
    ],
)
def test_only_what_is_here_can_be_cited(client, address, status):
    assert client.get(address).status_code == status


def test_a_draft_is_cited_by_nobody_and_a_withdrawn_work_says_so(client):
    works = Work.objects.filter(key=LAW)
    works.update(live=False)
    assert client.get(f"/cite/{LAW}?style=ris").status_code == 404
    works.update(withdrawn_at=timezone.now())
    response = client.get(f"/cite/{LAW}?style=ris")
    assert response.status_code == 410
    assert "Crimes" not in text_of(response)


def test_a_record_that_nobody_verified_says_so_where_it_is_cited(client):
    Work.objects.filter(key=LAW).update(confidence="unverified")
    assert "Nobody has yet checked this record" in text_of(client.get(f"/cite/{LAW}"))


@pytest.mark.parametrize(
    ("address", "cite"),
    [
        (f"/{CASE}", f"/cite/{CASE}"),
        (f"/{LAW}", f"/cite/{LAW}"),
        (f"/{TREATY}/art_3", f"/cite/{TREATY}?at=art_3"),
    ],
)
def test_every_work_and_every_passage_offers_each_style_one_click_away(client, address, cite):
    page = text_of(client.get(address))
    links = re.findall(r'href="(/cite/[^"]+)"', page.partition('id="cite-this"')[2])
    links = [link.replace("&amp;", "&") for link in links]
    assert links[:3] == [cite, f"{cite}#oscola", f"{cite}#hong-kong"]
    assert len(links) == 6
    for link in links:
        response = client.get(link)
        assert response.status_code == 200
        place = link.partition("#")[2]
        assert f'id="{place}"' in text_of(response) or not place


def head_of(client, address):
    page = text_of(client.get(address))
    return dict(re.findall(r'<meta name="([^"]+)" content="([^"]*)">', page)), page


def test_zotero_finds_a_case_with_its_court_and_number(client):
    tags, page = head_of(client, f"/{CASE}")
    assert tags["z:itemType"] == "case"
    assert tags["DC.title"] == "ZN v Secretary for Justice and Others"
    assert tags["DC.date"] == "2020-01-10"
    assert tags["z:court"] == "Court of Final Appeal, Hong Kong"
    assert tags["z:docketNumber"] == "[2019] HKCFA 53"
    assert f'<link rel="canonical" href="http://testserver/{CASE}">' in page
    assert 'type="application/x-research-info-systems"' in page


def test_zotero_finds_a_statute_with_its_section(client):
    tags, _ = head_of(client, f"/{LAW}/sec_129")
    assert (tags["z:itemType"], tags["z:publicLawNumber"], tags["z:section"]) == (
        "statute", "Cap. 200", "129",
    )  # fmt: skip


def test_a_report_speaks_to_indexes_of_scholarship_too(client):
    work = Work.objects.published().filter(publication__publication_type="report").first()
    tags, _ = head_of(client, f"/{work.key}")
    assert tags["z:itemType"] == "report"
    assert tags["citation_technical_report_institution"]
