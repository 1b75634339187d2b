"""Writing and reading records: each a small table of texts, sealed to its place."""

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from manumit.desk import people
from manumit.desk.errors import NotCertified, SealBroken, SealingError
from manumit.desk.keys import Ring
from manumit.desk.models import Consultation, Event, Member, Record
from manumit.desk.sealing import appends, records
from manumit.desk.sealing.persons import PersonKeys
from manumit.desk.sealing.records import Place
from manumit.desk.sealing.vaults import Purpose, Vault
from manumit.desk.types import Entry, Kind

# What staff tell an asker is signed by who wrote it and by who let it go out.
SIGNED = frozenset({Kind.DRAFT, Kind.RELEASE})


def new_name() -> str:
    """A name that nobody can guess."""
    return secrets.token_urlsafe(16)


def write(
    consultation: Consultation,
    vault: Vault,
    kind: Kind,
    parts: Mapping[str, str],
    author: PersonKeys,
    *,
    on: date,
    about: Record | None = None,
    name: str = "",
) -> Record:
    """Seal a record at the next place of its case. The caller holds the consultation's row."""
    place = _next_place(consultation, kind, author.person, name or new_name())
    text = _packed(parts)
    if kind in SIGNED:
        sealed = records.write_signed(vault, place, text, author)
    else:
        sealed = records.write(vault, place, text)
    return _store(consultation, vault.name.purpose, vault.name.generation, place, sealed, on, about)


def append(
    consultation: Consultation,
    address: appends.Address,
    kind: Kind,
    parts: Mapping[str, str],
    author: str,
    *,
    on: date,
) -> Record:
    """As :func:`write`, by somebody who cannot read what is there."""
    place = _next_place(consultation, kind, author, new_name())
    sealed = appends.append(address, place, _packed(parts))
    name = address.name
    return _store(consultation, name.purpose, name.generation, place, sealed, on, None)


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading a case needs: the keys of its generations, and who is who among staff."""

    consultation: Consultation
    opened: dict[int, Vault]
    ring: Ring
    on: date

    def read(self, rows: Iterable[Record]) -> list[Entry]:
        """Each record; one that was altered, swapped or forged is refused and reported."""
        staff = {one.person: one for one in Member.objects.prefetch_related("certificates")}
        return [self._entry(row, staff) for row in rows]

    def _entry(self, row: Record, staff: dict[str, Member]) -> Entry:
        from_asker = row.author == self.consultation.asker
        member = staff.get(row.author)
        entry = Entry(
            row.name,
            Kind(row.kind),
            row.written_on,
            row.author,
            "" if from_asker or member is None else member.shown_as,
            from_asker,
            account=member.account_id if member else None,
        )
        try:
            parts = self._parts(row, entry.kind, member)
        except SealingError:
            Event.objects.create(on=self.on, act=Event.Act.REFUSED)
            return replace(entry, refused=True)
        return replace(entry, parts=parts, about=row.about.name if row.about else "")

    def _parts(self, row: Record, kind: Kind, member: Member | None) -> dict[str, str]:
        vault = self.opened.get(row.generation)
        if vault is None or vault.name.purpose != row.purpose:
            raise SealBroken("no key of this generation")
        place, sealed = _place(row), bytes(row.sealed)
        if kind in SIGNED:
            if member is None:
                raise NotCertified("nobody of that name")
            author = people.author(member, self.ring, on=row.written_on)
            return _unpacked(records.read_signed(vault, place, sealed, author))
        if row.purpose == Purpose.IDENTITY:
            return _unpacked(appends.read_appended(vault, place, sealed))
        return _unpacked(records.read(vault, place, sealed))


def _place(row: Record) -> Place:
    return Place(row.name, row.kind, row.sequence, row.author)


def _next_place(consultation: Consultation, kind: Kind, author: str, name: str) -> Place:
    last = consultation.records.order_by("-sequence").values_list("sequence", flat=True).first()
    return Place(name, kind, (last or 0) + 1, author)


def _store(
    consultation: Consultation,
    purpose: Purpose,
    generation: int,
    place: Place,
    sealed: bytes,
    on: date,
    about: Record | None,
) -> Record:
    return Record.objects.create(
        consultation=consultation,
        purpose=purpose,
        generation=generation,
        name=place.record,
        kind=place.kind,
        sequence=place.sequence,
        author=place.author,
        sealed=sealed,
        written_on=on,
        about=about,
    )


def _packed(parts: Mapping[str, str]) -> bytes:
    # Half a character that a browser sent must not end in a traceback with the text in it.
    return json.dumps(dict(parts), ensure_ascii=False).encode(errors="replace")


def _unpacked(text: bytes) -> dict[str, str]:
    parts: dict[str, str] = json.loads(text)
    return parts
