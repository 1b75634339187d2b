"""The vocabularies as they stand here: what is shipped, with what was accepted and is not in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import QuerySet

from manumit import reference
from manumit.vocab.models import Change, NewConcept, Proposal
from manumit.vocab.services.statements import with_change

_P = TypeVar("_P", bound=Proposal)
_Concepts = dict[str, reference.Concept]


@dataclass(frozen=True, slots=True)
class Standing:
    """The vocabularies by code, and the accepted proposals that the shipped files say by now."""

    schemes: Mapping[str, reference.Scheme]
    in_files: list[Proposal]

    def concept(self, scheme: str, code: str) -> reference.Concept | None:
        """One concept, if there is such."""
        held = self.schemes[scheme].concepts if scheme in self.schemes else ()
        return next((one for one in held if one.code == code), None)

    def own(self) -> Iterator[reference.Scheme]:
        """The vocabularies of which this Centre says something itself."""
        shipped = reference.shipped_schemes()
        return (scheme for code, scheme in self.schemes.items() if scheme != shipped[code])


def standing() -> Standing:
    """Worked out from the shipped files and the rows of what was accepted, in its order.

    The files win a code: a concept that they have by now is theirs, and what was accepted of it
    holds, statement by statement, until they say the same. A statement about a concept that they
    have no more, or by which something would stand below itself, waits and does nothing.
    """
    shipped = reference.shipped_schemes()
    held = {code: {one.code: one for one in scheme.concepts} for code, scheme in shipped.items()}
    in_files = [*_add_new(held), *_change(held)]
    schemes = {code: shipped[code].having(concepts.values()) for code, concepts in held.items()}
    return Standing(schemes, in_files)


def _add_new(held: dict[str, _Concepts]) -> list[Proposal]:
    """Have the concepts that were accepted; gives those that the files have."""
    in_files: list[Proposal] = []
    shipped = {scheme: set(concepts) for scheme, concepts in held.items()}
    for new in _accepted(NewConcept.objects.all()):
        if new.code in shipped.get(new.scheme, ()):
            in_files.append(new)
        elif new.scheme in shipped and not any(
            new.code in shipped[one] for one in rivals(new.scheme)
        ):
            held[new.scheme][new.code] = _bare(new)
    return in_files


def rivals(scheme: str) -> list[str]:
    """The other vocabularies in which this one's codes must not stand: a topic is named by its code."""
    topics = reference.TOPIC_SCHEMES
    return [one for one in topics if one != scheme] if scheme in topics else []


def _bare(new: NewConcept) -> reference.Concept:
    """What no concept can lack; the rest of it are changes."""
    return reference.Concept(
        code=new.code,
        scheme=new.scheme,
        uri=f"{reference.shipped_schemes()[new.scheme].uri}:{new.code}",
        labels=(reference.Label(new.names["en"], "en", "pref", "", "", confirmed=True),),
        definition=new.definition,
        note="",
        broader=(),
        narrower=(),
        related=(),
        close_matches=(),
    )


def _change(held: dict[str, _Concepts]) -> list[Proposal]:
    """Have the concepts as they were changed; gives the changes that the files say."""
    in_files: list[Proposal] = []
    for change in _accepted(Change.objects.all()).select_related("concept"):
        scheme, code = change.concept.scheme, change.concept.code
        concepts = held.get(scheme, {})
        if code not in concepts:
            continue
        changed = with_change(concepts[code], change)
        if changed == concepts[code] and _is_shipped(scheme, code):
            in_files.append(change)
        elif _may_stand(concepts, changed):
            concepts[code] = changed
    return in_files


def _is_shipped(scheme: str, code: str) -> bool:
    return any(one.code == code for one in reference.shipped_schemes()[scheme].concepts)


def _may_stand(concepts: _Concepts, changed: reference.Concept) -> bool:
    """Whether what it stands below exists and does not stand below it."""
    above, seen = list(changed.broader), set()
    while above:
        code = above.pop()
        if code == changed.code or code not in concepts:
            return False
        if code not in seen:
            seen.add(code)
            above.extend(concepts[code].broader)
    return True


def _accepted(rows: QuerySet[_P]) -> QuerySet[_P]:
    return rows.filter(stands=Proposal.Stands.ACCEPTED).order_by("decided_at", "pk")
