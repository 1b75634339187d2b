"""Word documents: the parts that are the text, without who wrote, changed or noted what."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from django.utils.translation import gettext as _
from lxml import etree

from manumit.contributions.cleaning.pictures import clean_picture
from manumit.contributions.cleaning.types import Cleaned
from manumit.contributions.errors import NotCleaned

_LARGEST = 96 * 1024 * 1024  # of all parts together, unpacked
_MOST_PARTS = 5000
_MAKERS = ("docprops/", "customxml/", "word/people", "word/comments", "word/persons")
_RUNS = ("vbaproject", "word/embeddings/", "word/activex/", "word/vbadata", "word/ole")
_PICTURES = (".jpg", ".jpeg", ".png")
_LEFT_OUT = ("word/fonts/", "word/printersettings")
_TELLS = frozenset({"author", "initials", "userId", "providerId"})
_STRUCK = frozenset({"del", "moveFrom"})
_COMMENTS = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError,
    ValueError, etree.XMLSyntaxError,
)  # fmt: skip


def clean_word(data: bytes) -> Cleaned:
    """The document packed anew. Raises NotCleaned, with programs or packed files in it always."""
    removed: set[str] = set()
    out = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            _refuse(packed)
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as anew:
                for name in _names_kept(packed, removed):
                    part = zipfile.ZipInfo(name)  # the day of every part is the same old one
                    part.compress_type = zipfile.ZIP_DEFLATED
                    anew.writestr(part, _cleaned(name, packed.read(name), removed))
    except _BROKEN as error:
        raise NotCleaned(
            _("This is no Word document that can be read: save it as .docx or PDF and send that.")
        ) from error
    return Cleaned("docx", out.getvalue(), tuple(sorted(removed)))


def _refuse(packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    names = [part.filename.lower() for part in parts]
    if "word/document.xml" not in names:
        raise NotCleaned(_("Packed files are not taken: send a PDF or a Word document (.docx)."))
    if any(mark in name for name in names for mark in _RUNS):
        raise NotCleaned(
            _("Programs or other files are packed into it: save it as PDF and send that.")
        )
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST:
        raise NotCleaned(_("The document is too large when unpacked."))


def _names_kept(packed: zipfile.ZipFile, removed: set[str]) -> Iterator[str]:
    for name in packed.namelist():
        low = name.lower()
        if low.startswith(_MAKERS) or low.startswith(_LEFT_OUT):
            removed.add("comments" if low.startswith("word/comments") else "who made it and when")
        elif low.endswith((".xml", ".rels", *_PICTURES)):
            yield name
        elif not low.endswith("/"):
            raise NotCleaned(_("A drawing in it cannot be cleaned: save it as PDF and send that."))


def _cleaned(name: str, data: bytes, removed: set[str]) -> bytes:
    if name.lower().endswith(_PICTURES):
        return clean_picture(data).data
    root = etree.fromstring(data, _PARSER)
    if root.getroottree().docinfo.internalDTD is not None:
        raise NotCleaned(_("The document is not as Word writes one: save it anew and send that."))
    if name.endswith(".rels"):
        _forget_parts(root)
    elif name == "[Content_Types].xml":
        _forget_types(root)
    else:
        removed.update(_forget_people(root))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _forget_parts(root: etree._Element) -> None:
    """No relation leads to a part that is left out, or to a template on somebody's disk."""
    for one in root.findall(_RELATION):
        target = one.get("Target", "").lower().lstrip("/")
        kind = one.get("Type", "").lower().rpartition("/")[2]
        lost = target.startswith(_MAKERS) or target.startswith(
            ("people", "comments", "../customxml")
        )
        if lost or kind in ("attachedtemplate", "font", "printersettings", "thumbnail"):
            root.remove(one)


def _forget_types(root: etree._Element) -> None:
    for one in list(root):
        if one.get("PartName", "").lower().lstrip("/").startswith(_MAKERS):
            root.remove(one)


def _forget_people(root: etree._Element) -> Iterator[str]:
    """Words struck out, who changed what and when, and the marks that tell sittings apart."""
    for element in list(root.iter(etree.Element)):
        local = etree.QName(element).localname
        if local in _STRUCK or local in _COMMENTS:
            _drop(element)
            yield "words struck out" if local in _STRUCK else "comments"
        elif _forget_person(element):
            yield "who changed what"


def _forget_person(element: etree._Element) -> bool:
    told = False
    for name in list(element.attrib):
        local = etree.QName(name).localname
        if local in _TELLS:
            told = True
            element.set(name, "")
        elif local.startswith("rsid"):
            del element.attrib[name]
    return told


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
