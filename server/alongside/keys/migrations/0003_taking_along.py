from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("keys", "0002_devices")]

    operations = [
        migrations.AlterField(
            model_name="waychange",
            name="kind",
            field=models.SmallIntegerField(
                choices=[(1, "Add"), (2, "Remove"), (3, "Words"), (4, "Along")]
            ),
        ),
        migrations.RemoveConstraint(model_name="waychange", name="keys_change_kind"),
        migrations.AddConstraint(
            model_name="waychange",
            constraint=models.CheckConstraint(
                name="keys_change_kind", condition=Q(kind__in=[1, 2, 3, 4])
            ),
        ),
    ]
