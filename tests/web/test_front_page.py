"""The Centre says in words of its own, in each language for itself, what its front page begins with."""

import pytest

from manumit.pages.services import load_pages
from manumit.records import find_files

pytestmark = pytest.mark.usefixtures("db")
PROGRAMS = "The law against trafficking and modern slavery"
OURS = """\
---
kind: page
title: Lanterns for {place}
language: {language}
section: centre
gist: Read by lantern light.
{facts}sources:
- publisher: The Lantern Centre
  for: [text]
  on: 2026-11-22
---
See [our report](/releases).
"""


@pytest.fixture
def written(write_record, at):
    """Load a page named home in a language."""

    def act(language, place, facts=""):
        key = f"site/page/home/{language.lower()}"
        root = write_record(key, OURS.format(language=language, place=place, facts=facts))
        report = load_pages(places=find_files([root / f"{key}.md"]), by=None, at=at)
        assert not report.problems

    return act


def words(client, address="/"):
    return " ".join(client.get(address).content.decode().split())


def test_until_the_centre_writes_one_the_front_page_has_the_programs_words(client):
    assert PROGRAMS in words(client)


def test_what_the_centre_wrote_stands_in_their_place(client, written):
    written("en", "everybody")
    page = words(client)
    assert "<h1>Lanterns for everybody</h1>" in page
    assert "Read by lantern light." in page
    assert 'href="/releases" rel="noopener noreferrer">our report</a>' in page
    assert PROGRAMS not in page.partition("<main")[2]
    assert client.get("/site/page/home/en").url == "/"


def test_a_language_without_such_a_page_keeps_the_programs_words_in_it(client, written):
    written("en", "everybody")
    assert "Lanterns for" not in words(client, "/lang/th/")
    written("th", "คนไทย", "translation:\n  by: machine\n  on: 2026-11-22\n")
    page = words(client, "/lang/th/")
    assert "Lanterns for คนไทย" in page
    assert '<p class="note">' in page
