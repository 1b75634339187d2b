"""New concepts, proposed by one person and decided by another."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('vocab', '0002_changes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='change',
            name='stands',
            field=models.CharField(choices=[('waiting', 'waits for a second person'), ('accepted', 'accepted'), ('declined', 'declined'), ('replaced', 'accepted, and replaced since'), ('in_files', 'accepted, and in the files by now')], default='waiting', max_length=8),
        ),
        migrations.CreateModel(
            name='NewConcept',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=500)),
                ('at', models.DateTimeField()),
                ('stands', models.CharField(choices=[('waiting', 'waits for a second person'), ('accepted', 'accepted'), ('declined', 'declined'), ('replaced', 'accepted, and replaced since'), ('in_files', 'accepted, and in the files by now')], default='waiting', max_length=8)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.CharField(blank=True, max_length=300)),
                ('scheme', models.CharField(max_length=32)),
                ('code', models.CharField(max_length=64)),
                ('names', models.JSONField()),
                ('definition', models.CharField(max_length=1000)),
                ('broader', models.CharField(blank=True, max_length=64)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('decided_by', models.F('by')), _negated=True), name='vocab_a_second_person_decides_on_concepts'), models.UniqueConstraint(condition=models.Q(('stands', 'declined'), _negated=True), fields=('scheme', 'code'), name='vocab_one_new_concept_a_code')],
            },
        ),
    ]
