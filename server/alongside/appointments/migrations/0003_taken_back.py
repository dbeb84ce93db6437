from django.conf import settings
from django.db import migrations, models

AGREED = 2


def keep_how_early_was_in_time(apps, schema_editor):
    """What was agreed before the desk could say it was agreed under the machine's word."""
    rows = apps.get_model("appointments", "Appointment").objects.filter(state=AGREED)
    rows.update(in_time_hours=settings.IN_TIME_HOURS)


class Migration(migrations.Migration):
    dependencies = [("appointments", "0002_closed")]

    operations = [
        migrations.RemoveConstraint("appointment", "appointments_closed_has_its_day"),
        migrations.AlterField(
            "appointment",
            "state",
            models.SmallIntegerField(
                choices=[
                    (1, "Proposed"),
                    (2, "Agreed"),
                    (3, "Declined"),
                    (4, "Cancelled"),
                    (5, "Lapsed"),
                    (6, "Let Go"),
                    (7, "Over"),
                    (8, "Taken Back"),
                ]
            ),
        ),
        migrations.AddField(
            "appointment",
            "in_time_hours",
            models.PositiveSmallIntegerField(default=None, null=True),
        ),
        migrations.AddConstraint(
            "appointment",
            models.CheckConstraint(
                name="appointments_closed_has_its_day",
                condition=models.Q(
                    models.Q(("closed_on__isnull", False), ("state__in", (3, 4, 5, 6, 8))),
                    models.Q(
                        models.Q(("state__in", (3, 4, 5, 6, 8)), _negated=True),
                        ("closed_on", None),
                    ),
                    _connector="OR",
                ),
            ),
        ),
        migrations.RunPython(keep_how_early_was_in_time, migrations.RunPython.noop),
    ]
