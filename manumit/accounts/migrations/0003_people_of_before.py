"""People of a Centre from before there were roles: their addresses count as verified."""

from django.db import migrations


def take_over(apps, schema_editor):
    User = apps.get_model("accounts", "User")
    EmailAddress = apps.get_model("account", "EmailAddress")
    Group = apps.get_model("auth", "Group")
    for person in User.objects.filter(emailaddress=None):
        EmailAddress.objects.create(
            user=person, email=person.email.lower(), verified=True, primary=True
        )
        if person.is_superuser:
            person.groups.add(Group.objects.get_or_create(name="administrator")[0])


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_roles_and_sessions"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(take_over, migrations.RunPython.noop)]
