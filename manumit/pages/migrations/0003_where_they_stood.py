"""What stood before readers stands there still. By itself: no table changes while rows do."""

from django.db import migrations
from django.utils import timezone


def keep_where_they_stood(apps, schema_editor):
    """What was published is live, what was withdrawn says since when it is known to be."""
    rows = apps.get_model("pages", "Page").objects
    rows.exclude(status="published").update(live=False)
    rows.filter(status="withdrawn").update(withdrawn_at=timezone.now())
    rows.filter(live=True).update(
        first_published_at=timezone.now(), last_published_at=timezone.now()
    )
    rows.filter(translation__isnull=True).update(translation={})


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0002_reviewed_pages'),
    ]

    operations = [
        migrations.RunPython(keep_where_they_stood, migrations.RunPython.noop),
    ]
