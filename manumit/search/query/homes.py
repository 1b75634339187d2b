"""Whose law a query asks for first, told by the language it is typed in.

Who asks in Thai where nothing says otherwise means the law of Thailand. English says nothing.
"""

import re
from collections.abc import Iterable
from functools import cache

from manumit.reference import systems
from manumit.search import analysis

_LETTERS = {
    "th": re.compile("[\u0e01-\u0e4e]"),
    "lo": re.compile("[\u0e81-\u0edf]"),
    "my": re.compile("[\u1000-\u109f]"),
    "km": re.compile("[\u1780-\u17ff]"),
    # With a horn, a hook, a dot below or two marks: no other language has them.
    "vi": re.compile("[đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE),
}


def homes(query: str, languages: Iterable[str] = ()) -> tuple[str, ...]:
    """The jurisdictions that publish their law in the language of the query, by their codes.

    ``languages`` are those of the names of things in it, for languages whose letters say nothing.
    """
    written = [code for code, letters in _LETTERS.items() if letters.search(query)]
    written += analysis.scripts_of_chinese(query)
    spoken = [] if "en" in (named := list(languages)) else named
    return tuple(dict.fromkeys(code for each in written or spoken for code in _publishing_in(each)))


@cache
def _publishing_in(language: str) -> tuple[str, ...]:
    """The jurisdictions whose law is published in the language."""
    return tuple(
        system.code
        for system in systems().values()
        if system.kind == "jurisdiction" and language in system.languages
    )
