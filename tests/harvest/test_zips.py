"""Zip files from strangers."""

import io
import re
import resource
import struct
import time
import zipfile

import pytest

from manumit.harvest.errors import TooLarge, Unreadable
from manumit.harvest.zips import members
from tests.harvest.server import zipped

ANY = re.compile("")


def read(data: bytes, wanted=ANY):
    return list(members(io.BytesIO(data), wanted))


def test_names_with_backslashes_are_read_as_paths_and_in_order():
    found = read(zipped({"b\\2.xml": b"two", "a\\1.xml": b"one", "a\\": b""}))
    assert [(one.name, one.data) for one in found] == [("a/1.xml", b"one"), ("b/2.xml", b"two")]


@pytest.mark.parametrize(
    "name", ["../up.xml", "..\\up.xml", "/etc/passwd", "C:\\win.xml", "a/../../b.xml", "\\root.xml"]
)
def test_a_name_that_leads_out_is_refused_and_the_others_are_read(name):
    found = {one.name: one for one in read(zipped({name: b"bad", "good.xml": b"good"}))}
    bad = found.pop(name.replace("\\", "/"))
    assert "leads out" in bad.fault
    assert bad.data == b""
    assert found["good.xml"].data == b"good"


def test_a_link_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("link.xml")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    assert "a link" in read(out.getvalue())[0].fault


def test_a_member_with_a_password_is_refused():
    data = bytearray(zipped({"a.xml": b"words"}))
    start = data.index(b"PK\x01\x02")
    data[start + 8] |= 1
    data[6] |= 1
    assert "password" in read(bytes(data))[0].fault


def test_a_member_that_unpacks_to_far_more_is_refused_quickly_and_small():
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    found = read(zipped({"bomb.xml": b"\0" * 60_000_000, "good.xml": b"good"}))
    assert "too tightly" in found[0].fault
    assert found[1].data == b"good"
    assert time.monotonic() - began < 5
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 300_000  # kilobytes


def test_a_member_that_is_larger_than_the_list_says_is_not_read_on():
    honest = zipped({"liar.xml": bytes(range(256)) * 40_000})
    at = honest.index(b"PK\x01\x02")
    liar = bytearray(honest)
    struct.pack_into("<I", liar, at + 24, 1000)  # the size in the list
    struct.pack_into("<I", liar, 22, 1000)  # and before the member
    one = read(bytes(liar))[0]
    assert len(one.data) <= 1001


def test_too_many_members_are_refused(monkeypatch):
    monkeypatch.setattr("manumit.harvest.zips.MOST_MEMBERS", 3)
    with pytest.raises(TooLarge, match="more than 3 files"):
        read(zipped({str(number): b"" for number in range(4)}))


def test_more_in_all_than_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr("manumit.harvest.zips.LARGEST_WHOLE", 100)
    with pytest.raises(TooLarge):
        read(zipped({"a": b"x" * 60, "b": b"y" * 60}))


def test_a_list_of_members_that_is_itself_huge_is_refused_before_it_is_read():
    data = bytearray(zipped({"a": b""}))
    struct.pack_into("<I", data, len(data) - 22 + 12, 0xFFFFFFFF)
    with pytest.raises(TooLarge, match="list of files"):
        read(bytes(data))


@pytest.mark.parametrize("cut", [0, 1, 30, 60, -1, -10])
def test_what_is_cut_or_is_no_zip_is_one_clear_line(cut):
    whole = zipped({"a.xml": b"words" * 100})
    with pytest.raises(Unreadable, match="zip"):
        read(whole[:cut])


def test_a_member_that_is_damaged_is_refused_and_the_others_are_read():
    data = bytearray(zipped({"a.xml": b"words" * 100, "b.xml": b"good"}))
    data[36] ^= 0xFF
    found = read(bytes(data))
    assert "cannot be unpacked" in found[0].fault
    assert found[1].data == b"good"


def test_members_nobody_wants_are_not_read():
    found = read(zipped({"a.xml": b"1", "b.txt": b"2"}), re.compile(r"\.xml$"))
    assert [one.name for one in found] == ["a.xml"]
