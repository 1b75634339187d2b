"""manumit cite"""

from collections import Counter
from pathlib import Path
from typing import Any

import click

from manumit.cli.ground import prepare_database
from manumit.cli.output import format_option, write_json
from manumit.cli.told import told
from manumit.library import selectors as library

_WORDS = {
    "held": "held",
    "other-name": "held, under another name",
    "ambiguous": "fits several works",
    "not-held": "not held here",
    "open": "does not say of what",
}


@click.command("cite")
@click.argument("source", type=click.Path(path_type=Path, allow_dash=True))
@format_option
def command(source: Path, as_json: bool) -> int:
    """Find the citations in a text file, or in what is piped in with -, and say which are held.

    With --format json one line a citation; start and end count characters of the text.
    """
    text = told(source)
    prepare_database()
    checked = library.check_text(text)
    for each in checked:
        if as_json:
            write_json(_as_json(each))
        else:
            click.echo(_as_text(each))
    if not as_json:
        counts = Counter(each.state for each in checked)
        summary = ", ".join(f"{number} {_WORDS[state]}" for state, number in counts.items())
        click.echo(f"{len(checked)} citations{': ' if summary else ''}{summary}.")
    return 0


def _as_json(each: Any) -> dict[str, Any]:
    citation = each.citation
    return {
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "kind": citation.kind,
        "cite": citation.cite,
        "key": citation.key,
        "pinpoints": list(citation.pinpoints),
        "candidates": list(citation.candidates),
        "stem": citation.stem,
        "state": each.state,
    }


def _as_text(each: Any) -> str:
    citation = each.citation
    led = " or ".join(work.key for work in each.works) or citation.key or citation.stem
    pins = f"#{','.join(citation.pinpoints)}" if citation.pinpoints else ""
    arrow = f" -> {led}{pins}" if led else ""
    return f"{citation.start}: {' '.join(citation.text.split())}{arrow} ({_WORDS[each.state]})"
