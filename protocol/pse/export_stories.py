"""Stories from one's own life in words, as taken along (section 11)."""

from collections.abc import Callable, Iterator

from .card_story import LAYERS
from .story import Layer, Story, Told

_NOTES = {
    1: "alcohol or drugs",
    2: "going back to it",
    3: "not wanting to live",
    4: "hurting oneself",
    5: "violence",
    6: "sexual violence",
    7: "harm done to a child",
    8: "death and grief",
    9: "a hospital, or being held",
    10: "food and weight",
    11: "losing a home",
    12: "police or prison",
}


def stories_words(stories: tuple[Story, ...], day_words: Callable[[int], str]) -> Iterator[str]:
    """Each story with its layers, and what was told of it on which day."""
    for story in stories:
        layers = [_layer(layer) for layer in story.layers]
        told = [_told(one, day_words) for one in story.told]
        head = f"A story of mine: {story.title}\n{day_words(story.day)}\n"
        yield "\n".join([head, *layers, *told, ""])


def _layer(layer: Layer) -> str:
    touches = [_NOTES[note] for note in layer.notes] + ([layer.own] if layer.own else [])
    notes = f" (touches on: {', '.join(touches)})" if touches else ""
    why = f"\n(why: {layer.why})" if layer.why else ""
    return f"{LAYERS[layer.k].capitalize()}{notes}\n{layer.b}{why}\n"


def _told(one: Told, day_words: Callable[[int], str]) -> str:
    steps = {"asked": one.asked, "told": one.told, "opened": one.opened, "taken back": one.over}
    said = ", ".join(f"{step} {day_words(day)}" for step, day in steps.items() if day)
    return f"({LAYERS[one.k]}: {said})"
