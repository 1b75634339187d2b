"""Short forms: defined terms, *the Ordinance*, *cited above*, *ibid*, each with what it refers to."""

import re
from collections.abc import Iterator
from itertools import pairwise

from manumit.citations.casenames import case_name
from manumit.citations.drafts import Draft
from manumit.citations.finding import Openings, Taken, words_in
from manumit.citations.joining import take_in_marks
from manumit.citations.paragraphs import PARAGRAPHS, eids_of
from manumit.citations.pinning import pin_provisions
from manumit.citations.provisions import Grammar, Phrase
from manumit.citations.register import Register
from manumit.citations.types import Context
from manumit.reference import Gives, is_eid, kind_of

Phrases = list[tuple[Phrase, Grammar]]

_NOUNS: dict[str, Gives] = {
    "Ordinance": "legislation", "Act": "legislation", "Code": "legislation", "Law": "legislation",
    "Regulations": "legislation", "Rules": "legislation", "Order": "legislation",
    "Bill of Rights": "legislation", "Basic Law": "legislation", "Constitution": "legislation",
    "Convention": "instrument", "Protocol": "instrument", "Covenant": "instrument",
    "Directive": "instrument", "Regulation": "instrument", "Charter": "instrument",
    "Statute": "instrument", "Treaty": "instrument", "Declaration": "instrument",
    "Guidelines": "instrument", "Principles": "instrument", "Recommendation": "instrument",
    "條例": "legislation", "法案": "legislation", "法例": "legislation", "公約": "instrument",
    "议定书": "instrument", "議定書": "instrument", "指令": "instrument", "宣言": "instrument",
    "公约": "instrument", "条例": "legislation", "法": "legislation",
    "พระราชบัญญัติ": "legislation", "อนุสัญญา": "instrument", "พิธีสาร": "instrument",
    "Luật": "legislation", "Công ước": "instrument", "Nghị định thư": "instrument",
}  # fmt: skip
_LATIN = "|".join(noun for noun in _NOUNS if noun.isascii())
_NOUN = re.compile(
    rf"\b(?P<which>[Tt]he|[Tt]hat|[Ss]aid|[Tt]his|[Ss]ame)\s(?P<noun>{_LATIN})(?![\w-])(?!\s(?:of|on|for|against)\s(?:the\s)?[A-Z])"
    r"|(?P<han_which>[該该本]|上述|同一)(?P<han>條例|条例|公約|公约|議定書|议定书|指令|法案|宣言|法)"
    r"|(?P<thai>พระราชบัญญัติ|อนุสัญญา|พิธีสาร)(?P<thai_which>ดังกล่าว|เดียวกัน|นี้)"
    r"|(?P<viet>Luật|Công ước|Nghị định thư)\s(?P<viet_which>này|trên)"
)
_OPENINGS = Openings(
    {
        "noun": [
            f"{which} {noun}"
            for which in ("the", "The", "that", "That", "said", "this", "This", "same")
            for noun in _NOUNS
            if noun.isascii()
        ],
        "other": [
            *"該该本上同",
            "พระราชบัญญัติ",
            "อนุสัญญา",
            "พิธีสาร",
            "Luật",
            "Công ước",
            "Nghị định thư",
        ],
    }
)
_DEFINED = re.compile(
    r"\s?\((?:(?:hereinafter|hereafter|collectively|together)[,:]?\s)?(?:referred\sto\sas\s)?(?:[Tt]he\s)?"
    r"[\"'](?:[Tt]he\s)?(?P<term>[A-Z][\w .&-]{1,60}?)[\"'](?:\sor\s[\"'](?:[Tt]he\s)?(?P<other>[A-Z][\w .&-]{1,60}?)[\"'])?\)"
    r"|\s?\((?:以下)?(?:統?簡稱|简称|稱為|下稱|下称|稱)(?:為|为)?\s?[「“\"《『]{0,2}(?P<han>[^「」“”\"《》『』()]{1,20})[」”\"》』]{0,2}\)"
    r"|\s?\((?:ต่อไปนี้|ซึ่งต่อไป)?\s?(?:นี้)?\s?(?:จะ)?เรียกว่า\s?[\"“](?P<thai>[^\"”()]{1,60})[\"”]\)"
    r"|\s?\((?:sau\sđây\s)?gọi\s(?:tắt\s)?là\s[\"“](?P<viet>[^\"”()]{1,60})[\"”]\)"
)
_SAME = ("bid", "Id.", "id.", "id ", "Id ", "同上", "เรื่องเดียวกัน")
_IBID = re.compile(
    rf"(?:\b(?:[Ii]bid(?:em)?|[Ii]d)\b\.?|同上|เรื่องเดียวกัน),?\s?(?P<words>{PARAGRAPHS})", re.ASCII
)
_IBID_OF_LAW = re.compile(
    r"\b(?:[Ii]bid(?:em)?|[Ii]d)\b\.?(?=,?\s?(?:[Aa]rt|[Ss]ec|[Ss]s?\.?\s?\d|[Rr]eg|[Rr]ule|[Ss]ch))"
)
_ABOVE = r"(?:,?\s?\(?(?:(?:judgment\s)?cited\sabove|supra|above|上引|above-?cited|précité|as\scited\sabove)\)?)"
_PARTY_PIN = re.compile(
    rf"(?:\s(?:v\.?|c\.)\s[A-Z][^,;()\[\]]{{1,60}}?)?{_ABOVE}?\s?,?\s?(?P<words>{PARAGRAPHS})",
    re.ASCII,
)
_POINTED_AT = re.compile(r"\b(?:[Tt]he|[Tt]hat|[Ss]aid|[Tt]his|la|cette|ng|sa)\s$")
_POINTER = 6  # characters of the longest of these words
_BESIDE = re.compile(r"\s?[,(]?\s?")
_PIN_SIGNS = (
    "§",
    "¶",
    "[",
    "para",
    "Para",
    "pár",
    "段",
    "ย่อหน้า",
    "วรรค",
    "oạn",
    "perenggan",
    "par.",
    "pt",
)
# Words that say which work a noun means: this text itself, or the one cited last.
_POINTERS = dict.fromkeys(("this", "本", "นี้", "này"), "self") | dict.fromkeys(
    ("same", "同一", "เดียวกัน"), "same"
)


_HOW_FAR_BACK = 400  # citations that a short form may look back on


class Memory:
    """What was cited so far in a text, and what it is called from there on."""

    def __init__(self, register: Register, context: Context) -> None:
        self.register = register
        self.context = context
        self._cited: list[Draft] = []
        self._terms: dict[str, Draft] = {}
        self._parties: dict[str, Draft] = {}
        for term, key in context.terms.items():
            kind: Gives = "legislation" if kind_of(key) == "legislation" else "instrument"
            self._terms[_bare(term)] = Draft(0, 0, kind, term, key=key, how="short")

    def read_on(self, drafts: list[Draft], free: Phrases, folded: str) -> list[Draft]:
        """The citations of the next paragraph, in order, with its short forms among them."""
        born = self._learn(drafts, folded)
        taken = Taken((draft.start, draft.end) for draft in drafts)
        shorts: list[Draft] = []
        for short in self._shorts(folded):
            if not taken.holds(short.start, short.end) and not born.hides(short):
                taken.take(short.start, short.end)
                shorts.append(short)
        shorts.sort(key=lambda short: short.start)
        pin_provisions([each for each in shorts if each.kind != "judgment"], free, folded)
        for short in shorts:
            _take_in_article(short, folded)
        walked = _in_order([*drafts, *shorts])
        for before, draft in pairwise(walked):
            if draft.format_kind == "volume" and _BESIDE.fullmatch(folded, before.end, draft.start):
                cite = draft.cite
                _copy(before, draft)
                draft.cite = cite
        return [draft for draft in walked if self._settle(draft, folded)]

    def _settle(self, draft: Draft, folded: str) -> bool:
        """Find what a citation refers back to; returns whether it is one at all."""
        if draft.how == "short":
            if not self._refer_back(draft, folded):
                return False
        elif draft.how == "name" and draft.candidates:
            self._choose(draft)
        self._cited = [*self._cited[-_HOW_FAR_BACK:], draft]
        return True

    def _choose(self, draft: Draft) -> None:
        """Of several decisions in one case, the one this text cited before."""
        for earlier in reversed(self._cited):
            if earlier.key in draft.candidates:
                draft.key, draft.candidates = earlier.key, ()
                return

    def _refer_back(self, draft: Draft, folded: str) -> bool:
        if draft.format_kind == "ibid":
            antecedent = self._cited[-1] if self._cited else None
        elif draft.format_kind == "party":
            antecedent = self._parties[draft.cite]
        else:
            antecedent = self._meant(draft)
        if antecedent is not None and (draft.format_kind != "ibid" or draft.pins or draft.eids):
            _copy(antecedent, draft)
            return True
        return bool(draft.pins or draft.eids)

    def _meant(self, draft: Draft) -> Draft | None:
        """The work a noun or a defined term stands for."""
        if draft.format_kind == "self":
            key = self.context.key
            return Draft(0, 0, draft.kind, draft.cite, key=key) if key else None
        if draft.cite in self._terms:
            return self._terms[draft.cite]
        if not draft.pins:
            return None
        called = [each for each in self._cited if self._may_mean(draft, each)]
        if draft.format_kind == "same":
            return called[-1] if called else None
        works = {each.key or ", ".join(each.candidates) or each.cite: each for each in called}
        if len(works) > 1:  # nothing says which of them
            draft.candidates = tuple(key for key in works if key in self.register)
            return None
        return called[-1] if called else None

    def _may_mean(self, draft: Draft, cited: Draft) -> bool:
        return (
            cited.kind == draft.kind and cited.how != "short" and self._is_called(cited, draft.cite)
        )

    def _is_called(self, cited: Draft, noun: str) -> bool:
        return noun in cited.cite or bool(cited.key and self.register.calls_itself(cited.key, noun))

    def _learn(self, drafts: list[Draft], folded: str) -> "_Born":
        """Take in the terms and the names of cases that this paragraph brings."""
        born = _Born()
        for draft in drafts:
            if draft.kind == "judgment":
                name = case_name(draft, folded)
                draft.case_name = str(name or "")
                for party in name.calls() if name else ():
                    self._parties[party] = draft
                    born.names.setdefault(party, draft.end)
            if match := _DEFINED.match(folded, draft.end):
                for term in filter(None, match.groups()):
                    self._terms[_bare(term)] = draft
                    born.names[_bare(term)] = match.end()
        return born

    def _shorts(self, folded: str) -> Iterator[Draft]:
        yield from self._defined(folded)
        yield from _nouns(folded)
        yield from self._parties_above(folded)
        for match in _IBID.finditer(folded) if any(word in folded for word in _SAME) else ():
            yield _judged("ibid", match.start(), match.end(), match["words"], "ibid")
        for match in _IBID_OF_LAW.finditer(folded) if any(word in folded for word in _SAME) else ():
            yield Draft(
                match.start(), match.end(), "legislation", "ibid", how="short", format_kind="ibid"
            )

    def _defined(self, folded: str) -> Iterator[Draft]:
        for start, term in words_in(self._terms, folded):
            if term.isascii() and term in _NOUNS and not _is_pointed_at(folded, start):
                continue  # the European Convention is not yet the Convention
            antecedent = self._terms[term]
            draft = Draft(start, start + len(term), antecedent.kind, term, how="short")
            draft.format_kind = "term"
            take_in_marks(draft, folded)
            if antecedent.kind == "judgment":
                _take_in_paragraphs(draft, folded)
            yield draft

    def _parties_above(self, folded: str) -> Iterator[Draft]:
        if not any(sign in folded for sign in _PIN_SIGNS):
            return
        for start, party in words_in(self._parties, folded):
            rest = _PARTY_PIN.match(folded, start + len(party))
            if rest:
                yield _judged(party, start, rest.end(), rest["words"], "party")


class _Born:
    """Terms and names of this paragraph, each with the place from which it counts."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}

    def hides(self, short: Draft) -> bool:
        """Whether the short form stands before, or in, the place that defines it."""
        return short.start < self.names.get(short.cite, -1)


def _in_order(drafts: list[Draft]) -> list[Draft]:
    """By their beginnings, none inside another: a short form may have grown into its neighbour."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.start, -draft.end)):
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
    return kept


def _is_pointed_at(folded: str, start: int) -> bool:
    return bool(_POINTED_AT.search(folded[max(0, start - _POINTER) : start]))


def _nouns(folded: str) -> Iterator[Draft]:
    places = sorted(place for each in _OPENINGS.places_in(folded).values() for place in each)
    for match in filter(None, (_NOUN.match(folded, place) for place in places)):
        name = next(name for name in ("noun", "han", "thai", "viet") if match[name])
        which = match[f"{name}_which" if name != "noun" else "which"]
        draft = Draft(
            match.start(name) if name == "noun" else match.start(),
            match.end(),
            _NOUNS[match[name]],
            match[name],
            how="short",
            format_kind=_POINTERS.get(which.lower(), "noun"),
        )
        yield draft


def _judged(name: str, start: int, end: int, words: str, form: str) -> Draft:
    eids = [eid for eid in eids_of(words) if is_eid(eid)]
    return Draft(start, end, "judgment", name, eids=eids, how="short", format_kind=form)


def _copy(antecedent: Draft, draft: Draft) -> None:
    draft.kind, draft.cite, draft.key = antecedent.kind, antecedent.cite, antecedent.key
    draft.stem, draft.candidates, draft.system = (
        antecedent.stem,
        antecedent.candidates,
        antecedent.system,
    )


def _take_in_paragraphs(draft: Draft, folded: str) -> None:
    if rest := _PARTY_PIN.match(folded, draft.end):
        draft.end = rest.end()
        draft.eids = [eid for eid in eids_of(rest["words"]) if is_eid(eid)]


def _take_in_article(draft: Draft, folded: str) -> None:
    """A defined term that stands alone is cited with its *the*."""
    before = folded[max(0, draft.start - 4) : draft.start]
    if draft.format_kind == "term" and draft.kind != "judgment" and before.lower() == "the ":
        draft.start -= 4


def _bare(term: str) -> str:
    return term.strip().removeprefix("the ").removeprefix("The ")
