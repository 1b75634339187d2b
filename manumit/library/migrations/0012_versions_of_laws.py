"""The versions of a law, by the day from which each stood."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("library", "0011_coded_outcomes")]

    operations = [
        migrations.AddField("legislation", "versions", models.JSONField(blank=True, default=list)),
    ]
