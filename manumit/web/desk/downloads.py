"""Files as they leave the desk: to be saved, never shown, under a name that does nothing."""

import re
import unicodedata

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from manumit.desk.types import Entry

_LONGEST = 80


def download(entry: Entry, data: bytes) -> HttpResponse:
    """A file, whole and unchanged."""
    return save(neutral(entry.parts.get("name", "")), entry.parts.get("kind", "bin"), data)


def save(stem: str, kind: str, data: bytes) -> HttpResponse:
    """Bytes to be saved under a name that tells nothing of the case."""
    response = HttpResponse(data, content_type="application/octet-stream")
    name = f"{stem}.{kind}"
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def neutral(name: str) -> str:
    """Letters and digits of a file's name, without its ending: no path, sign or turned writing."""
    stem = unicodedata.normalize("NFKC", name).replace("\\", "/").rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    return re.sub(r"[^\w-]+", "_", stem).strip("_")[:_LONGEST] or "file"
