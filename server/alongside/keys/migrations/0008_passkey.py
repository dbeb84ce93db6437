"""A passkey is a way in: slot type 4, found by its id."""

from typing import ClassVar

from django.db import migrations, models

TYPES = [(1, "Words"), (2, "Spare"), (3, "Device"), (4, "Passkey")]


class Migration(migrations.Migration):
    """A fourth kind of way in."""

    dependencies: ClassVar = [("keys", "0007_new_lock")]
    operations: ClassVar = [
        migrations.RemoveConstraint(model_name="slot", name="keys_slot_profile_of_its_type"),
        migrations.AlterField(
            model_name="slot", name="type", field=models.SmallIntegerField(choices=TYPES)
        ),
        migrations.AlterField(
            model_name="waychange", name="type", field=models.SmallIntegerField(choices=TYPES)
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("profile", 1), ("type", 1)),
                    models.Q(("profile", 0), ("type", 2)),
                    models.Q(("profile__in", [0, 1]), ("type", 3)),
                    models.Q(("profile", 0), ("type", 4)),
                    _connector="OR",
                ),
                name="keys_slot_profile_of_its_type",
            ),
        ),
        migrations.AddIndex(
            model_name="slot",
            index=models.Index(
                condition=models.Q(("type", 4)), fields=["slot_id"], name="keys_slot_passkey"
            ),
        ),
    ]
