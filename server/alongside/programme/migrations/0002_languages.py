"""Further languages, each with the one who reviewed it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programme", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="programme",
            name="languages",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
