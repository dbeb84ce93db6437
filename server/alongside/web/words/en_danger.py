"""English: what the desk sees of what was told in danger."""

DANGER = {
    "desk.danger": "In danger",
    "desk.danger.title": "Told because someone was in danger",
    "desk.danger.lead": (
        "A specialist told someone outside, as a person. You do not see who it was about, "
        "or a word of it. Ask the specialist. Then say here that a second person knows."
    ),
    "desk.danger.counts": (
        "Waiting for a second person: {confirming}. Not yet known to the person it is "
        "about: {looking}."
    ),
    "desk.danger.note": (
        "Someone was in danger, and a second person has to know of it: {count}."
    ),
    "desk.danger.one": "Entry {number}",
    "desk.danger.days": "Entered {count} days ago.",
    "desk.danger.days.one": "Entered one day ago.",
    "desk.danger.today": "Entered today.",
    "desk.danger.shown": "The person it is about knows of it.",
    "desk.danger.looks": (
        "Not safe to tell the person yet. The specialist looks again in {count} days."
    ),
    "desk.danger.looks.one": (
        "Not safe to tell the person yet. The specialist looks again tomorrow."
    ),
    "desk.danger.overdue": (
        "The day to look again is here. Please talk with the specialist: can the person "
        "know now?"
    ),
    "desk.danger.show": "Let the person know now",
    "desk.danger.show.of": "Let the person of entry {number} know now",
    "desk.danger.show.hint": (
        "That day is over. If you cannot reach the specialist, you can do it. Only do so if "
        "it is safe for the person."
    ),
    "desk.danger.confirmed": "A second person knows of it.",
    "desk.danger.supervisor": "A supervisor was asked. You can say it too.",
    "desk.danger.confirm": "I know of this",
    "desk.danger.confirm.of": "I know of entry {number}",
    "desk.danger.yours": "You entered this as a specialist. Someone else has to know of it.",
    "desk.danger.not-two": (
        "You entered this as a specialist. Someone else has to say that they know of it."
    ),
    "desk.danger.further": "There are more. They show here once these are done.",
    "desk.danger.none": "Nothing waits here.",
    "desk.danger.reason.1": "A life was in danger",
    "desk.danger.reason.2": "A child was in danger",
    "desk.danger.reason.3": "An adult could not stay safe",
    "desk.danger.reason.4": "Someone was very ill or hurt",
    "desk.danger.reason.5": "A crime in our rooms",
    "desk.danger.reason.6": "A court told us to",
    "desk.danger.told.1": "Told: an ambulance or the fire service",
    "desk.danger.told.2": "Told: a doctor or a hospital",
    "desk.danger.told.3": "Told: people who protect children",
    "desk.danger.told.4": "Told: people who protect adults",
    "desk.danger.told.5": "Told: the police",
    "desk.danger.told.6": "Told: a court",
}
