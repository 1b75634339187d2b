"""Citations as links in what is read, and the pages that say who cites a work and whom it cites."""

import itertools
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.contrib.staticfiles import finders
from django.utils import timezone
from lxml import html

from manumit.base.markup import plain_text
from manumit.formats import Unit, format_named
from manumit.library.models import Citation, Pinpoint, Relation, Text, Work
from manumit.library.services import import_text, link_citations
from manumit.web.pictures import chain_picture, shortened
from tests.paths import SAMPLES
from tests.web.shown import text_of

pytestmark = pytest.mark.usefixtures("starter")
RANTSEV = "coe/case/25965-04/2010-01-07"
CITING = "coe/case/123-45/2031-05-02"
PARAGRAPHS = (
    (
        "<p>See <i>Rantsev v. Cyprus and Russia</i>, no. 25965/04, § 282, on Article 4 of the "
        "Convention.</p>"
    ),
    "<p>See <i>Wick v. Nowhere</i>, no. 99/46, § 5.</p>",
    (
        '<p>See <i>S.M. v. Croatia</i>, no. 60561/14.</p><p id="para_3__point_a">And no. 25965/04, '
        "judgment.</p>"
    ),
)


def page_of(response):
    return html.fromstring(response.content)


@pytest.fixture
def shelve(starter):
    """Import an invented judgment and read its citations."""
    path = SAMPLES / "formats/hudoc/judgment-en.json"
    [sample] = format_named("hudoc").read(path.read_bytes(), path.name)

    def act(*paragraphs, key=CITING):
        units = [
            Unit(f"para_{number}", "paragraph", number=f"{number}.", html=words)
            for number, words in enumerate(paragraphs, start=1)
        ]
        now = timezone.now()
        document = replace(sample, units=tuple(units))
        import_text(document=document, key=key, format_name="hudoc", by=None, at=now)
        link_citations(texts=Text.objects.filter(work__key=key), at=now)

    return act


@pytest.fixture
def citing(shelve):
    shelve(*PARAGRAPHS)


def links(response) -> dict[str, str]:
    """Where each citation in the wording leads, by its words."""
    found = page_of(response).xpath("//*[contains(@class, 'wording')]//a[@class='cites']")
    return {each.text_content(): unquote(each.get("href")) for each in found}


@pytest.mark.usefixtures("citing")
class TestReading:
    def test_a_citation_is_a_link_to_the_passage_that_is_held(self, client):
        found = links(client.get(f"/{CITING}?read=en"))
        assert found["Article 4 of the Convention"] == "/coe/treaty/echr/art_4?on=2031-05-02"
        [rantsev] = [words for words in found if words.startswith("no. 25965/04, §")]
        assert found[rantsev] == f"/{RANTSEV}/para_282"

    def test_what_is_not_held_is_no_link_and_says_so(self, client):
        page = page_of(client.get(f"/{CITING}?read=en"))
        [span] = page.xpath("//span[@class='not-held']")
        assert span.get("title") == "Not held here"
        assert "99/46" in span.text_content()

    def test_a_citation_of_several_works_leads_to_the_choice_between_them(self, client):
        found = links(client.get(f"/{CITING}?read=en"))
        address = found["no. 60561/14"]
        assert address.startswith("/which?key=coe/case/60561-14/2018-07-19")
        page = text_of(client.get(address))
        assert 'href="/coe/case/60561-14/2018-07-19"' in page
        assert 'href="/coe/case/60561-14/2020-06-25"' in page

    def test_a_passage_and_a_part_of_it_have_the_same_links(self, client):
        assert len(links(client.get(f"/{CITING}/para_1"))) == 2
        part = links(client.get(f"/{CITING}/para_3__point_a"))
        assert list(part.values()) == [f"/{RANTSEV}"]

    def test_the_words_are_those_of_the_text(self, client):
        page = page_of(client.get(f"/{CITING}/para_1"))
        [wording] = page.xpath("//section[contains(@class, 'wording')]/p[not(@lang)]")
        assert wording.text_content() == plain_text(PARAGRAPHS[0])

    def test_a_citation_whose_words_moved_is_not_shown(self, client):
        Citation.objects.update(words="something else")
        assert links(client.get(f"/{CITING}?read=en")) == {}

    def test_a_work_that_readers_may_not_see_is_not_linked(self, client):
        Work.objects.filter(key="coe/treaty/echr").update(live=False)
        response = client.get(f"/{CITING}/para_1")
        assert "/coe/treaty/echr" not in links(response).values()
        assert "Not held here" in text_of(response)


@pytest.mark.usefixtures("citing")
class TestCitedBy:
    def test_a_case_lists_who_cites_it_with_the_paragraphs(self, client):
        page = page_of(client.get(f"/{RANTSEV}?cited-by=1&group=ecthr-gc"))
        [line] = [row for row in page.xpath("//ul[@class='works']/li") if CITING in _hrefs(row)]
        assert "Paragraph 282" in line.text_content()
        assert f"/{CITING}/para_1" in line.xpath(".//a/@href")

    def test_beside_a_work_stand_the_first_ten_and_the_way_to_all(self, client):
        page = text_of(client.get(f"/{RANTSEV}"))
        assert f'href="/{RANTSEV}?cited-by=1"' in page
        beside = {side.way: side for side in client.get(f"/{RANTSEV}").context["citations"]}
        assert len(beside["cited-by"].lines) == 10 < beside["cited-by"].total

    def test_a_treatment_stands_among_citations_and_not_twice(self, client):
        response = client.get(f"/{RANTSEV}")
        assert not [row for row in response.context["relations"] if row.kind == "considered_by"]
        assert "Considers" in text_of(response)

    def test_beside_a_provision_stand_those_that_cite_it(self, client):
        response = client.get("/coe/treaty/echr/art_4")
        [side] = [side for side in response.context["citations"] if side.way == "cited-by"]
        assert [line.work.key for line in side.lines] == [CITING]
        assert "/coe/treaty/echr/art_4?cited-by=1" in text_of(response)
        assert CITING in text_of(client.get("/coe/treaty/echr/art_4?cited-by=1"))
        assert CITING not in text_of(client.get("/coe/treaty/echr/art_3?cited-by=1"))

    def test_beside_a_paragraph_stands_what_it_cites(self, client):
        sides = {side.way: side for side in client.get(f"/{CITING}/para_1").context["citations"]}
        assert {line.work.key for line in sides["cites"].lines} == {RANTSEV, "coe/treaty/echr"}
        assert "cites" not in {
            side.way for side in client.get(f"/{CITING}/para_2").context["citations"]
        }

    def test_filters_by_court_and_treatment_are_links_that_can_be_taken_off(self, client):
        plain = client.get(f"/{RANTSEV}?cited-by=1")
        considered = client.get(f"/{RANTSEV}?cited-by=1&treatment=considers")
        assert (
            0 < considered.context["rows"].paginator.count < plain.context["rows"].paginator.count
        )
        [chosen] = [choice for choice in considered.context["treatments"] if choice.chosen]
        off = client.get(f"/{RANTSEV}?{chosen.query}")
        assert off.context["rows"].paginator.count == plain.context["rows"].paginator.count
        for choice in plain.context["groups"]:
            found = client.get(f"/{RANTSEV}?{choice.query}")
            assert found.context["rows"].paginator.count == choice.count

    def test_a_long_list_comes_a_page_at_a_time(self, client):
        first = client.get(f"/{RANTSEV}?cited-by=1")
        assert first.context["rows"].paginator.num_pages > 1
        second = client.get(f"/{RANTSEV}?cited-by=1&page=2")
        keys = [{line.work.key for line in page.context["lines"]} for page in (first, second)]
        assert not keys[0] & keys[1]

    def test_what_a_judgment_cites_and_is_not_held_is_listed(self, client):
        page = text_of(client.get(f"/{CITING}?cites=1"))
        assert "Not held here" in page
        assert re.search(r"Wick v\.? Nowhere, no\. 99/46", page)

    @pytest.mark.parametrize("query", ["group=nonsense", "treatment=x", "page=999", "page=x"])
    def test_no_question_is_an_error_page(self, client, query):
        assert client.get(f"/{RANTSEV}?cited-by=1&{query}").status_code == 200

    def test_a_passage_that_is_not_there_has_no_page_of_citations(self, client):
        assert client.get("/coe/treaty/echr/art_999?cited-by=1").status_code == 404
        assert client.get(f"/{CITING}/para_2?cited-by=1").status_code == 200

    def test_a_draft_that_cites_is_seen_nowhere(self, client):
        Work.objects.filter(key=CITING).update(live=False)
        assert CITING not in text_of(client.get(f"/{RANTSEV}?cited-by=1&group=ecthr-gc"))
        assert CITING not in text_of(client.get("/coe/treaty/echr/art_4"))

    def test_the_page_of_a_work_asks_the_database_little(
        self, client, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(40):
            client.get(f"/{RANTSEV}?cited-by=1")


def _hrefs(row) -> str:
    return " ".join(row.xpath(".//a/@href"))


class TestPictures:
    CHAIN = "hk/case/2018-hkca-473"

    def test_a_case_is_drawn_with_what_each_court_did(self, client):
        page = page_of(client.get(f"/{self.CHAIN}"))
        [picture] = page.xpath("//section[@aria-labelledby='chain']/svg")
        labels = [text.text for text in picture.xpath(".//text[@class='n']")]
        assert sorted(labels) == ["Affirms", "Varies"]
        courts = [text.text for text in picture.xpath(".//text[@class='strong']")]
        assert courts == ["Court of Final Appeal", "Court of Appeal", "Court of First Instance"]
        assert len(picture.xpath(".//a/@href")) == 3

    def test_the_list_beside_it_says_the_same_in_words(self, client):
        page = page_of(client.get(f"/{self.CHAIN}"))
        steps = [
            " ".join(step.text_content().split()) for step in page.xpath("//ol[@class='chain']/li")
        ]
        assert len(steps) == 3
        assert "Varies: Court of First Instance, 23 December 2016" in steps[1]
        assert "Affirms: Court of Appeal, 2 August 2018" in steps[2]

    def test_a_work_is_drawn_among_at_most_24_others(self, client):
        page = page_of(client.get(f"/{RANTSEV}?cited-by=1"))
        [picture] = page.xpath("//section[@aria-labelledby='around']/svg")
        nodes = picture.xpath(".//a/@href")
        assert 10 < len(nodes) <= 24
        assert len(nodes) == len(picture.xpath(".//circle"))

    @pytest.mark.parametrize("address", [f"/{CHAIN}", f"/{RANTSEV}?cited-by=1"])
    def test_a_picture_has_a_name_a_description_and_no_inline_style(self, client, address):
        page = page_of(client.get(address))
        [picture] = page.xpath("//svg[@class='picture']")
        for name in picture.get("aria-labelledby").split():
            assert page.get_element_by_id(name).text.strip()
        assert not page.xpath("//@style")
        assert "<script" not in text_of(client.get(address))

    def test_labels_of_a_long_chain_do_not_cover_each_other(self):
        chain = list(_chain_of_five())
        did = [(chain[0], "considers", chain[4]), (chain[1], "follows", chain[3])]
        did += [(chain[2], "affirms", chain[3]), (chain[1], "varies", chain[2])]
        heights = sorted(arrow.label_y for arrow in chain_picture(chain[0], chain, did).arrows)
        assert all(second - first >= 13 for first, second in itertools.pairwise(heights))

    @pytest.mark.parametrize(
        ("text", "columns", "shown"),
        [
            ("short", 10, "short"),
            ("exactly ten", 11, "exactly ten"),
            ("somewhat longer", 10, "somewhat…"),
            ("刑事罪行條例", 12, "刑事罪行條例"),
            ("刑事罪行條例", 8, "刑事罪…"),
        ],
    )
    def test_a_name_is_cut_to_the_room_there_is(self, text, columns, shown):
        assert shortened(text, columns) == shown


def _chain_of_five():
    """Five judgments of Hong Kong, as if of one case."""
    works = Work.objects.filter(judgment__forum__system="hk", live=True)[:5]
    return [work.as_kind() for work in works]


def test_a_finding_that_fell_names_the_judgment_that_took_it_back(client):
    page = text_of(client.get("/hk/case/hcal-124-2010/2011-09-30"))
    assert re.search(r'Reversed by\s+<a href="/hk/case/cacv-204-2011/2012-03-28"', page)


def test_beside_the_text_a_finding_that_fell_says_so_as_well(client, shelve):
    shelve("<p>One.</p>", key="hk/case/hcal-124-2010/2011-09-30")
    finding = Work.objects.get(key="hk/case/hcal-124-2010/2011-09-30").judgment.findings.exclude(
        fate="good"
    )[0]
    passage = finding.judgment.passages.get(eid="para_1")
    Pinpoint.objects.create(finding=finding, passage=passage)
    page = text_of(client.get("/hk/case/hcal-124-2010/2011-09-30?read=en"))
    assert "Overruled." in page
    assert "/hk/case/cacv-204-2011/2012-03-28" in page


def test_a_work_without_citations_has_none_beside_it_and_says_so_on_its_page(client):
    lonely = Work.objects.published().filter(kind="publication", relations=None)
    key = lonely.exclude(pk__in=Relation.objects.values("target")).first().key
    assert client.get(f"/{key}").context["citations"] == []
    page = client.get(f"/{key}?cited-by=1")
    assert "Nothing here answers to that." in text_of(page)
    assert "<svg" not in text_of(page)


def test_a_choice_between_works_nobody_holds_says_so(client):
    assert "None of them is held here." in text_of(client.get("/which?key=x&key=hk/law/cap-0"))
    assert client.get("/which").status_code == 200


@pytest.mark.usefixtures("citing")
@pytest.mark.parametrize(
    "address", [f"/{RANTSEV}?cited-by=1", f"/{CITING}?cites=1", f"/{CITING}?read=en", "/which"]
)
def test_pages_of_citations_are_light(client, address):
    page = client.get(address).content
    style = Path(finders.find("web/manumit.css")).read_bytes()
    assert len(page) + len(style) <= 60_000
