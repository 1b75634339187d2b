"""The sample PDFs: what is on their pages, so that they can be made again and read in words.

Everything in them is invented. ``~`` is where a word may be cut at the end of a line.
"""

from dataclasses import dataclass, field

from tests.formats.typeset import LETTER, Page, make_pdf

_LEADING = 1.25
_TOP = 770.0


@dataclass
class Setter:
    """Sets text down a page in one column, going on to the next page when it is full."""

    heads: tuple[str, str] = ("", "")
    number_at: str = ""
    left: float = 90.0
    right: float = 505.0
    size: float = 10.0
    bottom: float = 90.0
    pages: list[Page] = field(default_factory=list)
    y: float = 0.0

    def turn(self) -> None:
        """Begin a page, with its running head and number."""
        page, number = Page(), len(self.pages) + 1
        self.pages.append(page)
        self.y = _TOP
        head = self.heads[1 - number % 2]
        if head:
            page.centre(800, head.replace("#", str(number)), self.size - 1, "i")
        if self.number_at == "foot":
            page.centre(50, f"- {number} -", self.size - 1)

    def centre(self, text: str, font: str = "", size: float = 0.0) -> None:
        self._room(2)
        size = size or self.size
        middle = (self.left + self.right) / 2 - len(text) * LETTER * size / 2
        self.pages[-1].put(middle, self.y, text, size, font)
        self._down(size, 1.6)

    def text(
        self, text: str, first: float = 0.0, rest: float = 0.0, font: str = "", size: float = 0.0
    ) -> None:
        """A paragraph; ``first`` and ``rest`` are how far its lines are set in."""
        size = size or self.size
        for at, line in enumerate(self._wrapped(text, first, rest, size)):
            self._room(1)
            self.pages[-1].put(self.left + (rest if at else first), self.y, line, size, font)
            self._down(size, 1.0)
        self.y -= 0.45 * size

    def foot(self, *notes: str) -> None:
        """Notes at the foot of the page, each with its raised mark, below a rule of strokes."""
        page, y, size = self.pages[-1], self.bottom + 30, self.size - 2
        page.put(self.left, y + 14, "_____", size)
        for number, note in enumerate(notes, start=1):
            page.put(self.left, y + 3, str(number), size - 3)
            for line in self._wrapped(note, 6, 0, size):
                page.put(self.left + 6, y, line, size)
                y -= size * _LEADING

    def _wrapped(self, text: str, first: float, rest: float, size: float) -> list[str]:
        lines, line, room = [], "", self._letters(first, size)
        for word in text.split():
            whole = word.replace("~", "")
            if len(line) + len(whole) + bool(line) <= room:
                line += (" " if line else "") + whole
                continue
            begun = word.partition("~")[0] + "-"
            if "~" in word and len(line) + 1 + len(begun) <= room:
                lines.append(f"{line} {begun}")
                line = word.partition("~")[2].replace("~", "")
            elif "-" in whole and len(line) + 2 + whole.index("-") <= room:
                cut = whole.index("-") + 1
                lines.append(f"{line} {whole[:cut]}")
                line = whole[cut:]
            else:
                lines.append(line)
                line = whole
            room = self._letters(rest, size)
        return [*lines, line]

    def _letters(self, indent: float, size: float) -> int:
        return int((self.right - self.left - indent) / (LETTER * size))

    def _down(self, size: float, lines: float) -> None:
        self.y -= size * _LEADING * lines

    def _room(self, lines: int) -> None:
        if not self.pages or self.y - lines * self.size * _LEADING < self.bottom:
            self.turn()


def bill_en() -> bytes:
    """A bill in English: parts, sections with side headings, a quoted section, a schedule."""
    setter = Setter(heads=("Lantern Keepers (Protection) #", "# Bill"), size=14, bottom=420)
    setter.centre("A BILL", "b")
    setter.centre("i n t i t u l e d", "i")
    setter.text("An Act to protect those who keep the lanterns of the harbour.")
    setter.text("ENACTED by the Parliament of Lampland as follows:", font="b")
    setter.centre("PART I", "b")
    setter.centre("PRELIMINARY")
    setter.text("Short title and commencement", font="b")
    setter.text(
        "1. (1) This Act may be cited as the Lantern Keepers (Protection) Act 2031.", first=12
    )
    setter.text("(2) It comes into operation on a day that the Minister appoints.", first=12)
    setter.text("Interpretation", font="b")
    setter.text("2. In this Act, unless the context otherwise requires—", first=12)
    setter.text(
        "“keeper” means a person who looks after a lantern by night, and in~cludes the "
        "night-watch of the harbour;",
        first=24,
        rest=24,
    )
    setter.text("“lantern” includes the protection that the Council gives its light.", 24, 24)
    setter.centre("PART II", "b")
    setter.centre("KEEPERS")
    setter.text("Duties to keepers", font="b")
    setter.text("3. (1) Whoever employs a keeper shall—", first=12)
    setter.text("(a) pay the keeper every week;", 36, 56)
    setter.text("(b) give the keeper, for every night of work—", 36, 56)
    setter.text("(i) oil enough for the lantern; and", 60, 84)
    setter.text("(ii) a warm meal,", 60, 84)
    setter.text("and a key to the house they sleep in;", 40, 40)
    setter.text("(c) keep no paper that belongs to the keeper.", 36, 56)
    setter.text(
        "(2) No keeper shall be made to work by threats, by debt or by the fear that the pro~tection "
        "of this Act ends, and no night-watch may be longer than eight hours.",
        first=12,
    )
    setter.text("Amendment of the Harbour Act", font="b")
    setter.text("4. The Harbour Act 2001 is amended by inserting after section 8—", first=12)
    setter.text("“Lamps", 36, 36, font="b")
    setter.text("8A. (1) Every lamp shall be lit at dusk.", 48, 36)
    setter.text("(2) A lamp that is lit stays lit.”.", 48, 36)
    setter.text("Penalty", font="b")
    setter.text(
        "5. A person who contravenes section 3 commits an offence and shall, on convic~tion, be "
        "liable to a fine or to imprisonment or to both.",
        first=12,
    )
    setter.centre("SCHEDULE", "b")
    setter.text("Lanterns of the harbour: the north light and the south light.")
    setter.centre("EXPLANATORY STATEMENT", "b")
    setter.text("1. This Bill seeks to protect keepers.", first=12)
    setter.text("2. Clause 3 says what they are owed.", first=12)
    setter.text("3. Clause 5 says what happens to whoever does not give it.", first=12)
    return make_pdf(setter.pages, "lanterns_final_v2.docx")


def bill_ms() -> bytes:
    """The same in Malay, with words that are doubled and keep their hyphens."""
    setter = Setter(
        heads=("Penjaga Tanglung (Perlindungan) #", "# Rang Undang-Undang"), size=16, bottom=420
    )
    setter.centre("RANG UNDANG-UNDANG", "b")
    setter.centre("b e r n a m a", "i")
    setter.text("Suatu Akta untuk melindungi orang yang menjaga tanglung di pelabuhan.")
    setter.text("DIPERBUAT oleh Parlimen Lampland seperti yang berikut:", font="b")
    setter.centre("BAHAGIAN I", "b")
    setter.centre("PERMULAAN")
    setter.text("Tajuk ringkas", font="b")
    setter.text(
        "1. Akta ini bolehlah dinamakan Akta Penjaga Tanglung (Perlindungan) 2031.", first=12
    )
    setter.text("Tafsiran", font="b")
    setter.text("2. Dalam Akta ini, melainkan jika konteksnya menghendaki makna yang lain—", 12)
    setter.text(
        "“penjaga” ertinya orang yang menjaga tanglung pada waktu malam dan termasuk kanak-kanak "
        "yang membantu penjaga itu di pelabuhan.",
        24,
        24,
    )
    setter.text("Kewajipan majikan", font="b")
    setter.text("3. (1) Majikan hendaklah, bagi setiap penjaga—", first=12)
    setter.text("(a) membayar upah pada setiap minggu; dan", 36, 56)
    setter.text("(b) tidak menyimpan dokumen pengenalan penjaga itu.", 36, 56)
    setter.text(
        "(2) Tiada penjaga boleh dipaksa bekerja melalui ancaman, hutang atau undang-undang yang "
        "tidak lagi berkuat kuasa dan tidak diberi perlin~dungan yang sewajarnya.",
        first=12,
    )
    setter.centre("HURAIAN", "b")
    setter.text("Rang Undang-Undang ini bertujuan memberi perlindungan kepada penjaga.", first=12)
    return make_pdf(setter.pages)


def judgment() -> bytes:
    """A judgment: numbered paragraphs over several pages, a quotation, notes, page numbers."""
    setter = Setter(heads=("Keeper v Harbour Board [2031] HKCFI 9999",) * 2, number_at="foot")
    setter.centre("IN THE HIGH COURT OF LAMPLAND", "b", 12)
    setter.centre("Keeper v Harbour Board")
    setter.centre("[2031] HKCFI 9999")
    setter.centre("Date of Judgment: 3 May 2031")
    setter.centre("J U D G M E N T", "b")
    setter.centre("Background", "b")
    setter.text("1. The plaintiff kept the north light for eleven winters.", 0, 30)
    setter.text(
        "2. She was promised a wage, and was given oil. The defendant says that this was the custom "
        "of the har~bour, and that a custom of the harbour is a contract.",
        0,
        30,
    )
    setter.text("“Oil is light; it is paid.”", 60, 60)
    setter.text("So runs the letter of the Board.", 30, 30)
    setter.foot(
        "The letter is in the bundle.",
        "The Board was abolished soon after; nothing turns on it here.",
    )
    setter.turn()
    setter.centre("Discussion", "b")
    for number in range(3, 12):
        setter.text(
            f"{number}. I have considered the evidence on point {number} and the submissions of "
            "both parties on it, which were put with care; the har~bour and its custom do not change "
            "the law that a person is paid for work in money.",
            0,
            30,
        )
    setter.centre("Order", "b")
    setter.text("12. The claim succeeds.", 0, 30)
    return make_pdf(setter.pages)


def report() -> bytes:
    """A report in two columns with a table, and a heading over both."""
    page = Page()
    page.centre(790, "Lanterns of the coast: a survey", 16, "b")
    columns = (
        (
            "The survey looked at every lantern between the two capes and asked its keeper how the "
            "nights are counted, who brings the oil and what is written in the book that lies "
            "beside the lamp. Every answer was read twice by two readers who did not know each "
            "other, and where they did not agree a third was asked to read it again in the "
            "evening, by the light of the lantern that the answer was about."
        ),
        (
            "Most keepers count their nights in knots on a rope, as their mothers did. A few have a "
            "book, and one has a clock that was given to her by a ship. Nobody has ever counted "
            "the hours between the end of one watch and the beginning of the next one, because "
            "nobody has ever been paid for them, and what is not paid is not written down in any "
            "book along this coast."
        ),
    )
    for left, text in zip((60.0, 310.0), columns, strict=True):
        setter = Setter(left=left, right=left + 225, size=9, pages=[page], y=750)
        setter.text(text)
    for row, cells in enumerate(
        (("Lantern", "Keepers", "Nights"), ("North light", "3", "212"), ("South light", "2", "198"))
    ):
        for x, cell in zip((60, 200, 340), cells, strict=True):
            page.put(x, 400 - 14 * row, cell, 9)
    return make_pdf([page], "Lanterns of the coast")


SAMPLES = {
    "bill-en.pdf": bill_en,
    "bill-ms.pdf": bill_ms,
    "judgment.pdf": judgment,
    "report.pdf": report,
}
