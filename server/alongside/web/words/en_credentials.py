"""English: the record of training and certificates, at the desk."""

CREDENTIALS = {
    "desk.credentials": "Training record",
    "desk.credentials.title": "Training record",
    "desk.credentials.back": "Back to the specialists",
    "desk.credentials.lead": (
        "What your specialists learnt, and until when it holds. Each sees their own record. "
        "People they walk with do not."
    ),
    "desk.credentials.ending": "Runs out within 60 days, or ran out",
    "desk.credentials.none-ending": "Nothing runs out soon.",
    "desk.credentials.of": "One person's record",
    "desk.credentials.show": "Show this record",
    "desk.credentials.empty": "Nothing is put down yet.",
    "desk.credentials.done": "Done on {date}.",
    "desk.credentials.until": "Holds until {date}.",
    "desk.credentials.ended": "Ran out on {date}.",
    "desk.credentials.stays": "It does not run out.",
    "desk.credentials.out": "Take out",
    "desk.credentials.out.of": "Take out: {what}",
    "desk.credentials.add": "Put something down",
    "desk.credentials.what": "What it was",
    "desk.credentials.given": "Who gave it (you can leave this empty)",
    "desk.credentials.done-on": "Done on",
    "desk.credentials.until-on": "Holds until",
    "desk.credentials.until-hint": "Leave it empty if it does not run out.",
    "desk.credentials.put": "Put it down",
    "check.credentials.who": "Please choose a specialist.",
    "check.credentials.what": "Please say what it was, in 120 characters or less.",
    "check.credentials.given": "Please name who gave it in 120 characters or less.",
    "check.credentials.done": "Please give the day it was done. It cannot be a day to come.",
    "check.credentials.until": "Please give a day that comes after it was done, or none.",
    "check.credentials.many": "One record holds 60 rows. Please take out what is old.",
}
