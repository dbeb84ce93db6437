"""Two doors: the JSON API for the room, and the pages without keys."""

from django.urls import include, path

from alongside.api.config import config

urlpatterns = [
    path("config.json", config, name="config"),
    path("api/", include("alongside.api.urls")),
    path("", include("alongside.web.urls")),
]
