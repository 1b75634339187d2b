"""The element names of Akoma Ntoso, and what each is for us."""

from collections.abc import Iterator

from lxml import etree

NAMESPACES = ("http://docs.oasis-open.org/legaldocml/ns/akn/", "http://www.akomantoso.org/")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

# The types of document, each with the kind of work it is.
DOCUMENTS = {
    "act": "legislation",
    "bill": "legislation",
    "amendment": "legislation",
    "portion": "legislation",
    "judgment": "judgment",
    "statement": "instrument",
    "doc": "publication",
    "debate": "publication",
    "debateReport": "publication",
    "amendmentList": "publication",
    "officialGazette": "publication",
    "documentCollection": "publication",
}
# For these the element says which kind of work it is.
CERTAIN = frozenset({"act", "bill", "judgment"})

# Hierarchical elements with the kind an eid gives them; those with none pass their address on.
HIERARCHY = {
    "alinea": "",
    "article": "art",
    "book": "unit",
    "chapter": "chp",
    "clause": "cl",
    "division": "div",
    "hcontainer": "",
    "indent": "item",
    "level": "unit",
    "list": "",
    "paragraph": "para",
    "part": "part",
    "point": "point",
    "proviso": "",
    "rule": "rule",
    "section": "sec",
    "subchapter": "subdiv",
    "subclause": "subpara",
    "subdivision": "subdiv",
    "sublist": "",
    "subparagraph": "subpara",
    "subpart": "subpart",
    "subrule": "subsec",
    "subsection": "subsec",
    "subtitle": "subdiv",
    "title": "title",
    "tome": "unit",
    "transitional": "",
}
# What people cite first: whatever holds one of these only gives structure.
BASIC = frozenset({"article", "section", "rule"})
# What gives structure wherever something hierarchical stands below it.
HIGHER = frozenset(
    {"book", "chapter", "division", "level", "part", "subchapter", "subdivision", "subpart"}
    | {"subtitle", "title", "tome"}
)
# What stands inside a law without being a part of it.
APART = frozenset({"authorialNote", "embeddedStructure", "quotedStructure", "table"})

# Elements that only hold others; what is in them is read as if it stood around them.
WRAPPERS = frozenset(
    {"body", "mainBody", "amendmentBody", "collectionBody", "debateBody", "fragmentBody"}
    | {"judgmentBody", "portionBody", "introduction", "background", "arguments", "remedies"}
    | {"motivation", "decision", "documentBody", "components", "attachments", "content"}
    | {"recitals", "debateSection"}
)
ATTACHED = frozenset({"attachment", "component"})
# Before the body, with the kind of unit each becomes.
OPENINGS = {
    "coverPage": "front",
    "preface": "front",
    "header": "front",
    "preamble": "preamble",
}

# What breaks the line; everything else is running text.
BLOCKS = (
    frozenset(HIERARCHY)
    | WRAPPERS
    | ATTACHED
    | frozenset(OPENINGS)
    | frozenset(DOCUMENTS)
    | frozenset(
        {"p", "block", "blockContainer", "blockList", "container", "crossHeading", "tblock"}
        | {"ul", "ol", "li", "item", "listIntroduction", "listWrapUp", "intro", "wrapUp"}
        | {"interstitial", "formula", "longTitle", "citations", "citation", "recital", "toc"}
        | {"tocItem", "table", "embeddedStructure", "quotedStructure", "conclusions", "heading"}
        | {"subheading", "num", "listConclusion", "blockquote"}
        | {"div", "speech", "question", "answer", "scene", "narrative", "other", "from"}
    )
)
# Blocks that are one paragraph each; the value is its class.
RUNS = {
    "p": "",
    "listIntroduction": "",
    "listWrapUp": "continued",
    "listConclusion": "continued",
    "crossHeading": "heading",
    "subheading": "heading",
    "tocItem": "toc",
    "from": "",
}
INLINE_TAGS = {
    "b": "strong",
    "strong": "strong",
    "i": "em",
    "em": "em",
    "sub": "sub",
    "sup": "sup",
    "def": "dfn",
}
# Running text that looks different; the value is its class.
SPANS = {"u": "underlined", "ins": "inserted", "del": "deleted", "remark": "remark"}
PICTURES = frozenset({"img", "image", "graphic"})
# A page's running heads and a renderer's styles are no text of the document.
SKIPPED = frozenset({"meta", "staticContent", "style"})


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def child(element: etree._Element, *names: str) -> etree._Element | None:
    """The first child of one of those names."""
    return next((one for one in element if local(one) in names), None)


def below(element: etree._Element) -> Iterator[etree._Element]:
    """Everything within the element that is part of the text itself, in order."""
    for one in element:
        if local(one) not in APART:
            yield one
            yield from below(one)


def words(element: etree._Element | None) -> str:
    """All text in the element on one line, without its footnotes; empty for None."""
    if element is None:
        return ""
    return " ".join("".join(_texts(element)).split())


def _texts(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for one in element:
        name = local(one)
        if name in ("br", "eol", "marker", "eop"):
            yield " "
        elif name != "authorialNote" and name not in SKIPPED:
            yield from _texts(one)
        yield one.tail or ""
