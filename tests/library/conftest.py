"""A small library of our own: records loaded from files, texts imported from our samples."""

from dataclasses import replace

import pytest

from manumit.formats import Unit, format_named
from manumit.library.models import Text
from manumit.library.services import import_text, link_citations, load_records
from manumit.records import find_files
from tests.library.files import CASE
from tests.paths import SAMPLES


@pytest.fixture
def load(db, write_record, tmp_path, at):
    """Write files by key and load them; returns the report with the folder's name left out."""

    def act(files, *, force=False):
        for key, text in files.items():
            write_record(key, text)
        places = find_files([tmp_path / "collection"])
        places = [place for place in places if place.key in files]
        return load_records(places=places, by=None, at=at, force=force)

    return act


def sample(kind, name):
    """The one document of a sample file."""
    path = SAMPLES / "formats" / kind / name
    [document] = format_named(kind).read(path.read_bytes(), name)
    return document


@pytest.fixture(scope="session")
def lanterns():
    """An invented law in English: two parts, five sections, two schedules, from 2031-05-01."""
    return sample("hklm", "cap9999-en.xml")


@pytest.fixture(scope="session")
def lanterns_zh():
    """The beginning of the same law in Chinese."""
    return sample("hklm", "cap9999-zh-Hant.xml")


@pytest.fixture(scope="session")
def lantern_case():
    """An invented judgment."""
    return sample("hudoc", "judgment-en.json")


@pytest.fixture(scope="session")
def lantern_treaty():
    """An invented treaty, whose file cannot say its key."""
    return sample("treaty", "lantern-convention.md")


@pytest.fixture
def bring(db, at):
    """Import a document; returns what became of it."""

    def act(document, key=None, **given):
        return import_text(
            document=document, key=key or document.key, format_name="test", by=None, at=at, **given
        )

    return act


@pytest.fixture
def tell(bring, lantern_case):
    """Import an invented judgment of these paragraphs; returns its text."""

    def act(*paragraphs, key=CASE, **given):
        units = [
            Unit(f"para_{number}", "paragraph", number=f"{number}.", html=f"<p>{words}</p>")
            for number, words in enumerate(paragraphs, start=1)
        ]
        bring(replace(lantern_case, units=tuple(units)), key, **given)
        return Text.objects.get(work__key=key)

    return act


@pytest.fixture
def link(db, at):
    """Read every text for its citations; returns the report."""

    def act():
        return link_citations(texts=Text.objects.all(), at=at)

    return act
