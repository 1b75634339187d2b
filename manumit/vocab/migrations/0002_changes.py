"""Changes to concepts, proposed by one person and decided by another."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('vocab', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Change',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('name', 'its name in a language'), ('also', 'another name in a language'), ('drop', 'a name that is wrong, to be dropped'), ('word', 'the word that one law or instrument uses'), ('definition', 'its definition, in English'), ('broader', 'the concept it stands below')], max_length=12)),
                ('language', models.CharField(blank=True, max_length=16)),
                ('text', models.CharField(blank=True, max_length=1000)),
                ('instrument', models.CharField(blank=True, max_length=200)),
                ('source', models.CharField(max_length=500)),
                ('at', models.DateTimeField()),
                ('stands', models.CharField(choices=[('waiting', 'waits for a second person'), ('accepted', 'accepted'), ('declined', 'declined'), ('in_files', 'accepted, and in the files by now')], default='waiting', max_length=8)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.CharField(blank=True, max_length=300)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('concept', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='vocab.concept')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('decided_by', models.F('by')), _negated=True), name='vocab_a_second_person_decides')],
            },
        ),
    ]
