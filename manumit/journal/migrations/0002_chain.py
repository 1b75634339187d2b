"""Each entry has the digest of the one before it; those written before get theirs."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from manumit.journal.chain import BEGINNING, link


def chain(apps, schema_editor):
    """Chain what stands, in the order in which it was written."""
    entries = apps.get_model("journal", "Entry").objects.order_by("number")
    number, digest, changed = 0, BEGINNING, []
    for entry in entries.iterator(chunk_size=2000):
        entry.previous = digest
        entry.digest = digest = link(
            previous=digest,
            number=entry.number,
            at=entry.at,
            by=entry.by_id,
            action=entry.action,
            subject=entry.subject,
            detail=entry.detail,
        )
        number = entry.number
        changed.append(entry)
        if len(changed) == 2000:
            entries.bulk_update(changed, ["previous", "digest"], batch_size=200)
            changed = []
    entries.bulk_update(changed, ["previous", "digest"], batch_size=200)
    apps.get_model("journal", "Head").objects.filter(number=number).update(digest=digest)


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            "head", "digest", models.CharField(blank=True, default="", max_length=64)
        ),
        migrations.AddField(
            "entry", "previous", models.CharField(blank=True, default="", max_length=64)
        ),
        migrations.AddField(
            "entry", "digest", models.CharField(default="", max_length=64), preserve_default=False
        ),
        migrations.AlterField("entry", "at", models.DateTimeField(db_index=True)),
        migrations.AlterField(
            "entry",
            "by",
            models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.RunPython(chain, migrations.RunPython.noop),
    ]
