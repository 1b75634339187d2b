"""A publication's cover and files: cleaned, told in words, read by readers, out and in again whole."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Picture
from wagtail.documents.models import Document
from wagtail.images.models import Image

from manumit.cli.collection import attached_files
from manumit.library.errors import WorkNotFound
from manumit.library.models import Publication, PublicationFile
from manumit.library.selectors import published_file
from manumit.library.selectors.records import text_of
from manumit.library.services import load_records, take_down
from manumit.library.types import Outcome
from manumit.records import find_files
from tests.editorial.filling import form_of
from tests.staff import person_with

pytestmark = pytest.mark.usefixtures("db")
KEY = "hk/publication/lantern-house/2031-a-report"
SHELF = "/editorial/snippets/library/publication"


def picture(maker=""):
    """A small picture; with the name of who made it where one is given."""
    out = BytesIO()
    exif = Picture.Exif()
    if maker:
        exif[0x013B] = maker
    Picture.new("RGB", (40, 60), "teal").save(out, format="JPEG", exif=exif)
    return out.getvalue()


def printed(maker=""):
    """A PDF of one empty page."""
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        if maker:
            pdf.docinfo["/Author"] = maker
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


COVER, REPORT = picture(), printed()


def record(*, cover=COVER, report=REPORT):
    """The record in canonical form."""
    return (
        "---\nkind: publication\ntitle: A report\npublication_type: report\n"
        "publisher: Lantern House\npublished_on: 2031-01\nedition: Second edition\nrelease: true\n"
        "press_contact:\n  name: Ada Wick\n  email: press@example.org\n  phone: +852 0000 0001\n"
        f"cover:\n  file: cover.jpg\n  sha256: {sha256(cover).hexdigest()}\n  alt: A lantern.\n"
        f"files:\n- file: report.pdf\n  sha256: {sha256(report).hexdigest()}\n  language: en\n"
        "  title: Full report\nsources:\n- publisher: Lantern House\n  for: [title]\n"
        "  on: 2026-11-01\n---\n\nWhat it is about.\n"
    )


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def load(write_record, at):
    """Write the record with its cover and file, and load it; returns the report."""

    def act(text=None, files=None):
        root = write_record(KEY, text or record())
        for name, data in (files or {"cover.jpg": COVER, "report.pdf": REPORT}).items():
            (root / KEY).mkdir(exist_ok=True)
            (root / KEY / name).write_bytes(data)
        places = find_files([root / f"{KEY}.md"])
        return load_records(places=places, by=None, at=at)

    return act


@pytest.fixture
def editor(client):
    person = person_with("editor", email="ada@example.org")
    client.force_login(person)
    return client


def test_a_publication_comes_out_with_its_files_as_it_went_in(load):
    assert load().problems == []
    assert text_of(Publication.objects.get(key=KEY)) == record()
    assert attached_files(KEY) == [("cover.jpg", COVER), ("report.pdf", REPORT)]
    assert load().count(Outcome.UNCHANGED) == 1


def test_a_file_that_the_library_has_is_not_kept_twice(load):
    load()
    assert load(record().replace("A report", "A new title")).count(Outcome.CHANGED) == 1
    assert (Image.objects.count(), Document.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("text", "files", "says"),
    [
        (record(), {"cover.jpg": COVER}, "there is no report.pdf"),
        (record(), {"cover.jpg": COVER, "report.pdf": b"%PDF-other"}, "is another file"),
        (record().replace("file: report.pdf", "file: ../report.pdf"), None, "files.0.file"),
        (record().replace("  alt: A lantern.\n", ""), None, "is missing"),
    ],
)
def test_a_file_that_is_missing_or_another_is_told_and_nothing_is_loaded(load, text, files, says):
    [problem, *_] = load(text, files).problems
    assert says in f"{problem.field} {problem.reason}"
    assert not Publication.objects.exists()


def test_readers_have_the_cover_and_the_files_of_what_is_published(load, client):
    load()
    page = client.get(f"/{KEY}").content.decode()
    assert 'alt="A lantern."' in page
    assert "Second edition" in page
    assert 'href="mailto:press@example.org"' in page
    assert f'href="/files/{KEY}/report.pdf" hreflang="en">Full report</a> (English, PDF' in page
    file = client.get(f"/files/{KEY}/report.pdf")
    assert file.content == REPORT
    assert file["Content-Type"] == "application/pdf"
    assert client.get(f"/files/{KEY}/other.pdf").status_code == 404
    assert f"/files/{KEY}/cover.jpg" in client.get("/releases").content.decode()
    Publication.objects.update(live=False)
    assert client.get(f"/files/{KEY}/report.pdf").status_code == 404


def test_taking_down_a_publication_takes_its_files_too(load, media, at):
    load()
    take_down(key=KEY, why="It named somebody.", by=None, at=at)
    with pytest.raises(WorkNotFound):
        published_file(KEY, "report.pdf")
    assert [path for path in media.rglob("*") if path.is_file()] == []


def test_what_is_uploaded_says_nothing_of_who_made_it_and_a_picture_says_what_it_shows(editor):
    sent = {"title": "Lantern", "collection": "1", "tags": ""}
    upload = SimpleUploadedFile("a.jpg", picture("Ada Wick"), "image/jpeg")
    answer = editor.post("/editorial/images/add/", sent | {"file": upload, "description": ""})
    assert answer.context["form"].errors["description"]
    upload = SimpleUploadedFile("a.jpg", picture("Ada Wick"), "image/jpeg")
    editor.post("/editorial/images/add/", sent | {"file": upload, "description": "A lantern."})
    image = Image.objects.get()
    assert (image.description, image.width) == ("A lantern.", 40)
    assert b"Ada Wick" not in Path(image.file.path).read_bytes()
    assert Picture.open(BytesIO(editor.get(image.file.url).getvalue())).size == (40, 60)

    upload = SimpleUploadedFile("r.pdf", printed("Ada Wick"), "application/pdf")
    editor.post("/editorial/documents/add/", sent | {"file": upload})
    document = Document.objects.get()
    assert b"Ada Wick" not in Path(document.file.path).read_bytes()
    assert editor.get(document.url).getvalue().startswith(b"%PDF")
    upload = SimpleUploadedFile("r.pdf", b"no such thing \0", "application/pdf")
    assert editor.post("/editorial/documents/add/", sent | {"file": upload}).status_code == 200
    assert Document.objects.count() == 1


def test_strangers_do_not_see_the_editors_pictures(client, load):
    load()
    assert client.get(Image.objects.get().file.url).status_code == 302


def test_an_editor_gives_a_publication_a_file_in_another_language_and_it_is_exported(editor, load):
    load()
    work = Publication.objects.get(key=KEY)
    data = form_of(editor.get(f"{SHELF}/edit/{work.pk}/"))
    other = Document.objects.create(
        title="zh", file=SimpleUploadedFile("zh.pdf", printed("x"), "application/pdf")
    )
    row = {"document": other.pk, "language": "zh-Hant", "title": "", "name": "", "id": ""}
    data |= {f"files-1-{name}": value for name, value in row.items()}
    data |= {"files-TOTAL_FORMS": "2", "files-1-ORDER": "2", "files-1-DELETE": ""}
    answer = editor.post(f"{SHELF}/edit/{work.pk}/", data)
    assert answer.status_code == 302, answer.context["form"].errors
    assert PublicationFile.objects.count() == 1
    work.refresh_from_db()
    work.latest_revision.publish(user=None)
    assert "language: zh-Hant" in text_of(Publication.objects.get(key=KEY))
    assert [name for name, _ in attached_files(KEY)] == ["cover.jpg", "report.pdf", other.filename]


def test_a_cover_without_words_and_a_name_that_stands_twice_are_told(editor, load):
    load()
    work = Publication.objects.get(key=KEY)
    Image.objects.update(description="")
    data = form_of(editor.get(f"{SHELF}/edit/{work.pk}/"))
    wrong = editor.post(f"{SHELF}/edit/{work.pk}/", data | {"cover_alt": ""})
    assert "what the picture shows" in str(wrong.context["form"].errors["cover_alt"])
    twice = {name.replace("-0-", "-1-"): value for name, value in data.items() if "files-0" in name}
    twice |= {"files-TOTAL_FORMS": "2", "files-1-id": "", "files-1-ORDER": "2"}
    answer = editor.post(f"{SHELF}/edit/{work.pk}/", data | twice)
    assert "Another file of this publication has this name." in answer.content.decode()
