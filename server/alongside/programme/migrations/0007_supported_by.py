import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("people", "0001_initial"),
        ("programme", "0006_closing"),
    ]

    operations = [
        migrations.AddField(
            model_name="seat",
            name="supported_by",
            field=models.ForeignKey(
                default=None,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="people.account",
            ),
        ),
    ]
