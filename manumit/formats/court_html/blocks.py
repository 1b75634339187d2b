"""A page as blocks in reading order: paragraphs, headings, fields, tables."""

from dataclasses import dataclass

from manumit.formats.runs import Run, all_marked, html_of

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a block stands on its page.

    ``quoted``: set in from its surroundings; ``listed``: how deep in lists; ``note``: among the
    notes; ``centred``; ``level``: how high a heading (1 to 6, 0 for none); ``field``: ``label``
    or ``value`` of a field; ``as_typed``: its line breaks are the page's; ``classes``: those of its
    element.
    """

    quoted: bool = False
    listed: int = 0
    note: bool = False
    centred: bool = False
    level: int = 0
    field: str = ""
    as_typed: bool = False
    classes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a table.

    ``text`` is its words on one line. ``number`` is the number that the page's markup gives it,
    ``style`` in which kind of list; its own text may begin with another. A table has ``table``,
    its HTML, and ``rows``, its cells.
    """

    text: str
    runs: tuple[Run, ...] = ()
    setting: Setting = Setting()
    number: str = ""
    style: str = ""
    table: str = ""
    rows: Rows = ()

    @property
    def html(self) -> str:
        """What is in the block as HTML, without an element around it."""
        return self.table or html_of(self.runs)

    @property
    def emphasised(self) -> bool:
        """Whether all of it is bold or underlined."""
        return all_marked(self.runs, "strong", "underlined")
