"""The process in which one file is cleaned, shut in before it reads a byte of it.

Whoever finds a fault in a parser of PDFs or pictures has, in here, no network, no file of the host, no variable of
its environment, no memory of the server with its keys; a bound on time and memory; and may ask the kernel
for next to nothing.
"""

import codecs
import json
import resource
import sys
from io import BytesIO

import django
from django.conf import settings
from django.utils import translation
from PIL import Image

from manumit.base.languages import LOCALE
from manumit.contributions.cleaning import MAX_BYTES, clean
from manumit.contributions.errors import NotCleaned
from manumit.contributions.solitude import leave_host, only_compute

_SECONDS = 15  # of a processor
_MEMORY = 1024 * 2**20  # bytes of address space: a picture of the largest size taken, four times
_FILES = 32
_MAKER = 0x010F  # a field that nearly every camera fills in
_ENCODINGS = ("utf-8-sig", "cp437", "latin-1", "utf-16")  # of text, and of names in packed files


def main() -> None:
    """Clean what comes in; what goes out is a line of JSON, and the file below it.

    The one argument is the language in which to refuse.
    """
    limit()
    speak(sys.argv[1])
    shut_in()
    sys.stdout.buffer.write(_answer(sys.stdin.buffer.read(MAX_BYTES + 1)))


def speak(language: str) -> None:
    """Refuse in the language of whoever sent the file: with Django's catalogues, and nothing else of it."""
    settings.configure(
        LANGUAGE_CODE=language, LANGUAGES=[(language, language)], LOCALE_PATHS=[LOCALE]
    )
    django.setup()
    translation.gettext("The file is empty.")  # reads the catalogue now


def limit() -> None:
    """Bound time, memory and open files; no file is written and no core dumped."""
    for what, most in (
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_NOFILE, _FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def shut_in() -> bool:
    """Leave the network and the files of the host, then all calls of the system but those that compute.

    False where the system does not let everybody do one of these; the others are done.
    """
    _load_what_is_asked_for_late()
    is_alone = leave_host()
    return only_compute() and is_alone


def _load_what_is_asked_for_late() -> None:
    """Once the door is shut no module can be read from the disk: so a picture of our own is cleaned before."""
    for name in _ENCODINGS:
        codecs.lookup(name)
    for kind in ("JPEG", "PNG"):
        out, exif = BytesIO(), Image.Exif()
        exif[_MAKER] = "nobody"
        Image.new("RGB", (1, 1)).save(out, kind, exif=exif)
        clean(out.getvalue())


def _answer(data: bytes) -> bytes:
    try:
        cleaned = clean(data)
    except NotCleaned as error:
        return json.dumps({"refused": str(error)}).encode()
    said = {"kind": cleaned.kind, "removed": cleaned.removed}
    return json.dumps(said).encode() + b"\n" + cleaned.data


if __name__ == "__main__":
    main()
