"""Files are cleaned in a process that reaches nothing, and come out as they would here."""

import shutil
import socket
import subprocess
import sys
import zipfile
from ctypes.util import find_library
from io import BytesIO

import pytest
from django.utils.translation import override
from PIL import Image

from manumit.contributions import apart as together
from manumit.contributions.cleaning import apart, clean, clean_apart
from manumit.contributions.errors import NotCleaned
from tests.paths import REPOSITORY, shared_files

REAL = [*shared_files("data/uk", "*.docx")[:2], *shared_files("data/messy-documents", "**/*.pdf")]

# What a parser that was taken over would try, once it is shut in; prints what it could do.
ATTACK = """
import mmap, os, socket, sys
from manumit.contributions.cleaning.worker import limit, shut_in
limit()
alone = shut_in()

def could(what, act):
    try:
        act()
    except (OSError, MemoryError):
        return
    print(what)

could("read", lambda: open("/etc/passwd").read())
could("list", lambda: os.listdir("/etc"))
could("connect", lambda: socket.socket().connect(("127.0.0.1", int(sys.argv[1]))))
could("fill", lambda: bytearray(2 * 1024 ** 3))
could("write", lambda: open(sys.argv[2], "w").write("x"))
could("begin", lambda: os.fork() or os._exit(0))
could("become", lambda: os.execv("/bin/true", ["true"]))
could("signal", lambda: os.kill(os.getppid(), 0))
could("code", lambda: mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC))

print("alone" if alone else "limited")
"""


def picture(kind: str) -> bytes:
    out, exif = BytesIO(), Image.Exif()
    exif[0x010F] = "CANARY"
    Image.new("RGB", (30, 20), "red").save(out, kind, exif=exif)
    return out.getvalue()


@pytest.mark.parametrize("file", REAL, ids=lambda file: file.name)
def test_a_real_file_is_cleaned_as_it_would_be_here(file):
    data = file.read_bytes()
    try:
        here = clean(data)
    except NotCleaned as refused:
        with pytest.raises(NotCleaned, match=str(refused)[:20]):
            clean_apart(data)
    else:
        assert clean_apart(data) == here


def test_a_document_with_pictures_is_too():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", "<document/>")
        packed.writestr("word/media/image1.jpeg", picture("JPEG"))
        packed.writestr("word/media/bïld.png", picture("PNG"))
    assert clean_apart(out.getvalue()) == clean(out.getvalue())


@pytest.mark.parametrize("data", [picture("JPEG"), picture("PNG"), "words\n字".encode()])
def test_pictures_and_words_are_too(data):
    assert clean_apart(data) == clean(data)
    assert b"CANARY" not in clean_apart(data).data


@pytest.mark.parametrize("data", [b"<svg/>", b" ", b"MZ\x90\0", b"%PDF-nothing", b"\xff\xd8\xffx"])
def test_what_is_refused_says_the_same(data):
    with pytest.raises(NotCleaned) as here:
        clean(data)
    with pytest.raises(NotCleaned) as there:
        clean_apart(data)
    assert str(there.value) == str(here.value)


def test_it_is_refused_in_the_language_of_the_page():
    with override("zh-hant"):
        here = refusal(clean)
        assert refusal(clean_apart) == here
    assert here != refusal(clean)


def refusal(cleaner):
    with pytest.raises(NotCleaned) as refused:
        cleaner(b"MZ\x90\0")
    return str(refused.value)


def test_what_takes_too_long_or_dies_is_refused(monkeypatch):
    with pytest.raises(NotCleaned, match="larger"):
        clean_apart(b"x" * (apart.MAX_BYTES + 1))
    monkeypatch.setattr(apart, "_SECONDS", 0.01)
    with pytest.raises(NotCleaned, match="too much time"):
        clean_apart(b"words")
    monkeypatch.setattr(apart, "_SECONDS", 30)
    monkeypatch.setattr(apart, "_WORKER", "no.such.module")
    with pytest.raises(NotCleaned, match="too much time"):
        clean_apart(b"words")


def test_a_parser_that_was_taken_over_reaches_nothing(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        done = attack(listening.getsockname()[1], tmp_path / "written")
    if not lets_us_be_alone():
        assert set(done[:-1]) <= {"read", "list", "connect", "begin", "become", "signal", "code"}
        pytest.skip("this system lets nobody leave the network, or has no filter of its calls")
    assert done == ["alone"]
    assert not (tmp_path / "written").exists()


@pytest.mark.parametrize("name", ["leave_host", "only_compute"])
def test_a_file_is_cleaned_where_the_system_lets_nobody_do_one_of_these(name, monkeypatch):
    """The other steps still hold; a file is not refused for it."""
    code = f"from manumit.contributions.cleaning import worker; worker.{name} = bool; worker.main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "en"],
        input=b"words",
        env={"PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        check=True,
    )
    assert done.stdout.endswith(b"\nwords")


def test_few_files_are_looked_into_at_a_time(monkeypatch):
    """Each holds one of the server's threads: who sends many keeps nobody from reading."""
    monkeypatch.setattr(together, "_WAITS", 0.01)
    with together._one_of_few(), together._one_of_few(), pytest.raises(NotCleaned, match="Wait"):
        clean_apart(b"words")
    assert clean_apart(b"words").kind == "txt"


def lets_us_be_alone() -> bool:
    """Whether the system has what is needed, by its own program and not by our word."""
    left = shutil.which("unshare") and subprocess.run(
        ["unshare", "--user", "--net", "true"], check=False
    )
    return bool(left) and left.returncode == 0 and bool(find_library("seccomp"))


def attack(port: int, file) -> list[str]:
    command = [sys.executable, "-c", ATTACK, str(port), str(file)]
    done = subprocess.run(
        command, env={"PYTHONPATH": str(REPOSITORY)}, capture_output=True, text=True, check=True
    )
    return done.stdout.split()
