"""What the head of a page says of it to reference managers and to scholarly indexes.

Zotero's Embedded Metadata translator takes Dublin Core, and below the prefix ``z`` any field of its
own by name: the one way to tell it a court or a docket number. Indexes of scholarship read the
``citation_`` names, which only publications have.
"""

from collections.abc import Iterator

from manumit.base.citing.items import Item, authors_of, iso_of

_TYPES = {
    "article-journal": "journalArticle",
    "article-newspaper": "newspaperArticle",
    "book": "book",
    "document": "document",
    "legal_case": "case",
    "legislation": "statute",
    "report": "report",
    "treaty": "document",
    "webpage": "webpage",
}


def meta_tags(item: Item) -> list[tuple[str, str]]:
    """Names and contents of the page's ``<meta>`` elements, in order; nothing empty among them."""
    kind = item["type"]
    rows = [*_dublin_core(item), ("z:itemType", _TYPES[kind])]
    if kind == "legal_case":
        rows += _case(item)
    elif kind == "legislation":
        rows += _statute(item)
    elif kind in ("treaty", "document"):
        rows += _document(item)
    else:
        rows += _publication(item)
    return [(name, content) for name, content in rows if content]


def _dublin_core(item: Item) -> Iterator[tuple[str, str]]:
    yield "DC.title", item["title"]
    yield from (("DC.creator", name) for name in authors_of(item))
    yield "DC.date", iso_of(item.get("issued"))
    yield "DC.publisher", item.get("publisher", "")
    yield "DC.language", item.get("language", "")
    yield "DC.identifier", item.get("URL", "")
    yield "DC.identifier", f"ISBN {item['ISBN']}" if "ISBN" in item else ""
    yield "DC.identifier", f"DOI {item['DOI']}" if "DOI" in item else ""


def _case(item: Item) -> Iterator[tuple[str, str]]:
    yield "z:court", item.get("authority", "")
    yield "z:docketNumber", item.get("number", "")
    yield "z:reporter", item.get("container-title", "")
    yield "z:reporterVolume", item.get("volume", "")
    yield "z:firstPage", item.get("page", "")


def _statute(item: Item) -> Iterator[tuple[str, str]]:
    yield "z:publicLawNumber", item.get("number", "")
    yield "z:code", item.get("container-title", "")
    yield "z:section", item.get("section", "")


def _document(item: Item) -> Iterator[tuple[str, str]]:
    """Zotero has no treaties: lines of Extra tell its styles what the document is."""
    lines = {
        "Type": "treaty" if item["type"] == "treaty" else "",
        "Container Title": item.get("container-title", ""),
        "Volume": item.get("volume", ""),
        "Number": item.get("number", ""),
        "Section": item.get("section", ""),
    }
    yield "z:extra", "\n".join(f"{name}: {value}" for name, value in lines.items() if value)


def _publication(item: Item) -> Iterator[tuple[str, str]]:
    publisher, container = item.get("publisher", ""), item.get("container-title", "")
    yield "citation_title", item["title"]
    yield from (("citation_author", name) for name in authors_of(item))
    yield "citation_publication_date", iso_of(item.get("issued")).replace("-", "/")
    yield "citation_language", item.get("language", "")
    match item["type"]:
        case "report":
            yield "citation_technical_report_institution", publisher
            yield "citation_technical_report_number", item.get("number", "")
            yield "z:seriesTitle", item.get("collection-title", "")
        case "article-journal":
            yield "citation_journal_title", container
            yield "citation_issue", item.get("issue", "")
        case "article-newspaper":
            yield "z:publicationTitle", container
        case "webpage":
            yield "z:websiteTitle", publisher
        case _:
            yield "citation_isbn", item.get("ISBN", "")
