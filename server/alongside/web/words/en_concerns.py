"""English: concerns at the desk, and what the page about keeping says of them."""

CONCERNS = {
    "keep.books.concern": (
        "Concerns: who raised one and on which day, which safety officers can read it, how far "
        "it has come, and by which day an answer is due. What it says, whom it is about, the "
        "lines it shows and every answer are locked. We cannot read them. It goes when you "
        "take it back, or half a year after the answer. What is decided about somebody: for "
        "whom, what it stops, and until when. Why is locked. It goes half a year after its end."
    ),
    "desk.concerns": "Concerns",
    "desk.concerns.title": "Concerns",
    "desk.concerns.note": (
        "{count} concerns or appeals are late. People wait for an answer they were promised."
    ),
    "desk.concerns.note.one": (
        "One concern or appeal is late. Somebody waits for an answer they were promised."
    ),
    "desk.concerns.kept": "Kept.",
    "desk.concerns.wrong": (
        "That does not fit yet. Give a number of days from 1 to 20, and up to five short lines."
    ),
    "desk.concerns.lead": (
        "Somebody says that something is wrong. Two safety officers or more read it. You do "
        "not see who raised one, whom it is about, or what it says."
    ),
    "desk.concerns.waiting": "{count} wait for an answer.",
    "desk.concerns.waiting.none": "None waits for an answer.",
    "desk.concerns.late": "{count} of them late.",
    "desk.concerns.few": (
        "It takes two safety officers. Until there are two, nobody can raise a concern here. "
        "People then see the lines you write below. To name one, let them come in by a link. "
        "Then sign their file with “roster endorse --safety-officer”."
    ),
    "desk.concerns.many": (
        "You have more than eight safety officers. A concern is locked to eight of them at "
        "most, and so is what is decided. New concerns reach {names} only where somebody else "
        "is left out. Whoever decides something always reads it, and so do seven more. Nobody "
        "else decides on it."
    ),
    "desk.concerns.officers": "Who answers",
    "desk.concerns.officers.hint": (
        "Tick those who do not work for your programme. Concerns about the programme go to "
        "them first, if there are two."
    ),
    "desk.concerns.officers.none": "Nobody yet.",
    "desk.concerns.partner": "{name} comes from outside",
    "desk.concerns.within": "An answer within how many working days?",
    "desk.concerns.within.hint": "From {least} to {most}. People see it before they send.",
    "desk.concerns.outside": "Who can help outside your programme",
    "desk.concerns.outside.hint": "One a line, up to five: a name, and a number or a page.",
    "desk.concerns.keep": "Keep this",
    "desk.concerns.appeals": "{count} appeals wait.",
    "desk.concerns.counts": "Counted by the quarter",
    "desk.concerns.counts.why": (
        "Only quarters that are over stand here. Counts are to the nearest five. Fewer than "
        "eight are not shown. So no count points at one person."
    ),
    "desk.concerns.counts.few": "fewer than eight, or none",
    "desk.concerns.counts.about": "about {count}",
    "desk.concerns.counts.none": "No quarter with counts is over yet.",
    "desk.concerns.counted.1": "Concerns raised",
    "desk.concerns.counted.2": "Answered in time",
    "desk.concerns.counted.3": "Answered late",
    "desk.concerns.counted.4": "Somebody else was asked to look",
    "desk.concerns.counted.11": "Decided: a word",
    "desk.concerns.counted.12": "Decided: no new hellos",
    "desk.concerns.counted.13": "Decided: no new circles",
    "desk.concerns.counted.14": "Decided: a pause",
    "desk.concerns.counted.15": "Decided: removal",
    "desk.concerns.counted.20": "The second officer said no",
    "desk.concerns.counted.31": "Looked at again: it stayed",
    "desk.concerns.counted.32": "Made shorter",
    "desk.concerns.counted.33": "Lifted",
}
