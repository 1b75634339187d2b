"""The review that every Centre begins with: a second person looks at every kind of record."""

from django.db import migrations

KINDS = ("judgment", "instrument", "legislation", "publication")


def set_up(apps, schema_editor):
    """One workflow of one step; nothing where the Centre has set up its own for a kind."""
    types = apps.get_model("contenttypes", "ContentType").objects
    step_type, _ = types.get_or_create(app_label="editorial", model="secondperson")
    task = apps.get_model("editorial", "SecondPerson").objects.create(
        name="A second person looks", content_type=step_type, active=True
    )
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(
        name="Review by a second person", active=True
    )
    apps.get_model("wagtailcore", "WorkflowTask").objects.create(
        workflow=workflow, task_id=task.pk, sort_order=0
    )
    used_for = apps.get_model("wagtailcore", "WorkflowContentType").objects
    for kind in KINDS:
        content_type, _ = types.get_or_create(app_label="library", model=kind)
        used_for.get_or_create(content_type=content_type, defaults={"workflow": workflow})


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0001_second_person"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("library", "0009_chosen_works"),
    ]

    operations = [migrations.RunPython(set_up, migrations.RunPython.noop)]
