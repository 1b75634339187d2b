"""What a reader of the original sees, told without any of our readers: the text that must be found.

One function a format, from the file's path to its text without white space, as one string or, where
the order is tested too, in pieces.
"""

import csv
import html
import json
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from lxml import etree
from lxml import html as lxml_html

from manumit.formats.docx.symbols import symbol
from tests.formats.reading import squeezed
from tests.formats.word import W as NAMESPACE

# ---- Akoma Ntoso ------------------------------------------------------------------------------

_SKIPPED = {"meta", "staticContent", "style"}


def akn_pieces(element: etree._Element, without: frozenset[str] = frozenset()) -> Iterator[str]:
    """The text of a document in order, quotation marks that are attributes among it.

    ``without`` names elements that are left out.
    """
    if etree.QName(element).localname in _SKIPPED | without:
        return
    yield element.get("startQuote") or ""
    yield element.text or ""
    for one in element:
        if isinstance(one.tag, str):
            yield from akn_pieces(one, without)
        yield one.tail or ""
    yield element.get("endQuote") or ""


def akn(path: Path) -> list[str]:
    """The pieces of a file, notes kept in its head among them."""
    root = akn_root(path)
    notes = [note for one in root.iter("{*}notes") for note in akn_pieces(one)]
    return [squeezed(text) for text in [*akn_pieces(root), *notes]]


def akn_root(path: Path) -> etree._Element:
    """The file as it is, the entities of older files made characters."""
    data = path.read_text(encoding="utf-8-sig")
    for name, character in {"nbsp": " ", "mdash": "—", "eacute": "é", "pound": "£"}.items():
        data = data.replace(f"&{name};", character)
    return etree.fromstring(data.encode())


# ---- Word -------------------------------------------------------------------------------------

W = f"{{{NAMESPACE}}}"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
# What is in the file and not on the page.
_UNSEEN = {"del", "moveFrom", "instrText", "delText", "Fallback"}


def word_runs(element: etree._Element) -> Iterator[str]:
    """The text runs of a part that are on the page."""
    for one in element:
        name = etree.QName(one).localname
        if name in _UNSEEN:
            continue
        if one.tag == f"{W}t":
            hidden = one.getparent().find(f"{W}rPr/{W}vanish") is not None
            yield "" if hidden else one.text or ""
        elif name == "noBreakHyphen":
            yield "-"
        elif name == "sym":
            yield symbol(one.get(f"{W}font"), one.get(f"{W}char"))
        else:
            yield from word_runs(one)


def word_part(opened: zipfile.ZipFile, name: str) -> etree._Element:
    """A part of a Word document; the strict variant is read as the other."""
    return etree.fromstring(opened.read(name).replace(STRICT, NAMESPACE.encode()))


def docx(path: Path) -> tuple[str, list[str]]:
    """All text of body and notes, and the text of each paragraph; without Word's own numbers."""
    with zipfile.ZipFile(path) as opened:
        body = word_part(opened, "word/document.xml")
        roots = [body]
        for kind in ("footnote", "endnote"):
            wanted = [one.get(f"{W}id") for one in body.iter(f"{W}{kind}Reference")]
            if wanted:
                notes = {one.get(f"{W}id"): one for one in word_part(opened, f"word/{kind}s.xml")}
                roots += [notes[identity] for identity in wanted]
    pieces = [squeezed("".join(word_runs(one))) for root in roots for one in root.iter(f"{W}p")]
    return squeezed("".join("".join(word_runs(root)) for root in roots)), pieces


# ---- pages ------------------------------------------------------------------------------------

_NEVER_SEEN = {"script", "style", "title", "noscript", "template"}


def court_html(path: Path) -> list[str]:
    """The texts of a page in order."""
    data = path.read_bytes()
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = data.decode("windows-1252")
    parser = lxml_html.HTMLParser(encoding="utf-8")
    root = lxml_html.document_fromstring(text.encode(), parser=parser)
    return [squeezed(str(one)) for one in root.xpath(_seen()) if one.strip()]


def _seen() -> str:
    hidden = " or ".join(f"ancestor::{name}" for name in sorted(_NEVER_SEEN))
    return (
        f"//text()[not({hidden} or ancestor::*[contains(translate(@style,' ',''),'display:none')])]"
    )


# ---- treaties ---------------------------------------------------------------------------------

_DUTCH_TITLE = re.compile(
    r"#+ ?(?:Verdrag|VERDRAG|Aanvullend|Facultatief|Internationaal|VOLKENBOND"
    r"|Protocol (?:inzake|tegen))"
)
_DUTCH_REMARK = re.compile(r"Treedt in werking|Wijzigt het Verdrag")
_MARKDOWN = re.compile(r"^#+ ?- |\]\([^)]*\)|[\[*#]|</?sup>", re.MULTILINE)


def treaty_articles(path: Path) -> str:
    """The English text of a file from its first article or chapter on, found by its titles."""
    kept: list[str] = []
    for line in path.read_text().splitlines()[5:]:
        if _DUTCH_TITLE.match(line):
            break
        if kept or re.match(r"### ?(?:Article|CHAPTER|SECTION|I) ", line):
            kept.append("" if _DUTCH_REMARK.match(line) else line)
    return squeezed(re.sub(r'``([^"]*)"', r"“\1”", _MARKDOWN.sub("", "\n".join(kept))))


def treaty(path: Path) -> str:
    """All of a file, its translation too; of JSON both languages."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".json":
        return squeezed(re.sub(r'``([^"]*)"', r"“\1”", _MARKDOWN.sub("", text)))
    values = json.loads(text)
    return "".join(treaty_in(values, language) for language in ("en", "zh"))


def treaty_in(values: dict[str, Any], language: str) -> str:
    """The text of a treaty by article in one of its languages, its title before it."""
    printed = [values[f"treaty_{language}"], values[f"preamble_{language}"]]
    for one in values["articles"]:
        printed += [one[f"title_{language}"], one[f"content_{language}"]]
    return without_wiki("".join(printed))


def without_wiki(text: str) -> str:
    """Text without white space and the marks of a wiki."""
    return squeezed(re.sub(r"[=#*]|__TOC__", "", text))


# ---- JSON -------------------------------------------------------------------------------------


def statutes(path: Path) -> str:
    """All that a file prints, from its JSON alone: headings above, numbers, titles and texts."""
    law = json.loads(path.read_text(encoding="utf-8"))
    provisions = law["provisions"]
    if "lawphil" in law["url"]:
        first = html.unescape(provisions[0].get("chapter", "")).partition(" - Article")[0]
        texts = "".join(html.unescape(one["content"]) for one in provisions)
        return squeezed(first.replace(" - ", "") + texts)
    if provisions[0].get("language") == "th":
        return squeezed(
            "".join(
                (one["title"] if one["title"] == "คำปรารภ" else "") + one["content"]
                for one in provisions
            )
        )
    pairs = pairwise([{}, *provisions])
    return squeezed("".join(_with_title(one, before) for before, one in pairs))


def _with_title(one: dict[str, str], before: dict[str, str]) -> str:
    chapter = one.get("chapter", "")
    above = chapter.replace(" - ", "", 1) if chapter != before.get("chapter", "") else ""
    label = re.match(r"(?:Section )?\w+\.", one["content"])
    assert label
    return above + label[0] + one["title"] + one["content"][label.end() :]


def hudoc(path: Path) -> str:
    """The page in a HUDOC document, without the style sheet before it."""
    page = html.unescape(json.loads(path.read_text())["full_text"])
    return squeezed(page.rpartition("}")[2])


def hklii_rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every section and schedule of a file with the eid it should have."""
    law = json.loads(path.read_bytes())
    sections = [one for part in law.get("parts", [law]) for one in part["sections"]]
    for one in sections:
        yield f"sec_{(one.get('section') or one['id']).removeprefix('Section ')}", one
    for one in law.get("schedules", []):
        yield f"sched_{one['id'].removeprefix('Schedule ')}", one


def hklii_text(row: dict[str, Any], language: str) -> str:
    """The text of a section or schedule in ``En`` or ``Zh``."""
    printed = row.get(f"text{language}") or row.get(f"sectionText{language}") or ""
    return squeezed(html.unescape(re.sub(r"<[^>]*>", "", printed)))


def hklii(path: Path) -> str:
    """All sections and schedules in both languages, their headings not counted."""
    rows = [row for _, row in hklii_rows(path)]
    return "".join(hklii_text(row, language) for language in ("En", "Zh") for row in rows)


# ---- others -----------------------------------------------------------------------------------


def hklm(path: Path) -> list[str]:
    """The pieces of a law's body."""
    main = etree.parse(path).getroot().find("{*}main")
    return [squeezed(text) for text in main.itertext()]


def udhr(path: Path) -> str:
    """All that a page shows."""
    return "".join(court_html(path))


def pdf(path: Path) -> str:
    """All text of a print: as PDFium gives it, or of Markdown without its marks and its fields."""
    if path.suffix == ".md":
        body = re.sub(r"\A(?:---\n.*?\n---\n)+", "", path.read_text(), flags=re.DOTALL)
        lines = [line for line in body.splitlines() if line != "-----"]
        return squeezed(re.sub(r"\*\*|_|^# ", "", "\n".join(lines), flags=re.MULTILINE))
    return pdf_text(path.read_bytes())


def pdf_text(data: bytes) -> str:
    """All text of a PDF without white space and signs nobody sees."""
    document = pdfium.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    text = text.replace("\x02", "-").replace("\ufffe", "-").replace("\uf0b7", "•")
    text = re.sub("[ﬀ-ﬆ]", lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return squeezed(re.sub("[\x00-\x1f\u200b]", "", text))


def untc(path: Path) -> str:
    """The cells below a table's headings; of a page of statements all of it but its marks."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".csv":
        return squeezed(text.replace("#", ""))
    return squeezed("".join("".join(row) for row in list(csv.reader(text.splitlines()))[1:]))


ORIGINALS: dict[str, Callable[[Path], str]] = {
    "akn": lambda path: "".join(akn(path)),
    "court-html": lambda path: "".join(court_html(path)),
    "docx": lambda path: docx(path)[0],
    "hklii": hklii,
    "hklm": lambda path: "".join(hklm(path)),
    "hudoc": hudoc,
    "pdf": pdf,
    "statutes": statutes,
    "treaty": treaty,
    "udhr": udhr,
    "untc": untc,
}
"""By the name of a format: all text of a file that a reader of the original sees."""
