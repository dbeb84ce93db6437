from django.db import migrations

import alongside.ground.fields


def readers_so_far(apps, schema_editor):
    """Until now everybody whom the gate names has read."""
    Head = apps.get_model("conversations", "Head")
    Member = apps.get_model("conversations", "Member")
    named = {}
    for row in Member.objects.values_list("conversation_id", "account__ref").iterator():
        named.setdefault(row[0], []).append(bytes(row[1]))
    for head in Head.objects.only("pk").iterator():
        readers = b"".join(sorted(named.get(head.pk, [])))
        Head.objects.filter(pk=head.pk).update(readers=readers)


class Migration(migrations.Migration):

    dependencies = [
        ("conversations", "0004_more_than_text"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="head",
            name="readers",
            field=alongside.ground.fields.BytesField(default=b"", db_default=b""),
        ),
        migrations.RunPython(readers_so_far, migrations.RunPython.noop),
    ]
