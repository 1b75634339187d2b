"""What is broken, locked, empty or a bomb is refused in one line, and harms nobody."""

import os
import pickle
import re
import zlib
from datetime import timedelta
from io import BytesIO

import pytest

from manumit import formats
from manumit.formats.pdf import apart
from manumit.formats.pdf.glyphs import read_glyphs
from manumit.formats.pdf.layout import PrintedPage
from tests.formats.pdf.prints import lines, parse, refusal
from tests.formats.reading import visible
from tests.formats.typeset import Page, make_pdf

ENCRYPTED = make_pdf(lines("Secret.")).replace(
    b"trailer << ",
    b"trailer << /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O ("
    + b"o" * 32
    + b") /U ("
    + b"u" * 32
    + b") >> /ID [(1) (1)] ",
)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (ENCRYPTED, "protected by a password"),
        (make_pdf(lines("Words."))[:300], "broken or cut off"),
        (b"%PDF-1.7\nnothing", "broken or cut off"),
        (b"PK\x03\x04 a zip", "not a PDF"),
        (make_pdf([Page()]), "no text on its pages"),
        (make_pdf([Page()]).replace(b"/Count 1 /Kids [4 0 R]", b"/Count 0 /Kids []      "), "PDF"),
    ],
    ids=["password", "cut", "mark-only", "zip", "blank", "no-pages"],
)
def test_anything_else_is_refused(data: bytes, why: str) -> None:
    assert why in refusal(data)


def test_a_bomb_costs_its_own_process_and_the_next_file_is_read() -> None:
    bomb = zlib.compress(b"q " * 60_000_000, 9)
    page = make_pdf([Page()]).replace(
        b"<< /Length 0 >>\nstream\n",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(bomb) + bomb,
    )
    assert "more memory or time than any document does" in refusal(page)
    assert visible(parse(make_pdf(lines("Words.")))) == "Words."


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes_or_refused() -> None:
    data = make_pdf(lines("Words of a page.", pages=3))
    for end in range(100, len(data), 400):
        assert re.fullmatch(r"(?:Wordsofapage\.)+|print\.pdf: [^\n]+", outcome(data[:end]))


def outcome(data: bytes) -> str:
    try:
        return visible(parse(data))
    except formats.UnreadableDocument as refused:
        return str(refused)


@pytest.mark.parametrize("thing", [os.system, timedelta(1), read_glyphs])
def test_whoever_takes_over_the_process_that_reads_can_send_back_nothing_but_pages(thing) -> None:
    with pytest.raises(pickle.UnpicklingError):
        apart._receive(BytesIO(pickle.dumps(thing)))
    page = PrintedPage(1, 0.0, [], 0, 0, 0.0, read_by_machine=False)
    assert apart._receive(BytesIO(pickle.dumps(page))) == page
