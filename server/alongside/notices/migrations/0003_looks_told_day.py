"""A coordinator is told once that somebody should have looked again."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """One more day of what was told."""

    dependencies: ClassVar = [("notices", "0002_lang")]

    operations: ClassVar = [
        migrations.AddField("reach", "looks_told_day", models.IntegerField(default=0)),
    ]
