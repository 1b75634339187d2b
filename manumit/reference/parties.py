"""Who can be a party to a treaty: our own systems, and every state that ISO 3166 has a code for."""

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
    if code in systems():
        return systems()[code].name(language)
    named = _territories(language).get(code.upper())
    return named or _territories("en")[code.upper()]


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
