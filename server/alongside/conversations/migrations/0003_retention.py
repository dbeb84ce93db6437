"""A conversation's row says how long its promise keeps lines, for the relay to hold headers to."""

from typing import Any

from django.db import migrations, models


def read_from_promises(apps: Any, schema_editor: Any) -> None:
    """Take the months out of what both signed."""
    conversations = apps.get_model("conversations", "Conversation").objects
    for conversation in conversations.select_related("relationship").order_by("id"):
        months = _kept(conversation.relationship.promise.get("sentences", []))
        conversations.filter(pk=conversation.pk).update(retention=months)


def _kept(sentences: list[Any]) -> int:
    said = dict(sentences)
    if "kept-months" in said:
        return int(said["kept-months"][0])
    return 1 if "kept-month" in said else 0


class Migration(migrations.Migration):
    dependencies = [("conversations", "0002_waiting_since")]

    operations = [
        migrations.AddField(
            "conversation",
            "retention",
            models.PositiveSmallIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.RunPython(read_from_promises, migrations.RunPython.noop),
    ]
