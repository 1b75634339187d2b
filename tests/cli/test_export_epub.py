"""manumit export --epub: the works on a topic, or of a country, as a book."""

import zipfile

import pytest
from lxml import etree

from tests.library.files import CASE, LAW, judgment, law, publication

pytestmark = pytest.mark.django_db
XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
SECRET = "hk/publication/draft"


@pytest.fixture
def shelves(manumit, write_record):
    """A law with a provision, a judgment on it, and a draft."""
    provision = "provisions:\n- at: sec_3\n  heading: Oil\n  gist: Oil < water & must be clean.\n"
    about = "topics: [slavery]\nfindings:\n- says: Oil must be clean.\n  weight: ratio\n  about: [hk/law/cap-9999#sec_3]\n"
    write_record(LAW, law("topics: [slavery]\n" + provision, title='Lanterns & "Oil" <Act>'))
    write_record(CASE, judgment(about))
    root = write_record(SECRET, publication("topics: [slavery]\n", title="Secret", status="draft"))
    for file in root.rglob("*.md"):
        file.write_text(file.read_text().replace("status: published\n", ""))
    assert manumit("load", root).code == 0


@pytest.fixture
def book(shelves, manumit, tmp_path):
    """The book on slavery."""
    path = tmp_path / "book.epub"
    assert manumit("export", "--epub", path, "--topic", "slavery").err == ""
    with zipfile.ZipFile(path) as opened:
        yield opened


def xml(book, name):
    return etree.fromstring(book.read(f"OEBPS/{name}"))


def chapters(book):
    names = [name for name in book.namelist() if "work-" in name]
    return [xml(book, name.removeprefix("OEBPS/")) for name in names]


def test_its_first_file_says_unpacked_what_it_is(book):
    first = book.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert book.read("mimetype") == b"application/epub+zip"


def test_every_page_is_in_the_list_in_the_order_and_in_the_contents(book):
    package, nav = xml(book, "package.opf"), xml(book, "nav.xhtml")
    listed = {item.get("id"): item.get("href") for item in package.iter(f"{OPF}item")}
    read = [listed[each.get("idref")] for each in package.iter(f"{OPF}itemref")]
    files = {name.removeprefix("OEBPS/") for name in book.namelist() if name.startswith("OEBPS/")}
    assert set(listed.values()) | {"package.opf"} == files
    assert read[:2] == ["title.xhtml", "nav.xhtml"]
    assert {link.get("href") for link in nav.iter(f"{XHTML}a")} == set(read) - {"nav.xhtml"}


def test_titles_and_gists_are_text_whatever_they_have_in_them(book):
    [law_page] = [
        page for page in chapters(book) if "Oil < water & must" in "".join(page.itertext())
    ]
    assert law_page.findtext(f".//{XHTML}h1") == 'Lanterns & "Oil" <Act>'


def test_a_finding_leads_to_the_provision_inside_the_book(book):
    links = [link.get("href") for page in chapters(book) for link in page.iter(f"{XHTML}a")]
    assert "work-0001.xhtml#sec_3" in links
    assert not [link for link in links if not link.startswith(("work-", "http", "mailto:", "tel:"))]


def test_each_chapter_says_how_we_know(book):
    for page in chapters(book):
        assert "How we know" in "".join(page.itertext())


def test_drafts_are_in_no_book(book):
    assert not [name for name in book.namelist() if b"Secret" in book.read(name)]


def test_the_same_library_gives_the_same_book(shelves, manumit, tmp_path):
    for name in ("one", "two"):
        manumit("export", "--epub", tmp_path / name, "--country", "hk")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "name --topic or --country"),
        (("--topic", "slavery", "--country", "hk"), "name --topic or --country"),
        (("--topic", "lamps"), "there is no topic 'lamps'"),
        (("--country", "lamps"), "there is no country or body 'lamps'"),
        (("--country", "th"), "nothing is published under 'th'"),
    ],
)
def test_wrong_use_is_one_clear_line(shelves, manumit, tmp_path, words, told):
    answer = manumit("export", "--epub", tmp_path / "book.epub", *words)
    assert answer.code == 2
    assert told in answer.err
    assert not (tmp_path / "book.epub").exists()
