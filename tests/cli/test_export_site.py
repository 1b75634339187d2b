"""manumit export --site: the library as files that need no centre."""

import base64
import gzip
import hashlib
import re
from hashlib import sha256
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from lxml import html

from manumit.accounts.models import User
from manumit.cli.edition import building
from manumit.cli.edition.finding import as_script
from manumit.cli.program import program
from manumit.contributions import services as contributions
from manumit.contributions.types import Said
from manumit.library.models import Publication
from tests.editorial.test_publications import printed
from tests.library.files import CASE, LAW, TREATY, judgment, law, publication, treaty
from tests.pages.files import KEY as LESSON
from tests.pages.files import THAI, TRANSLATED
from tests.pages.files import page as lesson
from tests.paths import SAMPLES

pytestmark = pytest.mark.django_db
CENTRE = "https://law.example.org"
TEXT = SAMPLES / "formats/akn/lantern-case.xml"
RELEASE = "hk/publication/lantern-house/2031-a-report"
REPORT = printed()
SOUND = ("status: published\n", "")
RECORDS = {
    LAW: law("titles:\n  zh-Hant: 燈籠條例\ntopics: [forced-labour]\n"),
    CASE: judgment(
        "titles:\n  th: คดีโคมไฟ\ntopics: [slavery]\nfindings:\n- says: Lanterns must be lit.\n"
        "  weight: ratio\napplied:\n- work: hk/law/cap-9999\n  how: considered\n"
    ),
    TREATY: treaty(),
    RELEASE: publication(
        "release: true\n"
        f"files:\n- file: report.pdf\n  sha256: {sha256(REPORT).hexdigest()}\n  language: en\n"
        "  title: Full report\n"
    ),
    LESSON: lesson(facts="checked_on: 2026-11-01\n"),
    THAI: lesson("โคมไฟให้แสงสว่าง", title="โคมไฟ", language="th", facts=TRANSLATED),
    "hk/publication/draft": publication(title="canary-draft", status="draft"),
    "hk/publication/gone": publication(title="canary-withdrawn"),
}
CANARIES = ("canary-draft", "canary-withdrawn", "canary-forwarded", "canary-account")


def run(*words):
    return CliRunner().invoke(program, list(map(str, words)), standalone_mode=False)


def done(*words):
    answer = run("export", *words)
    assert not answer.exception, (answer.output, answer.exception)
    return answer.output


@pytest.fixture(scope="module")
def shelves(django_db_setup, django_db_blocker, tmp_path_factory):
    """A law with its text, a judgment, a treaty; and what no reader may see."""
    root = tmp_path_factory.mktemp("collection")
    for key, text in RECORDS.items():
        path = root / f"{key}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(*SOUND), "utf-8")
    (root / RELEASE).mkdir()
    (root / RELEASE / "report.pdf").write_bytes(REPORT)
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with media, django_db_blocker.unblock(), transaction.atomic():
        assert run("load", root).return_value == 0
        assert run("import", "akn", "--work", CASE, TEXT).return_value == 0
        Publication.objects.get(key="hk/publication/gone").unpublish()
        User.objects.create_user("canary-account@example.org", "x" * 20)
        said = Said(text="canary-forwarded")
        contributions.begin(said=said, file=b"", by=None, at=timezone.now())
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def site(shelves, tmp_path_factory):
    """An edition of them, made in one process."""
    folder = tmp_path_factory.mktemp("out") / "site"
    done("--site", folder, "--jobs", "1")
    return folder


@pytest.fixture(scope="module")
def abroad(shelves, tmp_path_factory):
    """An edition in Thai and Khmer as well: Khmer has only begun."""
    folder = tmp_path_factory.mktemp("out") / "abroad"
    done("--site", folder, "--jobs", "1", "--language", "TH", "--language", "km")
    return folder


@pytest.fixture(scope="module", params=["site", "abroad"])
def pages(request):
    """Every page by its file, as a tree."""
    site = request.getfixturevalue(request.param)
    return {path: html.fromstring(path.read_bytes()) for path in site.rglob("*.html")}


def page(site, name):
    return (site / name).read_text("utf-8")


def packed(path):
    """The bytes that a script of the search hands over, unpacked; else those of the file."""
    data = path.read_bytes()
    if not data.startswith(b"pagefindFile("):
        return data
    inside = base64.b64decode(data.split(b'"')[3])
    return gzip.decompress(inside) if inside.startswith(b"\x1f\x8b") else inside


def links(tree):
    for element in tree.iter():
        for name in ("href", "src", "action"):
            if isinstance(element.tag, str) and (value := element.get(name)) is not None:
                yield value


def test_every_link_leads_to_a_file_of_the_edition_and_to_a_place_in_it(pages):
    places = {path: set(tree.xpath("//@id")) for path, tree in pages.items()}
    for path, tree in pages.items():
        for link in links(tree):
            parts = urlsplit(link)
            if parts.scheme in {"https", "http", "tel", "mailto"}:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_file(), (path, link)
            assert not parts.fragment or unquote(parts.fragment) in places[target], (path, link)


def test_no_page_leads_to_the_centre_that_made_it(pages):
    hosts = {urlsplit(link).hostname or "" for tree in pages.values() for link in links(tree)}
    assert not {"localhost", "127.0.0.1", "edition.invalid"} & hosts


def test_the_checksums_are_those_of_every_file(site):
    lines = (site / "SHA256SUMS").read_text("utf-8").splitlines()
    told = {name: digest for digest, name in (line.split("  ") for line in lines)}
    files = {str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()}
    assert set(told) == files - {"SHA256SUMS"}
    for name, digest in told.items():
        assert hashlib.sha256((site / name).read_bytes()).hexdigest() == digest


def test_nothing_of_drafts_people_or_what_was_taken_back_is_in_any_file(site):
    for path in site.rglob("*"):
        if path.is_file():
            found = packed(path)
            assert not [word for word in CANARIES if word.encode() in found], path
            assert not [word for word in CANARIES if word in str(path)]


def test_no_page_leads_to_the_desk_or_asks_for_anything_but_a_search(pages):
    for path, tree in pages.items():
        assert [form.get("role") for form in tree.iter("form")] in ([], ["search"]), path
        assert not [link for link in links(tree) if re.search(r"/(desk|account|forward)\b", link)]


def test_each_page_says_of_which_day_it_is(pages):
    day = timezone.localdate().strftime("%Y")
    for path, tree in pages.items():
        foot = " ".join(tree.xpath("string(//footer)").split())
        if tree.get("lang") != "en":
            continue
        assert "Offline edition of" in foot, path
        assert day in foot, path
        assert "Law changes and numbers expire" in foot


def languages_of(site, name):
    """The languages that a page can be changed to, each with its file."""
    links = html.fromstring(page(site, name)).xpath("//details[@class='languages']//a")
    return {one.get("lang"): one.get("href") for one in links}


def test_a_page_leads_to_itself_in_the_languages_of_the_edition_and_no_others(site, abroad):
    assert languages_of(abroad, f"{LAW}.html") == {
        "en": "cap-9999.html",
        "th": f"../../lang/th/{LAW}.html",
        "km": "../../lang/km/index.html",
    }
    assert languages_of(abroad, "lang/th/topics.html")["en"] == "../../topics.html"
    assert not languages_of(site, f"{LAW}.html")
    assert "hreflang" not in page(abroad, "index.html").partition("</head>")[0]


def test_a_page_says_what_it_says_in_its_own_language(abroad):
    assert "กฎหมายและแนวปฏิบัติ" in page(abroad, f"lang/th/{LAW}.html")
    assert "กฎหมายและแนวปฏิบัติ" not in page(abroad, f"{LAW}.html")


def test_a_language_that_has_only_begun_leads_to_english_pages_for_the_rest(abroad):
    khmer = abroad / "lang/km"
    assert {path.name for path in khmer.iterdir()} == {"guide.html", "help.html", "index.html"}
    assert 'href="../../topics.html"' in page(abroad, "lang/km/index.html")


def test_files_of_publications_are_there_once_for_all_languages(abroad):
    name = f"files/{RELEASE}/report.pdf"
    assert (abroad / name).read_bytes() == REPORT
    assert f'href="../../../{name}"' in page(abroad, f"{RELEASE}.html")
    assert f'href="../../../../../{name}"' in page(abroad, f"lang/th/{RELEASE}.html")
    assert len(list(abroad.rglob("report.pdf"))) == 1


def test_what_the_centre_teaches_and_says_of_itself_is_there(abroad):
    assert "A lantern gives light" in page(abroad, "learn/lanterns.html")
    assert "โคมไฟให้แสงสว่าง" in page(abroad, "lang/th/learn/lanterns.html")
    assert 'href="lanterns,read=th.html"' in page(abroad, "learn/lanterns.html")
    for name in ("learn", "glossary", "glossary,part=work", "legal-notice", "accessibility"):
        assert (abroad / f"{name}.html").is_file()


def test_no_page_offers_a_mail_or_a_feed(site):
    releases = page(site, "releases.html")
    assert RELEASE in releases
    assert "Get a mail" not in releases
    assert "feed" not in releases


def test_helps_page_says_that_numbers_may_have_changed(site):
    assert "can have changed since" in page(site, "help.html")


def test_a_law_applied_long_ago_is_led_to_as_it_stands_now_and_says_so(site):
    case = page(site, f"{CASE}.html")
    assert re.search(r'href="[^"]*cap-9999\.html">.*?</a> <span[^>]*>\(as of \d', case, re.DOTALL)


def test_a_passage_is_led_to_in_the_running_text(site):
    reading = page(site, f"{CASE},read=en.html")
    assert re.search(r'href="#para_\d', reading)
    assert f'href="{CASE.rpartition("/")[2]},read=en.html' in page(site, f"{CASE}.html")


def test_the_guide_can_be_gone_through_by_hand(site):
    guide = page(site, "guide.html")
    assert "This edition cannot work out what answers point to" in guide
    assert "Shown by any of:" in guide
    assert "yes to “" in guide


def test_the_same_library_on_the_same_day_gives_the_same_bytes(site, tmp_path):
    again = tmp_path / "again"
    done("--site", again, "--jobs", "1")
    assert (again / "SHA256SUMS").read_bytes() == (site / "SHA256SUMS").read_bytes()


def test_what_is_missing_leads_to_the_centre_where_its_address_is_told(shelves, tmp_path):
    done("--site", tmp_path / "out", "--jobs", "1", "--address", f"{CENTRE}/")
    law_page = page(tmp_path / "out", f"{LAW}.html")
    assert f'<link rel="canonical" href="{CENTRE}/{LAW}">' in law_page
    cite = page(tmp_path / "out", f"cite/{LAW}.html")
    assert f'<a class="button online" href="{CENTRE}/cite/{LAW}?style=ris"' in cite
    assert f'href="{CENTRE}/"' in law_page
    assert "/desk" not in law_page


def test_a_folder_with_something_else_in_it_is_left_alone(shelves, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    answer = run("export", "--site", tmp_path)
    assert "is not empty and no edition" in str(answer.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_an_edition_stays_until_the_next_is_whole(shelves, tmp_path, monkeypatch):
    def torn(*given):
        raise OSError("the stick was pulled out")

    out = tmp_path / "out"
    out.mkdir()
    (out / "edition.txt").write_text("An offline edition of Manumit.\n")
    monkeypatch.setattr(building, "make_index", torn)
    assert run("export", "--site", out, "--jobs", "1").exception
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert [path.name for path in out.iterdir()] == ["edition.txt"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "name one of FOLDER"),
        (("out", "--site", "site"), "name one of FOLDER"),
        (("out", "--topic", "slavery"), "add --epub"),
        (("out", "--language", "th"), "add --site"),
        (("--site", "site", "--language", "xx"), "no interface in 'xx'; there are en, th"),
        (("--site", "site", "--address", "our place"), "is no address such as"),
    ],
)
def test_wrong_use_is_one_clear_line(shelves, words, told):
    assert told in str(run("export", *words).exception.format_message())


def test_another_make_of_pagefind_is_refused():
    with pytest.raises(Exception, match="of another make"):
        as_script("const a = 1; export default a;")
