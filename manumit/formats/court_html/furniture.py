"""The page's own furniture: menus, search boxes, buttons; taken out only where it surely is."""

from collections.abc import Callable

from lxml import etree

from manumit.formats.markup import plain
from manumit.formats.safe_html import UNSEEN, classes_of, name_of

_CONTROLS = frozenset({"button", "input", "select", "textarea"})
_NEVER_TEXT = _CONTROLS | {"nav", "iframe"}
_ROLES = frozenset({"navigation", "search", "banner", "contentinfo"})
_CLASSES = frozenset(
    {"hidden-print", "no-print", "noprint", "navbar", "breadcrumb", "breadcrumbs", "sr-only"}
    | {"visually-hidden", "skip-link", "rs_skip", "yuimenubar"}
)
_PAGE_EDGES = frozenset({"header", "footer"})
# Inside these a header or footer is the document's own.
_DOCUMENT = frozenset({"article", "main", "section"})
_KNOWN_HOLDERS = frozenset({"decisionDetail"})


def take_out(root: etree._Element) -> list[str]:
    """Remove what no reader of the document reads from the tree; the text of what was visible."""
    for one in [one for one in root.iter() if name_of(one) in UNSEEN - {"head"} or _hidden(one)]:
        _remove(one)
    taken = [*_outside_of_document(root), *_removed(root, _is_furniture_of(root))]
    return [text for text in taken if text]


def _outside_of_document(root: etree._Element) -> list[str]:
    """Where a page is known to hold its document in one element, all else is furniture."""
    holders = (one for one in root.iter() if one.get("id") in _KNOWN_HOLDERS and _text(one))
    holder = next(holders, None)
    if holder is None:
        return []
    kept = {holder, *holder.iterancestors(), *holder.iterdescendants()}
    return _removed(root, lambda one: one not in kept)


def _removed(root: etree._Element, unwanted: Callable[[etree._Element], bool]) -> list[str]:
    taken = []
    walk = etree.iterwalk(root, events=("start",))
    found = []
    for _, one in walk:
        if one is not root and unwanted(one):
            found.append(one)
            walk.skip_subtree()
    for one in found:
        taken.append(_text(one))
        _remove(one)
    return taken


def _is_furniture_of(root: etree._Element) -> Callable[[etree._Element], bool]:
    controls = {
        one.get("id")
        for one in root.iter()
        if name_of(one) in _CONTROLS and one.get("type") != "hidden"
    } - {None}
    return lambda one: (
        _is_furniture(one) or (name_of(one) == "label" and one.get("for") in controls)
    )


def _is_furniture(element: etree._Element) -> bool:
    name = name_of(element)
    return (
        name in _NEVER_TEXT
        or (element.get("role") or "").lower() in _ROLES
        or not _CLASSES.isdisjoint(classes_of(element))
        or (
            name in _PAGE_EDGES
            and not any(name_of(one) in _DOCUMENT for one in element.iterancestors())
        )
    )


def _hidden(element: etree._Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def _text(element: etree._Element) -> str:
    return plain(" ".join(map(str, element.itertext())))


def _remove(element: etree._Element) -> None:
    """Take the element out; what stands after it stays where it is."""
    parent = element.getparent()
    if parent is None:
        return
    tail, before = f" {element.tail or ''}", element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    parent.remove(element)
