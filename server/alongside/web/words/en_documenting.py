"""English: notes of meetings, at the desk."""

DOCUMENTING = {
    "desk.notes": "Notes of meetings",
    "desk.notes.title": "Notes of meetings",
    "desk.notes.lead": (
        "If you must write down that people met, both write the note together. It is sealed: "
        "nobody here can read it. What a payer sees goes out only if the client says yes."
    ),
    "desk.notes.on": "People here write notes of meetings together",
    "desk.notes.rule": "How minutes are counted",
    "desk.notes.rule-1": "The 8-minute rule: a quarter of an hour counts from minute eight on",
    "desk.notes.rule-2": "Whole units: only a full quarter of an hour counts",
    "desk.notes.rule-1-short": "8-minute rule",
    "desk.notes.rule-2-short": "Whole units",
    "desk.notes.examples": "What the two rules make of it",
    "desk.notes.minutes": "Minutes",
    "desk.notes.work": "What the payer calls this work",
    "desk.notes.work.hint": "Your own code or words, such as those in your contract.",
    "desk.notes.goals": "Goals to choose from",
    "desk.notes.goals.hint": (
        "One on each line, or none. Never name a person or an illness: a payer may see it."
    ),
    "desk.notes.years": "How long must a note be kept?",
    "desk.notes.years.hint": (
        "A talk is forgotten after the time that both agreed on. A note can be kept longer: "
        "each of the two keeps their own copy. They read this before they say yes to a note."
    ),
    "desk.notes.years-0": "As long as their talk",
    "desk.notes.years-1": "Until the end of the next year",
    "desk.notes.years-many": "Until the end of the year, {count} years on",
    "desk.notes.never": (
        "You do not see who wrote a note, nor how many there are. Ask your payer which rule "
        "holds for you."
    ),
    "desk.notes.keep": "Keep this",
    "desk.notes.noted": "Kept.",
    "check.notes-rule": "Please choose how minutes are counted. Nothing was changed.",
    "check.notes-long": (
        "That is too long: at most 20 goals of 200 characters, and 40 for the work."
    ),
    "check.notes-signs": "It has a character that we cannot show. Please type it again.",
}
