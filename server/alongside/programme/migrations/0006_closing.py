# The day on which the programme ends, once announced.

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programme', '0005_keeping'),
    ]

    operations = [
        migrations.AddField(
            model_name='programme',
            name='closes_on',
            field=models.IntegerField(blank=True, null=True),
        ),
    ]
