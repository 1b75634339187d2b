"""What the address asks: which territory, which part of the shelves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import Http404

from manumit.reference import system_of
from manumit.treaties import selectors as treaties
from manumit.treaties.errors import NoSuchTerritory
from manumit.web import names


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a list to choose from."""

    code: str
    name: str
    chosen: bool


def territory_or_404(code: str) -> str:
    """The code, if it is a party's. Raises Http404."""
    try:
        return treaties.territory_named(code).code
    except NoSuchTerritory as error:
        raise Http404(str(error)) from error


def territories(chosen: str) -> list[Choice]:
    """Those of whom acts are recorded: at home first, then by name."""
    home = settings.MANUMIT_HOME_JURISDICTIONS
    codes = sorted(
        treaties.recorded_parties() | {chosen, *home},
        key=lambda code: (home.index(code) if code in home else len(home), treaties.name_of(code)),
    )
    return [Choice(code, treaties.name_of(code), code == chosen) for code in codes]


def region(on: date) -> list[str]:
    """Those at home, then the other states of their region on that day."""
    home = list(settings.MANUMIT_HOME_JURISDICTIONS)
    others = treaties.members_of(settings.MANUMIT_REGION, on)
    return [*home, *(code for code in others if code not in home)]


def bodies(keys: Iterable[str], chosen: str) -> list[Choice]:
    """The bodies that made the instruments, by name."""
    codes = sorted({system_of(key) for key in keys}, key=_body_name)
    return [Choice(code, _body_name(code), code == chosen) for code in codes]


def _body_name(code: str) -> str:
    return names.facet_value_name("jurisdiction", code)
