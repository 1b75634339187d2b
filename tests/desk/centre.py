"""A confidential desk for tests: its keys in a folder of the test's own, its people certified."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from manumit.accounts.types import User
from manumit.desk import keys, reading, selectors, services
from manumit.desk.errors import SealBroken
from manumit.desk.sealing import pool
from manumit.desk.types import Holder, Kind, Question, Role
from tests.staff import person_with

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
ON = AT.date()
PASSWORD = "seven quiet lanterns burn"
DESK_ROLES = {"ann": "ta", "bao": "ta", "chai": "ta", "kim": "c", "lee": "c"}
_ROLES = {"t": Role.TRIAGER, "a": Role.ADVISER, "c": Role.CUSTODIAN}


@dataclass
class Desk:
    """Who is there, with their keys, by name; what they would print on paper beside it."""

    folder: Path
    people: dict[str, Holder] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)

    def enrol(self, name: str, *, certified: bool = True, account: User | None = None) -> Holder:
        account = account or person_with(
            "desk-custodian" if DESK_ROLES.get(name) == "c" else "desk-adviser",
            email=f"{name}@example.org",
        )
        holder, self.codes[name] = services.enrol(
            account=account, shown_as=name.title(), password=PASSWORD, at=AT
        )
        self.people[name] = holder
        services.prove_recovery(member=holder.member, code=self.codes[name])
        if certified:
            self.certify(name, DESK_ROLES.get(name, "ta"))
        return holder

    def certify(self, name: str, roles: str) -> None:
        signed = services.certify(
            request=services.request_of(member=self.people[name].member),
            key=self.folder / "desk.key",
            roles=[_ROLES[letter] for letter in roles],
            first_day=date(2026, 1, 1),
            last_day=date(2100, 1, 1),
        )
        services.accept(signed=signed)

    def __getitem__(self, name: str) -> Holder:
        return self.people[name]

    def member(self, name: str) -> int:
        return self.people[name].member.pk


def open_desk(folder: Path, settings, monkeypatch) -> Desk:
    """A desk with two custodians and three who triage and advise."""
    make_secrets_cheap(monkeypatch)
    settings.MANUMIT_DESK_KEYS = folder / "keys"
    settings.MANUMIT_DESK_FILES = folder / "files"
    keys.make_keys(offline=folder / "desk.key", on=AT.date())
    desk = Desk(folder)
    for name in DESK_ROLES:
        desk.enrol(name)
    return desk


def make_secrets_cheap(monkeypatch) -> None:
    """The same function with less memory: what it costs is measured elsewhere."""
    monkeypatch.setattr(pool, "MEMORY_KIB", 64)
    monkeypatch.setattr(pool, "TIME_COST", 1)


def question(text: str = "Is this trafficking?", **more) -> Question:
    return Question({"text": text}, **more)


def asked(desk: Desk, text: str = "Is this trafficking?", *, form: str = "f1", **more):
    """A case that was sent in: the receipt, and its asker."""
    return services.ask(question=question(text, **more), submission=form, at=AT)


def in_hand(desk: Desk, holder: Holder, *names: str) -> str:
    """A case that these people have taken up; returns its name."""
    case = holder.consultation.case
    for name in ("ann", "bao", "chai"):
        if holder.consultation.grants.filter(member=desk[name].member).exists():
            services.clear(holder=desk[name], case=case, at=AT)
    members = [desk.member(name) for name in names]
    services.settle_readers(holder=desk[names[0]], case=case, members=members, at=AT)
    return case


def later(**by: int) -> datetime:
    return AT + timedelta(**by)


def fresh(holder: Holder, at: datetime) -> Holder:
    """Somebody who has just shown once more that it is they."""
    return replace(holder, proved_at=at)


def texts(found) -> list[str]:
    return [one.text for one in found if one.text]


def answered(desk, holder, text="It is. See section 129.") -> str:
    case = in_hand(desk, holder, "ann", "bao")
    services.write_draft(holder=desk["ann"], case=case, text=text, at=AT)
    (draft,) = [
        one for one in selectors.case_file(desk["bao"], case, on=ON) if one.kind is Kind.DRAFT
    ]
    services.release(holder=desk["bao"], case=case, draft=draft.name, at=AT)
    return case


def readable_to(holder, consultation) -> str:
    """All that somebody's keys open in a case, whatever the program allows."""
    try:
        found = reading.entries(reading.opened(consultation, holder, on=ON))
    except SealBroken:
        return ""
    return "\n".join(texts(found))


def readers(holder) -> set[str]:
    return {str(one.member) for one in selectors.readers_of(holder.consultation.case)}
