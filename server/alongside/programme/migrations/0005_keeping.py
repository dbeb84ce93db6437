"""The limits within which a client chooses how long lines are kept."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programme", "0004_answer_within")]

    operations = [
        migrations.AddField(
            "programme", "retention_least", models.PositiveSmallIntegerField(default=1)
        ),
        migrations.AddField(
            "programme", "retention_most", models.PositiveSmallIntegerField(default=24)
        ),
        migrations.AddField(
            "programme", "retention_open_allowed", models.BooleanField(default=True)
        ),
        migrations.AddConstraint(
            "programme",
            models.CheckConstraint(
                condition=models.Q(
                    ("retention_least__gte", 1),
                    ("retention_least__lte", models.F("retention_most")),
                    ("retention_most__lte", 24),
                ),
                name="programme_retention_limits",
            ),
        ),
        migrations.AddConstraint(
            "programme",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("retention_months", 0), ("retention_open_allowed", True)),
                    models.Q(
                        ("retention_months__gte", models.F("retention_least")),
                        ("retention_months__lte", models.F("retention_most")),
                    ),
                    _connector="OR",
                ),
                name="programme_retention_within_limits",
            ),
        ),
    ]
