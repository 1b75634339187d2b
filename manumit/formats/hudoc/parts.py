"""The great parts of a judgment: reasons, operative part, closing, opinions, notes.

Every function gives positions in the cleaned text, so the parts together are the whole text.
"""

import re
from dataclasses import dataclass

_OPERATIVE = re.compile(r"FOR\sTHESE\sREASONS,?\sTHE\sCOURT|PAR\sCES\sMOTIFS\s?,\sLA\sCOUR")
_OPERATIVE_OF_A_DECISION = re.compile(
    r"For\sthese\sreasons\s?,\sthe\s(?:Court|Commission)\b|Par\sces\smotifs\s?,\sla\s(?:Cour|Commission)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?:Done\sin\s(?:English|French)|Fait\sen\s(?:fran[çc]ais|anglais))\b")
_SIGNATURES = re.compile(r"(?<=[.;])[ \t\xa0]+(?=[^.;]{5,220}(?:[A-Z]\.[^.;]{1,200}){0,4}$)")
_OPINION = re.compile(
    r"(?<!\S)(?:(?:JOINT|PARTLY|PARTIALLY|CONCURRING|DISSENTING|SEPARATE|AND)\s){0,8}"
    r"(?:OPINION\s(?=OF\b|COMMUNE|CONCORDANTE|DISSIDENTE|EN\sPARTIE|PARTIELLEMENT|S[ÉE]PAR|séparée"
    r"|INDIVIDUELLE|DE\b)|(?:DECLARATION|STATEMENT)(?:\sOF\s(?:PARTIAL\s)?DISSENT)?\s(?:OF|BY)\s(?=JUDGE)"
    r"|DÉCLARATION\s(?=D))"
)
_ANNEX = re.compile(r"(?<!\S)(?:APPENDIX|ANNEXE?|APPENDICE)(?:ES|S)?(?!\S)")
_ANNEX_OF_A_DECISION = re.compile(r"(?<!\S)(?:Appendix|Annexe?)(?=\s(?:\d|List|Liste|\()|\t)")
_NOTE_1 = re.compile(r"(?<!\S)\[1\](?=[ \t\xa0.])")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text. ``kind``: reasons, operative, closing, opinion, annex, notes."""

    kind: str
    text: str


def split_parts(text: str) -> list[Part]:
    """The parts in the order of the text; the first is always the reasons."""
    notes = _notes_start(text)
    operative = _operative_start(text[:notes])
    cuts = [(0, "reasons")]
    if operative < notes:
        cuts.append((operative, "operative"))
        cuts += _after(text[:notes], operative)
    if notes < len(text):
        cuts.append((notes, "notes"))
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    pieces = zip(cuts, ends, strict=True)
    return [Part(kind, text[start:end].strip()) for (start, kind), end in pieces]


def _operative_start(text: str) -> int:
    found = _OPERATIVE.search(text)
    if found:
        return found.start()
    decisions = [match.start() for match in _OPERATIVE_OF_A_DECISION.finditer(text)]
    return decisions[-1] if decisions else len(text)


def _after(text: str, operative: int) -> list[tuple[int, str]]:
    """What follows the operative part."""
    closing = _CLOSING.search(text, operative)
    if closing:
        cuts = [(closing.start(), "closing")]
        after = closing.start()
    else:
        cuts = []
        after = operative
    opinions = [(match.start(), "opinion") for match in _OPINION.finditer(text, after)]
    first = opinions[0][0] if opinions else len(text)
    annexes = [(match.start(), "annex") for match in _ANNEX.finditer(text, after)]
    annexes += [(m.start(), "annex") for m in _ANNEX_OF_A_DECISION.finditer(text, after, first)]
    cuts += sorted(set(opinions + annexes))
    if not closing:
        end = cuts[0][0] if cuts else len(text)
        signatures = _SIGNATURES.search(text, max(operative, end - 300), end)
        if signatures:
            cuts.insert(0, (signatures.end(), "closing"))
    return cuts


def _notes_start(text: str) -> int:
    """Where the footnotes begin: their ``[1]`` is the last, after at least one reference."""
    found = [match.start() for match in _NOTE_1.finditer(text)]
    references = text.count("[1]")
    return found[-1] if found and references > 1 and found[-1] > len(text) // 2 else len(text)
