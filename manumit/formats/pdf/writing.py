"""Paragraphs of print as HTML, with the number of the page wherever one begins."""

from collections.abc import Iterable
from dataclasses import replace

from manumit.formats.markup import numbered, paragraph, tag
from manumit.formats.pdf.paragraphs import Paragraph
from manumit.formats.runs import Run, html_of, without_start


class PageWriter:
    """Writes the paragraphs of one unit; the first says on which page the unit begins."""

    def __init__(self) -> None:
        self._page = ""

    def write(self, one: Paragraph, number: str = "", class_: str = "") -> str:
        """One paragraph, a number printed before it, as HTML."""
        if one.table:
            mark = self._mark(str(one.page))
            return (paragraph(mark) if mark else "") + one.table.html()
        return paragraph(numbered(number, html_of(tuple(self._marked(one.runs)))), class_)

    def write_all(self, paragraphs: Iterable[Paragraph]) -> str:
        """Paragraphs one after the other."""
        return "".join(self.write(one) for one in paragraphs)

    def _marked(self, runs: Iterable[Run]) -> Iterable[Run]:
        """The runs without the marks of a page that has been told already."""
        for run in runs:
            if not run.page:
                yield run
            elif run.page != self._page:
                self._page = run.page
                yield run

    def _mark(self, page: str) -> str:
        if page == self._page:
            return ""
        self._page = page
        return tag("span", "", class_="page", title=page)


def cut_start(one: Paragraph, length: int) -> Paragraph:
    """The paragraph without its first characters, which are a number told elsewhere."""
    return replace(one, runs=without_start(one.runs, length))
