"""Reading the running text of one paragraph."""

from lxml import etree

from manumit.formats.docx.book import Book
from manumit.formats.docx.looks import is_hidden, looks_of
from manumit.formats.docx.pictures import boxes_in, description, drawn_words, is_picture
from manumit.formats.docx.runs import LINE_BREAK, TAB, Piece
from manumit.formats.docx.symbols import UNKNOWN, symbol
from manumit.formats.docx.xml import W, attribute, child, local
from manumit.formats.markup import escape, tag

_TRANSPARENT = frozenset(
    {"ins", "moveTo", "smartTag", "hyperlink", "fldSimple", "dir", "bdo", "customXml", "sdtContent"}
    | {"rubyBase", "rt"}
)
_REMOVED = frozenset({"del", "moveFrom"})
# A hyphen is a hyphen, whether or not a line may break after it; a soft one is not seen.
_PLAIN = {"noBreakHyphen": "-", "softHyphen": ""}
_DRAWN = frozenset({"drawing", "pict", "object"})
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


class Inline:
    """Gathers the pieces of a paragraph, and what hangs on it: notes and text boxes.

    ``notes`` are marks with the elements that hold their text, ``boxes`` the elements of text
    boxes.
    """

    def __init__(self, book: Book, style: str) -> None:
        self.pieces: list[Piece] = []
        self.notes: list[tuple[str, etree._Element]] = []
        self.boxes: list[etree._Element] = []
        self._book = book
        self._style = style
        self._looks: frozenset[str] = frozenset()

    def read(self, parent: etree._Element) -> None:
        """Take everything in a paragraph, or in something around runs."""
        for one in parent:
            name = local(one)
            if name == "r":
                self._run(one)
            elif name in _TRANSPARENT:
                self._book.met[name] += 1
                self.read(one)
            elif name == "sdt":
                content = child(one, "sdtContent")
                if content is not None:
                    self.read(content)
            elif name in _REMOVED:
                self._book.met[name] += 1
            elif name in ("oMath", "oMathPara"):
                self._formula(one)
            elif name == "AlternateContent" and len(one):
                self.read(one[0])

    def _run(self, run: etree._Element) -> None:
        properties = child(run, "rPr")
        if is_hidden(properties, self._style, self._book.styles):
            self._hidden(run)
            return
        self._looks = looks_of(properties, self._book.styles)
        self._parts(run)

    def _hidden(self, run: etree._Element) -> None:
        """Nothing is shown, but fields begin and end here as well."""
        for one in run:
            if local(one) in ("fldChar", "instrText"):
                self._field(one)
            elif local(one) == "t" and one.text and not self._book.fields.hides():
                self._book.met["hidden"] += len(one.text)

    def _parts(self, run: etree._Element) -> None:
        for one in run:
            name = local(one)
            if name in ("fldChar", "instrText"):
                self._field(one)
            elif not self._book.fields.hides():
                self._part(one, name)

    def _part(self, one: etree._Element, name: str) -> None:
        if name == "t":
            self._add(one.text or "")
        elif name in ("tab", "ptab"):
            self.pieces.append(TAB)
        elif name == "cr" or (name == "br" and attribute(one, "type") not in ("page", "column")):
            self.pieces.append(LINE_BREAK)
        elif name in _PLAIN:
            self._add(_PLAIN[name])
        elif name == "sym":
            self._symbol(one)
        elif name in _NOTES:
            self._note(one, _NOTES[name])
        elif name in _DRAWN:
            self._drawing(one)
        elif name == "AlternateContent" and len(one):
            self._parts(one[0])
        elif name == "ruby":
            self.read(one)
        else:
            self._book.met[name] += 1

    def _field(self, one: etree._Element) -> None:
        if local(one) == "instrText":
            self._book.fields.add_code(one.text or "")
        else:
            self._add(self._book.fields.mark(attribute(one, "fldCharType"), one))

    def _symbol(self, one: etree._Element) -> None:
        shown = symbol(attribute(one, "font"), attribute(one, "char"))
        if shown == UNKNOWN:
            self._book.met["unknown symbol"] += 1
        self._add(shown)

    def _note(self, one: etree._Element, kind: str) -> None:
        content = self._book.note(kind, attribute(one, "id"))
        if content is None:
            return
        if attribute(one, "customMarkFollows") in ("1", "true", "on"):
            mark = "".join(each.text or "" for each in one.itersiblings(f"{W}t"))
        else:
            mark = self._book.mark(kind)
            self.pieces.append(Piece("", html=tag("sup", escape(mark), class_="note-mark")))
        self.notes.append((mark, content))

    def _drawing(self, one: etree._Element) -> None:
        self.boxes += boxes_in(one)
        self._add(drawn_words(one))
        words = description(one)
        if words:
            self.pieces.append(Piece("", html=tag("span", escape(words), class_="image")))
        elif is_picture(one):
            self._book.met["undescribed"] += 1

    def _formula(self, element: etree._Element) -> None:
        self._book.met["formula"] += 1
        words = (one.text or "" for one in element.iter("{*}t"))
        self._looks = frozenset()
        self._add("".join(words))

    def _add(self, text: str) -> None:
        if text:
            self.pieces.append(Piece(text, self._looks))
