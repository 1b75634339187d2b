"""What work.html and passage.html need to say how they are cited."""

from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse

from manumit.base.addresses import absolute
from manumit.base.citing import meta_tags
from manumit.web.citing import FORMS, item_of, page_address

register = template.Library()


@register.inclusion_tag("web/parts/metadata.html", takes_context=True)
def metadata(context: dict[str, Any], work: Any, eid: str = "", on: str = "") -> dict[str, Any]:
    """For the head of a page: what reference managers read, and where the files are."""
    request = context["request"]
    item = item_of(request, work, eid, on=on)
    canonical = absolute(request, page_address(work, eid, on))
    files = [
        (form.media_type, _address(work, eid, on, form.code)) for form in FORMS if form.extension
    ]
    return {"tags": meta_tags(item), "address": canonical, "files": files}


@register.inclusion_tag("web/parts/cite.html")
def cite_block(work: Any, eid: str = "", on: str = "") -> dict[str, Any]:
    """For the margin: one link a style. What is read leads to its place on the page of all."""
    page = _address(work, eid, on, "")
    links = [
        (form.name, _address(work, eid, on, form.code) if form.extension else f"{page}#{form.code}")
        for form in FORMS
    ]
    return {"page": page, "links": links}


def _address(work: Any, eid: str, on: str, style: str) -> str:
    given = {"style": style, "at": eid, "on": on}
    query = urlencode({name: value for name, value in given.items() if value})
    return reverse("web:cite", args=[work.key]) + (f"?{query}" if query else "")
