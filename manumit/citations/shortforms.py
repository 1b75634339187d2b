"""Short forms: defined terms, *the Ordinance*, *cited above*, *ibid*, each with what it refers to."""

import re
from collections.abc import Iterable, Iterator

from manumit.citations.drafts import Draft
from manumit.citations.finding import Strings
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
    rf"\b(?P<which>[Tt]he|[Tt]hat|[Ss]aid|[Tt]his)\s(?P<noun>{_LATIN})(?![\w-])(?!\s(?:of|on|for|against|in|to)\s(?:the\s)?[A-Z])"
    r"|(?P<han_which>[該该本上述]{1,2})(?P<han>條例|条例|公約|公约|議定書|议定书|指令|法案|宣言|法)"
    r"|(?P<thai>พระราชบัญญัติ|อนุสัญญา|พิธีสาร)(?P<thai_which>ดังกล่าว|นี้)"
    r"|(?P<viet>Luật|Công ước|Nghị định thư)\s(?P<viet_which>này|trên)"
)
_OPENINGS = Strings(
    [
        *(f"{which} {noun}" for which in ("the", "The", "that", "That", "said", "this", "This")
          for noun in _NOUNS if noun.isascii()),
        *"該该本上", "พระราชบัญญัติ", "อนุสัญญา", "พิธีสาร", "Luật", "Công ước", "Nghị định thư",
    ]
)  # fmt: skip
_DEFINED = re.compile(
    r"\s?\((?:(?:hereinafter|hereafter|collectively|together)[,:]?\s)?(?:referred\sto\sas\s)?(?:[Tt]he\s)?"
    r"[\"'](?:[Tt]he\s)?(?P<term>[A-Z][\w .&-]{1,60}?)[\"'](?:\sor\s[\"'](?:[Tt]he\s)?(?P<other>[A-Z][\w .&-]{1,60}?)[\"'])?\)"
    r"|\s?\((?:以下)?(?:統?簡稱|简称|稱為|下稱|下称|稱)(?:為|为)?\s?[「“\"《『](?P<han>[^」”\"》』()]{1,20})[」”\"》』]\)"
    r"|\s?\((?:ต่อไปนี้|ซึ่งต่อไป)?\s?(?:นี้)?\s?(?:จะ)?เรียกว่า\s?[\"“](?P<thai>[^\"”()]{1,60})[\"”]\)"
    r"|\s?\((?:sau\sđây\s)?gọi\s(?:tắt\s)?là\s[\"“](?P<viet>[^\"”()]{1,60})[\"”]\)"
)
_IBID = re.compile(rf"\b(?:[Ii]bid(?:em)?|[Ii]d)\b\.?,?\s?(?P<words>{PARAGRAPHS})", re.ASCII)
_ABOVE = (
    r"(?:,?\s?\(?(?:(?:judgment\s)?cited\sabove|supra|above-?cited|précité|as\scited\sabove)\)?)"
)
_PARTY_PIN = re.compile(
    rf"(?:\s(?:v\.?|c\.)\s[A-Z][^,;()\[\]]{{1,60}}?)?{_ABOVE}?\s?,?\s?(?P<words>{PARAGRAPHS})",
    re.ASCII,
)
_VERSUS = re.compile(r"\s(?:v\.?|vs\.?|c\.|contra)\s")
_NAME_RUN = re.compile(r"(?:(?:[A-Z][\w.'&-]*|of|and|the|de|van|bin|binti|&)\s?){1,8}$", re.ASCII)
_LEADING = re.compile(
    r"^(?:(?:In|See|And|The|Of|Cf\.?|Also|But|Compare|Following|Under|As|the|of|and|Re|also|per|Per|With)\s)+"
)
_CROWN = frozenset(
    {
        "R", "Reg", "Regina", "The Queen", "The King", "HKSAR", "PP", "Public Prosecutor", "State",
        "The State", "People", "Republic", "US", "United States", "Attorney General", "HM Advocate",
        "Re", "Secretary for Justice",
    }
)  # fmt: skip
_FURTHEST = 140  # characters before a number in which the names of the parties may stand
_INITIAL = 3  # a first word this short is no name to call a case by
_OWN = frozenset({"this", "本", "นี้", "này"})


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
        shorts = [
            short
            for short in self._shorts(folded)
            if not _overlaps(short, drafts) and not born.hides(short)
        ]
        pin_provisions(shorts, free, folded)
        walked = sorted([*drafts, *shorts], key=lambda draft: (draft.start, -draft.end))
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
        if antecedent is not None:
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
        of_kind = [each for each in reversed(self._cited) if each.kind == draft.kind]
        return next((each for each in of_kind if self._is_called(each, draft.cite)), None)

    def _is_called(self, cited: Draft, noun: str) -> bool:
        return noun in cited.cite or bool(cited.key and self.register.calls_itself(cited.key, noun))

    def _learn(self, drafts: list[Draft], folded: str) -> "_Born":
        """Take in the terms and the names of cases that this paragraph brings."""
        born = _Born()
        for draft in drafts:
            if draft.kind == "judgment":
                for name in _parties_before(draft, folded):
                    self._parties[name] = draft
                    born.names.setdefault(name, draft.end)
            elif match := _DEFINED.match(folded, draft.end):
                for term in filter(None, match.groups()):
                    self._terms[_bare(term)] = draft
                    born.names[_bare(term)] = match.end()
        return born

    def _shorts(self, folded: str) -> Iterator[Draft]:
        defined = list(self._defined(folded))
        yield from defined
        places = {short.start for short in defined}
        yield from (noun for noun in _nouns(folded) if noun.start not in places)
        yield from self._parties_above(folded)
        for match in _IBID.finditer(folded):
            yield _judged("ibid", match.start(), match.end(), match["words"], "ibid")

    def _defined(self, folded: str) -> Iterator[Draft]:
        for match in _any_of(self._terms, folded):
            antecedent = self._terms[match[0]]
            yield Draft(
                match.start(),
                match.end(),
                antecedent.kind,
                match[0],
                how="short",
                format_kind="term",
            )

    def _parties_above(self, folded: str) -> Iterator[Draft]:
        for match in _any_of(self._parties, folded):
            rest = _PARTY_PIN.match(folded, match.end())
            if rest:
                yield _judged(match[0], match.start(), rest.end(), rest["words"], "party")


class _Born:
    """Terms and names of this paragraph, each with the place from which it counts."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}

    def hides(self, short: Draft) -> bool:
        """Whether the short form stands before, or in, the place that defines it."""
        return short.start < self.names.get(short.cite, -1)


def _any_of(names: Iterable[str], folded: str) -> Iterator[re.Match[str]]:
    known = [re.escape(name) for name in names if name in folded]
    if known:
        longest_first = sorted(known, key=len, reverse=True)
        yield from re.finditer(
            rf"(?<![A-Za-z0-9])(?:{'|'.join(longest_first)})(?![A-Za-z0-9])", folded
        )


def _nouns(folded: str) -> Iterator[Draft]:
    for match in filter(
        None, (_NOUN.match(folded, start) for start in _OPENINGS.starts_in(folded))
    ):
        name = next(name for name in ("noun", "han", "thai", "viet") if match[name])
        which = match[f"{name}_which" if name != "noun" else "which"]
        own = which.lower() in _OWN
        yield Draft(
            match.start(name), match.end(name), _NOUNS[match[name]], match[name],
            how="short", format_kind="self" if own else "noun",
        )  # fmt: skip


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


def _overlaps(short: Draft, drafts: list[Draft]) -> bool:
    return any(short.start < draft.end and draft.start < short.end for draft in drafts)


def _bare(term: str) -> str:
    return term.strip().removeprefix("the ").removeprefix("The ")


def _parties_before(draft: Draft, folded: str) -> Iterator[str]:
    """The names by which a case will be called: of its first party, or of the second after the Crown."""
    before = folded[max(0, draft.start - _FURTHEST) : draft.start]
    named = folded[draft.start : draft.end] if draft.how == "name" else before
    versus = list(_VERSUS.finditer(named))
    if not versus:
        return
    run = _NAME_RUN.search(named[: versus[-1].start()])
    if run is None:
        return
    first = _LEADING.sub("", run[0].strip())
    if first in _CROWN or not first:
        first = re.split(r"[,(\[;]| no\. ", named[versus[-1].end() :])[0].strip()
    if len(first) > 1 and first not in _CROWN:
        yield first
        head = first.split(" ")[0].rstrip(".,")
        if len(head) > _INITIAL and head != first:
            yield head
