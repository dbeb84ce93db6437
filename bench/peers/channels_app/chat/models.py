"""What is kept."""

from django.db import models


class Message(models.Model):
    """One message of one room."""

    objects: models.Manager["Message"] = models.Manager()

    room = models.IntegerField()
    sender = models.IntegerField()
    body = models.BinaryField()

    class Meta:
        app_label = "chat"
        indexes = [models.Index(fields=["room", "id"], name="chat_message_room")]

    def __str__(self) -> str:
        return f"Message {self.pk}"
