"""English: when a programme ends, before that day and after it."""

ENDING = {
    "ending.title": "{programme} ends on {date}.",
    "ending.until": (
        "Until then your place is open as always. Copy or write down what you want to keep. "
        "New people cannot come in any more."
    ),
    "ending.after": "After that day nobody can open what is here. It does not come back.",
    "desk.door.ending": (
        "The programme ends on {date}, so the door stays shut. Whoever hosts this place can "
        "call the end off until then."
    ),
    "ended.title": "This programme has ended",
    "ended.lead": "{programme} does not run this place any more.",
    "ended.gone": (
        "What was written here is gone. The keys were destroyed, so nobody can open it, and "
        "nobody can bring it back."
    ),
    "ended.help": "You do not have to be alone with this. There are people you can call now.",
}
