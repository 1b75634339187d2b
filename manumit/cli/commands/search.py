"""manumit search"""

from datetime import datetime
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from manumit.cli.ground import prepare_database
from manumit.cli.output import format_option, write_json
from manumit.records import WORK_KINDS
from manumit.search import selectors as search
from manumit.search.types import MOST_HITS, Hit, SearchRequest, SearchResult


@click.command("search")
@click.argument("query")
@click.option("--kind", multiple=True, type=click.Choice(WORK_KINDS), help="Kind of work.")
@click.option("--jurisdiction", multiple=True, help="Code of a jurisdiction or body, such as hk.")
@click.option("--forum", multiple=True, help="Code of a court, such as hkcfa.")
@click.option("--topic", multiple=True, help="Code of a topic, such as forced-labour.")
@click.option("--act", multiple=True, help="Code of an act that a court dealt with.")
@click.option("--means", multiple=True, help="Code of a means that a court dealt with.")
@click.option("--purpose", multiple=True, help="Code of a purpose that a court dealt with.")
@click.option("--outcome", multiple=True, help="Code of what was decided, such as convicted.")
@click.option("--language", multiple=True, help="Language of the texts, such as zh-Hant.")
@click.option("--from", "date_from", default="", help="Not before this day, month or year.")
@click.option("--to", "date_to", default="", help="Not after this day, month or year.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Texts as they stood on this day.")
@click.option(
    "--sort",
    type=click.Choice(["relevance", "newest", "oldest", "cited", "added"]),
    default="relevance",
)
@click.option("--limit", type=click.IntRange(1, MOST_HITS), default=10, show_default=True)
@format_option
def command(
    query: str,
    date_from: str,
    date_to: str,
    on: datetime | None,
    sort: Any,
    limit: int,
    as_json: bool,
    **facets: tuple[str, ...],
) -> int:
    """Search the library for QUERY. Filters may be given more than once."""
    prepare_database()
    request = SearchRequest(
        query=query,
        filters={name: values for name, values in facets.items() if values},
        date_from=date_from,
        date_to=date_to,
        on=on.date() if on else None,
        sort=sort,
        limit=limit,
    )
    result = search.search(request)
    if as_json:
        write_json(_as_json(result))
    else:
        _tell(result)
    return 0


def _as_json(result: SearchResult) -> dict[str, Any]:
    return {
        "query": result.query,
        "total": result.total,
        "hits": [_hit_as_json(hit) for hit in result.hits],
        "facets": {
            name: {count.value: count.count for count in counts}
            for name, counts in result.facets.items()
        },
        "estimated": sorted(
            name
            for name, counts in result.facets.items()
            if any(count.estimated for count in counts)
        ),
        "hint": result.hint,
    }


def _hit_as_json(hit: Hit) -> dict[str, Any]:
    passage = hit.passage and {
        "eid": hit.passage.eid,
        "label": hit.passage.label,
        "snippet": "".join(piece.text for piece in hit.passage.snippet),
    }
    return {
        "key": hit.key,
        "kind": hit.kind,
        "title": hit.title,
        "language": hit.language,
        "passage": passage,
        "score": hit.score,
        "cited": hit.cited,
    }


def _tell(result: SearchResult) -> None:
    console = Console(highlight=False)
    if result.hint:
        console.print(Text(result.hint, style="italic"))
    console.print(f"{result.total} works")
    for hit in result.hits:
        console.print(Text(hit.title, style="bold"))
        console.print(Text(f"  {hit.kind}  {hit.key}", style="dim"))
        if hit.passage:
            line = Text(f"  {hit.passage.label}  " if hit.passage.label else "  ")
            for piece in hit.passage.snippet:
                line.append(piece.text, style="bold" if piece.highlighted else "")
            console.print(line)
