"""Letters are written in the language of whoever left the address."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column: letters so far were English."""

    dependencies: ClassVar = [("notices", "0001_initial")]

    operations: ClassVar = [
        migrations.AddField("reach", "lang", models.CharField(default="en", max_length=5)),
    ]
