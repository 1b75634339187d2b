"""Addresses of searches near the one that was asked for: another order, page or filter."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict

from manumit.search import selectors as search


@dataclass(frozen=True, slots=True)
class Asking:
    """What a search page is asked for by its address, name by name in their order.

    Without its page: whatever is changed begins at the first.
    """

    given: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, given: QueryDict) -> Self:
        """What a request asks for, with the query as it is read."""
        pairs = [
            (name, value)
            for name, values in given.lists()
            if name not in ("page", "q")
            for value in values
        ]
        return cls((("q", search.query_in(given)), *pairs))

    @property
    def query(self) -> str:
        """As an address says it, behind the question mark."""
        return urlencode(self.given)

    def but(self, *names: str) -> Self:
        """Without whatever is given under these names."""
        return self._of(pair for pair in self.given if pair[0] not in names)

    def put(self, name: str, value: str) -> Self:
        """With this value alone under the name."""
        return self._of((*self.but(name).given, (name, value)))

    def more(self, name: str, value: str) -> Self:
        """With one value more under the name."""
        return self._of((*self.given, (name, value)))

    def less(self, name: str, value: str) -> Self:
        """Without this value under the name."""
        return self._of(pair for pair in self.given if pair != (name, value))

    def _of(self, pairs: Iterable[tuple[str, str]]) -> Self:
        return type(self)(tuple(pairs))
