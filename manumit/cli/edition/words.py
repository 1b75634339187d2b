"""What of a page is looked for: its words in pieces, each with the place it stands at."""

from collections.abc import Iterator
from html import escape
from typing import Any

from manumit.base.languages import SOURCE
from manumit.cli.edition.addresses import Address
from manumit.reference import is_eid
from manumit.search import selectors as search

_Element = Any
_LISTS = frozenset(
    {"about", "accessibility", "case-law", "cite", "edition", "glossary", "help", "law"}
    | {"legal-notice", "releases", "resources", "search", "status"}
)
_UNREAD = frozenset({"h1", "nav", "form", "svg", "script", "style"})
# Beside a work stand others; but beside a topic stand its names in other languages.
_UNREAD_CLASSES = frozenset({"crumbs", "eyebrow", "hidden", "note", "sources", "tags", "works"})
_LABEL = 80  # characters
_BLOCK = frozenset({"p", "li", "div", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "section"})


def is_looked_for(address: Address, tree: _Element) -> bool:
    """Works, texts, topics, lessons, organisations and the guide: not lists, nothing said elsewhere.

    Only the English pages: in every language of the interface a record says the same.
    """
    page = address.path.partition("/")[0]
    names = {name for name, _ in address.asked}
    last = address.path.rpartition("/")[2]
    if address.prefix or page in _LISTS or address.path in {"", "learn"} or is_eid(last):
        return False
    # In another language a lesson is another text: each is looked for under the address that names it.
    if page == "learn" and not names and tree.xpath("//section[@aria-labelledby='languages']"):
        return False
    return names <= {"read", "page"}


def for_index(tree: _Element, address: Address) -> tuple[str, set[str]]:
    """A page as Pagefind takes it, and the characters of Han that it has."""
    main = tree.find(".//main")
    if not address.path.startswith("topics/"):
        for margin in main.xpath(".//aside"):
            margin.drop_tree()
    title = " ".join(tree.xpath("string(//h1)").split())
    kind = tree.xpath("string(//p[@class='eyebrow']/b/@data-kind)")
    # What the page says is English, but for a lesson in another language; its title may be in a third.
    language = dict(address.asked).get("read", SOURCE)
    named_in = tree.xpath("string(//h1/ancestor-or-self::*[@lang][1]/@lang)") or language
    pieces = [f"<h1>{_words(title)}</h1>"]
    for place, label, text in _pieces(main):
        if place:
            pieces.append(f'<h2 id="{escape(place)}">{_words(label) or "§"}</h2>')
            text = " ".join(text.split()).removeprefix(label)  # noqa: PLW2901 - it stands above
        pieces.append(f"<p>{_words(text)}</p>")
    told = {"title": title, "kind": kind, "language": language, "named_in": named_in}
    metas = "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{escape(said)}">'
        for name, said in told.items()
        if said
    )
    body = "".join(pieces)
    page = f'<!doctype html><html lang="en"><head>{metas}</head><body>{body}</body></html>'
    return page, search.han_in(body)


def _words(text: str) -> str:
    return escape(search.apart(" ".join(text.split())))


def _pieces(main: _Element) -> Iterator[tuple[str, str, str]]:
    """Place, label and words of each piece, in order; what comes before the first has no place."""
    place, label = "", ""
    words: list[str] = []
    for anchor, text in _runs(main):
        if anchor is None:
            words.append(text)
            continue
        if "".join(words).strip():
            yield place, label, "".join(words)
        place, label, words = anchor.get("id"), _label(anchor), []
    if "".join(words).strip():
        yield place, label, "".join(words)


def _runs(element: _Element) -> Iterator[tuple[_Element | None, str]]:
    """The text in reading order; an element with an id comes, without text, where it begins."""
    if not isinstance(element.tag, str) or _is_unread(element):
        return
    if element.get("id") and element.tag != "main":
        yield element, ""
    around = " " if element.tag in _BLOCK else ""
    yield None, around + (element.text or "")
    for child in element:
        yield from _runs(child)
        yield None, child.tail or ""
    yield None, around


def _is_unread(element: _Element) -> bool:
    if element.tag in _UNREAD:
        return True
    return bool(_UNREAD_CLASSES & set((element.get("class") or "").split()))


def _label(element: _Element) -> str:
    """What a place is called: its own heading, or the first link of its line."""
    headings = {"h1", "h2", "h3", "h4"}
    found = (
        [element] if element.tag in headings else element.xpath("(.//h2|.//h3|.//h4|.//a|.//b)[1]")
    )
    return " ".join(found[0].text_content().split())[:_LABEL] if found else ""
