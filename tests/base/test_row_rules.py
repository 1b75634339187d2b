"""Rules of the database can be put in place and taken away again on every database."""

from types import SimpleNamespace

import pytest
from django.db import IntegrityError, connection, transaction

from manumit.base.rules import RowRule
from manumit.journal.models import Head

pytestmark = pytest.mark.django_db

RULE = RowRule(
    name="journal_no_seven",
    table="journal_head",
    columns=["number"],
    violation="SELECT 1 FROM journal_head WHERE id = NEW.id AND NEW.number = 7",
    says="seven is refused",
)


@pytest.fixture
def ruled(db):
    """Put the rule in place within the test's transaction, where a real editor may not work."""

    def put(*, forwards):
        act = RULE.database_forwards if forwards else RULE.database_backwards
        with connection.cursor() as cursor:
            editor = SimpleNamespace(
                connection=connection, execute=lambda sql, params: cursor.execute(sql)
            )
            act("journal", editor, None, None)

    put(forwards=True)
    return put


def write(number):
    with transaction.atomic():
        Head.objects.update_or_create(id=1, defaults={"number": number})


def test_a_rule_refuses_a_new_row_and_says_why(ruled):
    with pytest.raises(IntegrityError, match="journal_no_seven: seven is refused"):
        write(7)
    assert not Head.objects.exists()


def test_a_rule_refuses_a_change_and_leaves_the_row_as_it_was(ruled):
    write(6)
    with pytest.raises(IntegrityError, match="seven is refused"):
        write(7)
    assert Head.objects.get().number == 6


def test_a_rule_taken_away_refuses_nothing(ruled):
    ruled(forwards=False)
    write(7)
    assert Head.objects.get().number == 7


def test_migrate_says_what_the_rule_is():
    assert RULE.describe() == "Rule journal_no_seven: seven is refused"
