"""Reading a query as typed. Never refuses anything: what makes no sense is left out and told.

From loosest to tightest: OR; AND, also where two things stand side by side; nearness; NOT and ``-``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from manumit.search import analysis
from manumit.search.query.everywhere import is_functional
from manumit.search.query.fields import FIELDS, is_dated, range_of
from manumit.search.query.lexing import Token, lex
from manumit.search.query.spelling import edits_of
from manumit.search.query.tree import (
    Beginning,
    Every,
    Expression,
    InField,
    Near,
    Quoted,
    Reading,
    Some,
    Spelt,
    Unit,
    Without,
    Words,
)

MOST_LEAVES = 32
DEEPEST = 12  # brackets within brackets
_SHORTEST_BEGINNING = 2
_FARTHEST = 100  # words
_MOST_UNITS = 3  # of /s and /p: each asks for all passages that have two things
_MOST_SPELT = 4  # each asks for all works that have any word like it
_MOST_EDITS = 2
_UNITS: dict[str, Unit] = {"s": "sentence", "p": "passage"}


def read(query: str) -> Reading:
    """What the query says. Every query is read; an empty one asks for nothing."""
    tokens, remarks = lex(query)
    parser = _Parser(tokens, remarks)
    expression = parser.whole()
    if query.strip() and expression is None:
        parser.remark(_("There is no word in the query to look for."))
    return Reading(expression, tuple(dict.fromkeys(parser.remarks)))


@dataclass
class _Parser:
    """One pass over the tokens, left to right, never back."""

    tokens: Sequence[Token]
    remarks: list[str]
    at: int = 0
    depth: int = 0
    leaves: int = 0
    units: int = 0
    spelt: int = 0
    fields: list[str] = field(default_factory=list)

    def remark(self, words: str) -> None:
        self.remarks.append(words)

    def whole(self) -> Expression | None:
        parts = []
        while self.at < len(self.tokens):
            part = self.either()
            if part is not None:
                parts.append(part)
            if self._next() == "close":
                self.at += 1
                self.remark(_("A closing bracket without its partner was ignored."))
        return _joined(parts)

    def either(self) -> Expression | None:
        """One thing OR another."""
        parts = [self.all_of()]
        while self._takes("or"):
            parts.append(self._after("OR", parts[-1], self.all_of()))
        found = [part for part in parts if part is not None]
        return Some(tuple(found)) if len(found) > 1 else (found[0] if found else None)

    def all_of(self) -> Expression | None:
        """Things side by side, or joined by AND."""
        parts: list[Expression] = []
        said = False
        while self._next() not in ("", "or", "close"):
            if self._takes("and"):
                said = True
                if not parts or self._next() in ("", "or", "close", "and"):
                    self._dangling("AND")
                continue
            part = self.near()
            if part is not None:
                parts.append(part)
        return _joined(parts, said=said)

    def near(self) -> Expression | None:
        """One thing near another, and that near a third."""
        left = self.unary()
        while self._next() == "near":
            token = self._take()
            right = self.unary() if self._next() not in ("", "or", "and", "close") else None
            if left is None or right is None:
                self._dangling(token.typed)
                left = left or right
            elif isinstance(left, Without) or isinstance(right, Without):
                self.remark(
                    _("“%(typed)s” cannot stand beside what is excluded.") % {"typed": token.typed}
                )
                left = Every((left, right))
            else:
                left = self._beside(token, left, right)
        return left

    def _beside(self, token: Token, left: Expression, right: Expression) -> Expression:
        """The one near the other; anywhere in a work where too much is asked for passage by passage."""
        within = self._within(token, left, right)
        if isinstance(within, int):
            return Near(left, right, within)
        for part, other in ((left, right), (right, left)):
            if is_functional(part):
                told = _(
                    "“%(typed)s” stands in nearly every sentence: beside %(sign)s it was left out."
                )
                self.remark(told % {"typed": part.text, "sign": token.typed})
                return other
        self.units += 1
        if self.units > _MOST_UNITS:
            self.remark(
                _("Only the first %(most)s of /s and /p were used.") % {"most": _MOST_UNITS}
            )
            return Every((left, right))
        return Near(left, right, within)

    def _within(self, token: Token, left: Expression, right: Expression) -> int | Unit:
        """No engine counts words between spellings it has yet to find: then a passage must do."""
        within = _within(token.text)
        if within != "passage" and (_is_open(left) or _is_open(right)):
            self.remark(
                _("“%(typed)s” cannot stand beside * and ~: both were looked for in one passage.")
                % {"typed": token.typed}
            )
            return "passage"
        return within

    def unary(self) -> Expression | None:
        """NOT something, or the thing itself; NOT NOT something is the thing."""
        excluded = False
        while self._takes("not"):
            excluded = not excluded
            if self._next() in ("", "or", "and", "close", "near"):
                self.remark(_("“NOT” needs something after it: it was ignored."))
                return None
        part = self.primary()
        return Without(part) if part is not None and excluded else part

    def primary(self) -> Expression | None:
        """Something in brackets or quotation marks, in a field, or a word."""
        token = self._take()
        match token.kind:
            case "open":
                return self._bracket()
            case "field":
                return self._field(token)
            case "quoted":
                return self._leaf(Quoted(token.text), token.text)
            case "words":
                return self._words(token.text)
            case _:  # an operator where something to look for should be
                self._dangling(token.typed)
                return None

    def _bracket(self) -> Expression | None:
        self.depth += 1
        if self.depth > DEEPEST:
            self.remark(_("Brackets were read %(most)s deep and no deeper.") % {"most": DEEPEST})
            inner = None
            while self._next() not in ("", "close"):
                self.at += 1
        else:
            inner = self.either()
        self.depth -= 1
        if not self._takes("close"):
            self.remark(_("An opening bracket without its partner was taken to reach to the end."))
        return inner

    def _field(self, token: Token) -> Expression | None:
        if token.text not in FIELDS:
            if self._next() in ("words", "quoted"):
                self.remark(
                    _("“%(typed)s” is no field here: its words were looked for.")
                    % {"typed": token.typed}
                )
            return self._words(token.text)
        following = self._next()
        if following not in ("words", "quoted", "open"):
            return self._words(token.text)
        if following == "words" and is_dated(token.text):
            return self._range(token.text, self._take().text)
        part = self.primary()
        return None if part is None else InField(token.text, part)

    def _range(self, name: str, typed: str) -> Expression | None:
        found = range_of(name, typed)
        if found is None:
            self.remark(
                _("“%(name)s:%(typed)s” is no range such as %(name)s:2010..2015.")
                % {"name": name, "typed": typed}
            )
            return None
        self.leaves += 1
        return found

    def _misspelt(self, word: str, edits: int) -> Expression | None:
        """The word however it is spelt; as it stands where that is asked too often."""
        self.spelt += 1
        if self.spelt > _MOST_SPELT:
            self.remark(
                _("Only the first %(most)s words with ~ were looked for as misspelt.")
                % {"most": _MOST_SPELT}
            )
            return self._leaf(Words(word), word)
        return self._leaf(Spelt(word, edits), word)

    def _words(self, text: str) -> Expression | None:
        if text.endswith("*") and len(text.strip("*")) >= _SHORTEST_BEGINNING:
            return self._leaf(Beginning(text.strip("*")), text.strip("*"))
        if "*" in text:
            self.remark(_("* stands at the end of a word, after two letters or more."))
            text = text.replace("*", " ")
        if "~" in (text[0], text[-1]) or text[-2:-1] == "~":
            return self._misspelt(*_spelt(text))
        parts = [
            self._leaf(Words(part), part)
            for piece in text.split()
            for part in analysis.split_southeast(piece)
        ]
        return _joined([part for part in parts if part is not None])

    def _leaf(self, leaf: Expression, text: str) -> Expression | None:
        if not analysis.sought(text):
            return None
        self.leaves += 1
        if self.leaves > MOST_LEAVES:
            self.remark(_("Only the first %(most)s words were used.") % {"most": MOST_LEAVES})
            return None
        return leaf

    def _after(
        self, typed: str, before: Expression | None, found: Expression | None
    ) -> Expression | None:
        if before is None or found is None:
            self._dangling(typed)
        return found

    def _dangling(self, typed: str) -> None:
        self.remark(
            _("“%(typed)s” needs something on either side: it was ignored.") % {"typed": typed}
        )

    def _next(self) -> str:
        """The kind of the next token; empty at the end."""
        return self.tokens[self.at].kind if self.at < len(self.tokens) else ""

    def _take(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def _takes(self, kind: str) -> bool:
        if self._next() != kind:
            return False
        self.at += 1
        return True


def _joined(parts: Sequence[Expression], *, said: bool = False) -> Expression | None:
    """All of the parts, those understood as one list not nested."""
    if len(parts) <= 1:
        return parts[0] if parts else None
    flat: list[Expression] = []
    for part in parts:
        understood = isinstance(part, Every) and not part.said
        flat += part.parts if isinstance(part, Every) and understood else [part]
    return Every(tuple(flat), said)


def _is_open(said: Expression) -> bool:
    """Whether there is a word in it of which only a part is known."""
    match said:
        case Beginning() | Spelt():
            return True
        case Every(parts) | Some(parts):
            return any(map(_is_open, parts))
        case Near(left, right):
            return _is_open(left) or _is_open(right)
        case _:
            return False


def _within(text: str) -> int | Unit:
    return _UNITS[text] if text in _UNITS else max(1, min(int(text), _FARTHEST))


def _spelt(text: str) -> tuple[str, int]:
    """The word without its sign, and how many letters may differ; short words have fewer."""
    digits = text[-1] if text[-2:-1] == "~" and text[-1].isdecimal() else ""
    word = text.removesuffix(digits).strip("~")
    allowed = int(digits) if digits else edits_of(word)
    return word, max(1, min(allowed, _MOST_EDITS))
