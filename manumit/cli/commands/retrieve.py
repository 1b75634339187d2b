"""manumit retrieve"""

from datetime import datetime
from pathlib import Path
from typing import Any

import click
from django.utils import timezone
from rich.console import Console
from rich.text import Text

from manumit.base.day_words import day_text
from manumit.cli.ground import prepare_database
from manumit.cli.output import format_option, write_json
from manumit.cli.told import told
from manumit.reference import systems
from manumit.research import selectors as research
from manumit.research.types import Authority, Place, Reading, Suggestions

_HEADINGS = {
    "provisions": "Provisions",
    "judgments": "Judgments",
    "instruments": "Treaties and standards",
    "guidance": "Guidance and reports",
}


@click.command("retrieve")
@click.argument("source", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--jurisdiction", default="", help="Whose law is asked for, such as hk; else guessed."
)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Law as it stood on this day.")
@click.option("--limit", type=click.IntRange(1, research.MOST), default=20, show_default=True)
@format_option
def command(source: Path, jurisdiction: str, on: datetime | None, limit: int, as_json: bool) -> int:
    """Suggest authorities for a situation told in prose, in a text file or piped in with -.

    Nothing of the text is kept. With --format json the hits are in one ranking, each with why.
    """
    text = told(source)
    prepare_database()
    found = research.suggest(
        text,
        today=timezone.localdate(),
        jurisdiction=jurisdiction,
        on=on.date() if on else None,
        limit=limit,
    )
    if as_json:
        write_json(_as_json(found))
    else:
        _tell(found)
    return 0


def _as_json(found: Suggestions) -> dict[str, Any]:
    return {
        "jurisdiction": _known(found.reading.place),
        "on": {"day": found.reading.day.on, "known": found.reading.day.known},
        "hits": [_hit(each) for each in found.authorities],
        "services": [
            {"key": each.organisation.key, "code": each.code, "name": each.name}
            for each in found.services
        ],
        "remarks": list(found.remarks),
    }


def _known(place: Place) -> dict[str, str]:
    return {"code": place.code, "known": place.known}


def _hit(each: Authority) -> dict[str, Any]:
    return {
        "key": each.key,
        "kind": each.kind,
        "eid": each.eid,
        "title": each.title,
        "why": "; ".join(map(research.said, each.why)),
        "score": each.score,
        "passages": [
            {"eid": one.eid, "label": one.label, "excerpt": _plain(one)} for one in each.passages
        ],
    }


def _plain(passage: Any) -> str:
    return "".join(part.text for part in passage.excerpt)


def _tell(found: Suggestions) -> None:
    console = Console(highlight=False)
    console.print(Text(_understood(found.reading), style="italic"))
    for remark in found.remarks:
        console.print(Text(remark, style="italic"))
    for group, heading in _HEADINGS.items():
        of_group = [each for each in found.authorities if each.group == group]
        if of_group:
            console.print(Text(f"\n{heading}", style="bold underline"))
        for each in of_group:
            _tell_one(console, each)
    if found.services:
        console.print(Text("\nTo call", style="bold underline"))
    for service in found.services:
        console.print(Text(f"{service.organisation.title}: {service.name}"))


def _understood(reading: Reading) -> str:
    place = research.known_place(reading.place, systems()[reading.place.code].name())
    day = research.known_day(reading.day, day_text(reading.day.on))
    return f"Law of {place}; as of {day}."


def _tell_one(console: Console, each: Authority) -> None:
    console.print(Text(each.title, style="bold"))
    pins = ", ".join(one.label for one in each.passages if one.label)
    console.print(Text(f"  {each.key}  {pins}".rstrip(), style="dim"))
    for why in each.why:
        console.print(Text(f"  · {research.said(why)}"))
