"""Citing reports, books, articles, news and web pages."""

from urllib.parse import urlsplit

from manumit.base.citing.items import Citation, Item, Run, authors_of
from manumit.base.citing.words import in_words, listed, spaced, unpointed, within

_MANY = 3  # authors who are all named


def report(item: Item) -> Citation:
    """``Author, *Title* (Series, Publisher 2013)``; a document of the United Nations by its symbol."""
    authors, publisher = _authors(item), item.get("publisher", "")
    symbol = item["custom"].get("un-document")
    when = in_words(item.get("issued"))
    printed = when if symbol or not authors else _printed(publisher, when)
    title = Run(f"‘{item['title']}’") if symbol else Run(item["title"], italic=True)
    after = [within(_series(item), printed), f"UN Doc {symbol}" if symbol else "", _web(item)]
    return Run(f"{authors or publisher}, "), title, Run(f" {spaced(*after)}".rstrip())


def article(item: Item) -> Citation:
    """``Author, ‘Title’ (2009) Journal, issue 4``."""
    year = within(in_words(item.get("issued"))[-4:])
    issue = f", issue {item['issue']}" if "issue" in item else ""
    journal = spaced(year, item.get("container-title", "")) + issue
    return (Run(f"{_by(item)}‘{item['title']}’ {spaced(journal, _web(item))}".rstrip()),)


def news(item: Item) -> Citation:
    """``‘Title’ *Newspaper* (4 May 2016) <address> accessed 1 June 2016``."""
    when = within(in_words(item.get("issued")))
    paper = Run(item.get("container-title", ""), italic=True)
    return (
        Run(f"{_by(item)}‘{item['title']}’ "),
        paper,
        Run(f" {spaced(when, _web(item))}".rstrip()),
    )


def web_page(item: Item) -> Citation:
    """``Author, ‘Title’ (2007) <address> accessed 1 June 2016``."""
    by = _authors(item) or item.get("publisher", "")
    when = within(in_words(item.get("issued")))
    return (Run(f"{by}, ‘{item['title']}’ {spaced(when, _web(item))}".rstrip()),)


def _authors(item: Item) -> str:
    names = [unpointed(name) for name in authors_of(item)]
    return f"{names[0]} and others" if len(names) > _MANY else listed(names, " and ")


def _by(item: Item) -> str:
    names = _authors(item)
    return f"{names}, " if names else ""


def _printed(publisher: str, when: str) -> str:
    return spaced(publisher, when) if when.isdigit() else ", ".join(filter(None, [publisher, when]))


def _series(item: Item) -> str:
    series = item.get("collection-title", "")
    return "" if series in item["title"] else series


def _web(item: Item) -> str:
    """Where it is published, and the day someone looked; nothing for what is in print."""
    address = item["custom"].get("official-url", "")
    # The front page of a site is no address of a publication.
    if "ISBN" in item or not urlsplit(address).path.strip("/"):
        return ""
    looked = in_words(item["custom"].get("official-accessed"))
    return spaced(f"<{address}>", f"accessed {looked}" if looked else "")
