"""Who can be a party to a treaty: our own systems, and every state that ISO 3166 has a code for."""

from collections.abc import Iterable
from functools import cache

from babel import Locale, UnknownLocaleError

from manumit.reference.catalogue import systems

_NOBODY = frozenset({"EZ", "QO", "UN", "XA", "XB", "ZZ"})  # codes of CLDR that name no territory


@cache
def party_codes() -> frozenset[str]:
    """Codes of systems, and of states and territories in ISO 3166-1, in lower case."""
    return frozenset(systems()) | {code.lower() for code in _territories("en")}


@cache
def former_powers() -> frozenset[str]:
    """States that once acted abroad for one of our territories and no longer do."""
    acted = (one for system in systems().values() for one in system.responsible)
    return frozenset(one.state for one in acted if one.until)


def party_name(code: str, language: str = "en") -> str:
    """The name of a party in that language, or in English. Raises KeyError for no party's code."""
    named = party_names(code, (language, "en"))
    return named[language] if language in named else named["en"]


def party_names(code: str, languages: Iterable[str]) -> dict[str, str]:
    """The names of a party by language, of those that are known: ours, else Unicode's."""
    ours = systems()[code].names if code in systems() else {}
    found = {tag: ours.get(tag) or _territories(tag).get(code.upper()) for tag in languages}
    return {tag: name for tag, name in found.items() if name}


@cache
def _territories(language: str) -> dict[str, str]:
    """Names by code in upper case, as Unicode's CLDR has them; none in a language it lacks."""
    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        code: name
        for code, name in locale.territories.items()
        if len(code) == 2 and code not in _NOBODY
    }
