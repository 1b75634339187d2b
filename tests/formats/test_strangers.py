"""Whoever brings a file that nobody here reads is told what it is and what to do with it."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manumit import formats
from manumit.formats.strangers import what_it_is
from tests.paths import SAMPLES, shared

MESSY = "data/messy-documents/cl"


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b" \n", "an empty file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "an old Office file or one with a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", "an old Word document"),
        (b"{\\rtf1 Words}", "save it as .docx"),
        (zipped("xl/workbook.xml"), "a spreadsheet: import it as a list of records"),
        (zipped("ppt/presentation.xml"), "slides"),
        (zipped("mimetype", "content.xml"), "an OpenDocument file"),
        (zipped("a/one.pdf"), "unpack it"),
        (zipped("one.pdf")[:40], "broken or cut off"),
        (b"SQLite format 3\0...", "a database"),
        (b"\x89PNG\r\n", "a picture"),
        (b"ID3\x03", "sound or film"),
        (b"\x1f\x8b\x08", "unpack it"),
        (b"Received: from x\nSubject: A v B\n\n<html>", "an e-mail"),
        (b"<?xml version='1.0'?><!-- an <html> --><rss version='2.0'>", "a source of the kind feed"),
        (b"<OAI-PMH xmlns='x'>", "a source of the kind oai-pmh"),
        (b"<!DOCTYPE html><html><p>Buy lanterns", "if it is one, name its kind (court-html)"),
        (b"<x:register xmlns:x='y'>", "XML with the root register"),
        (b'{"a": 1}', "JSON of a shape"),
        (b'{"a": 1}\n{"a": 2}', "several values in one file"),
        (b"version https://git-lfs.github.com/spec/v1\noid", "get the file itself"),
        (b'a,b,c\n1,"2,2",3\n4,5,6\n', "a list of records"),
        (b"Dear Sir, nobody is a lantern.", "text without the marks of any format"),
        (b"\x01\x02\0\0", "bytes of no kind"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",  # bytes of a zip have the hour in them
)  # fmt: skip
def test_it_says_what_the_file_is_and_what_to_do(data: bytes, said: str) -> None:
    assert said in what_it_is(data)
    with pytest.raises(formats.UnreadableDocument) as refused:
        formats.read_any(data, "upload")
    assert str(refused.value).startswith("upload: ")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("assets/media/test/search/opinion_doc.doc", "an old Word document (.doc)"),
        ("assets/media/test/search/opinion_wpd.wpd", "a WordPerfect document"),
        ("assets/media/test/audio/1.wma", "sound or film"),
        ("assets/media/test/audio/2.mp3", "sound or film"),
        ("recap/test_assets/1-20-cv-10189-FDS.zip", "unpack it"),
        ("recap/test_assets/recap_mail_nda_example_ca11", "an e-mail"),
        ("recap/test_assets/cand.html", "not marked as a judgment"),
    ],
)
def test_real_files_of_other_kinds_are_told(name: str, said: str) -> None:
    assert said in what_it_is(shared(f"{MESSY}/{name}").read_bytes())


@given(st.binary(max_size=400) | st.sampled_from([b"<", b"{", b"PK\x03\x04"]).flatmap(
    lambda start: st.binary(max_size=200).map(lambda rest: start + rest)
))  # fmt: skip
def test_whatever_it_is_the_answer_is_one_line(data: bytes) -> None:
    assert len(what_it_is(data).splitlines()) == 1


@pytest.mark.parametrize("piece", [b"<!--", b"<a ", b'"', b",", b"[", b'{"a":'])
def test_a_hostile_file_does_not_take_for_ever(piece: bytes) -> None:
    assert what_it_is(b"<x" + piece * 200_000)
    assert what_it_is(piece * 200_000)


def test_a_file_that_a_format_reads_is_read_with_it() -> None:
    path: Path = SAMPLES / "formats" / "udhr" / "xx.html"
    form, (document,) = formats.read_any(path.read_bytes(), path.name)
    assert form.name == "udhr"
    assert document.units
