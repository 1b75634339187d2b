"""Why a record was changed: one line for the journal."""

from django.db import migrations, models

from manumit.base.rules import RulesAside


class Migration(migrations.Migration):
    dependencies = [("library", "0007_what_tables_say")]

    operations = [
        RulesAside(
            [
                migrations.AddField(
                    "work",
                    "why",
                    models.CharField(
                        blank=True,
                        default="",
                        help_text="One line for the journal, which readers see: what you changed and why.",
                        max_length=300,
                        verbose_name="why this change",
                    ),
                )
            ]
        ),
    ]
