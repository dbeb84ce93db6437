from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('concerns', '0003_keys_are_overwritten'),
    ]

    operations = [
        migrations.AddField(
            model_name='concern',
            name='told_late_on',
            field=models.IntegerField(default=None, null=True),
        ),
        migrations.AddField(
            model_name='measure',
            name='told_late_on',
            field=models.IntegerField(default=None, null=True),
        ),
    ]
