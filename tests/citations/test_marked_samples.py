"""The citations marked by hand are many, of all kinds, and each says what a reader can check."""

import re

import pytest

from manumit.cli.bench.marked import BadMark, Mark, Paragraph, read_folder, read_line
from manumit.reference import CitationFormat, citation_formats
from tests.paths import REPOSITORY, SAMPLES

_SCRIPTS = {
    "Latin": re.compile("[A-Za-z]{3}"),
    "Han": re.compile("[\u4e00-\u9fff]{3}"),
    "Thai": re.compile("[\u0e00-\u0e7f]{3}"),
}


@pytest.fixture(scope="module")
def paragraphs() -> list[Paragraph]:
    return read_folder(SAMPLES / "citations")


@pytest.fixture(scope="module")
def marks(paragraphs) -> list[Mark]:
    return [mark for paragraph in paragraphs for mark in paragraph.marks]


def test_a_mark_is_read_with_its_place_in_the_text() -> None:
    paragraph = read_line("See ⟦§ 5 and\\n§ 6|judgment|coe/case/1-23/* or ?|para_5 para_6⟧, 李.")

    assert paragraph.text == "See § 5 and\n§ 6, 李."
    assert paragraph.marks == (
        Mark(
            start=4,
            end=15,
            text="§ 5 and\n§ 6",
            kind="judgment",
            targets=("coe/case/1-23/*", "?"),
            pinpoints=("para_5", "para_6"),
        ),
    )


@pytest.mark.parametrize(
    "line",
    [
        "⟦Cap. 200|legislation|hk/law/cap-200",
        "Cap. 200|legislation|hk/law/cap-200|⟧",
        "⟦⟦Cap. 200|legislation|hk/law/cap-200|⟧",
        "⟦Cap. 200|legislation|hk/law/cap-200⟧",
        "⟦Cap. 200|statute|hk/law/cap-200|⟧",
        "⟦|legislation|hk/law/cap-200|⟧",
        "⟦Cap. 200 |legislation|hk/law/cap-200|⟧",
        "⟦Cap. 200|legislation||⟧",
        "⟦Cap. 200|legislation|=|⟧",
        "⟦Cap. 200|legislation|Cap. 200|⟧",
        "⟦Cap. 200|legislation|hk/law/cap-200 or|⟧",
        "⟦Cap. 200|legislation|hk/law/cap-200|section 5⟧",
        "⟦Cap. 200|legislation|hk/law/cap-200|sec_5 sec_5⟧",
    ],
)
def test_a_bad_mark_is_refused_with_its_place(line) -> None:
    with pytest.raises(BadMark, match=r"^some\.txt:7: "):
        read_line(line, "some.txt", 7)


def test_the_set_has_at_least_400_citations_of_every_kind(marks) -> None:
    assert len(marks) >= 400
    for kind in ("judgment", "legislation", "instrument", "publication"):
        assert sum(mark.kind == kind for mark in marks) >= 30, kind


@pytest.mark.parametrize("script", _SCRIPTS)
def test_the_set_is_written_in_several_scripts(paragraphs, script) -> None:
    written = [p for p in paragraphs if p.marks and _SCRIPTS[script].search(p.text)]

    assert len(written) >= 40


def test_what_is_no_citation_is_there_in_every_script(paragraphs) -> None:
    unmarked = [p.text for p in paragraphs if not p.marks]

    assert len(unmarked) >= 80
    for script in _SCRIPTS.values():
        assert any(script.search(text) for text in unmarked)
    assert not [p for p in paragraphs if p.file == "negatives.txt" and p.marks]


def test_no_line_stands_twice(paragraphs) -> None:
    texts = [paragraph.text for paragraph in paragraphs]

    assert len(set(texts)) == len(texts)


def test_the_words_of_a_mark_stand_where_it_says(paragraphs) -> None:
    for paragraph in paragraphs:
        for mark in paragraph.marks:
            assert paragraph.text[mark.start : mark.end] == mark.text


def test_a_work_is_held_or_its_key_follows_from_the_number_cited(marks) -> None:
    formats = [each for each in citation_formats() if each.key and not each.is_stem]
    keys = {(target, mark.text) for mark in marks for target in mark.targets if _is_key(target)}

    lost = [each for each in keys if not _is_held(each[0]) and not _is_numbered(*each, formats)]

    assert not lost


def _is_key(target: str) -> bool:
    return target[0] not in "?=" and not target.endswith("/*")


def _is_held(key: str) -> bool:
    return (REPOSITORY / "collection" / f"{key}.md").is_file()


def _is_numbered(key: str, words: str, formats: list[CitationFormat]) -> bool:
    found = ((each, match) for each in formats for match in each.finditer(words))
    return any(key in each.keys_for(match.groupdict()) for each, match in found)
