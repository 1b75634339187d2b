"""A case opened for somebody who has its key."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256

from manumit.desk import files, vaults
from manumit.desk.errors import NotThere, SealBroken
from manumit.desk.keys import ring
from manumit.desk.models import Consultation, Event
from manumit.desk.records import Reader
from manumit.desk.sealing.vaults import Purpose
from manumit.desk.types import Entry, Holder, Kind


def opened(consultation: Consultation, holder: Holder, *, on: date) -> Reader:
    """:class:`NotThere` without a grant."""
    held = ring()
    newest = vaults.open_newest(consultation, Purpose.CONTENT, holder, held)
    return Reader(consultation, vaults.with_earlier(consultation, newest), held, on)


def entries(reader: Reader, kinds: Iterable[Kind] = Kind) -> list[Entry]:
    """The records of these kinds in their order."""
    rows = reader.consultation.records.filter(purpose=Purpose.CONTENT, kind__in=list(kinds))
    return reader.read(rows.select_related("about"))


def released(found: Sequence[Entry]) -> dict[str, Entry]:
    """By the name of a draft, the release that lets just its text go out, by a second person."""
    drafts = {one.name: one for one in found if one.kind is Kind.DRAFT and not one.refused}
    good = {}
    for one in found:
        draft = drafts.get(one.parts.get("draft", ""))
        if draft and _lets_out(one, draft):
            good[draft.name] = one
    return good


def _lets_out(one: Entry, draft: Entry) -> bool:
    """Whether this is a second person's word for just this text."""
    is_second = one.kind is Kind.RELEASE and not one.is_by(draft)
    return is_second and one.parts.get("digest") == digest(draft.parts)


def digest(parts: Mapping[str, str]) -> str:
    """What a release says of the answer that it lets go out: its text, and the law enclosed."""
    said = json.dumps(dict(parts), sort_keys=True, ensure_ascii=False)
    return sha256(said.encode(errors="replace")).hexdigest()


def file_in(reader: Reader, name: str) -> tuple[Entry, bytes]:
    """A file with the record that names it. :class:`NotThere`, or :class:`SealBroken`, which is reported."""
    row = reader.consultation.files.filter(name=name).first()
    rows = reader.consultation.records.filter(name=name, kind=Kind.FILE).select_related("about")
    found = reader.read(rows)
    if row is None or not found or found[0].refused:
        raise NotThere
    try:
        return found[0], files.whole(row, reader.opened)
    except SealBroken:
        Event.objects.create(on=reader.on, act=Event.Act.REFUSED)
        raise
