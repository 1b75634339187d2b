"""Of some judgments only the year is known: their days are written as those of other works."""

from django.db import migrations, models

_ORDER = models.CheckConstraint(
    condition=models.Q(("final_on", None), ("final_on__gte", models.F("decided_on")), _connector="OR"),
    name="library_final_after_decided",
    violation_error_message="A judgment cannot be final before it was given.",
)


class Migration(migrations.Migration):
    dependencies = [("library", "0013_notes")]

    operations = [
        # It compares the two columns, so it is away while they change.
        migrations.RemoveConstraint(model_name="judgment", name="library_final_after_decided"),
        migrations.AlterField(
            model_name="judgment",
            name="decided_on",
            field=models.CharField(max_length=10),
        ),
        migrations.AlterField(
            model_name="judgment",
            name="final_on",
            field=models.CharField(blank=True, max_length=10, null=True),
        ),
        migrations.AddConstraint(model_name="judgment", constraint=_ORDER),
    ]
