"""The rules by which positions are computed, each with what it rests on.

``docs/treaty-rules.md`` is written from this table; ``tests/treaties/samples`` holds at least one
example for each, which must come out by that rule.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a short name, what it says, and the law or practice it rests on."""

    code: str
    says: str
    rests_on: str


_VCLT = "Vienna Convention on the Law of Treaties 1969"
_SUCCESSION = "Vienna Convention on Succession of States in respect of Treaties 1978"

RULES = (
    Rule(
        "not-binding",
        "A declaration, a recommendation or guidelines bind nobody: there is no position.",
        f"{_VCLT}, articles 2(1)(a) and 26",
    ),
    Rule(
        "entry-into-force",
        "Before the instrument itself was in force, it bound nobody.",
        f"{_VCLT}, article 24(1) and (2)",
    ),
    Rule(
        "consent",
        "A state is bound by ratification, acceptance, approval, accession or definitive signature.",
        f"{_VCLT}, articles 11 to 16",
    ),
    Rule(
        "effect",
        "It is bound from the day on which its deposit or notice takes effect, not from the deposit.",
        f"{_VCLT}, articles 16 and 24(3), and the final clauses of each treaty",
    ),
    Rule(
        "tacit-acceptance",
        "Where a treaty lets changes bind whoever does not object in time, silence is consent.",
        f"{_VCLT}, article 11; Maritime Labour Convention 2006, article XV",
    ),
    Rule(
        "signature",
        "A signature that awaits ratification binds nobody to the treaty.",
        f"{_VCLT}, articles 14 and 18",
    ),
    Rule(
        "provisional",
        "A treaty applied provisionally is applied, and is not in force for that state.",
        f"{_VCLT}, article 25",
    ),
    Rule(
        "succession",
        "A new or a continuing state is bound from the day its notice reaches back to.",
        f"{_SUCCESSION}, articles 17, 22, 23 and 34",
    ),
    Rule(
        "ending",
        "Denunciation or withdrawal ends it when the notice takes effect: as the treaty says, else "
        "after twelve months.",
        f"{_VCLT}, articles 54 and 56(2)",
    ),
    Rule(
        "ending-before-effect",
        "A consent withdrawn before it took effect never bound.",
        "Practice of the Secretary-General as depositary: withdrawal of an instrument before entry "
        "into force for the state",
    ),
    Rule(
        "ending-taken-back",
        "A notice of denunciation taken back before it took effect changes nothing.",
        f"{_VCLT}, article 68",
    ),
    Rule(
        "responsibility",
        "A territory takes part through the state that acts for it on that day; what a former "
        "state did no longer counts.",
        f"{_SUCCESSION}, article 15",
    ),
    Rule(
        "own-name",
        "A territory that concluded a treaty in its own name is bound by its own acts.",
        "Basic Law of Hong Kong, article 151; Basic Law of Macao, article 136",
    ),
    Rule(
        "named-territory",
        "The consent of the state does not by itself reach a territory whose treaties it makes "
        "separately: an act must name it.",
        f"{_VCLT}, article 29 (a different intention); Basic Law of Hong Kong, article 153; "
        "Basic Law of Macao, article 138",
    ),
    Rule(
        "extension",
        "An extension applies the treaty to the territory from the day it takes effect.",
        f"{_VCLT}, article 29; territorial clauses",
    ),
    Rule(
        "modified",
        "An international labour convention can be applied to a territory with modifications.",
        "Constitution of the International Labour Organization, article 35(2)",
    ),
    Rule(
        "exclusion",
        "A declaration that the treaty does not apply to the territory keeps it out until a later "
        "notice.",
        f"{_VCLT}, article 29",
    ),
    Rule(
        "decision-reserved",
        "Where the state reserved its decision for a territory, the convention does not apply there.",
        "Migration for Employment Convention (Revised) 1949 (ILO No. 97), article 11(1)(d)",
    ),
    Rule(
        "territorial-ending",
        "A notice of end for the territory alone ends it there and leaves the state bound.",
        "Territorial clauses, such as Slavery Convention 1926, article 10",
    ),
    Rule(
        "state-first",
        "An extension works no longer and no earlier than the state itself is bound.",
        f"{_VCLT}, article 29",
    ),
    Rule(
        "continuation",
        "A state that takes over a territory can give notice that a treaty goes on applying there, "
        "whether or not it is a party itself.",
        "Note of China to the Secretary-General of 20 June 1997; Joint Declaration of 1984, annex I, "
        "part XI",
    ),
    Rule(
        "presupposed",
        "Whoever gives notice that a treaty goes on applying says that it applied the day before.",
        "the meaning of the notice; shown as inferred",
    ),
    Rule(
        "depends-on",
        "Whoever must be bound by a parent instrument is bound by this one only together with it.",
        "United Nations Convention against Transnational Organized Crime, articles 37(2) and 40(3), "
        "and the like",
    ),
    Rule(
        "unsure-day",
        "Where a day is known only as a month or a year, the answer is given if it is the same for "
        "every day of it, and else left open.",
        "a rule of this house",
    ),
    Rule(
        "contradiction",
        "Two records that contradict each other decide nothing as long as the answer hangs on which "
        "is right.",
        "a rule of this house",
    ),
    Rule(
        "only-later",
        "A first consent, or a first extension, recorded for a later day says that there was none "
        "before.",
        "the meaning of the act; shown as inferred",
    ),
    Rule(
        "roll",
        "Where a list of parties was read whole, its silence means that there was no act up to its "
        "day; nothing later being recorded is shown as presumed.",
        "a rule of this house",
    ),
    Rule(
        "silence",
        "Where nothing is recorded and no list was read whole, nothing is claimed.",
        "a rule of this house",
    ),
    Rule(
        "statements",
        "A reservation or declaration lives from its day until it is withdrawn; one withdrawn in "
        "part lives on with that mark; an objection lives until it is withdrawn.",
        f"{_VCLT}, articles 19 to 23",
    ),
    Rule(
        "amendment",
        "A party is bound by the instrument as amended where it is bound by the amending one as well.",
        f"{_VCLT}, articles 39 and 40",
    ),
)  # fmt: skip
