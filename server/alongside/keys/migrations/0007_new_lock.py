"""A wish to renew the whole lock waits like other changes."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """A fifth kind of change."""

    dependencies: ClassVar = [("keys", "0006_key_log")]
    operations: ClassVar = [
        migrations.RemoveConstraint(model_name="waychange", name="keys_change_kind"),
        migrations.AlterField(
            model_name="waychange",
            name="kind",
            field=models.SmallIntegerField(
                choices=[(1, "Add"), (2, "Remove"), (3, "Words"), (4, "Along"), (5, "Lock")]
            ),
        ),
        migrations.AddConstraint(
            model_name="waychange",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", [1, 2, 3, 4, 5])), name="keys_change_kind"
            ),
        ),
    ]
