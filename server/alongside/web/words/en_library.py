"""English: the library of recovery stories, on the front and at the desk."""

LIBRARY = {
    "frame.stories": "Stories of recovery",
    "library.title": "Stories of recovery",
    "library.lead": (
        "People at {programme} wrote these about their own lives. Each of them chose to "
        "share it here. Somebody else read it first."
    ),
    "library.language": "Language",
    "library.about": "About",
    "library.any": "Anything",
    "library.hide": "Leave some out",
    "library.hide.hint": "Stories about these are not listed. This is not kept.",
    "library.hide.which": "Stories about",
    "library.hide.speaks": "Stories that speak of",
    "library.look": "Look",
    "library.by": "Told by",
    "library.minutes": "about {count} minutes",
    "library.minutes.one": "about one minute",
    "library.has-notes": "With a note to read first",
    "library.none": "There is no such story. Try to look for something else.",
    "library.empty": "No story has been shared here yet.",
    "library.newer": "Newer stories",
    "library.older": "Older stories",
    "library.heavy": "If it gets heavy",
    "library.heavy.why": "You can stop at any time. You owe nobody an ending.",
    "library.all": "All stories",
    "library.before": "Before you read",
    "library.speaks-of": "This story speaks of:",
    "library.read": "Read it",
    "library.rather-not": "Rather not",
    "library.stop": "Stop here",
    "library.end": "That was the story",
    "library.end.1": "Take a moment before you go on. You may feel a lot, or nothing at all.",
    "library.end.2": "What helped one person may not fit you. Take what is of use.",
    "library.printed": (
        "Whoever told this can take it back at any time. If you print it, please look after "
        "the paper."
    ),
    "library.call": "If you want to talk to someone now",
    "library.stopped": "You stopped, and that is fine",
    "library.stopped.1": "Nobody knows that you read, or where you stopped.",
    "library.stopped.2": (
        "Put both feet on the floor. Breathe out slowly. Look for three things around you "
        "that are blue."
    ),
    "library.stopped.home": "To the first page",
    "library.theme.alcohol": "Alcohol",
    "library.theme.drugs": "Drugs",
    "library.theme.medicines": "Medicines",
    "library.theme.gambling": "Gambling",
    "library.theme.eating": "Eating",
    "library.theme.low-mood": "Low mood",
    "library.theme.fear": "Fear",
    "library.theme.voices": "Hearing voices",
    "library.theme.loss": "Losing someone",
    "library.theme.family": "Family",
    "library.theme.children": "Having children",
    "library.theme.work": "Work",
    "library.theme.home": "A place to live",
    "library.theme.prison": "Prison",
    "library.theme.faith": "Faith",
    "library.theme.asking-for-help": "Asking for help",
    "library.theme.setbacks": "Setbacks",
    "library.theme.starting-again": "Starting again",
    "library.theme.finding-people": "Finding people",
    "library.theme.helping-others": "Helping others",
    "library.note.suicide": "wanting to die",
    "library.note.self-harm": "hurting oneself",
    "library.note.violence": "violence",
    "library.note.sexual-violence": "sexual violence",
    "library.note.harm-to-children": "harm to children",
    "library.note.death": "someone dying",
    "library.note.using": "using drugs",
    "library.note.drinking": "drinking",
    "library.note.eating": "trouble with eating",
    "library.note.hospital": "being kept in hospital",
    "library.note.discrimination": "being treated as less",
    "library.use.1": "read by people who are signed in",
    "library.use.2": "read by all, on the open pages",
    "library.use.3": "printed by the programme",
    "desk.stories": "Stories",
    "desk.story.title": "Stories for the library",
    "desk.story.lead": (
        "Each of these has rested for a day, and its narrator said again that it goes on. "
        "Somebody else reads it now. You see the story, and not whose it is."
    ),
    "desk.story.days": "waiting for {count} days",
    "desk.story.days.one": "waiting for one day",
    "desk.story.today": "came today",
    "desk.story.further": "More are waiting. These have waited the longest.",
    "desk.story.none": "No story is waiting to be read.",
    "desk.story.collect": "Please collect these from where they lie",
    "desk.story.collect.why": (
        "These stories could be printed before, but may not be now. If you printed one, please "
        "take its paper away. The number stands at its foot. This list forgets after 90 days."
    ),
    "desk.story.collect.one": "Story {number}, no paper since {date}",
    "desk.story.shown": "In the library now",
    "desk.story.shown.none": "There is no story in the library yet.",
    "desk.story.number": "story {number}",
    "desk.story.back": "All stories",
    "desk.story.no-notes": "no notes",
    "desk.story.uses": "May be",
    "desk.story.publish": "Have you looked?",
    "desk.story.publish.why": (
        "Read it once as somebody would on a bad day. You change nothing in it. If something "
        "has to change, tell its narrator below."
    ),
    "desk.story.tick.notes": "The notes before it say what it speaks of.",
    "desk.story.tick.method": (
        "It does not say how to die, to hurt oneself or to get drugs. Nobody could copy it."
    ),
    "desk.story.tick.others": "Nobody else can be recognised by it: no name, street or date.",
    "desk.story.tick.hope": "It says something of how life went on.",
    "desk.story.publish.do": "Put it in the library",
    "desk.story.changes": "Ask its narrator for changes",
    "desk.story.changes.said": "What should change, and why",
    "desk.story.changes.hint": (
        "Thank them first. Say which part you mean. They decide, and may also take it back."
    ),
    "desk.story.changes.do": "Give it back with these words",
    "desk.story.down": "Take it down",
    "desk.story.down.said": "Why it is taken down",
    "desk.story.down.hint": "Its narrator reads this. It is gone from the library at once.",
    "desk.story.down.do": "Take it down now",
    "desk.story.wrong.not-two": (
        "You said you have a place in the room, and this story comes from there. Someone "
        "else has to read it."
    ),
    "desk.story.wrong.not-agreed": (
        "You said that you are a specialist too. Until that is agreed in the room, or you take "
        "it back, somebody else has to judge stories."
    ),
    "desk.story.wrong.why": "Please say why, in a few kind words.",
    "desk.story.wrong.changed": "It has changed since you opened it. Please read it again.",
    "desk.story.wrong.ticks": "Please look for each of the four things, and tick them.",
    "desk.story.print": "Stories to print",
    "desk.story.print.lead": (
        "Only stories whose narrators said yes to printing. Each begins on a new sheet. Keep a "
        "note of where you put the paper."
    ),
    "desk.story.print.foot": "Shared with {programme} by whoever told it. Story {number}.",
    "desk.story.print.none": "No story may be printed now.",
    "desk.story.file.title": "Title",
    "desk.story.file.called": "Told by",
    "desk.story.file.language": "Language",
    "desk.story.file.notes": "Speaks of",
    "desk.story.file.own-note": "To know before reading",
    "desk.story.file.words": "Words",
    "keep.books.library": (
        "A story you hand in for the library, in the open: its words, the name you chose for "
        "it, what you said yes to and on which day, and whose it is. The words go at once when "
        "you take it back; that there was one is kept for 90 days. What others say of it is "
        "counted in groups of eight, without who. That somebody read a story is not kept."
    ),
}
