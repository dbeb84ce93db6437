from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("matching", "0001_initial")]

    operations = [
        migrations.AddIndex(
            model_name="wish",
            index=models.Index(fields=["handed_on", "id"], name="matching_wish_in_line"),
        ),
    ]
