"""The invented judgment in ``tests/samples/formats/docx``: this file writes it.

``python -m tests.formats.word_samples`` makes it anew; a test holds the two to each other.
"""

from tests.formats.word import document, field, in_list, indent, p, run, style
from tests.paths import JUDGMENT

_CENTRED = '<w:jc w:val="center"/>'
_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
    "<a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
    f"{p('A lantern in a box.')}"
    "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    f"</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{p('A lantern in a box.')}"
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def picture(words: str) -> str:
    """A run with a picture, described or not."""
    described = f' descr="{words}"' if words else ""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1"{described}/><a:graphic>'
        "<a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def cell(*paragraphs: str, properties: str = "") -> str:
    """A cell of a table."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs) or p('')}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of a table."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _front() -> str:
    parties = (
        row(cell(), cell(p("WICK")), cell(p("Claimant"))),
        row(cell(), cell(p("- and -")), cell()),
        row(cell(), cell(p("LANTERN MAKERS LTD")), cell(p("Defendant"))),
    )
    lines = (
        p("Case No: CA-2031-000001"),
        p("IN THE COURT OF APPEAL (CIVIL DIVISION)"),
        p("Date: 02/05/2031"),
        p("Before :", _CENTRED),
        p("LORD JUSTICE MADE-UP", _CENTRED),
        p("- - - - - - -", _CENTRED),
        p("Between :", _CENTRED),
        f"<w:tbl>{''.join(parties)}</w:tbl>",
        p("- - - - - - -", _CENTRED),
        p(picture("The arms of Nowhere"), _CENTRED),
    )
    return "".join(lines)


def _facts() -> str:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    return "".join(
        (
            p("The facts", style("Heading1")),
            p(f"{run('The claimant bought a lantern.')}{note}", style("Para")),
            p("The lantern:", style("Para")),
            p("was bright;", style("ParaInside")),
            p("was", style("ParaInside")),
            p("hung high;", in_list(1, 2)),
            p("hung well;", in_list(1, 2)),
            p("went out.", style("ParaInside")),
            p("“4.1 No lantern goes out.", style("Quote")),
            p("4.2\tIf it does, it is no lantern.”".replace("\t", " "), style("Quote")),
            p("The parties agreed three things:", style("Para")),
            p("that it was dark;", in_list(2, 1)),
            p("that it was late;", in_list(2, 1)),
            p("oil;", in_list(3)),
        )
    )


def _changes() -> str:
    inserted = f"<w:ins>{run('never ')}</w:ins>"
    deleted = "<w:del><w:r><w:delText>always </w:delText></w:r></w:del>"
    joined = "<w:rPr><w:del/></w:rPr>"
    return "".join(
        (
            p("The law", style("Heading1")),
            p(f"{run('A lantern ')}{deleted}{inserted}{run('sleeps')}", f"{style('Para')}{joined}"),
            p(f"{run(' and so says the Act')}{run(' (hidden)', '<w:vanish/>')}{run('.')}", style("Para")),
            p(f"{run('See paragraph ')}{field(' REF a ', '2')}{run(' above, on lamp')}"
              f"<w:r><w:noBreakHyphen/><w:sym w:font='Symbol' w:char='F0B0'/></w:r>{_BOX}",
              style("Para")),
        )
    )  # fmt: skip


def _table() -> str:
    head = row(cell(p("Year")), cell(p("Lanterns")), cell(p("Oil")), properties="<w:tblHeader/>")
    rows = (
        row(cell(p("2030"), properties='<w:vMerge w:val="restart"/>'), cell(p("1")), cell(p("2"))),
        row(cell(properties="<w:vMerge/>"), cell(p("none"), properties='<w:gridSpan w:val="2"/>')),
    )
    return f"<w:tbl>{head}{''.join(rows)}</w:tbl>"


def _end() -> str:
    return "".join(
        (
            p("There were few lanterns:", style("Para")),
            _table(),
            p(picture(""), indent(720)),
            p(run("Conclusion", "<w:b/>")),
            p("The appeal is allowed.", style("Para")),
            p(run("APPENDIX 1", "<w:b/>"), _CENTRED),
            p("A list of lanterns."),
            p("One.", in_list(4)),
            p("And its wick.", in_list(4, 1)),
        )
    )


def judgment() -> bytes:
    """The whole document."""
    footnotes = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + run(" On a Monday."))}</w:footnote>'
    )
    header = p("Neutral Citation Number: [2031] EWCA Civ 9999")
    return document(
        _front() + _facts() + _changes() + _end(),
        parts={"footnotes": footnotes, "header": header},
        section='<w:headerReference w:type="default" r:id="header"/>',
        maker="A clerk of Nowhere",
    )


if __name__ == "__main__":
    JUDGMENT.write_bytes(judgment())
