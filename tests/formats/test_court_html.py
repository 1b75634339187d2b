"""A practitioner reads a judgment from a court's page as the court printed it, and only that."""

import re
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from manumit import formats
from tests.formats import originals
from tests.formats.reading import (
    REAL_FILES,
    REFUSED_FILES,
    read,
    sample,
    squeezed,
    unit,
    without_tags,
)
from tests.paths import SAMPLES, shared

OURS = sorted((SAMPLES / "formats" / "court-html").glob("*.html"))
PAGES = [path for path in OURS + REAL_FILES["court-html"] if path.name not in REFUSED_FILES]
LIST_NUMBER = re.compile(r"(?:\d{1,4}|[a-z])\.")


def ours(name: str) -> formats.ParsedDocument:
    return sample("court-html", f"{name}.html")


def parse(body: str, head: str = "<title>A v B [2020] NSWSC 1</title>") -> formats.ParsedDocument:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    (document,) = formats.format_named("court-html").read(page.encode(), "page.html")
    return document


def refusal(data: bytes) -> str:
    with pytest.raises(formats.UnreadableDocument) as refused:
        formats.format_named("court-html").read(data, "page.html")
    return str(refused.value)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_word_of_the_page_is_read_in_order_or_told_as_left_out(path: Path) -> None:
    document = read("court-html", path)
    in_order = sorted(document.units, key=lambda one: one.kind == "closing")
    notes = [one for one in in_order if one.kind == "notes"]
    shown = "".join(_words(one) for one in in_order if one.kind != "notes")
    left_out = _left_out(originals.court_html(path), shown)
    for words in (piece for one in notes for piece in re.split(r"<[^>]*>", one.html)):
        left_out.remove(squeezed(words)) if words.strip() else None
    told = [note for note in document.notes if note.startswith("The page's own furniture")]
    assert bool(left_out) == bool(told)
    assert len("".join(left_out)) <= (int(re.findall(r"(\d+) char", told[0])[0]) if told else 0)


def _left_out(texts: list[str], shown: str) -> list[str]:
    """The texts of a page that are not shown where they should be; the rest is all there is."""
    left_out, at = [], 0
    for text, following in zip(texts, [*texts[1:], ""], strict=True):
        if len(text) < 3 and not shown.startswith(text + following, at):
            left_out.append(text)  # a letter of a menu that is the text's next one by chance
            continue
        # A browser prints the number of a list's item, which stands nowhere on the page.
        printed = LIST_NUMBER.match(shown, at)
        if shown.startswith(text, at):
            at += len(text)
        elif printed and shown.startswith(text, printed.end()):
            at = printed.end() + len(text)
        else:
            left_out.append(text)
    assert at == len(shown), shown[at : at + 60]
    return left_out


def _words(one: formats.Unit) -> str:
    return squeezed(one.number + one.heading + without_tags(_without_pictures(one.html)))


def _without_pictures(markup: str) -> str:
    return re.sub(r'<span class="image">[^<]*</span>', "", markup)


@pytest.mark.parametrize("name", ["scrape_new.html", "scrape_new_coa.html", "scrape_old.html"])
def test_pages_of_new_south_wales_old_and_new_say_the_same(name: str) -> None:
    document = read("court-html", shared(f"data/au-nsw/{name}"))
    facts = document.facts
    assert isinstance(facts, formats.JudgmentFacts)
    assert document.title == "Jarndyce v Jarndyce"
    assert facts.decided_on == date(1979, 10, 10)
    assert facts.panel == ("Xasiuisf J",)
    assert "Supreme Court" in facts.court
    assert facts.catchwords[0].startswith("NONSENSE")
    paragraphs = [one for one in document.units if one.kind == "paragraph"]
    assert [one.eid for one in paragraphs] == ["para_1", "para_2", "para_3"]
    assert without_tags(paragraphs[1].html) == "Paragraph 2 of judgment"


def test_a_judgment_of_1891_is_read_by_its_numbers() -> None:
    path = "data/messy-documents/cl/assets/media/test/search/opinion_html.html"
    document = read("court-html", shared(path))
    assert document.title.startswith("REAGAN, United States Marshal, et al. v. AIKEN")
    assert document.facts.decided_on == date(1891, 1, 26)
    assert [one.number for one in document.units if one.kind == "paragraph"] == list("1234")


def test_a_page_says_court_day_judges_and_what_it_is_about() -> None:
    document = ours("modern")
    facts = document.facts
    assert isinstance(facts, formats.JudgmentFacts)
    assert (document.title, document.number) == ("Keeper v Harbour Board", "[2031] NSWSC 9999")
    assert document.key == "au/case/2031-nswsc-9999"
    assert (facts.court, facts.decided_on) == ("Supreme Court Lampland", date(2031, 5, 3))
    assert (facts.panel, facts.docket_nos) == (("Wick J",), ("2030/77",))
    assert facts.catchwords == (
        "EMPLOYMENT — wages — whether oil is money",
        "CUSTOM — of a harbour",
    )
    assert document.official_url == "https://caselaw.example/decision/9999"
    assert document.publisher == "Lampland Caselaw"
    assert not document.kind_guessed


def test_paragraphs_have_the_numbers_a_browser_prints() -> None:
    paragraphs = [one for one in ours("modern").units if one.kind == "paragraph"]
    assert [one.number for one in paragraphs] == ["1.", "2.", "3.", "4.", "5."]
    assert [one.parent for one in paragraphs] == ["hdg_1", "hdg_1", "hdg_2", "hdg_2", "hdg_3"]


def test_quotations_lists_tables_and_notes_stay_what_they_are() -> None:
    document = ours("modern")
    assert '<div class="quotation"><p>' in unit(document, "para_2").html.replace(
        ' class="item"', ""
    )
    assert '<span class="num">a.</span> Is oil money?' in unit(document, "para_3").html
    assert "<tr><th>Winter</th><th>Nights</th></tr>" in unit(document, "para_4").html
    assert "winters.<sup>1</sup>" in unit(document, "para_1").html
    assert unit(document, "annex_footnotes").html.startswith("<p><sup>1</sup> The book")


def test_what_stands_below_the_judgment_is_its_closing() -> None:
    closing = unit(ours("modern"), "unit_closing").html
    assert closing.startswith("<p>**********</p><p>DISCLAIMER")
    assert closing.endswith("<p>Decision last updated: 4 May 2031</p>")


def test_menus_and_buttons_are_left_out_and_told() -> None:
    document = ours("modern")
    assert any(
        "furniture was left out, 26 characters: Home Browse Back" in one for one in document.notes
    )
    assert not any("Browse" in one.html for one in document.units)


def test_a_picture_gives_its_words() -> None:
    assert '<span class="image">Crest of Lampland' in unit(ours("modern"), "front").html


def test_a_migrated_page_numbers_its_paragraphs_in_attributes() -> None:
    document = ours("migrated")
    assert document.facts.panel == ("Flint JA", "Tinder JA")
    assert [one.eid for one in document.units if one.kind == "paragraph"] == [
        f"para_{number}" for number in range(1, 5)
    ]
    second = unit(document, "para_2").html
    assert '<p><span class="num">(2)</span> Set aside the judgment below.</p>' in second


def test_an_old_page_is_read_through_its_tables_and_fonts() -> None:
    document = ours("old")
    assert document.key == "au/case/1999-nswcca-9997"
    assert document.facts.decided_on == date(1999, 7, 5)
    assert document.facts.panel == ("Flint J", "Tinder J")
    assert unit(document, "para_2").html == "<p>There were 2 embers<br>and one fire.</p>"
    assert "said “still” twice" in unit(document, "para_1").html  # written in the bytes of Windows
    assert unit(document, "para_3").parent == "hdg_1"


def test_a_page_without_numbers_is_read_passage_by_passage() -> None:
    document = ours("unnumbered")
    assert [one.kind for one in document.units][:3] == ["heading", "passage", "passage"]
    assert document.facts.decided_on == date(2020, 6, 11)
    assert document.facts.court == "Supreme Court, Harbour County"
    assert any("read passage by passage" in note for note in document.notes)
    assert unit(document, "unit_6").html == "<p>spark 1<br>tinder 0</p>"


def test_an_unknown_page_claims_to_be_no_judgment() -> None:
    document = parse("<h1>Opening hours</h1><p>Nine to five.</p>", "<title>Library</title>")
    assert (document.kind, document.kind_guessed) == ("publication", True)
    assert document.key is None


def test_a_list_inside_a_paragraph_is_not_taken_for_paragraphs() -> None:
    lines = ["1. One:", "1. a", "2. b", "3. c", "2. Two.", "3. Three.", "4. Four.", "5. Five."]
    document = parse("".join(f"<p>{line}</p>" for line in lines))
    first = next(one for one in document.units if one.kind == "paragraph")
    assert (first.eid, first.html) == ("para_1", "<p>One:</p><p>1. a</p><p>2. b</p><p>3. c</p>")


def test_a_paragraph_that_the_page_lost_is_missed() -> None:
    lines = [f"<p>[{number}] Words.</p>" for number in (1, 2, 3, 5, 6, 7, 8, 9)]
    assert "Missing in the numbering of paragraphs: 4." in parse("".join(lines)).notes


def test_a_number_in_running_text_is_no_paragraph() -> None:
    document = parse("<p>1 One.</p><p>2 Two.</p><p>3 Three.</p><p>1990 was a year.</p>")
    assert [one.eid for one in document.units if one.kind == "paragraph"] == [
        "para_1",
        "para_2",
        "para_3",
    ]


def test_nothing_of_the_page_runs_or_links() -> None:
    document = parse(
        '<p onclick="x()">1. <a href="javascript:alert(1)">One</a><script>bad()</script>'
        '<iframe src="http://x/"></iframe></p><p>2. Two &lt;b&gt;</p><p>3. Three</p>'
    )
    assert unit(document, "para_1").html == "<p>One</p>"
    assert unit(document, "para_2").html == "<p>Two &lt;b&gt;</p>"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("big5", "big5"), ("iso-8859-1", "utf-8"), ("klingon", "utf-8")],
)
def test_a_page_is_read_in_its_own_encoding(declared: str, encoding: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body><p>判決書</p></body></html>'
    (document,) = formats.format_named("court-html").read(page.encode(encoding), "page.html")
    assert document.units[0].html == "<p>判決書</p>"
    assert document.language == "zh-Hant"


def test_bytes_that_are_no_text_are_told() -> None:
    (document,) = formats.format_named("court-html").read(b"<p>a\x81\xe9b</p>", "page.html")
    assert any("no text in the encoding" in note for note in document.notes)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"plain words", "no elements"),
        (b"<html><body><script>x</script></body></html>", "no text"),
        (b"<div>" * 10_000 + b"x", "nested too deep"),
        (b"%PDF-1.4 <p>x</p>", "a file of another kind"),
        (b"PK\x03\x04<p>", "a file of another kind"),
    ],
    ids=["text", "empty", "deep", "pdf", "zip"],
)
def test_anything_else_is_refused(data: bytes, why: str) -> None:
    assert why in refusal(data)


@pytest.mark.parametrize("name", ["login_get.html", "login_post.html"])
def test_a_real_page_without_text_is_refused(name: str) -> None:
    folder = "data/messy-documents/cl/scrapers/test_assets/tames_subscription"
    assert REFUSED_FILES[name] in refusal(shared(f"{folder}/{name}").read_bytes())


def test_tags_that_are_never_closed_lose_nothing() -> None:
    document = parse("".join(f"<font><p>{number}. Words" for number in range(1, 400)))
    paragraphs = [one for one in document.units if one.kind == "paragraph"]
    assert len(paragraphs) == 399
    assert etree.fromstring(paragraphs[-1].html).text == "Words"
