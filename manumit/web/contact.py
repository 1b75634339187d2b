"""How a service is reached and when, in words and links."""

import re
from collections.abc import Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from manumit.base.day_words import weekday_text

_DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
_LINKS = {
    "phone": "tel:{}",
    "short-code": "tel:{}",
    "national": "tel:{}",
    "sms": "sms:{}",
    "whatsapp": "https://wa.me/{}",
    "email": "mailto:{}",
    "web": "{}",
}
# What numbers of a country begin with: no such beginning is that of another (ITU-T E.164).
_COUNTRY = re.compile(
    r"\+(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(?=\d{5,})"
)
_THREES = re.compile(r"(?<=\d{2})(?=(?:\d{3})+$)")
_CHANNELS = {
    "phone": gettext_lazy("phone"),
    "short-code": gettext_lazy("phone, within the country"),
    "national": gettext_lazy("phone, within the country"),
    "sms": gettext_lazy("text message"),
    "whatsapp": "WhatsApp",
    "signal": "Signal",
    "telegram": "Telegram",
    "line": "LINE",
    "viber": "Viber",
    "messenger": "Messenger",
    "email": gettext_lazy("e-mail"),
    "web": gettext_lazy("website"),
    "visit": gettext_lazy("in person"),
    "post": gettext_lazy("by post"),
}
_TYPES = {
    "emergency": gettext_lazy("Emergency"),
    "helpline": gettext_lazy("Helplines"),
    "crisis-centre": gettext_lazy("Crisis centres"),
    "shelter": gettext_lazy("Shelter, by referral"),
    "legal-aid": gettext_lazy("Legal aid"),
    "legal-advice": gettext_lazy("Legal advice"),
    "labour-complaints": gettext_lazy("Wages and work"),
    "agency-complaints": gettext_lazy("Complaints about employment agencies"),
    "immigration": gettext_lazy("Immigration"),
    "police": gettext_lazy("Police"),
    "health": gettext_lazy("Health"),
    "identification": gettext_lazy("Identification of victims"),
    "consular": gettext_lazy("Consulates"),
    "child-protection": gettext_lazy("Children"),
    "domestic-violence": gettext_lazy("Domestic violence"),
    "refugee": gettext_lazy("Refugees and non-refoulement"),
    "compensation": gettext_lazy("Compensation"),
    "fishers": gettext_lazy("Fishers and seafarers"),
    "repatriation": gettext_lazy("Going home"),
    "scam-reporting": gettext_lazy("Scams"),
    "other": gettext_lazy("Other services"),
}
_COSTS = {
    "free": gettext_lazy("free"),
    "charged": gettext_lazy("charged"),
    "means-tested": gettext_lazy("free within an income limit"),
}
_PASSED_ON = {
    "yes": gettext_lazy("what you tell them is passed on"),
    "no": gettext_lazy("what you tell them is not passed on"),
    "depends": gettext_lazy("what you tell them is passed on in some cases"),
    "unknown": gettext_lazy("not known whether what you tell them is passed on: ask first"),
}
_PASSES_ON = {
    "yes": gettext_lazy("Yes, what is told there is handed on."),
    "no": gettext_lazy("No."),
    "depends": gettext_lazy("It depends."),
    "unknown": gettext_lazy("Not known: ask before you say who you are."),
}


def channel_link(channel: Mapping[str, Any]) -> str:
    """The address that opens the channel on a phone; empty where there is none."""
    value = channel["value"].lstrip("+") if channel["kind"] == "whatsapp" else channel["value"]
    return _LINKS.get(channel["kind"], "").format(value)


def channel_text(channel: Mapping[str, Any]) -> str:
    """The number or address as people read it."""
    value = str(channel["value"])
    if channel["kind"] == "web":
        return value.removeprefix("https://").rstrip("/")
    return in_groups(value) if value.startswith("+") and value[1:].isdigit() else value


def in_groups(number: str) -> str:
    """A telephone number of the world (``+85225118211``) so that people can read and say it."""
    found = _COUNTRY.match(number)
    if not found:
        return number
    rest = number[found.end() :]
    # The last four, then by threes; a digit that would stand alone goes with the three after it.
    return f"{found[0]} {_THREES.sub(' ', rest[:-4])} {rest[-4:]}"


def channel_name(kind: str) -> str:
    """What a kind of channel is called."""
    return str(_CHANNELS[kind])


def service_type_name(code: str) -> str:
    """A type of service as a heading."""
    return str(_TYPES[code])


def passes_on_name(code: str) -> str:
    """Whether reports are handed on, as an answer."""
    return str(_PASSES_ON[code])


def passed_on(code: str) -> str:
    """Whether what is told is handed on, in a few words for a list."""
    return str(_PASSED_ON[code])


def opening(band: Mapping[str, Any]) -> str:
    """A band of hours: ``Mon–Fri 09:00–17:30``."""
    days = ", ".join(_runs(sorted(_DAYS.index(day) for day in band["days"])))
    return gettext("%(days)s %(opens)s–%(closes)s") % {
        "days": days,
        "opens": band["opens"],
        "closes": band["closes"],
    }


def open_now(service: Any, at: datetime) -> str:
    """Whether the service answers at this moment, as far as its hours are known."""
    if service.always:
        return gettext("● Open now, at any hour")
    if until := service.open_until(at):
        said = gettext("● Open now, until %(time)s") % {"time": until.strftime("%H:%M")}
        if service.public_holidays != "open":
            said += gettext(", unless it is a public holiday")
        return said
    if opens := service.opens_next(at):
        when = {"day": weekday_text(opens.weekday()), "time": opens.strftime("%H:%M")}
        return gettext("○ Closed now, opens %(day)s %(time)s") % when
    return gettext("? Hours not known")


def cost_name(code: str) -> str:
    """What it costs the person who asks; empty where nobody knows."""
    return str(_COSTS.get(code, ""))


def _runs(days: list[int]) -> list[str]:
    """Days that follow one another as from and to."""
    runs: list[list[int]] = [[days[0]]] if days else []
    for before, day in pairwise(days):
        if day == before + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return [_run(run) for run in runs]


def _run(run: list[int]) -> str:
    first, last = weekday_text(run[0]), weekday_text(run[-1])
    return first if len(run) == 1 else f"{first}–{last}"
