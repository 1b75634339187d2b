"""What a judgment decided, by codes of a vocabulary."""

import modelcluster.fields
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('library', '0010_covers_and_files'),
        ('vocab', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='judgment',
            name='outcomes',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, related_name='judgments', to='vocab.concept'),
        ),
    ]
