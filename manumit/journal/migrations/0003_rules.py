"""What was written stays as it was written, whoever asks."""

from django.db import migrations

from manumit.base.rules import AppendOnly, RowRule


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_chain")]

    operations = [
        AppendOnly(
            name="journal_append_only",
            table="journal_entry",
            key="number",
            says="the journal is only ever added to",
        ),
        RowRule(
            name="journal_chained",
            table="journal_entry",
            columns=["number", "previous"],
            violation=(
                "SELECT 1 WHERE NEW.number > 1 AND NOT EXISTS (SELECT 1 FROM journal_entry other "
                "WHERE other.number = NEW.number - 1 AND other.digest = NEW.previous)"
            ),
            says="an entry follows on the one before it",
        ),
    ]
