"""What every format gives back: a parsed document, made of units in reading order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

DocumentKind = Literal["instrument", "legislation", "judgment"]
Authority = Literal["authentic", "official-translation", "unofficial"]


class UnreadableDocument(ValueError):
    """The bytes are no document of this format; the message is one clear line."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of a document: what is read, cited and shown as one.

    A section, article, schedule or numbered paragraph carries its text as ``html``, without
    its own number and heading. A part, chapter or heading gives structure; its ``html`` is
    empty but for notes printed under it. Inside ``html`` every smaller provision is an
    element whose ``id`` is its full eid (``sec_26__subsec_1__para_a``).

    ``parent`` is the eid of the unit above it. ``status`` is ``operational``, ``repealed``,
    ``not-in-force``, ``omitted`` or the publisher's own word; ``since`` is the day from which
    this wording of the unit holds.
    """

    eid: str
    kind: str
    number: str = ""
    heading: str = ""
    html: str = ""
    parent: str | None = None
    status: str = "operational"
    since: date | None = None


@dataclass(frozen=True, slots=True)
class InstrumentFacts:
    """What a treaty's file says beside its text.

    ``left_out`` names the languages (BCP 47) of translations that stood in the file.
    """

    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LegislationFacts:
    """What a law's file says beside its text, as printed in it.

    ``identifier`` is the publisher's own (``/hk/cap486!en``), ``commencement`` the printed
    commencement note.
    """

    identifier: str = ""
    doc_type: str = ""
    doc_number: str = ""
    doc_status: str = ""
    long_title: str = ""
    commencement: str = ""


@dataclass(frozen=True, slots=True)
class JudgmentFacts:
    """What a judgment's file says beside its text.

    ``forum`` is a code of ours (``ecthr``, ``ecthr-gc``), ``doc_type`` the publisher's.
    ``articles`` are those the court dealt with, ``violated`` and ``not_violated`` those it
    found breached or respected, all as the publisher writes them (``4``, ``P1-1``).
    ``panel`` are the judges in the order of the judgment. ``extracts`` is true where the file
    holds only parts of the text.
    """

    forum: str
    decided_on: date
    decision_type: Literal["judgment", "decision"]
    doc_type: str = ""
    itemid: str = ""
    ecli: str = ""
    app_nos: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    violated: tuple[str, ...] = ()
    not_violated: tuple[str, ...] = ()
    conclusion: tuple[str, ...] = ()
    importance: str = ""
    panel: tuple[str, ...] = ()
    authentic_languages: tuple[str, ...] = ()
    extracts: bool = False


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """One Text of one Work, read from a file.

    ``key`` is the Work's key where the file carries an official identifier it can be derived
    from, else None: then whoever imports it says which Work it is. ``language`` is BCP 47
    (``en``, ``zh-Hant``, ``fr``). ``valid_from`` is the day this version of the text holds
    from. ``notes`` are things a human should look at, one sentence each.
    """

    kind: DocumentKind
    key: str | None
    title: str
    language: str
    authority: Authority
    facts: InstrumentFacts | LegislationFacts | JudgmentFacts
    units: tuple[Unit, ...]
    other_titles: dict[str, str] = field(default_factory=dict)
    number: str = ""
    valid_from: date | None = None
    official_url: str = ""
    publisher: str = ""
    licence: str = ""
    notes: tuple[str, ...] = ()


MAX_BYTES = 64 * 1024 * 1024
"""Larger files are refused before they are read."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format that can be read.

    ``reader`` turns bytes and a file name into documents; it may trust that the bytes are
    neither empty nor larger than MAX_BYTES. ``sniff`` says from the first kilobytes whether
    the bytes look like this format.
    """

    name: str
    description: str
    extensions: tuple[str, ...]
    reader: Callable[[bytes, str], list[ParsedDocument]]
    sniff: Callable[[bytes], bool]

    def read(self, data: bytes, filename: str) -> list[ParsedDocument]:
        """Read the bytes of one file; ``filename`` is only named in messages.

        Raises UnreadableDocument.
        """
        if len(data) > MAX_BYTES:
            limit = MAX_BYTES // (1024 * 1024)
            raise UnreadableDocument(f"{filename} is larger than {limit} MB")
        if not data.strip():
            raise UnreadableDocument(f"{filename} is empty")
        try:
            return self.reader(data, filename)
        except UnreadableDocument as error:
            raise UnreadableDocument(f"{filename}: {error}") from error
