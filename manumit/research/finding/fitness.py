"""How much a work is to the purpose before a word of it is read: whose law it is, and whether in force."""

from collections.abc import Mapping

from manumit.library import selectors as library
from manumit.reference import forums, systems
from manumit.research.finding.leading import reaching
from manumit.research.types import Reading
from manumit.research.words import words
from manumit.treaties import selectors as treaties
from manumit.treaties.types import Position

_LEGISLATION = {"here": 1.0, "involved": 0.8, "body": 0.5, "far": 0.3}
_JUDGMENT = {"here": 1.0, "involved": 0.7, "body": 0.6, "far": 0.5}
_PERSUASIVE = 0.7  # of a final court abroad to which the courts here look
_PUBLICATION = {"here": 0.85, "involved": 0.7, "body": 0.7, "far": 0.5}
_OF_KIND = {"legislation": _LEGISLATION, "judgment": _JUDGMENT, "publication": _PUBLICATION}
_IN_FORCE, _NOT_IN_FORCE, _NOT_KNOWN = 0.85, 0.4, 0.5
_OF_ANOTHER = 0.8  # an instrument that binds in a place that plays a part, or reaches here from it
_GUIDING, _ELSEWHERE_ONLY = (
    0.65,
    0.3,
)  # instruments that bind nobody: of the world, of another region
_LEVELS = {
    "final": 1.0,
    "appeal": 0.95,
    "first": 0.9,
    "body": 0.9,
}  # lower courts and tribunals: 0.85
_LOWER = 0.85
_OVER = 0.3  # no law on the day
_ASKED_FOR = 1.35  # a kind of work that the text asks for
_WORLD = frozenset({"un", "ilo", "int", "hcch"})


class Fitness:
    """Of published works for one situation; read for the works that are asked about."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._reaching = reaching(reading)
        self._works: dict[str, library.Card] = {}
        self._positions = {
            each.instrument: each
            for each in treaties.positions_of(reading.place.code, reading.day.on)
        }

    def read(self, keys: set[str]) -> None:
        """Look at these works too: to be called before any of them is asked about."""
        self._works |= library.cards(keys - self._works.keys())

    def __call__(self, key: str) -> float:
        """0 for what no reader may see, else up to about 1."""
        work = self._works.get(key)
        if work is None:
            return 0.0
        lift = _ASKED_FOR if work.kind in self._reading.kinds else 1.0
        return lift * (
            self._instrument(work) if work.kind == "instrument" else self._of_place(work)
        )

    @property
    def works(self) -> Mapping[str, library.Card]:
        """Those looked at, by key."""
        return self._works

    def position(self, key: str) -> Position | None:
        """Where the jurisdiction stands under an instrument that binds."""
        return self._positions.get(key)

    def _of_place(self, work: library.Card) -> float:
        worth = _OF_KIND[work.kind][self._nearness(work)]
        if work.kind == "judgment":
            level = forums()[work.forum].level
            if level == "final" and self._is_kin(work.system):
                worth = max(worth, _PERSUASIVE)
            return worth * _LEVELS.get(level, _LOWER)
        if work.kind == "legislation" and self.force(work) in ("ended", "not-begun"):
            return worth * _OVER
        return worth

    def force(self, work: library.Card) -> str:
        """Whether a law was in force on the day of the reading."""
        return library.force_on(work.commenced_on, work.repealed_on, self._reading.day.on)

    def _nearness(self, work: library.Card) -> str:
        if work.system == self._reading.place.code:
            return "here"
        if self._is_involved(work):
            return "involved"
        return "body" if systems()[work.system].kind == "system" else "far"

    def _is_involved(self, work: library.Card) -> bool:
        """Whether its place plays a part, or it reaches here from it."""
        return work.system in self._reading.elsewhere or work.key in self._reaching

    def _is_kin(self, system: str) -> bool:
        """Whether judgments from there persuade the courts here."""
        return any(
            {system, self._reading.place.code} <= set(kin) for kin in words("families").values()
        )

    def _instrument(self, work: library.Card) -> float:
        position = self._positions.get(work.key)
        if position and position.in_force:
            return _IN_FORCE
        if self._is_involved(work):
            return _OF_ANOTHER
        if position is None:
            near = work.system in _WORLD or self._takes_part(work.system)
            return _GUIDING if near else _ELSEWHERE_ONLY
        return _NOT_KNOWN if position.in_force is None else _NOT_IN_FORCE

    def _takes_part(self, system: str) -> bool:
        """Whether the jurisdiction is bound by any treaty of the body: then its standards concern it."""
        return any(
            position.in_force and key.startswith(f"{system}/")
            for key, position in self._positions.items()
        )
