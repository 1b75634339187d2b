"""Files lose what tells of their maker, and keep their words."""

import zipfile
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from manumit.contributions.cleaning import clean
from manumit.contributions.errors import NotCleaned
from manumit.formats import read_any
from tests.paths import shared_files

WORD = shared_files("data/uk", "*.docx")
PDF = shared_files("data/messy-documents", "**/*.pdf")


def words_of(data, name):
    _, documents = read_any(data, name)
    return ["".join(unit.html for unit in one.units) for one in documents]


@pytest.mark.parametrize("file", PDF, ids=lambda file: file.name)
def test_a_real_pdf_keeps_its_pages_and_loses_its_maker(file):
    cleaned = clean(file.read_bytes())
    with pikepdf.open(BytesIO(cleaned.data)) as pdf, pikepdf.open(file) as before:
        assert len(pdf.pages) == len(before.pages)
        assert "/Info" not in pdf.trailer
        assert "/Metadata" not in pdf.Root
    assert clean(cleaned.data).removed == ()


@pytest.mark.parametrize("file", PDF[:3], ids=lambda file: file.name)
def test_a_real_pdf_keeps_its_words(file):
    assert printed(clean(file.read_bytes()).data) == printed(file.read_bytes())


def printed(data):
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def test_a_pdf_loses_scripts_packed_files_notes_and_metadata():
    out = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Author"] = "CANARY"
        with pdf.open_metadata() as metadata:
            metadata["dc:creator"] = ["CANARY"]
        pdf.attachments["CANARY.txt"] = b"CANARY"
        pdf.Root["/OpenAction"] = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="CANARY()")
        note = pikepdf.Dictionary(Subtype=pikepdf.Name.Text, T="CANARY", Contents="CANARY")
        pdf.pages[0]["/Annots"] = pikepdf.Array([note])
        pdf.save(out, compress_streams=False)
    cleaned = clean(out.getvalue())
    with pikepdf.open(BytesIO(cleaned.data)) as pdf:
        plain = BytesIO()
        pdf.save(plain, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert b"CANARY" not in plain.getvalue()
    assert set(cleaned.removed) == {
        "who made it and when", "what runs", "files packed in", "notes on the pages",
    }  # fmt: skip


@pytest.mark.parametrize("file", WORD[:6], ids=lambda file: file.name)
def test_a_real_word_document_loses_its_maker_and_keeps_its_words(file):
    cleaned = clean(file.read_bytes())
    with zipfile.ZipFile(BytesIO(cleaned.data)) as packed:
        assert not [name for name in packed.namelist() if name.lower().startswith("docprops/")]
        assert b'w:author="' not in packed.read("word/document.xml").replace(b'w:author=""', b"")
    assert words_of(cleaned.data, "a.docx") == words_of(file.read_bytes(), "a.docx")


@pytest.mark.skipif(not WORD, reason="no shared material: set MANUMIT_SHARED to its folder")
def test_most_real_word_documents_are_taken_and_the_rest_are_told_what_to_do():
    refused = [said for said in map(refusal, WORD) if said]
    assert len(refused) <= len(WORD) // 5
    assert all("save it as PDF" in said for said in refused)


def refusal(file):
    try:
        clean(file.read_bytes())
    except NotCleaned as error:
        return str(error)
    return ""


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_loses_where_and_by_whom_it_was_taken(kind):
    out = BytesIO()
    notes = Image.Exif()
    notes[0x013B] = "CANARY"
    notes[0x8825] = {1: "N", 2: (22.0, 18.0, 0.0)}
    Image.new("RGB", (40, 20), "red").save(out, kind, exif=notes)
    cleaned = clean(out.getvalue())
    assert b"CANARY" not in cleaned.data
    with Image.open(BytesIO(cleaned.data)) as picture:
        assert picture.size == (40, 20)
        assert not picture.getexif()
    assert cleaned.removed == ("notes of the camera",)


def packed(**parts):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as anew:
        for name, data in parts.items():
            anew.writestr(name.replace("__", "/").replace("_x", "."), data)
    return out.getvalue()


DTD = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"  ", "empty"),
        (b"<html><script>1</script></html>", "Web pages and programs"),
        (b"<svg onload='x'/>", "Web pages and programs"),
        (b"MZ\x90\x00\xff\xfe", "not taken"),
        (b"%PDF-1.7 rubbish", "cannot be read"),
        (b"\x89PNG\r\n\x1a\nrubbish", "cannot be read"),
        (packed(a_xtxt=b"x"), "Packed files"),
        (packed(word__document_xxml=b"<w/>", word__vbaProject_xbin=b"x"), "Programs"),
        (packed(word__document_xxml=DTD), "not as Word writes one"),
        (packed(word__document_xxml=b"<w>" + b" " * 100 * 2**20 + b"</w>"), "too large"),
        (b"a" * (15 * 2**20 + 1), "larger than 15 MB"),
    ],
)
def test_what_cannot_be_cleaned_is_refused_and_says_why(data, said):
    with pytest.raises(NotCleaned, match=said):
        clean(data)


def test_a_picture_of_a_hundred_thousand_points_a_side_is_refused_unopened():
    head = Image.new("1", (1, 1))
    out = BytesIO()
    head.save(out, "PNG")
    bomb = bytearray(out.getvalue())
    bomb[16:24] = (100_000).to_bytes(4) * 2
    with pytest.raises(NotCleaned):
        clean(bytes(bomb))
