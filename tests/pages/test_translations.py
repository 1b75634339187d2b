"""A translated page of the collection says what its original says: no link and no figure is lost."""

import re
from collections import Counter

import pytest

from manumit.records import PageRecord, RecordFile, find_files, links_in, read_files
from tests.paths import REPOSITORY

_FIGURE = re.compile(r"\d[\d,.]*\d|\d")
_LINK = re.compile(r"\]\([^()\s]+\)")


def held() -> dict[str, RecordFile]:
    found = read_files(find_files([REPOSITORY / "collection/site"]))
    return {one.key: one for one in found if isinstance(one, RecordFile)}


HELD = held()
NAMES = sorted({key.split("/")[2] for key in HELD})
TRANSLATED = sorted(
    key
    for key, one in HELD.items()
    if isinstance(one.record, PageRecord) and one.record.translation
)
EACH = pytest.mark.parametrize("key", TRANSLATED)


def page(key: str) -> PageRecord:
    record = HELD[key].record
    assert isinstance(record, PageRecord)
    return record


def original_of(key: str) -> str:
    said = page(key).translation
    assert said is not None
    return f"{key.rpartition('/')[0]}/{said.of}"


def prose(key: str) -> str:
    """All that a reader of the page reads."""
    record = page(key)
    questions = [
        " ".join([one.asks, *(option.says for option in one.options), one.why])
        for one in record.questions
    ]
    return "\n".join([record.title, record.gist, HELD[key].body, *questions])


def figures(key: str) -> set[str]:
    return set(_FIGURE.findall(_LINK.sub("]", prose(key))))


@pytest.mark.parametrize("name", [name for name in NAMES if name != "glossary"])
def test_every_page_is_in_the_languages_of_the_interface(name):
    for tag in ("en", "zh-hant", "th", "vi"):
        assert f"site/page/{name}/{tag}" in HELD


@EACH
def test_a_translation_leads_wherever_its_original_leads(key):
    lost = Counter(links_in(prose(original_of(key)))) - Counter(links_in(prose(key)))
    assert not lost


@EACH
def test_a_translation_loses_no_figure(key):
    assert figures(original_of(key)) - figures(key) == set()


@EACH
def test_a_translation_has_the_parts_and_the_right_answers_of_its_original(key):
    mine, theirs = page(key), page(original_of(key))
    assert [[o.right for o in q.options] for q in mine.questions] == [
        [o.right for o in q.options] for q in theirs.questions
    ]
    assert (mine.section, mine.position) == (theirs.section, theirs.position)
    parts = [re.findall(r"^# ", HELD[one].body, re.MULTILINE) for one in (key, original_of(key))]
    assert len(parts[0]) == len(parts[1])
