"""Wordings bear the publisher's lasting name of their provision."""

from django.db import migrations, models

from manumit.base.rules import RulesAside


class Migration(migrations.Migration):
    dependencies = [("library", "0004_citations")]

    operations = [
        RulesAside(
            [
                migrations.AddField(
                    model_name="wording",
                    name="lasting_id",
                    field=models.CharField(blank=True, max_length=200, default=""),
                    preserve_default=False,
                ),
            ]
        )
    ]
