"""Cite this: a work, or a passage of it, in every style at once or in the one asked for."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from manumit.base import citing
from manumit.library import selectors as library
from manumit.library.errors import WorkNotFound
from manumit.reference import is_eid, label_of
from manumit.web.citing import FORMS, IN_TIME, Form, file_name, item_of
from manumit.web.days import asked_day
from manumit.web.views.works import find_work


def cite_page(request: HttpRequest, key: str) -> HttpResponse:
    """Every style on one page; with ``style=ris`` that one alone, as text or as a file.

    ``at=sec_129`` cites a passage; ``language=zh-Hant`` by the title in that language;
    ``on=2020-01-31`` the law as it stood on that day.
    """
    work = find_work(request, key.rstrip("/"))
    if isinstance(work, HttpResponse):
        return work
    at = _passage(work, request.GET.get("at", ""))
    language = next((tag for tag in work.titles if tag == request.GET.get("language")), "")
    on = asked_day(request).day_to_cite if work.kind in IN_TIME else ""
    item = item_of(request, work, at, language, on)
    if wanted := request.GET.get("style", ""):
        return _as_file(item, _form(wanted))
    chosen = {"at": at, "language": language, "on": on}
    return render(request, "web/cite.html", _context(request, work, item, chosen))


def _passage(work: Any, eid: str) -> str:
    """The eid, if the work has such a passage: a citation to nowhere is a wrong one."""
    if eid and not is_eid(eid):
        raise Http404("That is the name of no passage.")
    try:
        if eid:
            library.passage_page(work, eid, timezone.localdate())
    except WorkNotFound as error:
        raise Http404(str(error)) from error
    return eid


def _form(code: str) -> Form:
    for form in FORMS:
        if form.code == code:
            return form
    raise Http404(f"There is no style {code[:40]}; there are {', '.join(f.code for f in FORMS)}.")


def _as_file(item: citing.Item, form: Form) -> HttpResponse:
    response = HttpResponse(form.write(item), content_type=f"{form.media_type}; charset=utf-8")
    if form.extension:
        name = file_name(item, form)
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _context(
    request: HttpRequest, work: Any, item: citing.Item, chosen: dict[str, str]
) -> dict[str, Any]:
    at = chosen["at"]
    return {
        "work": work,
        "at": at,
        "on": chosen["on"],
        "label": label_of(at) if at else "",
        "languages": [(tag, _query(chosen | {"language": tag})) for tag in work.titles],
        "item": item,
        "oscola": citing.cite(item, citing.OSCOLA),
        "hong_kong": citing.cite(item, citing.HONG_KONG),
        "in_chinese": _in_chinese(request, work, at),
        "files": [
            (form, form.write(item), _query({"style": form.code} | chosen))
            for form in FORMS
            if form.extension
        ],
    }


def _in_chinese(request: HttpRequest, work: Any, at: str) -> dict[str, Any]:
    """As Hong Kong cites law in Chinese, where the work has a title in it; else empty."""
    language = next((tag for tag in work.titles if tag.startswith("zh")), "")
    if not language or work.kind not in ("instrument", "legislation"):
        return {}
    item = item_of(request, work, at, language)
    return {"language": language, "runs": citing.cite(item, citing.HONG_KONG)}


def _query(chosen: dict[str, str]) -> str:
    return urlencode({name: value for name, value in chosen.items() if value})
