from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_second_step")]

    operations = [
        migrations.AddField(
            model_name="tries",
            name="lasts_day",
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
