"""Pages of the site are looked at by a second person too, in the review that works have."""

from django.db import migrations


def set_up(apps, schema_editor):
    """Nothing where the Centre has no such review any more, or another for pages."""
    workflow = (
        apps.get_model("wagtailcore", "Workflow")
        .objects.filter(name="Review by a second person", active=True)
        .first()
    )
    if workflow is None:
        return
    types = apps.get_model("contenttypes", "ContentType").objects
    content_type, _ = types.get_or_create(app_label="pages", model="page")
    apps.get_model("wagtailcore", "WorkflowContentType").objects.get_or_create(
        content_type=content_type, defaults={"workflow": workflow}
    )


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0003_review_of_organisations"),
        ("pages", "0004_states_of_pages"),
    ]

    operations = [migrations.RunPython(set_up, migrations.RunPython.noop)]
