"""A thousand queries that nobody means well, or that come of a slip: how long the slowest takes.

None of them may fail: tests hold that; here the time is taken.
"""

import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from random import Random
from typing import Any

from manumit.cli.bench.apart import done_in
from manumit.cli.bench.scale.tasks import Place
from manumit.search import selectors
from manumit.search.types import SearchRequest

COUNT = 1_000
_SHOWN = 60  # characters of a query that is told
_COMMON = [
    *("the", "of", "and", "to", "in", "or", "any", "such", "may", "under", "this", "by", "for"),
    *("section", "state", "secretary", "act", "law", "shall", "court", "person", "year", "agency"),
    *("public", "service", "program", "report", "right", "part", "title", "chapter"),
]
_MARKS = "\"'()*~-:/\\|&!?^[]{}<>.,;#%@+=“”«»「」"
_INVISIBLE = "".join(map(chr, [*range(32), 127, 0xAD, 0x200B, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF, 0xFFFD, 0xD800, 0x10FFFF]))  # fmt: skip
_OTHERS = (
    "人權",
    "的",
    "การ",
    "สิทธิ",
    "ເສລີ",
    "လူ",
    "សិទ្ធិ",
    "حقوق",
    "זכות",
    "अधिकार",
    "👩‍⚖️",
    "e\u0301" * 30,
)
_OPERATORS = ("AND", "OR", "NOT", "-", "/5", "/s", "/p", "/100", "title:", "cite:", "year:", "in:", "kind:(", "date:2010..")  # fmt: skip


def hostile_requests(seed: int, count: int = COUNT) -> list[tuple[str, SearchRequest]]:
    """So many requests with the names of their kinds, every kind as often; the same for the same seed."""
    return list(islice(_without_end(Random(seed)), count))  # noqa: S311 - no secret


def measure(place: Place, seed: int) -> list[dict[str, Any]]:
    """By kind: how many were asked, the slowest in milliseconds, how many took over a second."""
    answer, _ = done_in(place.home, _timed, seed)
    found: list[tuple[str, str, float]] = answer
    kinds = dict.fromkeys(kind for kind, _, _ in found)
    return [
        _row(place.size, kind, [one for one in found if kind in (one[0], "all")])
        for kind in [*kinds, "all"]
    ]


def _row(size: int, kind: str, found: list[tuple[str, str, float]]) -> dict[str, Any]:
    _, query, slowest = max(found, key=lambda one: one[2])
    return {
        "works": size,
        "of": kind,
        "asked": len(found),
        "slowest_ms": round(slowest * 1000, 1),
        "over_a_second": sum(seconds > 1 for _, _, seconds in found),
        "slowest": query,
    }


def _timed(seed: int) -> list[tuple[str, str, float]]:
    selectors.search_words(SearchRequest("law"))  # what is read once is read now
    return [
        (kind, repr(request.query[:_SHOWN]), _seconds(request))
        for kind, request in hostile_requests(seed)
    ]


def _seconds(request: SearchRequest) -> float:
    begun = time.perf_counter()
    selectors.search_words(request)
    return time.perf_counter() - begun


def _without_end(rng: Random) -> Iterator[tuple[str, SearchRequest]]:
    while True:
        for kind, make in _KINDS.items():
            yield kind, make(rng)


def _nested(rng: Random) -> SearchRequest:
    depth = rng.choice((5, 12, 13, 50, 500, 5_000))
    inner = f" {rng.choice(('AND', 'OR', 'NOT', '/s', ''))} ".join(_some(rng, 3))
    return SearchRequest("(" * depth + inner + ")" * rng.choice((depth, 0, depth * 2)))


def _many_terms(rng: Random) -> SearchRequest:
    joined = rng.choice((" ", " OR ", " AND ", " /5 ", " /s ", " NOT "))
    return SearchRequest(joined.join(rng.choices(_COMMON, k=rng.choice((40, 1_000, 10_000)))))


def _wildcards(rng: Random) -> SearchRequest:
    shapes = ("*{}", "{}*", "*{}*", "**{}", "{}**", "*", "**", "{0}*{0}")
    words = [rng.choice(shapes).format(word[: rng.randint(1, 4)]) for word in _some(rng, 32)]
    return SearchRequest(rng.choice((" ", " OR ")).join(words))


def _misspelt(rng: Random) -> SearchRequest:
    words = ["".join(rng.sample(word, len(word))) for word in _some(rng, 32)]
    return SearchRequest(rng.choice((" ", " OR ")).join(f"~{word}" for word in words))


def _broken_quotes(rng: Random) -> SearchRequest:
    words = _some(rng, 20)
    return SearchRequest(
        "".join(f"{rng.choice(_MARKS)}{word}{rng.choice(_MARKS + ' ')}" for word in words)
    )


def _far_pages(rng: Random) -> SearchRequest:
    offset = rng.choice((9_980, 10_000, 20_000_000, 10**30, -5))
    return SearchRequest(rng.choice(_COMMON), offset=offset, limit=rng.choice((0, 20, 10**9, -1)))


def _invisible(rng: Random) -> SearchRequest:
    return SearchRequest(
        "".join(word + "".join(rng.choices(_INVISIBLE, k=3)) for word in _some(rng, 10))
    )


def _other_scripts(rng: Random) -> SearchRequest:
    return SearchRequest(
        rng.choice(("", " ", "\u200f", '"')).join(rng.choices(_OTHERS, k=rng.choice((3, 40, 400))))
    )


def _nearness(rng: Random) -> SearchRequest:
    near = rng.choice((" /100 ", " /1 ", " /s ", " /p "))
    phrases = [
        f'"{" ".join(_some(rng, rng.choice((1, 2, 8))))}"' for _ in range(rng.choice((2, 6)))
    ]
    return SearchRequest(near.join(phrases))


def _long_phrases(rng: Random) -> SearchRequest:
    return SearchRequest(f'"{" ".join(_some(rng, rng.choice((2, 3, 64, 500))))}"')


def _on_a_day(rng: Random) -> SearchRequest:
    return SearchRequest(
        " ".join(_some(rng, rng.choice((1, 3, 32)))), on=date(rng.randint(1, 9999), 1, 1)
    )


def _questions(rng: Random) -> SearchRequest:
    filters = {"kind": tuple(_some(rng, 3)), "topic": ("\x00", "x" * 5_000), "colour": ("blue",)}
    return SearchRequest(
        " ".join(_some(rng, 30)),
        filters=filters,
        date_from=rng.choice(("2019-99", "\u0662", "9" * 400)),
    )


def _mixed(rng: Random) -> SearchRequest:
    everything = [*_COMMON, *_MARKS, *_OPERATORS, *_OTHERS, *_INVISIBLE, "ab*", "~stae"]
    return SearchRequest(" ".join(rng.choices(everything, k=rng.choice((5, 30, 200)))))


def _some(rng: Random, count: int) -> list[str]:
    return rng.choices(_COMMON, k=count)


_KINDS: dict[str, Callable[[Random], SearchRequest]] = {
    "deep nesting": _nested,
    "many terms": _many_terms,
    "wildcards": _wildcards,
    "misspelt": _misspelt,
    "broken quotes": _broken_quotes,
    "far pages": _far_pages,
    "control characters and marks": _invisible,
    "other scripts": _other_scripts,
    "nearness": _nearness,
    "long phrases": _long_phrases,
    "on a day": _on_a_day,
    "filters": _questions,
    "mixed": _mixed,
}
