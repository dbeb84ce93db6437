"""Serves the chat: `python -m bench.peers.channels_app PORT`."""

import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.peers.channels_app.settings"


def main() -> None:
    """Make the table, and serve until told to stop."""
    import django
    import uvicorn

    django.setup()
    from channels.routing import ProtocolTypeRouter, URLRouter
    from django.core.management import call_command
    from django.urls import path

    from .chat.consumers import Chat

    call_command("migrate", run_syncdb=True, verbosity=0, interactive=False)
    routes = URLRouter([path("chat/<str:claim>", Chat.as_asgi())])
    uvicorn.run(
        ProtocolTypeRouter({"websocket": routes}),
        port=int(sys.argv[1]),
        loop="uvloop",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=3,
        lifespan="off",
    )


if __name__ == "__main__":
    main()
