"""The record that might be made of what was forwarded. What is not known stays empty."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from manumit.base.suggesting import suggest_topics
from manumit.contributions.models import Contribution, What
from manumit.contributions.reading import Reading
from manumit.contributions.types import Proposal
from manumit.formats import JudgmentFacts, ParsedDocument, PublicationFacts
from manumit.harvest import selectors as harvest
from manumit.harvest.types import Notice
from manumit.library import selectors as library
from manumit.reference import forums, kind_of, slugify_segment, system_of

_LONGEST_TITLE = 300
_NOWHERE = "int"


def propose(one: Contribution, reading: Reading) -> Proposal:
    """A judgment where the file or the citation is one, else a publication."""
    document = reading.document
    if document and isinstance(document.facts, JudgmentFacts):
        return _judgment(one, reading, document, document.facts)
    if one.what == What.CASE:
        return _cited_judgment(one, reading)
    return _publication(one, reading)


def _judgment(
    one: Contribution, reading: Reading, document: ParsedDocument, facts: JudgmentFacts
) -> Proposal:
    cited = _cited_judgment(one, reading)
    decided = facts.decided_on.isoformat() if facts.decided_on else ""
    number = facts.neutral_citation or cited.neutral_citation
    key = document.key or _key_of_number(number) or cited.key
    return Proposal(
        kind="judgment",
        key=key or _made_key(facts, document),
        title=document.title[:_LONGEST_TITLE],
        language=document.language,
        forum=facts.forum or cited.forum,
        decided_on=decided,
        neutral_citation=number,
        docket_nos=facts.docket_nos,
        address=one.address or document.official_url,
        topics=suggest_topics(document.title, reading.text),
    )


def _made_key(facts: JudgmentFacts, document: ParsedDocument) -> str:
    """A key of the court's number where the file gives no other."""
    if not facts.forum or facts.forum not in forums():
        return ""
    number = slugify_segment(facts.docket_nos[0] if facts.docket_nos else document.title)[:80]
    return f"{forums()[facts.forum].system}/case/{number.strip('-')}" if number else ""


def _cited_judgment(one: Contribution, reading: Reading) -> Proposal:
    """What a citation alone says: its number and, where the number tells, the court."""
    found = next(_cases(one.citation), None) or next(_cases(one.text), None)
    number, key, name = found or ("", "", "")
    return Proposal(
        kind="judgment",
        key=key,
        title=name or one.citation[:_LONGEST_TITLE],
        forum=_forum_of(key, number),
        neutral_citation=number,
        address=one.address,
        topics=suggest_topics(one.citation, f"{one.text}\n{reading.text}"),
    )


def _cases(words: str) -> Iterator[tuple[str, str, str]]:
    for each in library.check_text(words) or library.check_query(words):
        if each.citation.kind == "judgment":
            yield (
                each.citation.cite,
                each.citation.key or each.citation.stem,
                each.citation.case_name,
            )


def _key_of_number(number: str) -> str:
    return next((key for _, key, _ in _cases(number) if key), "") if number else ""


def _forum_of(key: str, number: str) -> str:
    """The court whose citations are written like the number, where it is one court's alone."""
    if kind_of(key) != "judgment":
        return ""
    courts = [one for one in forums().values() if one.system == system_of(key)]
    fits = [
        court.code for court in courts for format_ in court.citations if format_.fullmatch(number)
    ]
    return fits[0] if len(set(fits)) == 1 else ""


def _publication(one: Contribution, reading: Reading) -> Proposal:
    document = reading.document
    title = document.title if document and document.title else one.citation
    publisher = (document.publisher if document else "") or _host(one.address)
    kind = (
        document.facts.doc_type if document and isinstance(document.facts, PublicationFacts) else ""
    )
    system = system_of(one.about) if one.about else _NOWHERE
    notice = Notice(title or kind, one.address, publisher, system)
    return Proposal(
        kind="publication",
        key=harvest.key_for(notice) if title or one.address else "",
        title=title[:_LONGEST_TITLE],
        language=document.language if document else "en",
        publisher=publisher,
        address=one.address or (document.official_url if document else ""),
        topics=suggest_topics(title, f"{one.text}\n{reading.text}"),
    )


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
