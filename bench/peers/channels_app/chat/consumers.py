"""One open socket."""

import struct
from typing import Any

from channels.generic.websocket import AsyncWebsocketConsumer
from django.core.signing import BadSignature, Signer

from .models import Message

ACK, MESSAGE = b"\x13", b"\x12"


class Chat(AsyncWebsocketConsumer):
    """`/chat/<pass>`; the pass says which room and which seat, signed."""

    async def connect(self) -> None:
        """Let in who has a pass."""
        try:
            claim = Signer().unsign(self.scope["url_route"]["kwargs"]["claim"])
        except BadSignature:
            await self.close()
            return
        self.room, self.seat = map(int, claim.split("."))
        self.group = f"room-{self.room}"
        await self.channel_layer.group_add(self.group, self.channel_name)
        await self.accept()

    async def disconnect(self, code: int) -> None:
        """Leave the room."""
        if hasattr(self, "group"):
            await self.channel_layer.group_discard(self.group, self.channel_name)

    async def receive(
        self, text_data: str | None = None, bytes_data: bytes | None = None
    ) -> None:
        """Store, acknowledge, hand on."""
        made = await Message.objects.acreate(room=self.room, sender=self.seat, body=bytes_data)
        await self.send(bytes_data=ACK + struct.pack("<Q", made.pk))
        await self.channel_layer.group_send(
            self.group,
            {
                "type": "chat.message",
                "number": made.pk,
                "body": bytes_data,
                "by": self.channel_name,
            },
        )

    async def chat_message(self, event: dict[str, Any]) -> None:
        """Deliver to everyone but its sender, who has the acknowledgement."""
        if event["by"] != self.channel_name:
            number = struct.pack("<Q", event["number"])
            await self.send(bytes_data=MESSAGE + number + event["body"])
