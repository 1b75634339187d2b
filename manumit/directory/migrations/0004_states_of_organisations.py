"""Where an organisation stands is told by its drafts and reviews from now on, not by a field."""

import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0003_where_they_stood'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='organisation',
            name='directory_published_has_source',
        ),
        migrations.RemoveField(
            model_name='organisation',
            name='status',
        ),
        migrations.AlterField(
            model_name='organisation',
            name='confidence',
            field=models.CharField(choices=[('high', 'checked against an authoritative source'), ('medium', 'main facts checked'), ('unverified', 'not yet verified')], default='unverified', max_length=12),
        ),
        migrations.AlterField(
            model_name='organisation',
            name='sources',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AlterField(
            model_name='organisation',
            name='system',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='organisations', to='vocab.system'),
        ),
        migrations.AlterField(
            model_name='service',
            name='covers',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AlterField(
            model_name='service',
            name='hours',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AlterField(
            model_name='service',
            name='languages',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AlterField(
            model_name='service',
            name='names',
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AlterField(
            model_name='service',
            name='organisation',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='services', to='directory.organisation'),
        ),
        migrations.AlterField(
            model_name='service',
            name='sort_order',
            field=models.PositiveSmallIntegerField(editable=False),
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.CheckConstraint(condition=models.Q(('live', False), models.Q(('sources', []), _negated=True), _connector='OR'), name='directory_published_has_source', violation_error_message='A published record needs at least one source.'),
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.CheckConstraint(condition=models.Q(('live', False), ('withdrawn_at', None), _connector='OR'), name='directory_withdrawn_is_not_live'),
        ),
    ]
