from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("relationships", "0006_handing_over")]

    operations = [
        migrations.AddField(
            "relationship",
            "client_lang",
            models.CharField(blank=True, db_default="", default="", max_length=5),
        ),
        migrations.AddField(
            "relationship",
            "specialist_lang",
            models.CharField(blank=True, db_default="", default="", max_length=5),
        ),
    ]
