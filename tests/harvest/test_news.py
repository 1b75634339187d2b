"""News collate themselves: twins are folded, topics suggested, drafts made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit.base.suggesting import suggest_topics
from manumit.harvest.models import Became, Fetched
from manumit.harvest.news.twins import Twins, bare_title, differ_in_spelling_only
from manumit.harvest.notices import Notice, canonical, doi_in, one_line, web_address
from manumit.library.models import Publication
from manumit.library.selectors import PublicationMarks
from manumit.reference import topics


def notice(title="A long report about forced labour at sea", **values) -> Notice:
    given = {"link": "https://a.example/1", "publisher": "Us", "published": "2031-05-01"}
    return Notice(title=title, system="int", **{**given, **values})


def known(title="A long report about forced labour at sea", **values) -> PublicationMarks:
    given = {"link": "https://b.example/2", "doi": "", "dated": "2031-05-03", "publisher": "Them"}
    marks = {**given, **values}
    return PublicationMarks("int/publication/them/report", (title,), **marks)


@pytest.mark.parametrize(
    "other",
    [
        "http://lanterns.example/news/boats",
        "https://www.lanterns.example/news/boats/",
        "https://LANTERNS.example:443/news/boats?utm_source=x&utm_campaign=y",
        "https://lanterns.example/news/boats?fbclid=abc#section-2",
    ],
)
def test_addresses_of_one_page_are_one(other):
    assert canonical(web_address(other)) == canonical("https://lanterns.example/news/boats")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/?id=1", "https://a.example/?id=2"),
        ("https://a.example/x", "https://b.example/x"),
        ('http://hudoc.example/eng#{"id":["1"]}', 'http://hudoc.example/eng#{"id":["2"]}'),
        ("https://a.example/#/one", "https://a.example/#/two"),
    ],
)
def test_addresses_of_two_pages_are_two(one, other):
    assert canonical(web_address(one)) != canonical(web_address(other))


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "mailto:a@b.example", "//x", "http://", "x"]
)
def test_what_is_no_web_address_is_none(link):
    assert web_address(link) == ""


@given(st.text(st.characters(), max_size=200))
def test_no_text_trips_the_reading_of_addresses_and_lines(text):
    address = web_address(text)
    assert canonical(address) == canonical(address)
    assert " " not in address
    assert len(one_line(text, 50)) <= 50
    doi_in(text)


def test_the_same_doi_is_the_same_thing():
    twins = Twins.among([known(doi="10.5555/x.1", link="")], [])
    found = twins.of(notice(title="Quite otherwise called", doi="10.5555/x.1"))
    assert found == "int/publication/them/report"


@pytest.mark.parametrize(
    "title",
    [
        "A long report about forced labour at sea",
        "Long Report about Forced Labour at Sea | Them News",
        "A long report about forced labor at sea",
        "A long report about “forced labour” at sea",
    ],
)
def test_a_title_that_is_only_spelt_otherwise_is_a_twin(title):
    twins = Twins.among([known()], [])
    assert twins.of(notice(title=title, publisher="Them")) == "int/publication/them/report"


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ("Second report on Austria by the group of experts", "Second report on Australia by the group of experts"),
        ("First evaluation round report on Albania", "Second evaluation round report on Albania"),
        ("Trafficking in persons report of the year 2030", "Trafficking in persons report of the year 2031"),
        ("Report on forced labour in North Lanternia", "Report on forced labour in South Lanternia"),
        ("Summary", "Summary"),
    ],
)  # fmt: skip
def test_another_country_round_or_year_is_another_report(held, told):
    assert Twins.among([known(title=held)], []).of(notice(title=told)) == ""


def test_two_headings_of_one_source_are_two_things():
    same = "Compensation for victims of trafficking (article 15)"
    twins = Twins.among([known(title=same)], ["int/publication/them/report"])
    assert twins.of(notice(title=same)) == ""


def test_a_like_title_of_another_month_is_another_thing():
    assert Twins.among([known(dated="2030-05-03")], []).of(notice()) == ""


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_does_not_depend_on_who_comes_first(one, other):
    one, other = bare_title(one, ""), bare_title(other, "")
    assert differ_in_spelling_only(one, one)
    assert differ_in_spelling_only(one, other) == differ_in_spelling_only(other, one)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Two years for forced labour on a fishing boat", "forced-labour"),
        ("FORCED LABOUR: a new report", "forced-labour"),
        ("強迫勞動的新報告", "forced-labour"),
        ("รายงานใหม่เรื่องแรงงานบังคับ", "forced-labour"),
        ("Debt bondage in brick kilns", "debt-bondage"),
    ],
)
def test_topics_are_suggested_in_every_language_of_the_vocabulary(title, code):
    assert code in suggest_topics(title)


def test_every_label_of_every_topic_suggests_it_in_whatever_language():
    labels = [(each.text, one.code) for one in topics().values() for each in one.labels]
    assert {each.language for one in topics().values() for each in one.labels} > {"en", "th", "km"}
    assert [(text, code) for text, code in labels if code not in suggest_topics(text)] == []


def test_a_word_inside_another_suggests_nothing():
    assert suggest_topics("Enslavementology and unforced labourers' reunions") == []


def test_at_most_five_topics_are_suggested_and_those_of_the_title_first():
    rest = "trafficking, debt bondage, forced marriage, slavery, servitude, child labour, organ removal"
    found = suggest_topics("Forced labour", rest)
    assert found[0] == "forced-labour"
    assert len(found) <= 5


@pytest.mark.django_db
def test_a_feed_becomes_drafts_with_topics_sources_and_what_its_publisher_says(sample, harvest):
    source, _ = sample("feed")
    run = harvest(source)
    boats = Publication.objects.get(key__endswith="lantern-boats")
    assert (boats.live, boats.state, boats.published_on) == (False, "draft", "2026-05-01")
    assert "forced-labour" in boats.topics.values_list("code", flat=True)
    assert boats.authors == ["Ada Invented"]
    assert boats.body == r"> Keepers tell how their \*papers\* were taken from them."
    assert boats.sources[0]["publisher"] == "Lantern Watch"
    report = Publication.objects.get(key__endswith="for-lanterns")
    assert report.body == "> See doi 10.5555/lantern.7"
    twin = Fetched.objects.get(became=Became.FOLDED)
    assert twin.reason == f"the same as {boats.key}"
    assert run.reasons == [
        "tag:lanterns.example,2026:4: an item has no title and no words to make one of"
    ]


@pytest.mark.django_db
def test_what_is_off_topic_is_passed_over_when_the_source_says_so(source, server, harvest):
    item = "<item><title>{}</title><link>https://x.example/{}</link></item>"
    items = item.format("Lanterns are pretty", 1) + item.format("Forced labour at sea", 2)
    server.put("/rss", f"<rss version='2.0'><channel><title>X</title>{items}</channel></rss>")
    run = harvest(source("feed", "/rss", settings={"only_topics": True}))
    assert run.new == 2
    assert [work.title for work in Publication.objects.all()] == ["Forced labour at sea"]
    assert Fetched.objects.get(address="https://x.example/1").became == Became.PASSED


@pytest.mark.django_db
def test_an_item_that_changes_changes_its_draft_and_no_edit_of_ours(source, server, harvest):
    def rss(title):
        item = f"<item><guid>1</guid><title>{title}</title><link>https://x.example/1</link></item>"
        server.put("/rss", f"<rss version='2.0'><channel><title>X</title>{item}</channel></rss>")

    feed = source("feed", "/rss")
    rss("Forced labour")
    harvest(feed)
    rss("Forced labour at sea")
    assert harvest(feed).changed == 1
    draft = Publication.objects.get()
    assert draft.title == "Forced labour at sea"
    draft.title = "As our editor writes it"
    draft.save_revision(changed=True)
    draft.save()
    rss("Forced labour on land")
    run = harvest(feed)
    assert run.to_look_at == [f"{draft.key}: edited here, and changed at its source"]
    assert Publication.objects.get().title == "As our editor writes it"


@pytest.mark.django_db
def test_halves_of_characters_and_control_signs_break_nothing(source, server, harvest):
    item = "<item><guid>x&#xD800;&#0;</guid><title>Forced &#xDC00;labour&#7;</title><link>https://x.example/&#xD800;</link></item>"
    server.put("/f", f"<rss version='2.0'><channel><title>X</title>{item}</channel></rss>")
    run = harvest(source("feed", "/f"))
    assert run.broken_off == ""
    assert not any("tripped" in line for line in run.reasons)
