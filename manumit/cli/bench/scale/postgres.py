"""PostgreSQL's full text search, as one who knows it would use it: a GIN index over made vectors."""

from collections import defaultdict
from collections.abc import Iterable
from importlib import import_module
from typing import Any

from manumit.cli.bench.scale import sql
from manumit.cli.bench.scale.contender import Client
from manumit.cli.bench.scale.questions import Question
from manumit.cli.bench.scale.words import body_terms, sought, title_terms
from manumit.library.types import SearchDocument

_FRESH = "DROP SCHEMA IF EXISTS {0} CASCADE; CREATE SCHEMA {0}; SET search_path TO {0};"
_WORDS = "CREATE TABLE words (id integer, vector tsvector);"
_INDEX = "CREATE INDEX ON words USING gin (vector) WITH (fastupdate = off);"
_FOR_BUILDING = "SET maintenance_work_mem = '1GB'; SET synchronous_commit = off;"
_FOR_ASKING = "SET temp_buffers = '256MB'; SET work_mem = '256MB'; SET jit = off;"
_LONGEST = 60_000  # milliseconds that a question may take
_LAST_POSITION, _MOST_POSITIONS = 16_383, 255  # that a vector keeps


class Postgres:
    """A schema of its own in a database that is given."""

    name = "postgresql"

    def __init__(self, database: str, schema: str) -> None:
        self._database, self._schema = database, schema

    def build(self, works: Iterable[SearchDocument]) -> None:
        """Copy the rows, then make the indexes."""
        with self._connected() as connection:
            connection.execute(_FRESH.format(self._schema))
            connection.execute(_FOR_BUILDING + sql.TABLES + _WORDS)
            sql.fill(works, _copying(connection), _words)
            connection.execute(sql.INDEXES + _INDEX)
            connection.execute("ANALYZE")

    def size(self) -> int:
        """Bytes of the tables and their indexes."""
        with self._connected() as connection:
            found = connection.execute(
                "SELECT sum(pg_total_relation_size(oid))::bigint FROM pg_class "
                "WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"
            )
            return int(found.fetchone()[0] or 0)

    def can(self, question: Question) -> bool:
        """It knows no misspellings, and no words that hold on a day only."""
        return question.way != "fuzzy" and question.request.on is None

    def client(self) -> Client:
        """A connection for one thread."""
        connection = self._connected()
        connection.execute(f"{_FOR_ASKING} SET statement_timeout = {_LONGEST}")
        connection.execute("CREATE TEMP TABLE found (id integer, score real)")
        return _Asking(connection).asked

    def _connected(self) -> Any:
        connection = import_module("psycopg").connect(self._database, autocommit=True)
        connection.execute(f"SET search_path TO {self._schema}")
        return connection


def _copying(connection: Any) -> sql.Write:
    def write(table: str, rows: list[sql.Row]) -> None:
        with connection.cursor().copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    return write


def _words(work: SearchDocument) -> sql.Row:
    """Terms with their positions, those of titles weighing more."""
    at: dict[str, list[str]] = defaultdict(list)
    title = title_terms(work)
    for position, term in enumerate(title, 1):
        at[term].append(f"{position}A")
    for position, term in enumerate(body_terms(work), len(title) + 2):
        at[term].append(str(min(position, _LAST_POSITION)))
    return (
        " ".join(
            f"{_quoted(term)}:{','.join(places[:_MOST_POSITIONS])}" for term, places in at.items()
        ),
    )


def _quoted(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"


class _Asking(sql.Asking):
    def found_by(self, question: Question) -> tuple[str, sql.Row]:
        """By PostgreSQL's own rank: it has no BM25."""
        worth = "0" if question.request.sort == "newest" else "ts_rank(vector, query)"
        dated = sql.between_days(question)
        return (
            f"SELECT id, {worth} FROM words, CAST(%s AS tsquery) query WHERE vector @@ query{dated}",  # noqa: S608 - ours
            (_query(question),),
        )


def _query(question: Question) -> str:
    prefix = ":*" if question.way == "prefix" else ""
    rows = (" <-> ".join(map(_quoted, row)) for row in sought(question))
    return " & ".join(f"({row}{prefix})" for row in rows)
