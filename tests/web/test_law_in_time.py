"""The law on a day, as a reader meets it: banners, links that keep the day, marks, the drawn timeline."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html

from manumit.formats import Unit, format_named
from manumit.library.models import (
    AppliedProvision,
    Finding,
    FindingAbout,
    Judgment,
    Legislation,
    Passage,
    Text,
    Work,
)
from manumit.library.services import import_text, link_citations
from tests.paths import SAMPLES

pytestmark = pytest.mark.usefixtures("starter")
LAW, CASE = "/hk/law/cap-9999", "/hk/case/2019-hkcfa-53"  # decided on 10 January 2020
BAD_DAYS = [
    "banana",
    "0000-00-00",
    "2020-02-31",
    "99999-01-01",
    "-1",
    "2020-01-01T00:00",
    "２０２０",
]


def read(form, name):
    [document] = format_named(form).read((SAMPLES / "formats" / form / name).read_bytes(), name)
    return document


def shelve(document, key=None):
    now = timezone.now()
    import_text(document=document, key=key or document.key, format_name="x", by=None, at=now)


def changed(document, day, *replacements):
    """The document as it stood from another day, with other words."""
    units = tuple(replace(unit, since=None) for unit in document.units)
    for old, new in replacements:
        units = tuple(replace(unit, html=unit.html.replace(old, new)) for unit in units)
    return replace(document, valid_from=day, units=units)


@pytest.fixture
def versions(starter):
    """The invented law: oil was fresh until 2018, is clean now, will be gas; Chinese since 2018."""
    english, chinese = read("hklm", "cap9999-en.xml"), read("hklm", "cap9999-zh-Hant.xml")
    shelve(changed(english, date(2010, 5, 1), ("Oil must be clean", "Oil must be fresh")))
    shelve(changed(english, date(2018, 5, 1)))
    shelve(changed(english, date(2999, 5, 1), ("Oil must be clean", "Oil must be gas")))
    shelve(changed(chinese, date(2018, 5, 1)))


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return html.fromstring(response.content)


def words(found):
    return " ".join(found.text_content().split())


def banner(found):
    [section] = found.xpath("//section[contains(@class, 'standing')]")
    return words(section)


@pytest.mark.usefixtures("versions")
class TestADay:
    def test_each_page_of_a_law_asks_for_a_day_without_a_script_and_keeps_the_language(
        self, client
    ):
        for address in (LAW, f"{LAW}/sec_4A", f"{LAW}?read=zh-Hant", f"{LAW}?terms=1"):
            [form] = page(client, address).xpath("//form[@class='choose']")
            fields = {one.get("name"): one.get("value") for one in form.xpath(".//input")}
            assert fields.pop("on") == timezone.localdate().isoformat()
            assert fields == dict([address.partition("?")[2].split("=")] if "?" in address else [])

    def test_a_superseded_text_says_so_and_leads_to_the_one_in_force_and_to_the_difference(
        self, client
    ):
        shown = page(client, f"{LAW}?on=2012-01-01")
        assert "As it stood on 1 January 2012." in banner(shown)
        assert "text as from 1 May 2010 until 30 April 2018. Superseded." in banner(shown)
        assert shown.xpath(f"//section[contains(@class, 'standing')]//a[@href='{LAW}']")
        [difference] = shown.xpath("//a[text()='what changed since']/@href")
        assert "fresh" in words(page(client, difference).xpath("//section//del")[0])

    def test_the_text_of_the_day_and_no_other_is_read(self, client):
        for query, said in (
            ("2018-04-30", "fresh"),
            ("2018-05-01", "clean"),
            ("2999-05-01", "gas"),
        ):
            for address in (f"{LAW}/sec_4A?on={query}", f"{LAW}?read=en&on={query}"):
                assert f"Oil must be {said}." in page(client, address).text_content()

    def test_a_future_version_is_told_but_is_not_the_law(self, client):
        shown = page(client, f"{LAW}/sec_4A")
        assert "Oil must be clean." in shown.text_content()
        assert "A later version is known, not yet in force; it begins on 1 May 2999" in banner(
            shown
        )
        ahead = page(client, f"{LAW}/sec_4A?on=2999-06-01")
        assert "A text that does not hold yet: it begins on 1 May 2999." in banner(ahead)

    def test_a_day_before_the_first_text_says_what_is_held_next(self, client):
        for address in (LAW, f"{LAW}/sec_4A", f"{LAW}/sec_4A__para_a", f"{LAW}?read=en"):
            join = "&" if "?" in address else "?"
            shown = page(client, f"{address}{join}on=1901-02-03")
            assert "holds no text for that day" in banner(shown)
            assert shown.xpath(
                "//section[contains(@class, 'standing')]//a[contains(@href, '2010-05-01')]"
            )
            assert not shown.xpath("//*[contains(@class, 'wording')]")

    def test_a_day_between_two_texts_says_what_is_held_on_either_side(self, client):
        Text.objects.filter(valid_from=date(2010, 5, 1)).update(valid_to=date(2015, 1, 1))
        shown = page(client, f"{LAW}/sec_4A?on=2016-01-01")
        assert "until 1 January 2015. The next begins on 1 May 2018." in banner(shown)
        assert not shown.xpath("//*[contains(@class, 'wording')]")

    def test_a_language_that_is_not_held_for_the_day_is_not_quietly_another(self, client):
        shown = page(client, f"{LAW}?read=zh-Hant&on=2012-01-01")
        assert "No text in 繁體中文 is held for that day: this one is in English." in words(shown)
        assert "繁體中文: The Centre holds no text for that day." in banner(shown)
        today = page(client, f"{LAW}?read=zh-Hant")
        assert "No text in" not in words(today)

    def test_texts_of_different_days_side_by_side_are_told_apart(self, client):
        shown = page(client, f"{LAW}/sec_4A")
        assert "not of one version" not in banner(shown)
        shelve(changed(read("hklm", "cap9999-en.xml"), date(2020, 5, 1)))
        assert "The languages are not of one version" in banner(page(client, f"{LAW}/sec_4A"))

    def test_what_is_no_day_is_told_and_today_is_shown(self, client):
        for day in BAD_DAYS:
            for address, given in ((LAW, {}), (LAW, {"read": "en"}), (f"/cite{LAW}", {})):
                assert client.get(address, {"on": day, **given}).status_code == 200, day
            shown = html.fromstring(client.get(f"{LAW}/sec_4A", {"on": day}).content)
            assert f"“{day}” is not a day: write it as 2020-01-31." in words(shown)
            assert "Oil must be clean." in shown.text_content()

    def test_the_ends_of_the_calendar_are_days_like_others(self, client):
        Text.objects.filter(valid_from=date(2999, 5, 1)).update(valid_to=date.max)
        for day in ("0001-01-01", "9999-12-31", "1582-10-10"):
            for address in (LAW, f"{LAW}/sec_4A", f"/cite{LAW}"):
                page(client, f"{address}?on={day}")
            for address in (f"{LAW}?read=en", f"{LAW}?terms=1"):
                page(client, f"{address}&on={day}")

    def test_a_month_offers_its_first_and_its_last_day(self, client):
        shown = page(client, f"{LAW}?read=en&on=2012-02")
        assert shown.xpath("//p[@class='note']/a/@href") == [
            "?on=2012-02-01&read=en", "?on=2012-02-29&read=en",
        ]  # fmt: skip

    def test_the_day_goes_along_from_page_to_page(self, client):
        day = "on=2012-01-01"
        law = page(client, f"{LAW}?{day}")
        assert law.xpath(f"//ol[@class='contents']//a[@href='{LAW}/sec_4A?{day}']")
        section = page(client, f"{LAW}/sec_4A?{day}")
        assert section.xpath(f"//nav//a[@rel='next'][contains(@href, '?{day}')]")
        assert section.xpath(f"//p[@class='crumbs']/a[@href='{LAW}?{day}']")
        read_on = page(client, f"{LAW}?read=en&{day}")
        assert read_on.xpath(f"//h2/a[@href='{LAW}/sec_4A?{day}']")

    def test_the_address_of_a_day_is_its_own_and_is_what_is_cited(self, client):
        shown = page(client, f"{LAW}/sec_4A?on=2012-01-01")
        [canonical] = shown.xpath("//link[@rel='canonical']/@href")
        assert canonical == f"http://testserver{LAW}/sec_4A?on=2012-01-01"
        [cite] = shown.xpath("//h2[@id='cite-this']/a/@href")
        cited = page(client, cite)
        assert "as it stood on 1 January 2012" in words(cited)
        assert canonical in words(cited)
        for link in cited.xpath("//a[@download]/@href"):
            assert "on=2012-01-01" in link
        today = page(client, f"{LAW}/sec_4A")
        assert today.xpath("//link[@rel='canonical']/@href") == [f"http://testserver{LAW}/sec_4A"]

    def test_the_day_of_a_judgment_is_not_that_of_a_law(self, client):
        cited = page(client, f"/cite{CASE}?on=2012-01-01")
        assert "on=2012-01-01" not in words(cited)

    def test_a_provision_says_whether_its_words_of_that_day_still_hold(self, client):
        assert "The same words hold today" in words(page(client, f"{LAW}/sec_1?on=2012-01-01"))
        shown = page(client, f"{LAW}/sec_4A?on=2012-01-01")
        [mark] = shown.xpath("//p[@class='note']/a[@class='since']")
        assert words(mark) == "changed since: 1 May 2018"
        steps = page(client, mark.get("href")).xpath("//ol[@class='steps']/li")
        assert "text as from 1 May 2999 not yet in force" in words(steps[0])
        assert "Oil must be freshclean." in words(steps[1])

    def test_the_gist_and_the_penalty_of_today_are_not_passed_off_as_those_of_another_day(
        self, client
    ):
        Passage.objects.filter(work__key=LAW[1:], eid__in=("sec_1", "sec_4A")).update(
            gist="Of oil.", penalty="Five years", noted=True
        )
        looked = [{"publisher": "A", "for": ["provisions"], "on": "2026-11-01"}]
        Work.objects.filter(key=LAW[1:]).update(sources=looked)
        warning = "In our own words, of the law as looked up on 1 November 2026."
        assert warning[:-1] in words(page(client, f"{LAW}/sec_4A?on=2012-01-01"))
        assert warning[:-1] not in words(page(client, f"{LAW}/sec_4A"))
        assert warning[:-1] not in words(page(client, f"{LAW}/sec_1?on=2012-01-01"))
        law = words(page(client, f"{LAW}?on=2012-01-01"))
        assert "of the law as looked up on 1 November 2026" in law
        assert "as looked up on" not in words(page(client, LAW))

    def test_a_draft_never_hides_the_current_text(self, client):
        law = Legislation.objects.get(key=LAW[1:])
        law.repealed_on = "2020-01-01"
        law.save_revision()
        assert "Repealed" not in banner(page(client, LAW))
        assert "Oil must be clean." in page(client, f"{LAW}/sec_4A").text_content()

    def test_what_is_not_in_operation_is_listed_and_marked_beside_the_provision(self, client):
        law = page(client, LAW)
        lists = {words(one): words(one.getnext()) for one in law.xpath("//article//h3")}
        assert lists["Not yet in operation 1"].startswith("Section 3")
        assert lists["Repealed 1"].startswith("Section 4")
        assert "Not yet in operation." in words(page(client, f"{LAW}/sec_3"))
        [state] = page(client, f"{LAW}?read=en").xpath("//*[@id='sec_3']//*[@class='state']")
        assert words(state).startswith("not yet in operation")

    def test_the_life_of_a_law_is_drawn_and_listed_each_step_leading_to_its_difference(
        self, client
    ):
        shown = page(client, f"{LAW}?on=2012-01-01")
        drawn = shown.xpath("//svg[contains(@class, 'time')]//a/@href")
        assert drawn == [
            f"{LAW}?on={day}" for day in ("2010-05-01", "2018-05-01", "2999-05-01", "2018-05-01")
        ]
        steps = [words(one) for one in shown.xpath("//section[@aria-labelledby='time']//li")]
        assert any(step.startswith("1 May 2999 not yet in forceText English") for step in steps)
        differences = shown.xpath(
            "//section[@aria-labelledby='time']//a[text()='what changed']/@href"
        )
        assert len(differences) == 2
        for address in differences:
            page(client, address)


class TestRepeal:
    @pytest.mark.parametrize(
        ("fields", "day", "says"),
        [
            ({"repealed_on": "2015-06-01"}, "2015-05-31", None),
            ({"repealed_on": "2015-06-01"}, "2015-06-01", "Repealed (1 June 2015)"),
            ({"repealed_on": "2015-06"}, "2015-06-02", "Whether it was in force"),
            ({"commenced_on": "2999-01-01"}, "2020-01-01", "Not yet in force on that day"),
        ],
    )
    def test_a_law_says_where_it_stands(self, client, versions, fields, day, says):
        Legislation.objects.filter(key=LAW[1:]).update(**fields)
        for address in (LAW, f"{LAW}/sec_4A"):
            found = banner(page(client, f"{address}?on={day}"))
            assert says in found if says else "Repealed" not in found

    def test_it_leads_to_how_it_last_stood(self, client, versions):
        Legislation.objects.filter(key=LAW[1:]).update(repealed_on="2015-06-01")
        [last] = page(client, LAW).xpath(
            "//section[contains(@class, 'standing')]//a[contains(., 'last stood')]"
        )
        assert last.get("href") == "?on=2015-05-31"


@pytest.fixture
def citing(versions):
    """A real judgment of 10 January 2020, with invented paragraphs that cite the invented law."""
    sample = read("hudoc", "judgment-en.json")

    def act(*paragraphs):
        units = tuple(
            Unit(f"para_{number}", "paragraph", number=f"{number}.", html=f"<p>{one}</p>")
            for number, one in enumerate(paragraphs, start=1)
        )
        shelve(replace(sample, units=units), CASE[1:])
        link_citations(texts=Text.objects.filter(work__key=CASE[1:]), at=timezone.now())

    return act


def amend(*replacements, day=date(2022, 1, 1)):
    shelve(changed(read("hklm", "cap9999-en.xml"), day, *replacements))


CITED = "See section 4A of the Lanterns (Keeping) Ordinance (Cap. 9999)"


class TestCitations:
    def test_a_citation_leads_to_the_law_of_the_day_of_decision(self, client, citing):
        citing(f"{CITED}.", "And Cap. 9999 as a whole.")
        shown = page(client, f"{CASE}?read=en")
        assert shown.xpath("//a[@class='cites']/@href") == [
            f"{LAW}/sec_4A?on=2020-01-10", f"{LAW}?on=2020-01-10",
        ]  # fmt: skip
        assert not shown.xpath("//a[@class='since']")
        assert "Oil must be clean." in page(client, f"{LAW}/sec_4A?on=2020-01-10").text_content()

    def test_where_the_words_have_changed_it_says_so_and_leads_to_the_difference(
        self, client, citing
    ):
        amend(("Oil must be clean", "Oil must be light"))
        citing(f"{CITED}, again section 4A of Cap. 9999, and section 1 of Cap. 9999.")
        for address in (f"{CASE}?read=en", f"{CASE}/para_1"):
            [mark] = page(client, address).xpath("//a[@class='since']")
            assert words(mark) == "[changed since: 1 January 2022]"
            assert mark.getprevious().get("class") == "cites"
            assert mark.tail.startswith(", again")
            assert "Oil must be cleanlight." in words(page(client, mark.get("href")))

    def test_the_words_of_the_judgment_stay_as_they_are(self, client, citing):
        amend(("Oil must be clean", "Oil must be light"))
        citing(f"<em>{CITED}</em>; so it is.")
        shown = page(client, f"{CASE}?read=en")
        for mark in shown.xpath("//a[@class='since']"):
            mark.text = ""
        [para] = shown.xpath("//*[@id='para_1']/div")
        assert words(para).replace(" ;", ";") == f"{CITED}; so it is."
        assert not shown.xpath("//a[starts-with(@title, 'manumit')]")

    def test_a_text_of_that_day_that_is_not_held_is_told(self, client, citing):
        Text.objects.filter(work__key=LAW[1:], valid_to__lt=date(2020, 1, 1)).delete()
        Text.objects.filter(valid_from=date(2018, 5, 1)).update(valid_from=date(2021, 1, 1))
        citing(f"{CITED}.")
        [mark] = page(client, f"{CASE}?read=en").xpath("//a[@class='since']")
        assert words(mark) == "[its text of that day is not held]"
        page(client, mark.get("href"))

    def test_a_law_repealed_since_is_marked_even_as_a_whole(self, client, citing):
        Legislation.objects.filter(key=LAW[1:]).update(repealed_on="2021-01-01")
        citing("See Cap. 9999.")
        [mark] = page(client, f"{CASE}?read=en").xpath("//a[@class='since']")
        assert words(mark) == "[repealed since: 1 January 2021]"

    def test_the_number_of_questions_does_not_grow_with_the_citations(self, client, citing):
        amend(("Oil must be clean", "Oil must be light"))
        asked = []
        for number in (1, 25):
            citing(" ".join(f"Section {n % 4 + 1} of Cap. 9999; {CITED}." for n in range(number)))
            with CaptureQueriesContext(connection) as queries:
                page(client, f"{CASE}?read=en")
            asked.append(len(queries))
        assert asked[0] == asked[1]

    def test_the_law_applied_and_findings_lead_to_their_day_and_say_what_is_stale(
        self, client, versions
    ):
        judgment = Judgment.objects.get(key=CASE[1:])
        finding = Finding.objects.filter(judgment=judgment).first()
        passage = Passage.objects.get(work__key=LAW[1:], eid="sec_4A")
        FindingAbout.objects.create(
            finding=finding, target_key=LAW[1:], eid="sec_4A", passage=passage
        )
        given = {"target": passage.work, "target_key": LAW[1:], "passage": passage, "eid": "sec_4A"}
        AppliedProvision.objects.create(judgment=judgment, how="binding", **given)
        assert not page(client, CASE).xpath("//*[contains(@class, 'stale')]")
        amend(("Oil must be clean", "Oil must be light"))
        shown = page(client, CASE)
        assert shown.xpath(
            f"//section[@aria-labelledby='law']//a[@href='{LAW}/sec_4A?on=2020-01-10']"
        )
        [stale] = shown.xpath("//*[contains(@class, 'stale')]")
        assert "Look again: Section 4A of" in words(stale)
        assert "changed since: 1 January 2022" in words(stale)
        assert "Look again" in words(page(client, f"{LAW}/sec_4A"))
