"""What holds for every format and every file read with it."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree

from manumit import formats
from manumit.formats import markup
from manumit.reference.addresses import is_eid
from manumit.reference.keys import parse_key
from tests.formats.reading import REAL_FILES, SAMPLE_FILES, addresses, every_file, read_all
from tests.paths import REPOSITORY, SAMPLES

FORMATS = pytest.mark.parametrize("one", formats.formats(), ids=lambda one: one.name)
HELPERS = {
    "chains",
    "dates",
    "eids",
    "languages",
    "markup",
    "neutral",
    "runs",
    "safe_html",
    "safe_json",
    "safe_xml",
    "strangers",
    "text",
    "types",
}


@pytest.fixture(
    scope="module", params=list(every_file()), ids=lambda file: f"{file[0]}-{file[1].name}"
)
def documents(request: pytest.FixtureRequest) -> list[formats.ParsedDocument]:
    """The documents in one of all the files: it is read once, and every test of it runs."""
    return read_all(*request.param)


@FORMATS
def test_a_format_brings_a_sample(one: formats.Format) -> None:
    folder = SAMPLES / "formats" / one.name
    assert any(folder.glob("*")), f"write a sample of {one.name} into {folder}"


@FORMATS
def test_a_format_says_what_it_reads(one: formats.Format) -> None:
    assert one.description
    assert all(extension.startswith(".") for extension in one.extensions)
    assert formats.format_named(one.name) is one


def test_every_module_is_a_format_or_a_known_helper() -> None:
    for module in pkgutil.iter_modules(formats.__path__):
        found = importlib.import_module(f"manumit.formats.{module.name}")
        assert hasattr(found, "FORMAT") != (module.name in HELPERS), module.name


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(formats.UnknownFormat, match="hklm, hudoc"):
        formats.format_named("papyrus")


def test_the_how_to_names_what_there_is() -> None:
    page = (REPOSITORY / "docs" / "how-to" / "add-a-format.md").read_text()
    for helper in HELPERS:
        assert f"`{helper}.py`" in page
    for field in ("name", "description", "extensions", "reader", "sniff", "keeps"):
        assert f"{field}=" in page


@pytest.mark.parametrize("path", SAMPLE_FILES, ids=lambda path: path.name)
def test_a_file_is_recognised_by_its_beginning(path: Path) -> None:
    found = formats.recognise(path.read_bytes())
    assert found is not None
    assert found.name == path.parent.name


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Dear Sir, Article 4 of the Convention ...",
        b"A note on files that begin with http://www.xml.gov.hk/schemas/hklm/1.0",
        b'[{"xml": "<akomaNtoso xmlns=\'http://docs.oasis-open.org/legaldocml/ns/akn/3.0\'>"}]',
        b"Subject: A v B\n\n<html><head><title>Ember v Wick (2031)</title></head></html>",
        b"<html><title>An Act on Lanterns</title><p>After the judgment of a court ...</html>",
        b"The page begins <html data-iso6393=eng> and goes on.",
        b"# A list\n\n-----\n\nthat is cut once",
        b"Notes\n\n-----\n\n## On lanterns\n\n-----\n\n## On wicks",
    ],
)
def test_other_files_are_not_recognised(data: bytes) -> None:
    assert formats.recognise(data) is None


# Pages of every kind are read as a court's when they are said to be; to tell which they are is more.
TOLD = sorted({*REAL_FILES} - {"court-html"})


@pytest.mark.parametrize("name", TOLD)
def test_real_files_are_recognised_as_what_they_are(name: str) -> None:
    found = {path: formats.recognise(path.read_bytes()) for path in REAL_FILES[name]}
    assert [path.name for path, form in found.items() if form is None or form.name != name] == []


def test_every_address_is_well_formed_and_given_once(
    documents: list[formats.ParsedDocument],
) -> None:
    for document in documents:
        found = addresses(document)
        assert [eid for eid in found if not is_eid(eid)] == []
        assert len(found) == len(set(found))


def test_parents_come_before_their_children(documents: list[formats.ParsedDocument]) -> None:
    for document in documents:
        seen: set[str] = set()
        for one in document.units:
            assert one.parent is None or one.parent in seen
            seen.add(one.eid)


def test_html_is_well_formed_and_only_ours(documents: list[formats.ParsedDocument]) -> None:
    for one in (unit for document in documents for unit in document.units):
        root = etree.fromstring(f"<div>{one.html.replace('<br>', '<br/>')}</div>")
        for element in root.iterdescendants():
            assert element.tag in markup.TAGS
            assert set(element.attrib) <= markup.ATTRIBUTES


def test_a_key_is_one_of_ours(documents: list[formats.ParsedDocument]) -> None:
    for document in documents:
        if document.key is not None:
            assert str(parse_key(document.key)) == document.key


ELEMENT = re.compile(rb"<!?[a-zA-Z]")


@FORMATS
@given(data=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_anything_else_is_refused_in_one_line(one: formats.Format, data: bytes) -> None:
    assume(not ELEMENT.search(data))  # a page with words is a page, whatever it says
    with pytest.raises(formats.UnreadableDocument) as refusal:
        one.read(data, "upload")
    message = str(refusal.value)
    assert message.startswith("upload")
    assert len(message.splitlines()) == 1


@FORMATS
def test_an_empty_file_is_refused(one: formats.Format) -> None:
    with pytest.raises(formats.UnreadableDocument, match=r"nothing\.x is empty"):
        one.read(b" \n", "nothing.x")


@FORMATS
def test_a_file_over_the_limit_is_refused_before_it_is_read(one: formats.Format) -> None:
    with pytest.raises(formats.UnreadableDocument, match="larger than 64 MB"):
        one.read(bytes(formats.MAX_BYTES + 1), "huge")
