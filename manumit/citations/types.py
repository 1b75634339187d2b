"""What the recogniser takes and gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from manumit.reference import Gives

How = Literal["number", "name", "short"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in a text.

    ``start`` and ``end`` count characters of the text as it was given; ``text`` is what stands
    there. ``cite`` is the citation in its normal form. ``key`` is the work cited, whether the
    Centre holds it or not; None where nothing decides. ``stem`` is the beginning of the key where
    the number names a case and not yet one decision of it. ``candidates`` are the keys between
    which nothing decides. ``pinpoints`` are eids of the work cited. ``how`` says what the work was
    known by: its number, its name, or a short form that refers back. ``case_name`` is the name of
    the case as the text gives it beside a number.
    """

    start: int
    end: int
    text: str
    kind: Gives
    cite: str
    key: str | None = None
    stem: str = ""
    pinpoints: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    how: How = "number"
    case_name: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a text before it is read.

    ``key`` is the work whose text it is, ``system`` the jurisdiction it comes from: of two Acts
    with one title, its own. ``terms`` are short forms that every text of the kind uses without
    saying so ("the Convention" in Strasbourg), each with the key it stands for.
    """

    key: str = ""
    system: str = ""
    terms: Mapping[str, str] = field(default_factory=dict)
