"""A practitioner reads a print without its paper, and nothing is lost."""

from collections import Counter
from pathlib import Path

import pytest

from tests.formats import originals
from tests.formats.pdf.prints import accounted_for, pages_of
from tests.formats.pdf_samples import SAMPLES as MADE
from tests.formats.reading import REAL_FILES, REFUSED_FILES, read
from tests.paths import SAMPLES

OURS = sorted((SAMPLES / "formats" / "pdf").glob("*.pdf"))
PRINTS = [
    path
    for path in OURS + REAL_FILES["pdf"]
    if path.suffix == ".pdf" and path.name not in REFUSED_FILES
]


@pytest.mark.parametrize("path", PRINTS, ids=lambda path: path.name)
def test_every_character_is_shown_or_told_as_taken_out(path: Path) -> None:
    data = path.read_bytes()
    assert Counter(accounted_for(data)) == Counter(originals.pdf_text(data))


@pytest.mark.parametrize("path", PRINTS, ids=lambda path: path.name)
def test_every_passage_says_its_page(path: Path) -> None:
    for one in read("pdf", path).units:
        assert not one.html or pages_of(one.html)


@pytest.mark.parametrize("name", MADE)
def test_a_sample_is_what_its_page_says(name: str) -> None:
    assert (SAMPLES / "formats" / "pdf" / name).read_bytes() == MADE[name]()
