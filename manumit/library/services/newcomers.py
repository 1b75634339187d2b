"""A work made from an official file alone, when no record speaks of it yet."""

import re
from datetime import datetime
from typing import Any

from manumit.formats import JudgmentFacts, LegislationFacts, ParsedDocument
from manumit.library.errors import LibraryError, WorkNotFound
from manumit.library.models import AppliedProvision, Confidence, Judgment, Legislation, Work
from manumit.reference import BadKey, forums, parse_key, system_codes

_PLAIN_ARTICLE = re.compile(r"\d{1,2}")
_ECHR = "coe/treaty/echr"
# What files call a law, and the type we shelve it under; every other word is subsidiary legislation.
_TYPES = {"cap": "ordinance"} | {
    name: name for name in ("act", "code", "constitution", "decree", "order", "regulation")
}


def work_from_document(document: ParsedDocument, *, key: str, at: datetime, publish: bool) -> Work:
    """Put a new work on the shelves with the facts that the file itself states, and no others.

    Raises WorkNotFound where the file says too little to make a work of, and LibraryError for a
    key that no work can have.
    """
    _refuse_bad_key(key)
    match document.facts:
        case LegislationFacts() as facts if facts.doc_type:
            work: Any = _legislation(document, facts)
        case JudgmentFacts() as facts if facts.forum and facts.decided_on:
            work = _judgment(facts)
        case _:
            raise WorkNotFound(
                f"no {document.kind} on the shelves has the key {key}: load its record first"
            )
    work.key = key
    work.title = document.title
    work.language = document.language
    work.titles = dict(document.other_titles)
    work.official_url = document.official_url
    work.confidence = Confidence.UNVERIFIED  # a program read the file; nobody has checked it
    work.sources = [_source(document, at)]
    work.live = publish
    work.has_unpublished_changes = not publish
    work.first_published_at = work.last_published_at = at if publish else None
    work.save()
    return work  # type: ignore[no-any-return]


def add_title(work: Work, document: ParsedDocument) -> None:
    """A second language brings its title, as long as no record or editor speaks for the work."""
    ours = not work.loaded_digest and work.latest_revision_id is None
    if ours and document.language not in (work.language, *work.titles):
        work.titles = {**work.titles, document.language: document.title}
        work.as_kind().__class__.objects.filter(pk=work.pk).update(titles=work.titles)


def _refuse_bad_key(key: str) -> None:
    try:
        system = parse_key(key).system
    except BadKey as error:
        raise LibraryError(str(error)) from error
    if system not in system_codes():
        raise LibraryError(f"{key}: no jurisdiction or system has the code {system!r}")


def _source(document: ParsedDocument, at: datetime) -> dict[str, Any]:
    covers = ["title", "identifiers", "dates", "text"]
    source = {"publisher": document.publisher, "for": covers, "on": at.date().isoformat()}
    if document.official_url:
        source["url"] = document.official_url
    return source


def _legislation(document: ParsedDocument, facts: LegislationFacts) -> Legislation:
    kind = _TYPES.get(facts.doc_type, "subsidiary")
    return Legislation(legislation_type=kind, number=document.number)


def _judgment(facts: JudgmentFacts) -> Judgment:
    if facts.forum not in forums():
        raise LibraryError(
            f"the file names a forum that the reference does not know: {facts.forum}"
        )
    judgment = Judgment(
        forum_id=facts.forum,
        neutral_citation=facts.neutral_citation,
        docket_nos=list(facts.docket_nos),
        decided_on=str(facts.decided_on),
        outcome="; ".join(facts.conclusion),
        panel=list(facts.panel),
        authentic_languages=list(facts.authentic_languages),
        identifiers={
            name: value
            for name, value in (
                ("app-no", list(facts.app_nos)),
                ("ecli", facts.ecli),
                ("itemid", facts.itemid),
            )
            if value
        },
    )
    if forums()[facts.forum].system == "coe":
        judgment.applied = [
            AppliedProvision(
                target_key=_ECHR, eid=f"art_{number}", how="considered", sort_order=place
            )
            for place, number in enumerate(facts.articles)
            if _PLAIN_ARTICLE.fullmatch(number)
        ]
    return judgment
