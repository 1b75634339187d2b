"""Where a page stands is told by its drafts and reviews from now on, not by a field."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0003_where_they_stood'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='page',
            options={'ordering': ['section', 'position', 'key'], 'verbose_name': 'page of the site', 'verbose_name_plural': 'pages of the site'},
        ),
        migrations.RemoveConstraint(
            model_name='page',
            name='pages_published_has_source',
        ),
        migrations.RemoveField(
            model_name='page',
            name='status',
        ),
        migrations.AlterField(
            model_name='page',
            name='checked_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='page',
            name='confidence',
            field=models.CharField(choices=[('high', 'checked against an authoritative source'), ('medium', 'main facts checked'), ('unverified', 'not yet verified')], default='unverified', max_length=12),
        ),
        migrations.AlterField(
            model_name='page',
            name='language',
            field=models.CharField(default='en', max_length=16),
        ),
        migrations.AlterField(
            model_name='page',
            name='name',
            field=models.CharField(editable=False, max_length=80),
        ),
        migrations.AlterField(
            model_name='page',
            name='questions',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AlterField(
            model_name='page',
            name='sources',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AlterField(
            model_name='page',
            name='translation',
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddConstraint(
            model_name='page',
            constraint=models.CheckConstraint(condition=models.Q(('live', False), models.Q(('sources', []), _negated=True), _connector='OR'), name='pages_published_has_source', violation_error_message='A published page needs at least one source.'),
        ),
        migrations.AddConstraint(
            model_name='page',
            constraint=models.CheckConstraint(condition=models.Q(('live', False), ('withdrawn_at', None), _connector='OR'), name='pages_withdrawn_is_not_live'),
        ),
    ]
