"""What a reader finds on the search page: filters, counts, citations, days, and no error."""

import pytest

from tests.web.shown import text_of

pytestmark = pytest.mark.usefixtures("starter")


def test_a_filter_is_a_link_that_can_be_taken_off_again(client):
    plain = client.get("/search?q=trafficking")
    filtered = client.get("/search?q=trafficking&kind=judgment")
    assert filtered.context["result"].total < plain.context["result"].total
    assert {hit["work"].kind for hit in filtered.context["hits"]} == {"judgment"}
    assert (
        client.get(f"/search?{filtered.context['chosen'][0][1]}").context["result"].total
        == plain.context["result"].total
    )


def test_judgments_are_counted_by_how_they_ended_in_words(client):
    page = text_of(client.get("/search?q=trafficking&kind=judgment"))
    box = page.partition("<summary>Outcome</summary>")[2].partition("</ul>")[0]
    assert "<span>violation of rights found</span>" in box
    assert "<span>conviction upheld</span>" in box
    assert "outcome=violation-found" in box


def test_an_outcome_can_be_typed_into_the_query(client):
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
def test_a_citation_leads_to_the_work_above_all_that_was_found(client, typed, leads_to):
    page = text_of(client.get(f"/search?q={typed}"))
    assert f'href="{leads_to}"' in page.partition('<ol class="works">')[0]


def test_a_citation_of_what_is_not_held_says_so(client):
    page = text_of(client.get("/search?q=[2020]+hkcfa+99"))
    assert "<b>[2020] HKCFA 99</b> is not held here." in page


def test_a_search_on_a_day_reads_only_what_held_on_it(client):
    page = text_of(client.get("/search?q=wages&on=1950-01-01&kind=legislation"))
    assert "Texts that did not hold on 1 January 1950 were left out." in page
    assert '<input type="hidden" name="kind" value="legislation">' in page


def test_what_is_no_day_is_told_and_nothing_is_left_out_for_it(client):
    page = text_of(client.get("/search?q=wages&on=yesterday"))
    assert "“yesterday” is not a day" in page


def test_names_are_suggested_while_typing_without_any_script(client):
    page = text_of(client.get("/search?q=x"))
    names = page.partition('<datalist id="names">')[2].partition("</datalist>")[0]
    for name in ("forced labour", "強迫勞動", "การค้ามนุษย์", "Palermo Protocol"):
        assert f'<option value="{name}">' in names
    assert '<input id="q" name="q" type="search" autocomplete="off" list="names"' in page


def test_a_court_is_named_with_its_place(client):
    page = text_of(client.get("/search?q=trafficking&jurisdiction=hk"))
    assert "Court of First Instance, Hong Kong" in page


def test_every_hit_says_what_it_is_and_why_it_is_there(client):
    page = text_of(client.get("/search?q=passport"))
    assert "<mark>" in page


def test_what_was_only_filtered_is_not_said_to_have_been_found_by_its_words(client):
    assert "Found by its title" in text_of(client.get("/search?q=Zn"))
    assert "Found by its title" not in text_of(client.get("/search?kind=judgment"))


def test_pages_of_results_hold_every_work_once(client):
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
def test_no_query_is_an_error_page(client, query):
    response = client.get("/search", {"q": query, "page": "99999999999", "from": "x", "sort": "y"})
    assert response.status_code == 200


def test_without_an_index_the_page_says_what_is_to_be_done(client, settings, tmp_path):
    settings.MANUMIT_INDEX = tmp_path / "none"
    response = client.get("/search?q=x")
    assert response.status_code == 503
    assert "manumit index" in text_of(response)
