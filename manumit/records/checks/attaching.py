"""Whether the files that a publication names lie beside its record, and are those."""

from collections.abc import Iterator
from hashlib import sha256

from manumit.records.files import RecordFile
from manumit.records.publications import PublicationRecord

MAX_BYTES = 15 * 1024 * 1024


def attaching_faults(file: RecordFile) -> Iterator[tuple[str, str]]:
    """Field and reason for each file that is missing, too large or another than the record says."""
    record = file.record
    if not isinstance(record, PublicationRecord):
        return
    named = [(f"files.{place}", one.file, one.sha256) for place, one in enumerate(record.files)]
    if record.cover:
        named.append(("cover", record.cover.file, record.cover.sha256))
    for field, name, digest in named:
        path = file.path.with_suffix("") / name
        if not path.is_file():
            yield f"{field}.file", f"there is no {name} in the folder {path.parent.name}"
        elif path.stat().st_size > MAX_BYTES:
            yield f"{field}.file", f"{name} is larger than {MAX_BYTES // 2**20} MB"
        elif (found := sha256(path.read_bytes()).hexdigest()) != digest:
            yield f"{field}.sha256", f"{name} is another file: its digest is {found}"
