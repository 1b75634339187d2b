"""Works as a search engine wants them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from manumit.base.markup import plain_text
from manumit.base.prose import to_html
from manumit.citations import KnownWork
from manumit.journal import selectors as journal
from manumit.library.models import Judgment, Text, Work
from manumit.library.selectors.naming import times_cited
from manumit.library.selectors.register import known_works
from manumit.library.types import SearchDocument, SearchPassage
from manumit.reference import forum, label_of, system
from manumit.vocab.types import Concept

_BATCH = 100


def search_documents(keys: Iterable[str] | None) -> Iterator[SearchDocument]:
    """Each published work among the keys (all when None), whole, in the order of keys."""
    works = Work.objects.published().order_by("key")
    if keys is not None:
        works = works.filter(key__in=list(keys))
    ancestors = _ancestors()
    rows = works.prefetch_related("topics__labels", "practice_areas").iterator(_BATCH)
    while some := list(islice(rows, _BATCH)):
        ids = [work.pk for work in some]
        known = known_works(Work.objects.filter(pk__in=ids))
        cited = times_cited(ids)
        added = journal.first_numbers({work.key: work.first_published_at for work in some})
        for work, names in zip(some, known, strict=True):  # both in the order of keys
            numbers = _Numbers(cited=cited[work.pk], added=added.get(work.key, 0))
            yield _document(work, names, numbers, ancestors)


class _Numbers(NamedTuple):
    """What is counted outside a work: see SearchDocument."""

    cited: int
    added: int


def _document(
    work: Work, known: KnownWork, numbers: _Numbers, ancestors: dict[int, list[str]]
) -> SearchDocument:
    kind = work.as_kind()
    texts = list(work.texts.all())
    topics = list(work.topics.all())
    return SearchDocument(
        key=work.key,
        kind=work.kind,
        title=work.title,
        language=work.language,
        titles=known.names,
        citations=known.numbers,
        system=work.system_id,
        forum=kind.forum_id if isinstance(kind, Judgment) else "",
        topics=tuple(dict.fromkeys(code for topic in topics for code in ancestors[topic.pk])),
        labels=tuple(dict.fromkeys(label.text for topic in topics for label in topic.labels.all())),
        practice_areas=tuple(area.code for area in work.practice_areas.all()),
        languages=tuple(dict.fromkeys([work.language, *(text.language for text in texts)])),
        dated=work.dated,
        passages=tuple(_passages(kind, texts)),
        whose=tuple(dict.fromkeys(_whose(kind))),
        ended=_has_ended(kind),
        cited=numbers.cited,
        added=numbers.added,
        **_decided(kind),
    )


def _has_ended(work: Any) -> bool:
    """Whether its repeal is recorded, or that something published stands in its place."""
    if work.kind == "legislation" and work.repealed_on:
        return True
    said_here = work.relations.filter(kind="superseded_by", target__live=True)
    said_there = work.incoming_relations.filter(kind="supersedes", work__live=True)
    return bool(said_here.exists() or said_there.exists())


def _decided(work: Any) -> dict[str, tuple[str, ...]]:
    """The outcomes; the acts, means and purposes dealt with, whether the court found them or not."""
    if not isinstance(work, Judgment):
        return {}
    rows = work.elements.exclude(basis="not_considered").values_list("part", "concept__code")
    found: dict[str, dict[str, None]] = {"act": {}, "means": {}, "purpose": {}}
    for part, code in rows:
        found[part][code] = None
    return {
        "acts": tuple(found["act"]),
        "means": tuple(found["means"]),
        "purposes": tuple(found["purpose"]),
        "outcomes": tuple(concept.code for concept in work.outcomes.all()),
    }


def _whose(work: Any) -> Iterator[str]:
    """Who made it and where it holds: people ask for a report by its author, a law by its country.

    Names in other languages were tried and made the answers to short queries worse.
    """
    if work.kind == "publication":
        yield from map(_name, work.authors)
        yield work.publisher
    yield system(work.system_id).name()
    if work.kind == "judgment":
        yield forum(work.forum_id).name()


def _name(author: Any) -> str:
    return " ".join(author.values()) if isinstance(author, dict) else str(author)


def _passages(work: Any, texts: Sequence[Text]) -> Iterator[SearchPassage]:
    if work.body:
        prose = plain_text(to_html(work.body))
        yield SearchPassage("", "", "", work.language, prose)
    for passage in work.passages.standing().exclude(gist=""):
        words = "\n".join(filter(None, [passage.gist, passage.penalty]))
        yield SearchPassage(passage.eid, passage.label(), passage.heading, work.language, words)
    if isinstance(work, Judgment):
        yield from _findings(work)
    for text in texts:
        yield from _wordings(text)


def _findings(judgment: Judgment) -> Iterator[SearchPassage]:
    if judgment.outcome:
        yield SearchPassage("", "", "", judgment.language, judgment.outcome)
    for finding in judgment.findings.prefetch_related("pinpoints__passage"):
        pinned = [pin.passage for pin in finding.pinpoints.all() if pin.passage]
        eid, label = (pinned[0].eid, pinned[0].label()) if pinned else ("", "")
        yield SearchPassage(eid, label, "", judgment.language, finding.says)


def _wordings(text: Text) -> Iterator[SearchPassage]:
    rows = text.wordings.exclude(plain="", heading="").values_list(
        "passage__eid", "heading", "plain"
    )
    for eid, heading, plain in rows.order_by("position"):
        label = label_of(eid, text.language)
        yield SearchPassage(
            eid, label, heading, text.language, plain, text.valid_from, text.valid_to
        )


def _ancestors() -> dict[int, list[str]]:
    """Each concept's own code and those of everything broader."""
    rows = {row.pk: row for row in Concept.objects.all()}
    chains: dict[int, list[str]] = {}
    for pk, row in rows.items():
        chain: list[str] = []
        step: Concept | None = row
        while step is not None:
            chain.append(step.code)
            step = rows.get(step.broader_id) if step.broader_id else None
        chains[pk] = chain
    return chains
