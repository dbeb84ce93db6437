import django.db.models.deletion
from django.db import migrations, models


def keep_who_was_named(apps, schema_editor):
    """Whom clients named beside wishes that still wait; a no of anybody goes with its wish."""
    apart = apps.get_model("matching", "Apart").objects.filter(by_client=True)
    not_for = apps.get_model("matching", "NotFor")
    named = apart.values_list("wish__account_id", "specialist_id")
    not_for.objects.bulk_create(
        [not_for(client_id=client, specialist_id=other) for client, other in named]
    )
    apart.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0002_desk_lists"),
        ("people", "0003_second_step"),
    ]

    operations = [
        migrations.CreateModel(
            name="NotFor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("client", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.account")),
                ("specialist", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.account")),
            ],
            options={
                "verbose_name_plural": "not for",
                "constraints": [
                    models.UniqueConstraint(models.F("client"), models.F("specialist"), name="matching_not_for_once")
                ],
            },
        ),
        migrations.RunPython(keep_who_was_named, migrations.RunPython.noop),
        migrations.RemoveField(model_name="apart", name="by_client"),
    ]
