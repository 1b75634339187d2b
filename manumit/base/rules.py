"""Rules that the database itself keeps, across rows and tables, on SQLite and PostgreSQL alike.

Django's constraints cover one row; ``RowRule`` covers what needs another row: it refuses an
insert or update for which a query finds a violation. ``AppendOnly`` refuses that a row is ever
changed or deleted. ``RulesAside`` is how a table that rules speak of is altered.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import SeparateDatabaseAndState
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class _Rule(Operation, ABC):
    """A rule that lives in the database only, as triggers of one table."""

    reversible = True
    name: str
    table: str
    says: str

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Django's picture of the models stays the same."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Create the triggers."""
        write = {"sqlite": self._sqlite, "postgresql": self._postgresql}
        for statement in write[schema_editor.connection.vendor]():
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Remove the triggers."""
        on = f" ON {self.table}" if schema_editor.connection.vendor == "postgresql" else ""
        for moment in self._moments():
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {self.name}_{moment}{on}", params=None)
        if on:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {self.name}()", params=None)

    def describe(self) -> str:
        """One line for ``migrate``."""
        return f"Rule {self.name}: {self.says}"

    @abstractmethod
    def _moments(self) -> list[str]:
        """The name of each trigger, after the rule's own."""

    @abstractmethod
    def _sqlite(self) -> list[str]:
        """The statements that make the triggers there."""

    @abstractmethod
    def _postgresql(self) -> list[str]:
        """The statements that make the triggers there."""

    def _function(self, body: str) -> str:
        """A PostgreSQL function of the rule's name for its triggers to call."""
        return (
            f"CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"{body} END $$"
        )

    def _raise(self) -> str:
        """How PostgreSQL refuses."""
        return (
            f"RAISE EXCEPTION '{self.name}: {self.says}' "
            "USING ERRCODE = 'integrity_constraint_violation';"
        )


class RowRule(_Rule):
    """Refuse a row of ``table`` when ``violation`` (a SELECT that may use NEW) finds any row.

    ``columns`` are those whose change needs checking again. The refusal carries ``name`` and
    ``says``; Django raises it as IntegrityError on both databases. The check runs after the row
    is written, when its number is known, and undoes it. Two transactions at once do not see each
    other's rows: a service that writes under a rule first locks the row they share.
    """

    def __init__(
        self, name: str, table: str, columns: Sequence[str], violation: str, says: str
    ) -> None:
        self.name = name
        self.table = table
        self.columns = list(columns)
        self.violation = violation
        self.says = says

    def _moments(self) -> list[str]:
        return ["insert", "update"]

    def _events(self) -> list[tuple[str, str]]:
        return [("insert", "INSERT"), ("update", f"UPDATE OF {', '.join(self.columns)}")]

    def _sqlite(self) -> list[str]:
        return [
            f"CREATE TRIGGER {self.name}_{moment} AFTER {event} ON {self.table} "
            f"FOR EACH ROW WHEN EXISTS ({self.violation}) "
            f"BEGIN SELECT RAISE(ABORT, '{self.name}: {self.says}'); END"
            for moment, event in self._events()
        ]

    def _postgresql(self) -> list[str]:
        check = f"IF EXISTS ({self.violation}) THEN {self._raise()} END IF; RETURN NEW;"
        triggers = [
            f"CREATE TRIGGER {self.name}_{moment} AFTER {event} ON {self.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {self.name}()"
            for moment, event in self._events()
        ]
        return [self._function(check), *triggers]


class AppendOnly(_Rule):
    """Refuse to change, replace or delete any row of ``table``, whose primary key is ``key``.

    SQLite deletes the old row of an INSERT OR REPLACE without asking the triggers of a delete, so
    there an insert of a key that is taken is refused before it replaces anything.
    """

    def __init__(self, name: str, table: str, key: str, says: str) -> None:
        self.name = name
        self.table = table
        self.key = key
        self.says = says

    def _moments(self) -> list[str]:
        return ["update", "delete", "whole"]

    def _sqlite(self) -> list[str]:
        # The names of table and key stand in a migration: they are nobody's input.
        taken = f"EXISTS (SELECT 1 FROM {self.table} WHERE {self.key} = NEW.{self.key})"  # noqa: S608
        events = [("update", "UPDATE", "1"), ("delete", "DELETE", "1"), ("whole", "INSERT", taken)]
        return [
            f"CREATE TRIGGER {self.name}_{moment} BEFORE {event} ON {self.table} "
            f"FOR EACH ROW WHEN {when} BEGIN SELECT RAISE(ABORT, '{self.name}: {self.says}'); END"
            for moment, event, when in events
        ]

    def _postgresql(self) -> list[str]:
        events = [
            ("update", "UPDATE", "ROW"),
            ("delete", "DELETE", "ROW"),
            ("whole", "TRUNCATE", "STATEMENT"),
        ]
        triggers = [
            f"CREATE TRIGGER {self.name}_{moment} BEFORE {event} ON {self.table} "
            f"FOR EACH {each} EXECUTE FUNCTION {self.name}()"
            for moment, event, each in events
        ]
        return [self._function(f"{self._raise()} RETURN NULL;"), *triggers]


class RulesAside(SeparateDatabaseAndState):
    """Carry out operations on tables while their rules are laid aside, and put the rules back.

    SQLite alters most columns by writing the table anew under another name, and refuses that while
    a trigger of any table speaks of it. PostgreSQL needs nothing of the kind.
    """

    def __init__(self, operations: Sequence[Operation]) -> None:
        super().__init__(database_operations=operations, state_operations=operations)
        self.operations = operations

    def deconstruct(self) -> tuple[str, list[Sequence[Operation]], dict[str, object]]:
        """As every operation: its name and arguments."""
        return type(self).__name__, [self.operations], {}

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Alter the tables."""
        with _without_triggers(schema_editor):
            super().database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Alter the tables back."""
        with _without_triggers(schema_editor):
            super().database_backwards(app_label, schema_editor, from_state, to_state)


@contextmanager
def _without_triggers(schema_editor: BaseDatabaseSchemaEditor) -> Iterator[None]:
    if schema_editor.connection.vendor != "sqlite":
        yield
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
    for name, _ in triggers:
        schema_editor.execute(f'DROP TRIGGER "{name}"', params=None)
    yield
    for _, sql in triggers:
        schema_editor.execute(sql, params=None)
