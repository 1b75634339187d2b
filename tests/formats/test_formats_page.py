"""The page about formats says what they do, and what became of every real file."""

import os
import random
from collections.abc import Callable

import pytest

from manumit import formats
from tests.formats import page
from tests.formats.reading import SAMPLE_FILES, read_all
from tests.paths import shared

ANEW = "write it anew: python -m tests.formats.page > docs/formats.md"
LARGE = ["echr", "feeds", "treaties", "udhr", "uk"]
SHOWN: dict[str, Callable[[formats.Unit], object]] = {
    "structure": lambda one: one.parent or "__" in one.html,
    "headings": lambda one: one.heading,
    "tables": lambda one: "<table" in one.html,
    "footnotes": lambda one: "footnote" in one.html or one.kind == "notes",
    "words for pictures": lambda one: 'class="image"' in one.html,
    "page anchors": lambda one: 'class="page"' in one.html,
}


def test_it_says_of_each_format_what_the_format_says() -> None:
    assert page.written_head() == page.head(), ANEW


def chosen() -> list[str]:
    """All folders where everything is tested; elsewhere the small ones and a large one.

    Which large one is drawn, with the page itself as the seed: another page, another folder.
    """
    if os.environ.get("MANUMIT_REQUIRE_SERVICES"):
        return page.folders()
    one = random.Random(page.PAGE.read_text(encoding="utf-8")).choice(LARGE)
    return [folder for folder in page.folders() if folder == one or folder not in LARGE]


def test_it_says_what_became_of_real_files(monkeypatch: pytest.MonkeyPatch) -> None:
    shared("data")
    monkeypatch.setenv("PATH", "")  # whatever is installed here, Tesseract is not asked
    folders = chosen()
    rows = page.rows_of(folders)
    cells, refused = page.written(folders)
    assert cells == page.table_rows(rows), ANEW
    assert refused == page.refusals(rows), ANEW


@pytest.mark.parametrize("one", formats.formats(), ids=lambda one: one.name)
def test_a_format_keeps_what_it_says_it_keeps(one: formats.Format) -> None:
    files = [path for path in SAMPLE_FILES if path.parent.name == one.name]
    documents = [document for path in files for document in read_all(one.name, path)]
    units = [unit for document in documents for unit in document.units]
    kept = {name for name, shows in SHOWN.items() if any(map(shows, units))}
    if any(getattr(document.facts, "participation", ()) for document in documents):
        kept.add("acts of states")
    assert kept == set(one.keeps)
