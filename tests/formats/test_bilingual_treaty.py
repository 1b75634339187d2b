"""A treaty in English and Chinese: one address for a paragraph in both, and no word lost in either."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit import formats
from manumit.formats.treaty.breaks import split_runs
from manumit.formats.treaty.chinese import number_of, read_paragraphs
from tests.formats import originals
from tests.formats.reading import REAL_FILES, addresses, read_all, unit, without_tags
from tests.paths import SAMPLES, shared

SAMPLE = SAMPLES / "formats" / "treaty" / "lantern-convention.json"
FILES = [SAMPLE, *[path for path in REAL_FILES["treaty"] if path.suffix == ".json"]]


def both(path: Path) -> tuple[formats.ParsedDocument, formats.ParsedDocument]:
    english, chinese = read_all("treaty", path)
    assert (english.language, chinese.language) == ("en", "zh-Hant")
    return english, chinese


def real(name: str) -> tuple[formats.ParsedDocument, formats.ParsedDocument]:
    return both(shared(f"data/treaties/open-treaties/data/{name}.json"))


def eids(document: formats.ParsedDocument) -> str:
    return " ".join(one.eid for one in document.units)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_word_is_lost_added_or_moved_in_either_language(path: Path) -> None:
    values = json.loads(path.read_text(encoding="utf-8"))
    for document, language in zip(both(path), ("en", "zh"), strict=True):
        shown = "".join(one.heading + without_tags(one.html) for one in document.units)
        printed = originals.treaty_in(values, language)
        assert originals.without_wiki(document.title + shown) == printed


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_article_is_there_in_both_languages(path: Path) -> None:
    values = json.loads(path.read_text(encoding="utf-8"))
    for document in both(path):
        articles = [one for one in document.units if one.kind == "article"]
        assert len(articles) == len(values["articles"]) == len({one.eid for one in articles})
    numbers = [one.number for one in both(path)[0].units if one.kind == "article"]
    counts = [int(re.findall(r"\d+", number)[0]) for number in numbers]
    assert counts == sorted(counts)


def test_nearly_every_paragraph_has_one_address_in_both_languages() -> None:
    pairs = [both(path) for path in FILES[1:]] or pytest.skip("no shared material")
    english = {(at, eid) for at, (one, _) in enumerate(pairs) for eid in addresses(one)}
    chinese = {(at, eid) for at, (_, one) in enumerate(pairs) for eid in addresses(one)}
    assert len(english & chinese) > 5_000
    assert len(english & chinese) / len(english) > 0.9


def test_the_crime_of_enslavement_has_one_address_in_both_languages() -> None:
    english, chinese = real("rome-statute")
    eid = 'id="art_7__para_2__subpara_c"'
    assert '(c)</span> "Enslavement"' in unit(english, "art_7").html.partition(eid)[2][:80]
    assert "3.</span> 「奴役」" in unit(chinese, "art_7").html.partition(eid)[2][:80]


def test_paragraphs_that_only_one_language_numbers_are_addressed_there() -> None:
    english, chinese = real("crc")
    assert 'id="art_38__para_2"' in unit(chinese, "art_38").html
    assert "id=" not in unit(english, "art_38").html


def test_the_sample_is_read_whole() -> None:
    english, chinese = both(SAMPLE)
    assert english.title == "Convention on the Keeping of Paper Lanterns"
    assert chinese.title == "燈籠保管公約"
    assert chinese.other_titles == {"en": english.title}
    assert eids(english) == eids(chinese)
    assert eids(english) == (
        "preamble hdg_1 art_1 art_2 hdg_2-bis art_2-bis art_3 art_10 unit_closing"
    )
    assert unit(chinese, "art_2-bis").number == "第二條之二"
    assert unit(english, "art_2-bis").number == "Article 2 bis"


def test_a_mark_in_a_sentence_is_a_reference_and_no_paragraph() -> None:
    english, chinese = both(SAMPLE)
    assert "paragraph 1 (a).</p>" in unit(english, "art_1").html
    assert "第一款（甲）所指" in unit(chinese, "art_1").html


def test_what_is_counted_otherwise_has_no_address_and_is_told() -> None:
    _, chinese = both(SAMPLE)
    assert '<div class="item"><p><span class="num">（a）' in unit(chinese, "art_2").html
    assert "no address of their own, in articles 2, 2-bis." in " ".join(chinese.notes)


def test_an_article_that_breaks_off_is_told() -> None:
    assert "The text of these articles breaks off: 2-bis." in both(SAMPLE)[0].notes
    assert "breaks off: 8, 27, 45" in " ".join(real("unclos")[0].notes)


def test_headings_and_closing_words_are_no_part_of_an_article() -> None:
    english, chinese = both(SAMPLE)
    assert unit(english, "hdg_2-bis").heading == "CHAPTER II. DUTIESSECTION I. OF KEEPERS"
    assert unit(chinese, "hdg_2-bis").heading == "第貳編"
    assert unit(english, "unit_closing").html.startswith("<p>IN WITNESS WHEREOF")
    assert unit(chinese, "unit_closing").html.startswith("<p>下列簽署人")


def test_signatures_that_were_scanned_into_the_last_article_are_told() -> None:
    english, _ = real("icerd")
    assert "AFGHANISTAN" not in unit(english, "art_25").html
    assert any(note.startswith("After the closing words stand 6") for note in english.notes)


@pytest.mark.parametrize(
    ("written", "number"),
    [("一", 1), ("十", 10), ("十五", 15), ("二十", 20), ("二百八十七", 287), ("三二〇", 320),
     ("一百零二", 102), ("條", 0)],
)  # fmt: skip
def test_chinese_figures_are_numbers(written: str, number: int) -> None:
    assert number_of(written) == number


def test_a_list_within_a_list_is_cut_at_both() -> None:
    text = "It shall:(a) act;(b) wait, under (a), where:(i) it rains; or (ii) snows;(c) rest."
    assert [line[:4] for line in split_runs(text)] == [
        "It s",
        "(a) ",
        "(b) ",
        "(i) ",
        "(ii)",
        "(c) ",
    ]
    paragraphs = read_paragraphs(
        "一、應：（甲）行；（乙）止，如（甲）所稱：（子）雨；（丑）雪；（丙）息。二、完。"
    )
    assert [one.mark for one in paragraphs] == [
        "一、", "（甲）", "（乙）", "（子）", "（丑）", "（丙）", "二、",
    ]  # fmt: skip


def changed(**fields: Any) -> bytes:
    values = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return json.dumps(values | fields).encode()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b'{"treaty": 1}', "no object with articles"),
        (changed(articles=[]), "no object with articles"),
        (changed(articles=[{"article": "一"}]), "no text in a language"),
        (
            changed(articles=[{"article": "甲", "content_en": "", "content_zh": ""}]),
            "is numbered '甲'",
        ),
        (changed(treaty_en=""), "no title in English"),
        (b'{"a":' * 100_000, "nested too deep"),
        (b'{"treaty": ', "not JSON"),
    ],
)
def test_another_file_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(formats.UnreadableDocument, match=why):
        formats.format_named("treaty").read(data, "treaty.json")


PIECES = [
    "(a)",
    "(b)",
    "(i)",
    "1. ",
    "; ",
    ".",
    "\n",
    "（甲）",
    "（乙）",
    "一、",
    "二、",
    "。",
    "：",
    "# ",
    "x",
]
TEXTS = st.lists(st.sampled_from([*PIECES, "PART II", "第二章", "IN WITNESS WHEREOF"]), max_size=30)


@given(TEXTS.map("".join), TEXTS.map("".join))
def test_any_text_is_kept_whole(english: str, chinese: str) -> None:
    article = {"article": "一", "content_en": english, "content_zh": chinese}
    documents = formats.format_named("treaty").read(changed(articles=[article, article]), "t")
    for document, text in zip(documents, (english, chinese), strict=True):
        units = [one for one in document.units if one.eid not in ("preamble", "hdg_1")]
        shown = "".join(one.heading + without_tags(one.html) for one in units)
        assert originals.without_wiki(shown) == originals.without_wiki(text * 2)
        found = addresses(document)
        assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "piece", ["(a) ", ";(b) x", "（甲）", "一、x。", "1. (a) x\n", "PART II ", "。第二章", "="]
)
def test_a_hostile_text_does_not_take_for_ever(piece: str) -> None:
    article = {"article": "一", "content_en": piece * 20_000, "content_zh": piece * 20_000}
    assert formats.format_named("treaty").read(changed(articles=[article]), "treaty.json")
