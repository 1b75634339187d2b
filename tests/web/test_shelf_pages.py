"""What a reader finds on the pages of works, provisions, topics and case law."""

import pytest
from django.utils import timezone
from lxml import html

from manumit.library.models import Judgment, Work
from tests.web.shown import text_of

pytestmark = pytest.mark.usefixtures("starter")


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


def test_of_a_judgment_whose_day_nobody_read_the_year_is_told_and_no_day(client):
    Judgment.objects.filter(key="hk/case/2019-hkcfa-53").update(decided_on="2020")
    page = client.get("/hk/case/2019-hkcfa-53")
    told = html.fromstring(page.content).xpath("//dt[.='Decided']/following-sibling::dd[1]")
    assert [one.text_content().strip() for one in told] == ["2020"]
    # The law is opened as it stood when that year ended, the last day that may be meant.
    assert 'href="/hk/law/cap-383/sec_8__art_4?on=2020-12-31"' in text_of(page)


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


def test_the_law_of_this_place_stands_first(client):
    groups = client.get("/law").context["legislation"]
    assert [system.code for system, _ in groups][:2] == ["hk", "th"]
    assert all(len(works) for _, works in groups)
