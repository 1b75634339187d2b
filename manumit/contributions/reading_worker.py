"""The process in which one file is read, however it is made: with a bound on time and memory, without network.

It may read the host's files, as our readers do; a format's reader may begin a process of its own.
"""

import json
import resource
import sys

from pydantic import TypeAdapter

from manumit.base.markup import plain_text, sanitise
from manumit.contributions.personal import personal_details
from manumit.contributions.solitude import leave_network, never_more
from manumit.formats import ParsedDocument, UnreadableDocument, read_any

LONGEST = 400_000  # characters looked at: a very long judgment
_MEMORY = 1536 * 2**20  # bytes of address space
_MEMORY_OF_READERS = 3 * 2**30  # which a reader's own process may ask for
_FILES = 64
_WRITTEN = 64 * 2**20  # bytes of a file that a reader makes
_DOCUMENT: TypeAdapter[ParsedDocument] = TypeAdapter(ParsedDocument)


def main() -> None:
    """Read what comes in; a JSON object goes out. The one argument: ``<kind of file> <seconds>``."""
    kind, seconds = sys.argv[1].split()
    _limit(int(seconds))
    leave_network()
    never_more()
    json.dump(_read(sys.stdin.buffer.read(), kind), sys.stdout)


def _limit(seconds: int) -> None:
    for what, soft, most in (
        (resource.RLIMIT_CPU, seconds, seconds),
        (resource.RLIMIT_AS, _MEMORY, _MEMORY_OF_READERS),
        (resource.RLIMIT_NOFILE, _FILES, _FILES),
        (resource.RLIMIT_FSIZE, _WRITTEN, _WRITTEN),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        resource.setrlimit(what, (soft, most))


def _read(data: bytes, kind: str) -> dict[str, object]:
    if kind == "txt":
        return _told(data.decode()[:LONGEST])
    try:
        form, documents = read_any(data, f"file.{kind}")
    except UnreadableDocument as error:
        return {"unread": str(error)}
    first = documents[0]
    return _told(_words(first)) | {
        "format": form.name,
        "document": _DOCUMENT.dump_python(first, mode="json"),
        "facts": type(first.facts).__name__,
    }


def _told(text: str) -> dict[str, object]:
    found = personal_details(text)
    return {"text": text, "details": [(one.kind, one.start, one.end, one.text) for one in found]}


def _words(document: ParsedDocument) -> str:
    pieces = (
        f"{unit.heading}\n{plain_text(sanitise(unit.html))}".strip() for unit in document.units
    )
    return "\n\n".join([document.title, *pieces])[:LONGEST]


if __name__ == "__main__":
    main()
