"""However a page was set, its words are read in the order in which they were meant."""

from tests.formats.pdf.prints import lines, parse
from tests.formats.reading import read, sample, unit, visible, without_tags
from tests.formats.typeset import Page, make_pdf
from tests.paths import shared


def test_columns_are_read_one_after_the_other_and_tables_row_by_row() -> None:
    document = sample("pdf", "report.pdf")
    first, second, table = (unit(document, f"unit_{number}").html for number in (1, 2, 3))
    assert without_tags(first).startswith("The survey looked at every lantern")
    assert without_tags(second).startswith("Most keepers count their nights in knots")
    assert "<tr><td>North light</td><td>3</td><td>212</td></tr>" in table
    assert document.title == "Lanterns of the coast"


def test_a_table_in_print_keeps_its_cells() -> None:
    path = "data/messy-documents/cl/assets/media/test/search/opinion_tax.pdf"
    tables = [one.html for one in read("pdf", shared(path)).units if "<table>" in one.html]
    assert "<td>19031-13</td><td>2008</td><td>$1,236,414</td>" in tables[0]


def test_headings_that_differ_by_more_than_the_page_are_no_running_heads() -> None:
    pages = [Page() for _ in range(6)]
    for page, number in zip(pages, (3, 8, 11, 12, 30, 31), strict=True):
        page.put(72, 800, f"Amendment of section {number}", font="b")
        page.put(72, 700, f"Some words of the amendment to {number} that follow it here.")
    document = parse(make_pdf(pages))
    assert sum("Amendment of section" in one.heading for one in document.units) == 6


def test_a_page_on_its_side_is_read_as_it_is_looked_at() -> None:
    page = Page(width=842, height=595, rotate=90)
    page.content.append("q 0 1 -1 0 842 0 cm")
    page.put(72, 700, "First line of the page on its side,")
    page.put(72, 686, "and the second line below the first.")
    page.content.append("Q")
    shown = without_tags("".join(one.html for one in parse(make_pdf([page])).units))
    assert shown == "First line of the page on its side, and the second line below the first."


def test_text_printed_crosswise_is_kept_after_the_rest() -> None:
    page = lines("Words of the page.")[0]
    page.content.append("BT /F 9 Tf 0 1 -1 0 30 300 Tm (stamped on the edge) Tj ET")
    document = parse(make_pdf([page]))
    assert [without_tags(one.html) for one in document.units] == [
        "Words of the page.",
        "stamped on the edge",
    ]


def test_what_was_filled_in_or_stamped_on_is_read_with_the_page() -> None:
    pages = lines("Name of the keeper:")
    pages[0].stamp(72, 640, "Ember Wick")
    assert visible(parse(make_pdf(pages))) == "Nameofthekeeper:EmberWick"
