"""What templates need beyond Django's own: names, days and addresses."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.db.models import prefetch_related_objects
from django.urls import get_script_prefix
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from manumit import reference
from manumit.base import prose as prose_text
from manumit.base.addresses import of_work
from manumit.base.day_words import day_text
from manumit.base.languages import SOURCE
from manumit.base.reader import Name, name_for_reader, named, reader_language
from manumit.library import selectors as library
from manumit.records import leads_to_a_work
from manumit.treaties import selectors as treaties
from manumit.web import citation_links, contact, names, wordings
from manumit.web.quotations import marked
from manumit.web.search_facets import facet_items

register = template.Library()

register.filter("kind_name", names.kind_name)
register.filter("kinds_name", names.kinds_name)
register.filter("facet_name", names.facet_name)
register.filter("relation_name", names.relation_name)
register.filter("change_name", names.change_name)
register.filter("state_words", names.state_words)
register.filter("language_name", names.language_name)
register.filter("plain_code", names.plain_code)
register.filter("label_words", names.label_words)
register.filter("short_title", names.short_title)
register.filter("title_for_reader", names.title_for_reader)
register.filter("service_name", names.service_name)
register.filter("other_titles", names.other_titles)
register.filter("topic_names", names.topic_names)
register.filter("group_name", names.group_name)
register.filter("marked", marked)
register.filter("facet_items", facet_items)
register.filter("state_name", names.state_name)
register.filter("channel_link", contact.channel_link)
register.filter("channel_text", contact.channel_text)
register.filter("channel_name", contact.channel_name)
register.filter("service_type_name", contact.service_type_name)
register.filter("passes_on_name", contact.passes_on_name)
register.filter("passed_on", contact.passed_on)
register.filter("cost_name", contact.cost_name)
register.filter("open_now", contact.open_now)
register.filter("opening", contact.opening)


@register.filter
def day(value: date | str | None) -> str:
    """A day, month or year in the reader's language, as exact as it is known."""
    return day_text(value)


@register.filter
def language_names(codes: list[str]) -> SafeString:
    """Languages, each in its own name."""
    own = ((named(names.language_name(code), code),) for code in codes)
    return format_html_join(", ", "{}", own)


@register.filter
def prose(markdown: str) -> SafeString:
    """The project's own Markdown as HTML, which is English; the renderer sanitises it."""
    html = prose_text.to_html(markdown, top=2)
    if html and reader_language().tag != SOURCE:
        html = f'<div lang="{SOURCE}">{html}</div>'
    return mark_safe(html)  # noqa: S308  # sanitised by the renderer


@register.filter
def first_paragraph(markdown: str) -> SafeString:
    """The first paragraph of the project's own Markdown as HTML."""
    blocks = markdown.split("\n\n")
    return prose(next((block for block in blocks if not block.startswith("#")), ""))


@register.filter
def page_prose(markdown: str) -> SafeString:
    """The Markdown of a page of the site: keys of works are links to them, tables can be scrolled."""
    before, *tables = prose_text.to_html(markdown, top=2, href=_leads_to).split("<table>")
    framed = [_frame(number, table) for number, table in enumerate(tables, start=1)]
    return mark_safe(before + "".join(framed))  # noqa: S308  # sanitised by the renderer, framed by us


def _frame(number: int, table: str) -> str:
    """A table without its first tag, and what follows it, in a frame with a name of its own."""
    name = _("Table %(number)s") % {"number": number}
    opened = format_html('<div class="scroll" tabindex="0" role="region" aria-label="{}">', name)
    return f"{opened}<table>{table.replace('</table>', '</table></div>')}"


def _leads_to(target: str) -> str:
    """Where a link of a page leads: a work by its key, a passage, a page of the site, the web."""
    if leads_to_a_work(target):
        return of_work(target.replace("#", "/"))
    return get_script_prefix() + target[1:] if target.startswith("/") else target


@register.filter
def with_links(wording: Any, eid: str = "") -> SafeString:
    """The wording, or the part of it at an address, with its citations and footnotes as links."""
    html = wordings.shown(wording, eid)
    return mark_safe(html)  # noqa: S308  # sanitised on the way into the library


@register.filter
def host(url: str) -> str:
    """The host of an address, to say where a link leads."""
    return urlsplit(url).hostname or url


@register.filter
def passage_url(passage: Any) -> str:
    """The permalink of a passage."""
    return of_work(passage.work.key, passage.eid)


@register.filter
def work_url(work: Any) -> str:
    """The address of a work, given the work or its key."""
    return of_work(getattr(work, "key", work))


@register.simple_tag(takes_context=True)
def page_query(context: dict[str, Any], number: int) -> str:
    """The query of the page being shown, turned to another page of it."""
    changed = context["request"].GET.copy()
    changed["page"] = str(number)
    return f"?{changed.urlencode()}"


@register.filter
@lru_cache(maxsize=8)  # the same hundred names on every page of a search
def options(values: tuple[str, ...]) -> SafeString:
    """What can be chosen while typing, as a list of it has them."""
    return format_html_join("", '<option value="{}">', ((value,) for value in values))


@register.filter
def weight(count: int, most: int) -> int:
    """How heavy a count is drawn, from 0 to 10, so that style needs no inline rule."""
    return -(-10 * count // most) if count and most else 0


@register.filter
def fate_words(became: Any) -> str:
    """What became of a provision since a day, in a few words; empty where there is nothing to say."""
    return citation_links.fate_words(became)


@register.simple_tag
def changes_url(work: Any, became: Any) -> str:
    """Where a provision is compared through its versions; empty where two are not held."""
    return citation_links.changes_url(getattr(work, "key", work), became)


@register.filter
def iso(value: date) -> str:
    """A day as addresses write it: ``2020-01-31``, four digits of the year always."""
    return value.isoformat()


@register.filter
def state_on(wording: Any, on: date) -> str:
    """What keeps a provision from being plainly in operation on the day, in words; else empty."""
    state = library.state_on(wording, on)
    return names.state_words(state) if state else ""


@register.filter
def label_in(passage: Any, language: str) -> str:
    """A passage's label in a language."""
    return str(passage.label(language))


@register.filter
def eid_label(eid: str) -> str:
    """What people call a passage, by its address alone, in the reader's language."""
    return reference.label_of(eid, reader_language().tag)


_STRUCTURE = ("part", "chp", "title", "div", "subdiv", "hdg")
_IDENTIFIERS = {
    "app-no": gettext_lazy("Application no."),
    "ecli": "ECLI",
    "itemid": "HUDOC",
    "isbn": "ISBN",
    "doi": "DOI",
}


@register.filter
def is_structure(eid: str) -> bool:
    """Whether the address is a heading over others: a part, a chapter, a division."""
    return eid.rsplit("__", maxsplit=1)[-1].split("_", maxsplit=1)[0] in _STRUCTURE


@register.filter
def has_no_name(wording: Any) -> bool:
    """Whether nothing names the wording but the number that we gave it: ``unit_3``."""
    named = wording.number or wording.heading
    return not named and wording.passage.eid.removeprefix("unit_").isdigit()


@register.filter
def identifier_name(code: str) -> str:
    """What a kind of identifier is called."""
    return str(_IDENTIFIERS.get(code) or names.plain_code(code))


@register.filter
def joined(value: Any) -> str:
    """One value or a list of them, as words."""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


@register.filter
def system_name(code: str) -> str:
    """The name of a jurisdiction or body."""
    return names.facet_value_name("jurisdiction", code)


@register.filter
def party(code: str) -> str:
    """The name of a party to treaties: a state, a body or a territory."""
    return treaties.name_of(code)


@register.filter
def court_alone(forum: Any) -> Name:
    """A court without its place, among others of the same."""
    return name_for_reader(forum.names, forum.code)


@register.filter
def topics_in_order(work: Any) -> list[Any]:
    """The work's topics: forms of exploitation first, then what cuts across them."""
    rows = _named(work.topics.all())
    return sorted(rows, key=lambda topic: (topic.scheme != "exploitation", topic.position))


@register.filter
def practice_areas(work: Any) -> list[Any]:
    """The work's practice areas."""
    return _named(work.practice_areas.all())


def _named(concepts: Iterable[Any]) -> list[Any]:
    """Concepts with their names, asked for all at once unless they are there."""
    rows = list(concepts)
    prefetch_related_objects(rows, "labels")
    return rows


@register.filter
def source_named(work: Any, name: str) -> dict[str, Any]:
    """The work's source with this id; one that is gone shows its id alone."""
    found = (source for source in work.sources if source.get("id") == name)
    return next(found, {"publisher": name})


@register.filter
def held_in(key: str, works: dict[str, Any]) -> Any:
    """The work with this key, of works by key; None where it is not among them."""
    return works.get(key)
