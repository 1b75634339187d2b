"""Turning text into the terms that are looked for: the same for shelves, queries and highlights.

Two streams: ``analyse`` gives words in every script, ``clusters`` pairs of written syllables in
the four scripts that put no spaces between words. ``docs/adr/0004`` says why.
"""

from icu4py import icu_version_info

from manumit.search.analysis.functional import FUNCTIONAL, without_questions
from manumit.search.analysis.han import scripts_of_chinese
from manumit.search.analysis.scripts import (
    cut_around,
    has_unspaced,
    is_southeast,
    split_southeast,
)
from manumit.search.analysis.sentences import sentences
from manumit.search.analysis.sighting import beginning
from manumit.search.analysis.spaced import forget
from manumit.search.analysis.streams import (
    Wanted,
    analyse,
    clusters,
    sought,
    spaced_terms,
    spotted,
)
from manumit.search.analysis.tokens import Token

# An index made by another version holds other terms: it must be made again. ICU's dictionaries
# decide where words end, so its major version counts.
VERSION = f"2.{icu_version_info[0]}"

__all__ = [
    "FUNCTIONAL",
    "VERSION",
    "Token",
    "Wanted",
    "analyse",
    "beginning",
    "clusters",
    "cut_around",
    "forget",
    "has_unspaced",
    "is_southeast",
    "scripts_of_chinese",
    "sentences",
    "sought",
    "spaced_terms",
    "split_southeast",
    "spotted",
    "without_questions",
]
