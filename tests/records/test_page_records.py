"""What a page of the site may say: its links lead somewhere, and its file says what it is."""

from datetime import date

import pytest

from manumit.records import BadRecord, check_file, check_together, find_files, read_file
from tests.pages.files import KEY, QUESTION, THAI, TRANSLATED, page
from tests.paths import REPOSITORY

TODAY = date(2026, 11, 22)
LAW = "hk/law/cap-200"


def faults_of(read_text, text, key=KEY):
    try:
        return [problem.reason for problem in check_file(read_text(text, key=key), today=TODAY)]
    except BadRecord as error:
        return [problem.reason for problem in error.problems]


def test_a_sound_page_has_no_fault(read_text):
    assert faults_of(read_text, page(facts=QUESTION)) == []


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        (page(language="th"), KEY, "it is th, but the file is en.md"),
        (page(), "site/page/lanterns", "its file is site/page/<name>/<language>.md"),
        (page(), "hk/law/lanterns", "a key of this kind has page as its second part"),
        (page(language="th", facts=TRANSLATED + "  of: th\n"), THAI, "no translation of itself"),
        (page(facts=TRANSLATED + "  reviewed_by: A. Reader\n"), KEY, "reviewed_by and reviewed_on"),
        (page(facts=QUESTION.replace("    right: true\n", "")), KEY, "at least one option right"),
        (page(facts="checked_on: 2026-12-01\n"), KEY, "nobody has looked yet on 2026-12-01"),
        (
            page().replace(
                "sources:\n- publisher: Lantern House\n  for: [text]\n  on: 2026-11-01\n", ""
            ),
            KEY,
            "a published page needs at least one source",
        ),
    ],
)
def test_a_page_that_would_mislead_is_refused(read_text, text, key, reason):
    [fault] = faults_of(read_text, text, key)
    assert reason in fault


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("hk/law/cap-200", ""),
        ("hk/law/cap-200#sec_129", ""),
        ("/help", ""),
        ("https://example.org/a", ""),
        ("hk/law/cap-1", "it links to hk/law/cap-1, and no record of this collection is that"),
        ("hk/law/cap-200#sec_1", "the record of hk/law/cap-200 says nothing at sec_1"),
    ],
)
def test_a_link_to_a_work_that_is_not_held_is_refused(read_text, link, reason):
    law = read_file(REPOSITORY / "collection" / f"{LAW}.md", LAW)
    told = check_together([law, read_text(page(f"See [there]({link})."), key=KEY)])
    assert [reason in problem.reason for problem in told] == ([True] if reason else [])


def test_the_links_of_answers_are_looked_up_too(read_text):
    told = check_together([read_text(page(facts=QUESTION), key=KEY)])
    assert [problem.reason for problem in told] == [
        f"it links to {LAW}, and no record of this collection is that"
    ]


@pytest.mark.parametrize("below", ["", "site", "site/page", "site/page/lanterns"])
def test_pages_keep_their_keys_from_wherever_they_are_read(write_record, below):
    root = write_record(THAI, page(language="th"))
    assert [place.key for place in find_files([root / below])] == [THAI]
