"""A kept note of a meeting has a last day; what is one's own has none."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """A day that may be empty."""

    dependencies: ClassVar = [("keys", "0008_passkey")]
    operations: ClassVar = [
        migrations.AddField(
            model_name="document", name="last_on", field=models.IntegerField(null=True)
        ),
    ]
