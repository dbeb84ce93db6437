"""Ada and Ben have talked, and the house is backed up."""

from dataclasses import dataclass

import pytest

from alongside.ground import clock
from alongside.keeping import backup
from alongside.programme.queries import programme
from alongside.programme.rules import sentences_for
from alongside.relationships.models import Relationship
from pse import frames, talking
from tests.cast import accept, ask
from tests.keeping.guest import begun
from tests.stored import store

SAID = ["Hello, I would like to talk.", "The nights are long.", "I am here."]


@dataclass
class Talk:
    """What Ada and Ben have said to each other, and how it began."""

    relationship: Relationship
    begun: talking.Begun
    people: tuple

    def read_by(self, member, *, wrap=None):
        """A reader who has taken the header, and nothing else."""
        return begun(
            member,
            self.begun.frame,
            sentences=sentences_for(programme()),
            people=self.people,
            today=clock.today(),
            rand=self.begun.rand,
            wrap=wrap,
        )


@pytest.fixture
def talk(ada, ben):
    """A hello, a yes, and a line of each."""
    relationship, asked = ask(ada, ben)
    talk = Talk(accept(relationship, ben), asked, (ada, ben))
    entries = [asked.frame.first]
    for writer, text in zip((ada, ben), SAID[1:], strict=True):
        conversation = talk.read_by(writer)
        for number, entry in enumerate(entries, start=2):
            conversation.take(frames.Stored(number, entry))
        send = talking.write_line(writer.person, conversation, text, ts=1_700_000_000_000)
        store(send)
        entries.append(send.entry)
    return talk


@pytest.fixture
def made(talk, tmp_path):
    """A backup of all that."""
    return backup.back_up(tmp_path / "backups", now=clock.now())
