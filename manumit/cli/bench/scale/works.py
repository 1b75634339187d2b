"""The works of the benchmark: each made of the stock by its number and the seed alone.

A text of the stock serves several works once it has served one; what is added from another text,
names of parties and numbers make each of them a work of its own, so that the vocabulary grows with
the number of works as it does in life.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random

from manumit.cli.bench.scale.codes import labels_of, reference, with_broader
from manumit.cli.bench.scale.stock import SHARES, Stock
from manumit.library.types import SearchDocument, SearchPassage
from manumit.reference import forums, systems

_KINDS = ("judgment", "legislation", "publication", "instrument")
_OFTEN = list(accumulate((50, 38, 10, 2)))
_OF_A_HUNDRED_THOUSAND = 100_000
_PASSAGE = 500  # characters from which on a passage is long enough
_EARLIEST, _LATEST = 1950, 2026
_SHELF = {
    "judgment": "case",
    "legislation": "law",
    "publication": "publication",
    "instrument": "treaty",
}
_STEP = {"judgment": "para", "legislation": "sec", "publication": "para", "instrument": "art"}
_LABEL = {"para": "[{}]", "sec": "s {}", "art": "Article {}"}
# Of what names of parties are made: a beginning, a middle, an end.
_SYLLABLES = [
    line.split()
    for line in (
        "B BL BR C CH CL D DR F FL G GR H J K KR L M N P PR R S SH SL ST T TR V W Z",
        "a ai an ar e ea el en er i in ir o on or ou u un ur y",
        "berg by dale din dorf ford gan ham kin ley lin lo man mann mi ner ovich rez ska son ta ton vic wala well wick yev zu",
    )
]


@dataclass(frozen=True, slots=True)
class Corpus:
    """So many works of a stock; the same seed makes the same works, and more of them after those."""

    stock: Stock
    seed: int
    size: int

    def __iter__(self) -> Iterator[SearchDocument]:
        return map(self.work, range(self.size))

    def work(self, number: int) -> SearchDocument:
        """The work of one number."""
        return _Making(self.stock, number, Random(self.seed << 32 | number)).work()  # noqa: S311


class _Making:
    """One work on its way."""

    def __init__(self, stock: Stock, number: int, rng: Random) -> None:
        self.stock, self.number, self.rng = stock, number, rng
        self.kind = rng.choices(_KINDS, cum_weights=_OFTEN)[0]
        self.language = _language(stock, rng)
        # Most of the law that a centre holds is of the last decades.
        self.year = _LATEST - int((_LATEST - _EARLIEST) * rng.random() ** 1.7)
        self.forum = reference().forums.one(rng) if self.kind == "judgment" else ""
        self.system = self._system()

    def work(self) -> SearchDocument:
        rng, about = self.rng, reference()
        heading, paragraphs = self._text()
        title = self._title(heading)
        topics = about.topics.some(rng, 3)
        elements = self._elements()
        return SearchDocument(
            key=f"{self.system}/{_SHELF[self.kind]}/bench-{self.number}",
            kind=self.kind,
            title=title,
            language=self.language,
            titles=(title,),
            citations=(self._citation(),),
            system=self.system,
            forum=self.forum,
            topics=tuple(dict.fromkeys(code for topic in topics for code in with_broader(topic))),
            labels=tuple(dict.fromkeys(text for topic in topics for text in labels_of(topic))),
            practice_areas=about.areas.some(rng, 2),
            languages=(self.language,),
            dated=self._dated(),
            passages=tuple(self._passages(heading, paragraphs)),
            whose=tuple(self._whose()),
            acts=elements.get("acts", ()),
            means=elements.get("means", ()),
            purposes=elements.get("purposes", ()),
            outcomes=about.outcomes.some(rng, 3) if self.kind == "judgment" else (),
            cited=int(rng.paretovariate(1.2)) - 1,  # most by none, few by very many
            added=self.number,
        )

    def _system(self) -> str:
        if self.forum:
            return forums()[self.forum].system
        about = reference()
        kinds = about.bodies if self.kind == "instrument" else about.jurisdictions
        return kinds.one(self.rng)

    def _text(self) -> tuple[str, list[str]]:
        if self.language != "en":
            sentences = self.stock.sentences[self.language]
            return self.rng.choice(sentences)[:80], self.rng.choices(
                sentences, k=self.rng.randint(4, 16)
            )
        heading, paragraphs = self.stock.text(self.number)
        _, others = self.stock.text(self.rng.randrange(len(self.stock.texts)))
        at = self.rng.randrange(len(others))
        added = others[at : at + self.rng.randint(1, 3)]
        who = f"{self._name()} and {self._name()}, matter {self.number} of {self.year}."
        return heading, [who, *paragraphs, *added]

    def _title(self, heading: str) -> str:
        if self.kind == "judgment":
            return f"{self._name()} v {self._name()}"
        if self.kind == "legislation":
            return f"{heading} {self.rng.choice(('Act', 'Ordinance', 'Regulation'))} {self.year}"
        return f"{heading}: {'report' if self.kind == 'publication' else 'convention'}"

    def _name(self) -> str:
        return "".join(map(self.rng.choice, _SYLLABLES)).capitalize()

    def _citation(self) -> str:
        if self.kind == "judgment":
            return f"[{self.year}] {self.forum.upper()} {self.number % 3000 + 1}"
        return f"No. {self.number} of {self.year}"

    def _dated(self) -> str:
        if self.kind in ("publication", "legislation") and self.rng.random() < 0.5:
            return str(self.year)
        return f"{self.year}-{self.rng.randint(1, 12):02}-{self.rng.randint(1, 28):02}"

    def _whose(self) -> Iterator[str]:
        yield systems()[self.system].name()
        if self.forum:
            yield forums()[self.forum].name()

    def _elements(self) -> dict[str, tuple[str, ...]]:
        if self.kind != "judgment" or self.rng.random() > 0.4:
            return {}
        about = reference()
        return {
            "acts": about.acts.some(self.rng, 2),
            "means": about.means.some(self.rng, 3),
            "purposes": about.purposes.some(self.rng, 2),
        }

    def _passages(self, heading: str, paragraphs: list[str]) -> Iterator[SearchPassage]:
        """Of one law in four, the first passage as it stood before it was amended, and since."""
        step = _STEP[self.kind]
        amended = self._amended()
        for number, text in enumerate(_long_enough(paragraphs), 1):
            eid, label = f"{step}_{number}", _LABEL[step].format(number)
            since = None
            if amended and number == 1:
                since = amended
                old = text[: len(text) * 2 // 3]
                yield SearchPassage(eid, label, heading, self.language, old, None, amended)
            yield SearchPassage(eid, label, heading, self.language, text, since, None)

    def _amended(self) -> date | None:
        if self.kind != "legislation" or self.rng.random() > 0.25:
            return None
        return date(self.rng.randint(self.year, _LATEST), self.rng.randint(1, 12), 1)


def _language(stock: Stock, rng: Random) -> str:
    at = rng.randrange(_OF_A_HUNDRED_THOUSAND)
    for language, share in SHARES.items():
        at -= share
        if at < 0:
            return language if language in stock.sentences else "en"
    return "en"


def _long_enough(paragraphs: list[str]) -> Iterator[str]:
    """Short paragraphs together with those after them."""
    held: list[str] = []
    length = 0
    for paragraph in paragraphs:
        held.append(paragraph)
        length += len(paragraph)
        if length >= _PASSAGE:
            yield "\n".join(held)
            held, length = [], 0
    if held:
        yield "\n".join(held)
