"""What a database does alike with whichever index of words: rows, filters, and the counts of facets.

The hits of a question are found once, with what each is worth; all else is asked of them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from manumit.cli.bench.scale.contender import Answer
from manumit.cli.bench.scale.questions import Question
from manumit.cli.bench.scale.words import days_of, facets_of, quote, text_of
from manumit.library.types import SearchDocument

Row = tuple[Any, ...]
Write = Callable[[str, list[Row]], None]
Names = dict[tuple[str, str], int]

# Without keys and indexes, which are made when the tables are full.
TABLES = """
CREATE TABLE work (id INTEGER, key TEXT, title TEXT, text TEXT, first_day INTEGER, last_day INTEGER);
CREATE TABLE name (id INTEGER, facet TEXT, value TEXT);
CREATE TABLE facet (work INTEGER, name INTEGER);
"""
INDEXES = """
CREATE UNIQUE INDEX work_id ON work (id);
CREATE INDEX facet_work ON facet (work, name);
CREATE INDEX facet_name ON facet (name, work);
"""
_BATCH = 1_000


def fill(
    works: Iterable[SearchDocument], write: Write, words: Callable[[SearchDocument], Row]
) -> None:
    """Write all rows; ``words`` gives what is indexed of a work, as a row but for its number."""
    names: Names = {}
    numbered = enumerate(works, 1)
    while batch := list(islice(numbered, _BATCH)):
        write("work", [_row(number, work) for number, work in batch])
        write("words", [(number, *words(work)) for number, work in batch])
        write("facet", [pair for number, work in batch for pair in _facets(number, work, names)])
    write("name", [(number, *name) for name, number in names.items()])


def _row(number: int, work: SearchDocument) -> Row:
    return number, work.key, work.title, text_of(work), *days_of(work.dated)


def _facets(number: int, work: SearchDocument, names: Names) -> Iterator[Row]:
    for name in facets_of(work):
        yield number, names.setdefault(name, len(names) + 1)


class Asking:
    """Asks questions over one connection, which has a table ``found (id, score)`` of its own.

    ``find`` is a statement that fills that table, less its values.
    """

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        rows = self._rows("SELECT id, facet, value FROM name")
        self._names = {(facet, value): number for number, facet, value in rows}
        self._named = {number: name for name, number in self._names.items()}

    def found_by(self, question: Question) -> tuple[str, Row]:
        """A statement, and its values, that gives the id and the worth of what matches the words."""
        raise NotImplementedError

    def asked(self, question: Question) -> Answer:
        """Answer the question."""
        statement, values = self.found_by(question)
        self._connection.execute("DELETE FROM found")
        self._connection.execute(f"INSERT INTO found {statement}", values)
        total = self._rows(f"SELECT count(*) FROM {self._chosen(question)}")[0][0]  # noqa: S608 - ours
        rows = self._page(question)
        return Answer(
            total=total,
            titles=[title for title, _ in rows],
            quoted=sum(quote(question, text) for _, text in rows),
            facets=self._facets(question),
        )

    def _page(self, question: Question) -> list[Row]:
        order = "first_day" if question.request.sort == "newest" else "score"
        return self._rows(
            f"SELECT title, text FROM {self._chosen(question, join='CROSS JOIN work w')} "  # noqa: S608 - ours
            f"AND w.id = found.id ORDER BY {order} DESC LIMIT {question.request.limit}"
        )

    def _facets(self, question: Question) -> dict[str, dict[str, int]]:
        """Those of a facet with a filter are counted without that filter."""
        counts = self._counts(question)
        for facet in question.request.filters:
            counts[facet] = self._counts(question, without=facet).get(facet, {})
        return counts

    def _counts(self, question: Question, without: str = "") -> dict[str, dict[str, int]]:
        chosen = self._chosen(question, without, join="CROSS JOIN facet")
        counts: dict[str, dict[str, int]] = defaultdict(dict)
        for number, count in self._rows(
            f"SELECT name, count(*) FROM {chosen} AND facet.work = found.id GROUP BY name"  # noqa: S608 - ours
        ):
            facet, value = self._named[number]
            counts[facet][value] = count
        return counts

    def _chosen(self, question: Question, without: str = "", join: str = "") -> str:
        """The hits that pass the filters, but for the facet ``without``."""
        names = [
            self._names.get((facet, value), 0)
            for facet, (value,) in question.request.filters.items()
            if facet != without
        ]
        each = [
            f"EXISTS (SELECT 1 FROM facet f WHERE f.work = found.id AND f.name = {name})"  # noqa: S608 - ours
            for name in names
        ]
        return f"found {join} WHERE {' AND '.join(['1 = 1', *each])}"

    def _rows(self, statement: str) -> list[Row]:
        found: list[Row] = self._connection.execute(statement).fetchall()
        return found


def between_days(question: Question) -> str:
    """The days of a question as a condition on works; empty where it names none."""
    low, high = question.request.date_from, question.request.date_to
    if not low and not high:
        return ""
    first, last = days_of(low)[0], days_of(high)[1]
    return f" AND id IN (SELECT id FROM work WHERE first_day BETWEEN 1 AND {last} AND last_day >= {first})"  # noqa: S608 - numbers
