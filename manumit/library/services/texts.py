"""Imported text set down as Texts, Passages and Wordings of the right Work."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from manumit.accounts.types import User
from manumit.formats import ParsedDocument, Unit
from manumit.journal import services as journal
from manumit.library.errors import KindConflict, LibraryError
from manumit.library.models import Passage, Text, Wording, Work
from manumit.library.services.citations import forget_citations
from manumit.library.services.joining import join_newcomers
from manumit.library.services.linking import link_open_targets
from manumit.library.services.newcomers import add_title, work_from_document
from manumit.library.services.passages import arrange, ensure_passages, retire_unused
from manumit.library.services.readying import make_ready
from manumit.library.services.removing import refuse_taken_down
from manumit.library.types import Outcome, ReadyText

_ONE_DAY = timedelta(days=1)
_BATCH = 500
_WORDING_FIELDS = (
    "kind", "number", "heading", "html", "plain", "status", "since", "lasting_id", "position",
)  # fmt: skip


@transaction.atomic
def import_text(
    *,
    document: ParsedDocument,
    key: str,
    format_name: str,
    by: User | None,
    at: datetime,
    publish: bool = True,
    ready: ReadyText | None = None,
) -> Outcome:
    """Make the library hold the document's text under ``key``; importing it again changes nothing.

    A work that is not yet on the shelves is made from the document's own facts, published unless
    ``publish`` is off. ``ready`` is the document made ready, where that was done before. A later version closes the one before on the day before it begins. Raises
    KindConflict when the key is another kind's and the file is sure of its own.
    """
    refuse_taken_down(key)
    work = Work.objects.select_for_update().filter(key=key).first()
    newcomer = work is None
    if work is None:
        work = work_from_document(document, key=key, at=at, publish=publish)
    elif work.kind != document.kind and not document.kind_guessed:
        raise KindConflict(key, work.kind, document.kind)
    ready = ready or make_ready(document)
    text = _version(work, document)
    if text is not None and text.digest == ready.digest:
        return Outcome.UNCHANGED
    made = text is None
    text = _settle(work, text, document, ready.digest, at)
    text.format = format_name
    text.save()
    add_title(work, document)
    _write_wordings(work, text, document.units, ready, made=made)
    let_go = set[str]() if made else forget_citations(text)
    if not newcomer:  # whose passages were all made now, in their order
        retire_unused(work, at)
        arrange(work)
    else:
        link_open_targets(only=work)
        join_newcomers([key])
    detail = {"language": text.language, "valid_from": str(text.valid_from or ""), "made": made}
    journal.append(action="text imported", subject=key, by=by, at=at, detail=detail, touches=let_go)
    return Outcome.MADE if made else Outcome.CHANGED


def _version(work: Work, document: ParsedDocument) -> Text | None:
    """The text that this document is a new reading of: same language, same first day."""
    texts = Text.objects.filter(work=work.pk, language=document.language)
    found: Text | None = texts.filter(valid_from=document.valid_from).first()
    return found


def _settle(
    work: Work, text: Text | None, document: ParsedDocument, digest: str, at: datetime
) -> Text:
    if text is None:
        text = Text(work_id=work.pk, language=document.language, valid_from=document.valid_from)
        text.valid_to = _make_room(work, document)
    text.authority = document.authority
    text.title = document.title
    text.official_url = document.official_url
    text.publisher = document.publisher
    text.licence = document.licence
    text.notes = list(document.notes)
    text.digest = digest
    text.imported_at = at
    text.linked_at = None
    return text


def _make_room(work: Work, document: ParsedDocument) -> date | None:
    """Close the version before this one; returns the last day of this one, None if it is open."""
    others = work.texts.filter(language=document.language)
    starts = document.valid_from
    if starts is None:
        if others.exists():
            raise LibraryError(
                f"{work.key} has a dated text in {document.language} already: this one has no "
                "date, so nobody could tell which holds"
            )
        return None
    before = others.filter(Q(valid_from=None) | Q(valid_from__lt=starts))
    before.filter(Q(valid_to=None) | Q(valid_to__gte=starts)).update(valid_to=starts - _ONE_DAY)
    following = others.filter(valid_from__gt=starts).order_by("valid_from").first()
    return following.valid_from - _ONE_DAY if following else None


def _write_wordings(
    work: Work, text: Text, units: Sequence[Unit], ready: ReadyText, *, made: bool
) -> None:
    """Let the text say what the units say and no more; one just ``made`` says nothing yet."""
    above = {unit.eid: unit.parent for unit in units}
    passages = ensure_passages(work, above, above)
    _hang_below(passages, units)
    rows = [
        _wording(text, passages[unit.eid], unit, number, words)
        for number, (unit, words) in enumerate(zip(units, ready.words, strict=True))
    ]
    if made:
        Wording.objects.bulk_create(rows, batch_size=_BATCH)
        return
    Wording.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["text", "passage"],
        update_fields=_WORDING_FIELDS,
        batch_size=_BATCH,
    )
    kept = [row.passage_id for row in rows]
    Wording.objects.filter(text=text).exclude(passage_id__in=kept).delete()


def _hang_below(passages: dict[str, Passage], units: Sequence[Unit]) -> None:
    """A section stands below its part although its eid does not say so."""
    moved = []
    for unit in units:
        parent = passages[unit.parent] if unit.parent else None
        passage = passages[unit.eid]
        if parent is not None and passage.parent_id != parent.pk:
            passage.parent = parent
            moved.append(passage)
    Passage.objects.bulk_update(moved, ["parent"], batch_size=500)


def _wording(
    text: Text, passage: Passage, unit: Unit, number: int, words: tuple[str, str]
) -> Wording:
    html, plain = words
    return Wording(
        text_id=text.pk,
        passage_id=passage.pk,
        kind=unit.kind,
        number=unit.number,
        heading=unit.heading,
        html=html,
        plain=plain,
        status=unit.status,
        since=unit.since,
        lasting_id=unit.lasting_id,
        position=number,
    )
