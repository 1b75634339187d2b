"""The results of a search to take along: a spreadsheet, a file for reference managers, a list."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from manumit.library import selectors as library
from manumit.search import selectors as search
from manumit.search.errors import SearchUnavailable
from manumit.search.types import MOST_HITS, Hit, SearchRequest
from manumit.web.citing import FORMS, Form, item_of

MOST = 1_000
_COLUMNS = ("citation", "title", "kind", "court or body", "date", "address", "passage", "quoted")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_OSCOLA = next(form for form in FORMS if form.code == "oscola")
# One file of many items: those forms whose items may simply follow one another.
_LISTS = {form.code: form for form in FORMS if form.code != "csl-json"}


def search_list(request: HttpRequest) -> HttpResponse:
    """The first thousand works of a search, in the form that ``as`` names (csv, ris, oscola …)."""
    wanted = request.GET.get("as", "")
    if wanted != "csv" and wanted not in _LISTS:
        raise Http404(f"There is no such list; there are csv, {', '.join(_LISTS)}.")
    try:
        rows = list(_rows(search.request_in(request.GET)))
    except SearchUnavailable as error:
        return HttpResponse(f"Search is not ready. {error}\n", "text/plain", status=503)
    if wanted == "csv":
        return _as_file(_spreadsheet(request, rows), "text/csv", "csv")
    return _listed(request, rows, _LISTS[wanted])


def _rows(asked: SearchRequest) -> Iterator[tuple[Hit, Any]]:
    for offset in range(0, MOST, MOST_HITS):
        hits = search.search(replace(asked, limit=MOST_HITS, offset=offset)).hits
        works = library.works_with_keys(hit.key for hit in hits)
        yield from ((hit, works[hit.key]) for hit in hits if hit.key in works)
        if len(hits) < MOST_HITS:
            return


def _listed(request: HttpRequest, rows: list[tuple[Hit, Any]], form: Form) -> HttpResponse:
    text = "".join(form.write(item_of(request, work)) for _, work in rows)
    return _as_file(text, form.media_type, form.extension or "txt")


def _spreadsheet(request: HttpRequest, rows: list[tuple[Hit, Any]]) -> str:
    written = io.StringIO()
    written.write("\ufeff")  # so that spreadsheets read it as UTF-8
    table = csv.writer(written)
    table.writerow(_COLUMNS)
    for hit, work in rows:
        item = item_of(request, work)
        quoted = "".join(piece.text for piece in hit.passage.snippet) if hit.passage else ""
        table.writerow(
            map(
                _harmless,
                (
                    _OSCOLA.write(item).strip(),
                    work.title,
                    work.kind,
                    str(getattr(work, "forum", "") or work.system),
                    work.dated,
                    item.get("URL", ""),
                    hit.passage.label if hit.passage else "",
                    quoted,
                ),
            )
        )
    return written.getvalue()


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _as_file(text: str, media_type: str, extension: str) -> HttpResponse:
    response = HttpResponse(text, content_type=f"{media_type}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="manumit-search.{extension}"'
    response.headers["X-Robots-Tag"] = "noindex"
    return response
