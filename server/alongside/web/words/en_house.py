"""English: how people treat each other, at the desk."""

HOUSE = {
    "desk.house": "How we treat each other",
    "desk.house.title": "How we treat each other",
    "desk.house.lead": (
        "Plain words that hold for both sides: contact elsewhere, romance, money. Each person "
        "reads them before their first hello, and says yes."
    ),
    "desk.house.built-in": "These are the words that came with the software. Make them yours.",
    "desk.house.version": "Version {number}, written by {name} on {date}.",
    "desk.house.field": "The rules in {name}",
    "desk.house.hint": "One rule on each line. Short words, as you would say them.",
    "desk.house.asks": (
        "A new version asks everybody once more. Nobody is shut out who has not said yes yet."
    ),
    "desk.house.keep": "Keep as a new version",
    "desk.house.noted": "Kept. Everybody is asked to read it.",
    "desk.house.now": "This was written meanwhile:",
    "check.rules-empty": "The rules in your own language are empty. Nothing was changed.",
    "check.rules-long": "That is too long: at most 20 lines, and 2,000 characters in all.",
    "check.rules-signs": "It has a character that we cannot show. Please type it again.",
    "check.rules-changed": (
        "Somebody wrote a new version meanwhile. Your words are still here: look at both."
    ),
}
