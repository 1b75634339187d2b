"""SQLite with FTS5, as one who knows it would use it."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from manumit.cli.bench.scale import sql
from manumit.cli.bench.scale.contender import Client, bytes_below
from manumit.cli.bench.scale.questions import Question
from manumit.cli.bench.scale.words import body_terms, sought, title_terms
from manumit.library.types import SearchDocument

_WORDS = """
CREATE VIRTUAL TABLE words USING fts5 (title, body, content='', prefix='4 5',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
"""
_QUICKLY = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;"
_WARMLY = "PRAGMA mmap_size=8000000000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-100000;"
_INTO = {"words": "words (rowid, title, body)"}


class FTS5:
    """One file."""

    name = "fts5"

    def __init__(self, folder: Path) -> None:
        self._folder, self._file = folder, folder / "fts5.sqlite3"

    def build(self, works: Iterable[SearchDocument]) -> None:
        """Fill the tables, then make the indexes, in one transaction and as fast as SQLite can."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._file.unlink(missing_ok=True)
        connection = sqlite3.connect(self._file, isolation_level=None)
        connection.executescript(_QUICKLY + sql.TABLES + _WORDS)
        connection.execute("BEGIN")
        sql.fill(works, _writing(connection), _words)
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        connection.execute("COMMIT")
        connection.executescript(sql.INDEXES + "ANALYZE;")
        connection.close()

    def size(self) -> int:
        """Bytes on disk."""
        return bytes_below(self._folder)

    def can(self, question: Question) -> bool:
        """It knows no misspellings, and no words that hold on a day only."""
        return question.way != "fuzzy" and question.request.on is None

    def client(self) -> Client:
        """A connection for one thread."""
        connection = sqlite3.connect(  # used by one thread, but not the one that makes it
            f"file:{self._file}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
        )
        connection.executescript(_WARMLY)
        connection.execute("CREATE TEMP TABLE found (id INTEGER PRIMARY KEY, score REAL)")
        return _Asking(connection).asked


def _writing(connection: sqlite3.Connection) -> sql.Write:
    def write(table: str, rows: list[sql.Row]) -> None:
        marks = ",".join("?" * len(rows[0]))
        into = _INTO.get(table, table)
        connection.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)  # noqa: S608 - ours

    return write


def _words(work: SearchDocument) -> sql.Row:
    return " ".join(title_terms(work)), " ".join(body_terms(work))


class _Asking(sql.Asking):
    def found_by(self, question: Question) -> tuple[str, sql.Row]:
        """By BM25, titles weighing more, as everywhere here."""
        worth = "0" if question.request.sort == "newest" else "-bm25(words, 3.0, 1.0)"
        dated = sql.between_days(question).replace("AND id", "AND rowid", 1)
        return f"SELECT rowid, {worth} FROM words WHERE words MATCH ?{dated}", (_match(question),)  # noqa: S608 - ours


def _match(question: Question) -> str:
    rows = (" ".join(row) for row in sought(question))
    return " AND ".join(f'"{row}"{"*" if question.way == "prefix" else ""}' for row in rows)
