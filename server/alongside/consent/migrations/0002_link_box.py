import django.db.models.deletion
from django.db import migrations, models

import alongside.ground.fields


def put_apart(apps, schema_editor):
    """What a link opens with stands by itself from here on, as wraps do."""
    Telling = apps.get_model("consent", "Telling")
    LinkBox = apps.get_model("consent", "LinkBox")
    told = Telling.objects.exclude(link_box=None).order_by("pk")
    for pk, box in told.values_list("pk", "link_box").iterator():
        LinkBox.objects.create(telling_id=pk, box=box)
    # A column that is dropped stays in old rows of PostgreSQL until they are written anew.
    told.update(link_box=None)


class Migration(migrations.Migration):

    dependencies = [
        ("consent", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="LinkBox",
            fields=[
                (
                    "telling",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="consent.telling",
                    ),
                ),
                ("box", alongside.ground.fields.BytesField(lengths=(137,))),
            ],
        ),
        migrations.RunPython(put_apart, migrations.RunPython.noop),
    ]
