"""Pages as lists: what they link to, and what a page says of itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree, html

from manumit.harvest.notices import one_line, web_address


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page: the full address and its words."""

    address: str
    words: str


def links_of(page: bytes, address: str) -> Iterator[Link]:
    """The links of a page to http(s) addresses, in order; none where it is no HTML."""
    root = _root(page)
    if root is None:
        return
    base = urljoin(address, next(iter(root.xpath("//base/@href")), ""))
    for anchor in root.iter("a"):
        target = _joined(base, anchor.get("href") or "")
        if target:
            yield Link(target, one_line(anchor.text_content(), 400))


def title_of(page: bytes) -> str:
    """What the page calls itself: its own title, else that of the window; empty for none."""
    root = _root(page)
    if root is None:
        return ""
    said = [*root.xpath("//meta[@property='og:title']/@content"), *root.xpath("//title/text()")]
    return next((line for line in (one_line(str(text), 400) for text in said) if line), "")


def summary_of(page: bytes) -> str:
    """What the page says it is about; empty where it does not say."""
    root = _root(page)
    said = [] if root is None else root.xpath("//meta[@name='description']/@content")
    return next((one_line(str(text), 500) for text in said), "")


def _root(page: bytes) -> html.HtmlElement | None:
    try:
        return html.document_fromstring(page, parser=html.HTMLParser(no_network=True))
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _joined(base: str, target: str) -> str:
    try:
        return web_address(urljoin(base, target.strip())) if target.strip() else ""
    except ValueError:
        return ""
