"""A yes to print ends: from this day the team is asked to collect what was printed."""

from alongside.library.models import Story, Yes
from alongside.library.rules import IN_PRINT


def collect_paper(story: Story, *, today: int) -> None:
    """Note the day, where a story lay in a list for printing and its yes to that stands.

    Before the yes itself ends; whoever calls saves the story.
    """
    if story.was_for_print and is_for_print(story):
        story.print_ended_on = today


def is_for_print(story: Story) -> bool:
    """Say whether a yes to print stands."""
    return Yes.objects.filter(story=story, use=IN_PRINT, ended_on=None).exists()
