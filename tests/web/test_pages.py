"""What a reader gets at each address."""

import gzip
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import get_resolver
from django.utils import timezone

from manumit import reference
from manumit.formats import format_named
from manumit.library.models import Judgment, Text, Work
from manumit.library.services import import_text
from tests.paths import SAMPLES

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


def text_of(response) -> str:
    return response.content.decode()


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


def test_a_draft_is_seen_by_nobody(client):
    Work.objects.filter(key="hk/law/cap-200").update(live=False)
    assert client.get("/hk/law/cap-200").status_code == 404
    assert client.get("/hk/law/cap-200/sec_129").status_code == 404


def test_a_withdrawn_work_leaves_its_name_and_nothing_else(client):
    works = Work.objects.filter(key="hk/law/cap-200")
    works.update(live=False, withdrawn_at=timezone.now())
    response = client.get("/hk/law/cap-200")
    assert response.status_code == 410
    assert "Crimes" not in text_of(response)


def test_a_judgment_shows_its_findings_with_pinpoints_and_the_provisions_they_are_about(client):
    page = text_of(client.get("/coe/case/25965-04/2010-01-07"))
    assert 'href="/coe/case/25965-04/2010-01-07/para_282"' in page
    assert 'href="/coe/treaty/echr/art_4?on=2010-01-07"' in page


def test_a_judgment_leads_from_its_outcome_to_all_with_the_same(client):
    page = text_of(client.get("/coe/case/25965-04/2010-01-07"))
    address = "/search?outcome=no-violation"
    assert f'<a href="{address}">no violation of rights</a>' in page
    found = client.get(address)
    assert found.context["result"].total > 10
    shown = {hit["work"].key for hit in found.context["hits"]}
    without = Judgment.objects.filter(key__in=shown).exclude(outcomes__code="no-violation")
    assert shown
    assert not without.exists()


def test_a_finding_without_a_verified_pinpoint_says_so(client):
    judgment = Judgment.objects.filter(findings__pinpoints=None, live=True).first()
    assert "no pinpoint verified" in text_of(client.get(f"/{judgment.key}"))


def test_a_provision_shows_what_courts_found_about_it(client):
    first = client.get("/coe/treaty/echr/art_4")
    assert "What courts have found about it" in text_of(first)
    pages = first.context["about"].paginator.num_pages
    shown = [text_of(client.get(f"/coe/treaty/echr/art_4?page={n + 1}")) for n in range(pages)]
    assert any("Rantsev v. Cyprus and Russia" in page for page in shown)


def test_many_findings_about_a_provision_come_a_page_at_a_time(client):
    first, second = (
        client.get("/coe/treaty/echr/art_4"),
        client.get("/coe/treaty/echr/art_4?page=2"),
    )
    assert "Page 1 of" in text_of(first)
    assert text_of(first) != text_of(second)


def test_a_record_that_nobody_verified_is_marked_wherever_it_appears(client):
    work = Work.objects.get(key="hk/law/cap-57")
    Work.objects.filter(system="hk", kind="legislation").update(confidence="unverified")
    assert "Not yet verified" in text_of(client.get(f"/{work.key}"))
    assert "not yet verified" in text_of(client.get("/law"))
    passage = work.passages.filter(noted=True).first()
    assert "not yet verified" in text_of(client.get(f"/{work.key}/{passage.eid}"))


def test_every_work_says_how_we_know(client):
    page = text_of(client.get("/hk/law/cap-200"))
    assert "How we know" in page
    assert "elegislation.gov.hk" in page


def test_a_topic_shows_the_word_each_instrument_uses(client):
    page = text_of(client.get("/topics/servitude"))
    assert "勞役" in page
    assert "奴工" in page
    assert "The word each instrument uses" in page


def test_the_grid_counts_a_judgment_under_broader_topics_once(client):
    grid = client.get("/case-law").context["grid"]
    rows = {row.concept.code: row for row in grid.rows}
    assert rows["servitude"].total >= rows["domestic-servitude"].total
    assert grid.total == Judgment.objects.filter(live=True).count()


def test_what_has_no_column_of_its_own_is_counted_and_listed_elsewhere(client):
    grid = client.get("/case-law").context["grid"]
    counts = {column.code: total for column, total in zip(grid.columns, grid.totals, strict=True)}
    assert sum(counts.values()) == grid.total
    listed = client.get("/case-law?system=elsewhere")
    assert listed.context["judgments"].paginator.count == counts["elsewhere"]
    assert "Elsewhere" in text_of(listed)


class TestImportedText:
    """The invented Cap. 9999 of the samples, in English and Chinese."""

    @pytest.fixture(autouse=True)
    def shelve(self, starter):
        form = format_named("hklm")
        self.starts = date(2020, 5, 1)
        for file in sorted((SAMPLES / "formats/hklm").glob("*.xml")):
            for read in form.read(file.read_bytes(), file.name):
                document = replace(read, valid_from=self.starts)
                self.key = document.key
                self.sections = [unit.eid for unit in document.units if unit.kind == "section"]
                import_text(
                    document=document,
                    key=document.key,
                    format_name="hklm",
                    by=None,
                    at=timezone.now(),
                )

    def test_each_section_has_a_page_in_every_language_it_is_held_in(self, client):
        for eid in self.sections:
            page = text_of(client.get(f"/{self.key}/{eid}"))
            assert '<section class="wording law" lang="en">' in page
            assert '<section class="wording law" lang="zh-Hant">' in page

    def test_an_address_inside_a_section_shows_that_part_and_no_other(self, client):
        section = client.get(f"/{self.key}/sec_2")
        below = re.findall(r'id="(sec_[^"]+__[^"]+)"', text_of(section))
        part = client.get(f"/{self.key}/{below[0]}")
        assert part.status_code == 200
        assert len(part.context["page"].said[0].html) < len(section.context["page"].said[0].html)

    def test_the_running_text_can_be_read_in_either_language(self, client):
        assert client.get(f"/{self.key}?read=en").status_code == 200
        assert 'lang="zh-Hant"' in text_of(client.get(f"/{self.key}?read=zh-Hant"))
        assert client.get(f"/{self.key}?read=en&page=999").status_code == 404

    def test_a_day_before_the_text_shows_no_text_and_says_which_day(self, client):
        page = text_of(client.get(f"/{self.key}/{self.sections[0]}?on=1901-02-03"))
        assert "3 February 1901" in page
        assert "holds no text for that day" in page
        assert '<section class="wording' not in page

    def test_a_text_that_does_not_hold_yet_is_not_shown_as_the_law(self, client):
        Text.objects.update(valid_from=date(2999, 1, 1))
        page = text_of(client.get(f"/{self.key}/{self.sections[0]}"))
        assert '<section class="wording' not in page

    def test_a_day_on_which_it_held_shows_it(self, client):
        page = text_of(client.get(f"/{self.key}/{self.sections[0]}?on={self.starts}"))
        assert '<section class="wording' in page

    def test_what_is_no_day_is_named_and_today_shown(self, client):
        page = text_of(client.get(f"/{self.key}/{self.sections[0]}?on=2020-02-31"))
        assert "“2020-02-31” is not a day" in page
        assert '<section class="wording' in page


class TestSearchPage:
    def test_a_filter_is_a_link_that_can_be_taken_off_again(self, client):
        plain = client.get("/search?q=trafficking")
        filtered = client.get("/search?q=trafficking&kind=judgment")
        assert filtered.context["result"].total < plain.context["result"].total
        assert {hit["work"].kind for hit in filtered.context["hits"]} == {"judgment"}
        assert (
            client.get(f"/search?{filtered.context['chosen'][0][1]}").context["result"].total
            == plain.context["result"].total
        )

    def test_judgments_are_counted_by_how_they_ended_in_words(self, client):
        page = text_of(client.get("/search?q=trafficking&kind=judgment"))
        box = page.partition("<summary>Outcome</summary>")[2].partition("</ul>")[0]
        assert "<span>violation of rights found</span>" in box
        assert "<span>conviction upheld</span>" in box
        assert "outcome=violation-found" in box

    def test_an_outcome_can_be_typed_into_the_query(self, client):
        typed = client.get("/search?q=trafficking+outcome:acquitted").context["result"]
        chosen = client.get("/search?q=trafficking&outcome=acquitted").context["result"]
        assert typed.total == chosen.total > 3

    @pytest.mark.parametrize(
        ("typed", "leads_to"),
        [
            ("cap 200 s 129", "/hk/law/cap-200/sec_129"),
            ("25965/04", "/coe/case/25965-04/2010-01-07"),
            ("palermo+protocol+art+3", "/un/treaty/palermo-protocol/art_3"),
        ],
    )
    def test_a_citation_leads_to_the_work_above_all_that_was_found(self, client, typed, leads_to):
        page = text_of(client.get(f"/search?q={typed}"))
        assert f'href="{leads_to}"' in page.partition('<ol class="works">')[0]

    def test_a_citation_of_what_is_not_held_says_so(self, client):
        page = text_of(client.get("/search?q=[2020]+hkcfa+99"))
        assert "<b>[2020] HKCFA 99</b> is not held here." in page

    def test_a_search_on_a_day_reads_only_what_held_on_it(self, client):
        page = text_of(client.get("/search?q=wages&on=1950-01-01&kind=legislation"))
        assert "Texts that did not hold on 1 January 1950 were left out." in page
        assert '<input type="hidden" name="kind" value="legislation">' in page

    def test_what_is_no_day_is_told_and_nothing_is_left_out_for_it(self, client):
        page = text_of(client.get("/search?q=wages&on=yesterday"))
        assert "“yesterday” is not a day" in page

    def test_names_are_suggested_while_typing_without_any_script(self, client):
        page = text_of(client.get("/search?q=x"))
        names = page.partition('<datalist id="names">')[2].partition("</datalist>")[0]
        for name in ("forced labour", "強迫勞動", "การค้ามนุษย์", "Palermo Protocol"):
            assert f'<option value="{name}">' in names
        assert '<input id="q" name="q" type="search" autocomplete="off" list="names"' in page

    def test_a_court_is_named_with_its_place(self, client):
        page = text_of(client.get("/search?q=trafficking&jurisdiction=hk"))
        assert "Court of First Instance, Hong Kong" in page

    def test_every_hit_says_what_it_is_and_why_it_is_there(self, client):
        page = text_of(client.get("/search?q=passport"))
        assert "<mark>" in page

    def test_what_was_only_filtered_is_not_said_to_have_been_found_by_its_words(self, client):
        assert "Found by its title" in text_of(client.get("/search?q=Zn"))
        assert "Found by its title" not in text_of(client.get("/search?kind=judgment"))

    def test_pages_of_results_hold_every_work_once(self, client):
        total = client.get("/search").context["result"].total
        seen: list[str] = []
        for number in range(1, total // 20 + 2):
            hits = client.get(f"/search?page={number}").context["hits"]
            seen += [hit["hit"].key for hit in hits]
        assert len(seen) == len(set(seen)) == total

    @pytest.mark.parametrize(
        "query",
        [
            '"',
            "((((",
            "a" * 5000,
            "\u202e\u0000\u0007",
            "AND OR NOT",
            "-",
            "*",
            "kind:",
            "q&page=-1",
            "%00",
        ],
    )
    def test_no_query_is_an_error_page(self, client, query):
        response = client.get(
            "/search", {"q": query, "page": "99999999999", "from": "x", "sort": "y"}
        )
        assert response.status_code == 200

    def test_without_an_index_the_page_says_what_is_to_be_done(self, client, settings, tmp_path):
        settings.MANUMIT_INDEX = tmp_path / "none"
        response = client.get("/search?q=x")
        assert response.status_code == 503
        assert "manumit index" in text_of(response)


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


def test_the_law_of_this_place_stands_first(client):
    groups = client.get("/law").context["legislation"]
    assert [system.code for system, _ in groups][:2] == ["hk", "th"]
    assert all(len(works) for _, works in groups)
