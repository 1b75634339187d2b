"""A work as the item that citations are made from."""

import json

import pytest

from manumit.base import citing
from manumit.library import selectors
from tests.library.files import CASE, LAW, TREATY, judgment, law, publication, treaty

pytestmark = pytest.mark.django_db
REPORT = "un/publication/unodc/2031-lanterns"
HERE = "https://centre.example/"
OFFICIAL = "https://law.example/cap9999"


def cited(key, eid="", language=""):
    work = selectors.published_work(key)
    return selectors.citation_item(work, url=HERE + key, eid=eid, language=language)


def test_a_judgment_has_its_court_its_number_and_its_report(load):
    fields = "reports: [ECHR 2031 (extracts), (2031) 90 EHRR 7]\nidentifiers: {app-no: [123/45]}\n"
    load({CASE: judgment(fields)})
    item = cited(CASE, "para_8")
    assert item["type"] == "legal_case"
    assert item["title"] == "A.B. and Mac Lantern v. Nowhere"
    assert item["authority"] == "European Court of Human Rights (Grand Chamber)"
    assert (item["number"], item["container-title"], item["volume"], item["page"]) == (
        "123/45", "EHRR", "90", "7",
    )  # fmt: skip
    assert item["issued"] == {"date-parts": [[2031, 5, 2]]}
    assert (item["custom"]["label"], item["locator"]) == ("paragraph", "8")
    assert item["id"] == f"{CASE}#para_8"


def test_a_neutral_citation_stands_before_the_number_of_the_case(load):
    load({CASE: judgment("neutral_citation: '[2031] ECHR 1'\ndocket_nos: [X 1/2031]\n")})
    item = cited(CASE)
    assert item["number"] == "[2031] ECHR 1"
    assert item["custom"]["numbers"] == ["X 1/2031"]


def test_nobody_is_named_behind_the_title_of_a_case(load):
    fields = "panel: [Lantern J]\nanonymity: {court_order: true, note: the appellant is Jo Wick}\n"
    load({CASE: judgment(fields + "outcome: Wick wins\n")})
    item = cited(CASE, "para_8")
    assert "author" not in item
    every = [citing.bibtex(item), citing.ris(item), citing.csl_json(item), *map(str, item.items())]
    assert not any(name in text for text in every for name in ("Wick", "Lantern J"))


def test_a_statute_is_dated_by_its_enactment_and_by_nothing_else(load):
    load({LAW: law("commenced_on: 2031-05-01\n")})
    assert "issued" not in cited(LAW)
    load({LAW: law("enacted_on: '2031-04'\ncommenced_on: 2031-05-01\n")})
    assert cited(LAW)["issued"] == {"date-parts": [[2031, 4]]}


def test_a_statute_is_pinned_to_its_section(load):
    load({LAW: law(f"official_url: {OFFICIAL}\n")})
    item = cited(LAW, "sec_3__subsec_1")
    assert (item["section"], item["number"], item["jurisdiction"]) == (
        "3(1)", "Cap. 9999", "Hong Kong",
    )  # fmt: skip
    assert item["URL"] == HERE + LAW
    assert item["custom"]["official-url"] == OFFICIAL
    assert "official-accessed" not in item["custom"]


def test_the_day_of_access_is_the_last_on_which_someone_read_the_official_text(load):
    text = law(f"official_url: {OFFICIAL}\n")
    read = f"- url: {OFFICIAL}\n  publisher: P\n  for: [title]\n  on: 2026-10-0"
    sources = f"sources:\n{read}1\n{read}3\n{read}5\n  basis: knowledge\n"
    load({LAW: text.split("sources:")[0] + sources + "---\n"})
    assert cited(LAW)["custom"]["official-accessed"] == {"date-parts": [[2026, 10, 3]]}


def test_another_language_gives_another_title_where_the_work_has_one(load):
    load({LAW: law("titles: {zh-Hant: 燈籠條例}\nshort_titles: {en: [LKO], zh-Hant: [燈條]}\n")})
    assert (cited(LAW)["title"], cited(LAW)["title-short"]) == (
        "Lanterns (Keeping) Ordinance",
        "LKO",
    )
    chinese = cited(LAW, language="zh-Hant")
    assert (chinese["title"], chinese["title-short"]) == ("燈籠條例", "燈條")
    assert chinese["language"] == "zh-Hant"
    assert cited(LAW, language="th") == cited(LAW)


def test_a_treaty_has_its_series_and_both_its_days(load):
    load({TREATY: treaty("registration: {series: UNTS, volume: '9000'}\n")})
    item = cited(TREATY, "art_3")
    assert item["type"] == "treaty"
    assert (item["container-title"], item["volume"]) == ("UNTS", "9000")
    assert item["issued"] == {"date-parts": [[2030]]}
    assert item["custom"]["in-force"] == {"date-parts": [[2031, 2, 1]]}


def test_what_does_not_bind_is_a_document_with_its_symbol(load):
    text = treaty("identifiers: {un-doc: A/RES/99/1}\n").replace("binding: true", "binding: false")
    load({TREATY: text})
    item = cited(TREATY)
    assert (item["type"], item["number"]) == ("document", "A/RES/99/1")


def test_a_treaty_of_the_council_of_europe_has_its_number_whatever_the_series_says(load):
    load(
        {TREATY: treaty("registration: {series: other, number: '3'}\nidentifiers: {cets: '163'}\n")}
    )
    assert (cited(TREATY)["container-title"], cited(TREATY)["number"]) == ("CETS", "163")


@pytest.mark.parametrize(
    ("kind", "made", "container"),
    [
        ("report", "report", None),
        ("news", "article-newspaper", "Nobody"),
        ("website", "webpage", None),
        ("book", "book", None),
        ("article", "article-journal", "Lantern Review"),
    ],
)
def test_each_kind_of_publication_is_what_reference_managers_call_it(load, kind, made, container):
    text = publication("authors: [Jo Wick, Lantern Society]\nseries: 'Lantern Review, issue 4'\n")
    load({REPORT: text.replace("publication_type: report", f"publication_type: {kind}")})
    item = cited(REPORT)
    assert item["type"] == made
    assert item["author"] == [{"literal": "Jo Wick"}, {"literal": "Lantern Society"}]
    assert item.get("container-title") == container
    assert "jurisdiction" not in item


def test_what_nobody_knows_is_left_out(load):
    load({CASE: judgment(), LAW: law(), TREATY: treaty(), REPORT: publication()})
    for key in (CASE, LAW, TREATY, REPORT):
        assert not {"", "None"} & {str(value) for value in cited(key).values()}
        assert "[]" not in json.dumps(cited(key))
