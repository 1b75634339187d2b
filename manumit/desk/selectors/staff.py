"""What the desk's staff read. Without a grant nothing is there, and unknown and foreign are alike."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from django.utils.timezone import localdate

from manumit.accounts.types import User
from manumit.desk import people, reading, vaults
from manumit.desk.afresh import COPIED, NAMED, shared_runs
from manumit.desk.errors import NotAllowed, NotThere
from manumit.desk.freshness import expect_fresh
from manumit.desk.keys import ring
from manumit.desk.models import Approval, Consultation, Event, Grant, Member, Paragraph
from manumit.desk.practice import approved_in, asked_in, parties_in, proposed_in
from manumit.desk.records import Reader
from manumit.desk.register import fold, terms_of
from manumit.desk.sealing import approvals
from manumit.desk.sealing.recipients import Role
from manumit.desk.sealing.vaults import Purpose
from manumit.desk.terms import terms_of as terms_of_approval
from manumit.desk.types import Entry, Holder, Kind, Listed

_TEXTS = (Kind.QUESTION, Kind.PARTIES, Kind.MORE, Kind.NOTE, Kind.DRAFT)
_FEWEST_COUNTED = 5  # a smaller number could tell who


def member_of(account: User) -> Member | None:
    """The member with this account, if they have keys."""
    return Member.objects.filter(account=account, left_on=None).first()


def staff() -> list[Member]:
    """Everybody of the desk."""
    return people.on_staff()


def fingerprint_of(member: Member) -> str:
    """What a member reads to whoever signs the certificate."""
    return people.fingerprint(people.public_of(member))


def is_certified(member: Member, *, on: date) -> bool:
    """Whether anything can be sealed to a member."""
    return bool(roles_of(member, on=on))


def is_custodian(member: Member, *, on: date) -> bool:
    """Whether a certificate says so; the role at the site alone does not."""
    return Role.CUSTODIAN in roles_of(member, on=on)


def roles_of(member: Member, *, on: date) -> frozenset[Role]:
    """What a member's certificates say; nothing without one."""
    return people.roles_of(member, ring(), on=on)


def uncertified(*, on: date) -> list[Member]:
    """Members who wait for a certificate."""
    return [one for one in people.on_staff() if not is_certified(one, on=on)]


def listed(member: Member, *, at: datetime) -> list[Listed]:
    """The cases that a member has to do with, what is due first: not a word of what they hold."""
    grants = Grant.objects.filter(member=member).select_related("consultation")
    by_case: dict[Consultation, list[Grant]] = {}
    for grant in grants:
        by_case.setdefault(grant.consultation, []).append(grant)
    rows = [_listed(case, mine, member, at) for case, mine in by_case.items()]
    return sorted(rows, key=_urgency)


def one_listed(member: Member, case: str, *, at: datetime) -> Listed:
    """One of them. :class:`NotThere`."""
    mine = list(
        Grant.objects.filter(member=member, consultation__case=case).select_related("consultation")
    )
    if not mine:
        raise NotThere
    return _listed(mine[0].consultation, mine, member, at)


def parties_of(holder: Holder, case: str, *, on: date) -> str:
    """Who is involved, as the asker says: read before anything else, to find conflicts."""
    reader = reading.opened(_granted(holder, case).consultation, holder, on=on)
    return "\n".join(one.text for one in reading.entries(reader, [Kind.PARTIES]))


def case_file(holder: Holder, case: str, *, on: date) -> list[Entry]:
    """Everything but the names. :class:`NotAllowed` before the holder said to have no conflict."""
    grant = _granted(holder, case)
    if grant.cleared_on is None:
        raise NotAllowed("Say first whether you have a conflict.")
    found = reading.entries(reading.opened(grant.consultation, holder, on=on))
    Grant.objects.filter(pk=grant.pk).update(is_news=False, is_told=False)
    return found


def staff_file(holder: Holder, case: str, name: str, *, on: date) -> tuple[Entry, bytes]:
    """A file of a case, as :func:`case_file`."""
    grant = _granted(holder, case)
    if grant.cleared_on is None:
        raise NotThere
    return reading.file_in(reading.opened(grant.consultation, holder, on=on), name)


def history(found: Sequence[Entry]) -> dict[str, Entry]:
    """Which drafts went out, by their names, and by whose release."""
    return reading.released(found)


def note_in(found: Sequence[Entry]) -> tuple[Entry | None, bool]:
    """The newest practice note in a case file, and whether a second person let it out."""
    note = proposed_in(found)
    return note, note is not None and approved_in(found, note)


def told_again(found: Sequence[Entry], text: str) -> list[str]:
    """What a text has from the case: runs of the asker's words, and of who is on the other side."""
    named = shared_runs(text, parties_in(found), least=NAMED)
    return [*shared_runs(text, asked_in(found), least=COPIED), *named]


def readers_of(case: str) -> list[Grant]:
    """Who reads a case."""
    rows = Grant.objects.filter(consultation__case=case, purpose=Purpose.CONTENT)
    return list(rows.exclude(member=None).select_related("member"))


def names_in(holder: Holder, case: str, *, at: datetime) -> list[tuple[Entry, str]]:
    """The names, for a handler whose time is not over, each with the reason of the approval.

    :class:`NotThere` for anybody else; :class:`NotFresh`.
    """
    expect_fresh(holder, at)
    row = _approval(holder, case, at)
    if row is None or holder.member is None:
        raise NotThere
    held = ring()
    custodian = people.recipient(row.custodian, held, on=localdate(at))
    vault, reason = approvals.open_approval(
        bytes(row.sealed),
        terms_of_approval(row),
        holder.keys,
        custodian,
        at=at,
        epochs=held.epochs,
    )
    opened = vaults.with_earlier(row.consultation, vault)
    rows = row.consultation.records.filter(purpose=Purpose.IDENTITY).select_related("about")
    Event.objects.create(on=localdate(at), act=Event.Act.SAW_NAMES, member=holder.member)
    found = Reader(row.consultation, opened, held, localdate(at)).read(rows)
    return [(one, reason) for one in found if one.text or one.refused]


def search(holder: Holder, words: str, *, on: date) -> list[tuple[Consultation, Entry]]:
    """Texts with all these words, in cases that the holder reads: each is opened and looked through."""
    wanted = fold(words).split()
    if not wanted:
        return []
    grants = Grant.objects.filter(
        person=holder.person, purpose=Purpose.CONTENT, cleared_on__isnull=False
    )
    found = []
    for grant in grants.select_related("consultation"):
        for entry in reading.entries(reading.opened(grant.consultation, holder, on=on), _TEXTS):
            text = fold(" ".join(entry.parts.values()))
            if all(word in text for word in wanted):
                found.append((grant.consultation, entry))
    return found


def paragraphs() -> list[Paragraph]:
    """Paragraphs that fit many answers, by title; the retired ones last."""
    return list(Paragraph.objects.all())


def paragraph(pk: int) -> Paragraph:
    """One of them. :class:`NotThere`."""
    found = Paragraph.objects.filter(pk=pk).first()
    if found is None:
        raise NotThere
    return found


def conflicts_of(member: Member) -> list[tuple[int, str]]:
    """A member's own names in the register."""
    return terms_of(member, ring())


def statistics() -> list[tuple[str, str]]:
    """Cases by year and state; what is rarer than five is said to be so."""
    rows = Consultation.objects.values_list("received_on__year", "state")
    counts = Counter(rows)
    return [
        (f"{year}, {state}", str(number) if number >= _FEWEST_COUNTED else f"< {_FEWEST_COUNTED}")
        for (year, state), number in sorted(counts.items())
    ]


def _granted(holder: Holder, case: str) -> Grant:
    rows = Grant.objects.filter(
        consultation__case=case, purpose=Purpose.CONTENT, person=holder.person
    )
    found = rows.select_related("consultation").first()
    if found is None or holder.member is None:
        raise NotThere
    return found


def _listed(case: Consultation, mine: list[Grant], member: Member, at: datetime) -> Listed:
    content = next((one for one in mine if one.purpose == Purpose.CONTENT), None)
    approval = Approval.objects.filter(consultation=case, handler=member, until__gt=at).first()
    readers = case.grants.filter(purpose=Purpose.CONTENT).exclude(member=None)
    return Listed(
        case,
        is_news=any(one.is_news for one in mine),
        is_assigned=bool(content and content.is_assigned),
        is_cleared=bool(content and content.cleared_on),
        readers=readers.count(),
        may_read=content is not None,
        keeps_names=any(one.purpose == Purpose.IDENTITY for one in mine),
        names_until=approval.until if approval else None,
    )


def _urgency(row: Listed) -> tuple[bool, date, date]:
    case = row.consultation
    return (not case.is_open, case.answer_by or date.max, case.received_on)


def _approval(holder: Holder, case: str, at: datetime) -> Approval | None:
    if not Grant.objects.filter(
        consultation__case=case, purpose=Purpose.CONTENT, person=holder.person
    ).exists():
        return None
    rows = Approval.objects.filter(
        consultation__case=case, handler__person=holder.person, until__gt=at
    )
    return rows.select_related("consultation", "handler", "custodian").first()
