"""Everything under /api/: one router for each room, one gate in front of all."""

from django.urls import URLPattern, URLResolver, path, re_path
from ninja import NinjaAPI

from alongside import VERSION
from alongside.api import (
    appointments,
    at_the_desk,
    carrying,
    certificates,
    circles,
    concerns,
    consent,
    conversations,
    counting,
    credentials,
    debriefs,
    documenting,
    documents,
    emergencies,
    files,
    handing,
    help_lines,
    house_rules,
    invites,
    key_log,
    keys,
    library,
    matching,
    measures,
    new_lock,
    notices,
    on_call,
    packs,
    people,
    pledges,
    programme,
    reflections,
    relationships,
    repairs,
    ripple,
    supervising,
    wall,
    ways_in,
)
from alongside.api.gate import gated, nothing
from alongside.api.trouble import refuse_in_one_shape

api = NinjaAPI(
    title="Alongside",
    version=VERSION,
    description="How rooms speak to the server; protocol/api.md says what each call promises.",
    docs_url=None,
)
refuse_in_one_shape(api)
for _router in (
    help_lines,
    key_log,
    keys,
    ways_in,
    new_lock,
    people,
    programme,
    carrying,
    credentials,
    debriefs,
    on_call,
    house_rules,
    documenting,
    notices,
    relationships,
    handing,
    invites,
    conversations,
    at_the_desk,
    documents,
    files,
    matching,
    consent,
    emergencies,
    appointments,
    repairs,
    counting,
    library,
    pledges,
    ripple,
    certificates,
    supervising,
    reflections,
    circles,
    concerns,
    measures,
    packs,
    wall,
):
    api.add_router("", _router.router)


def _behind_the_gate(found: list[URLPattern | URLResolver]) -> list[URLPattern | URLResolver]:
    for call in found:
        if isinstance(call, URLPattern):
            # The framework's own root is a name for reversing; nothing is to be seen there.
            call.callback = gated(nothing if call.name == "api-root" else call.callback)
    return found


_patterns, _app, _namespace = api.urls
urlpatterns: list[URLPattern | URLResolver] = [
    path("", (_behind_the_gate(_patterns), _app, _namespace)),
    re_path("^.*$", gated(nothing)),
]
