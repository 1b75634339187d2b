"""Before an anonymous judgment is published: what in it may still tell who a person is.

Names behind pseudonyms, names of persons, numbers that belong to one, and few facts that together
fit one person only. All are shown with the words around them; a reviewer decides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from manumit.contributions.personal import Detail, personal_details, rare_combinations
from manumit.contributions.types import Concern
from manumit.library import selectors as library

_AROUND = 60  # characters shown on either side
_MOST = 200
# Who may be named: those who judge, argue or keep the record.
_OF_THE_COURT = re.compile(
    r"\b(?:Justice|Judge|Magistrate|Registrar|Recorder|President|JA|PJ|CJ|NPJ|SC|QC|KC|Counsel|"
    r"counsel|instructed|Solicitors?|solicitors?|barristers?|advocates?|Deputy|Before|Coram)\b"
)
_PSEUDONYM = re.compile(r"(?<![A-Za-z.])(?:[A-Z]{2,4}|(?:[A-Z]\.){2,4})(?![A-Za-z])")
_NO_PSEUDONYM = frozenset({"HKSAR", "SAR", "UK", "USA", "US", "EU", "UN", "PP", "DPP", "SSHD"})
_PARTIES = re.compile(r"\s+(?:v\.?|vs\.?|against|訴)\s+|\s+and\s+|;|,")
_PERSON = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:\s+(?:[A-ZÀ-Þ][\w'’-]+|bin|binti|van|de|al|a/l)){1,4}")
_INSTITUTION = re.compile(
    r"\b(?:Secretary|Director|Commissioner|Government|Minister|Ministry|State|Republic|Kingdom|"
    r"Region|Department|Council|Board|Authority|Tribunal|Court|Prosecutor|Attorney|Public|People|"
    r"Limited|Ltd|Inc|Company|Co|Crown|Queen|King|Union|Applicant|Appellant|Others?|Another|Re|"
    r"Ex|Parte|Family|Mother|Father|Child|Hong Kong|United|HKSAR|Police|Immigration)\b"
)


@dataclass(frozen=True, slots=True)
class Concerns:
    """What was found in a judgment; ``digest`` is of exactly this."""

    found: Sequence[Concern]

    @property
    def digest(self) -> str:
        """The same for the same places, kinds and words, in whatever order."""
        lines = sorted(f"{one.place}\t{one.detail.kind}\t{one.detail.text}" for one in self.found)
        return sha256("\n".join(lines).encode()).hexdigest()


def concerns_of(work: Any) -> Concerns:
    """What may tell who a person is; nothing for a work in which nobody is to be anonymous."""
    if work.kind != "judgment" or not work.anonymity:
        return Concerns(())
    hidden = _behind(work.title)
    found: list[Concern] = [Concern("title", one, work.title) for one in _persons(work.title)]
    for place, text in library.words_of(work):
        found += [_concern(place, text, one) for one in _in(text, hidden)]
        if len(found) >= _MOST:
            break
    return Concerns(tuple(found[:_MOST]))


def _in(text: str, hidden: re.Pattern[str] | None) -> Iterator[Detail]:
    for one in personal_details(text):
        if one.kind != "name" or not _is_of_the_court(text, one):
            yield one
    yield from rare_combinations(text)
    if hidden:
        for match in hidden.finditer(text):
            yield Detail("name", match.start(), match.end(), match[0])


def _is_of_the_court(text: str, one: Detail) -> bool:
    return bool(_OF_THE_COURT.search(text[max(0, one.start - 30) : one.end + 12]))


def _behind(title: str) -> re.Pattern[str] | None:
    """Names whose first letters are a pseudonym of the title: ``ZN`` and *Zafar Nadeem*."""
    letters = {re.sub(r"\.", "", found[0]) for found in _PSEUDONYM.finditer(title)}
    names = [
        r"\s+".join(rf"{letter}[a-zà-ÿ'’-]+" for letter in one)
        for one in sorted(letters - _NO_PSEUDONYM)
    ]
    return re.compile(rf"\b(?:{'|'.join(names)})\b") if names else None


def _persons(title: str) -> Iterator[Detail]:
    """Parties that are named by a full name."""
    at = 0
    for party in _PARTIES.split(title):
        at = title.index(party, at)
        match = _PERSON.match(party.strip())
        if match and not _INSTITUTION.search(party):
            yield Detail("name", at, at + len(party), party.strip())


def _concern(place: str, text: str, one: Detail) -> Concern:
    start, end = max(0, one.start - _AROUND), min(len(text), one.end + _AROUND)
    return Concern(place, one, " ".join(text[start:end].split()))
