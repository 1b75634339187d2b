"""What every format gives back: a parsed document, made of units in reading order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

DocumentKind = Literal["instrument", "legislation", "judgment", "publication"]
Authority = Literal["authentic", "official-translation", "unofficial"]
Kept = Literal[
    "structure", "headings", "tables", "footnotes", "words for pictures", "page anchors",
    "acts of states",
]  # fmt: skip


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
    this wording of the unit holds. ``lasting_id`` is the publisher's own name of the provision that
    stays when it is amended or given another number; empty where the publisher has none.
    """

    eid: str
    kind: str
    number: str = ""
    heading: str = ""
    html: str = ""
    parent: str | None = None
    status: str = "operational"
    since: date | None = None
    lasting_id: str = ""


@dataclass(frozen=True, slots=True)
class Participation:
    """One cell of a depositary's status table, or one statement on its page.

    ``party`` is the name as printed, ``column`` the words above the cell, ``printed`` the cell;
    the rest is what they mean. ``code`` is ours or of ISO 3166 in lower case, empty where nobody
    can be sure who that was; ``act`` is an act of a treaty event or, then with a doubt, one of which
    only tables tell (``consent-to-be-bound``, ``application``), empty where the words are none of
    them; ``mark`` stood after the day (``a``, ``AA``), ``footnotes`` are the numbers of notes.
    ``statement`` is what the party said, word for word. ``doubt`` says why a human must look first.
    ``aside`` marks a cell that tells of no act of the party: the number of a resolution about it.
    """

    party: str
    code: str = ""
    column: str = ""
    printed: str = ""
    act: str = ""
    on: date | None = None
    mark: str = ""
    footnotes: tuple[str, ...] = ()
    statement: str = ""
    doubt: str = ""
    aside: bool = False

    @property
    def is_statement(self) -> bool:
        """Whether it stands on a page of statements, where no cell is printed."""
        return bool(self.column) and not self.printed

    @property
    def tells_an_act(self) -> bool:
        """Whether it says that the party did something: a row without a day says nothing."""
        return bool(self.column) and not self.aside


@dataclass(frozen=True, slots=True)
class InstrumentFacts:
    """What a treaty's file says beside its text.

    ``left_out`` names the languages (BCP 47) of translations that stood in the file.
    ``participation`` is what states did under the treaty, in the file's order. ``depositary`` is
    the name of the depositary's numbering (``untc``), in which ``number`` of the document counts.
    """

    left_out: tuple[str, ...] = ()
    participation: tuple[Participation, ...] = ()
    depositary: str = ""


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
    holds only parts of the text. ``court`` is the court as printed, which is all there is where
    ``forum`` is empty; ``decided_on`` is None where the file does not say the day.
    """

    forum: str
    decided_on: date | None
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
    court: str = ""
    neutral_citation: str = ""
    docket_nos: tuple[str, ...] = ()
    catchwords: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicationFacts:
    """What a report's file says beside its text; ``doc_type`` is what it calls itself."""

    doc_type: str = ""


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """One Text of one Work, read from a file.

    ``key`` is the Work's key where the file carries an official identifier it can be derived
    from, else None: then whoever imports it says which Work it is. ``language`` is BCP 47
    (``en``, ``zh-Hant``, ``fr``). ``valid_from`` is the day this version of the text holds
    from. ``notes`` are things a human should look at, one sentence each. ``kind_guessed`` is true
    where nothing in the file says its kind for sure, so that the key it is imported under decides.
    """

    kind: DocumentKind
    key: str | None
    title: str
    language: str
    authority: Authority
    facts: InstrumentFacts | LegislationFacts | JudgmentFacts | PublicationFacts
    units: tuple[Unit, ...]
    other_titles: dict[str, str] = field(default_factory=dict)
    number: str = ""
    valid_from: date | None = None
    official_url: str = ""
    publisher: str = ""
    licence: str = ""
    notes: tuple[str, ...] = ()
    kind_guessed: bool = False


MAX_BYTES = 64 * 1024 * 1024
"""Larger files are refused before they are read."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format that can be read.

    ``reader`` turns bytes and a file name into documents; it may trust that the bytes are
    neither empty nor larger than MAX_BYTES. The name is for messages, and for the files of
    a publisher that say nowhere else what they are about. ``sniff`` says from the first kilobytes whether
    the bytes look like this format. ``keeps`` is what of a file's make-up a reader finds again.
    """

    name: str
    description: str
    extensions: tuple[str, ...]
    reader: Callable[[bytes, str], list[ParsedDocument]]
    sniff: Callable[[bytes], bool]
    keeps: tuple[Kept, ...]

    def read(self, data: bytes, filename: str) -> list[ParsedDocument]:
        """Read the bytes of one file called ``filename``.

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
