"""English: who is on call, at the desk."""

ON_CALL = {
    "desk.on-call": "Who is on call",
    "desk.on-call.title": "Who is on call",
    "desk.on-call.lead": (
        "When someone presses “I am not safe”, help lines come first. Then they see who is "
        "on call, and what to expect."
    ),
    "desk.on-call.wakes": (
        "Nothing here rings or wakes anybody. Put down only times when someone looks. If no "
        "one is on call, people are told so."
    ),
    "desk.on-call.now": "On call now: {name}, until {till}.",
    "desk.on-call.nobody-now": "Nobody is on call now.",
    "desk.on-call.week": "The week",
    "desk.on-call.zone": "Times are in your programme's time zone: {zone}.",
    "desk.on-call.row": "{day}, {since} to {till}:",
    "desk.on-call.not-backed": "no one: you do not stand behind this person today",
    "desk.on-call.none": "Nobody is put down yet.",
    "desk.on-call.off": "Take off",
    "desk.on-call.off.of": "Take off: {name}, {day} {since}",
    "desk.on-call.add": "Put someone on call",
    "desk.on-call.days": "On which days",
    "desk.on-call.starts": "From",
    "desk.on-call.ends": "Until",
    "desk.on-call.ends.hint": "An earlier time means the next morning.",
    "desk.on-call.put": "Put on the list",
    "desk.on-call.nobody-backed": "You stand behind no specialist yet.",
    "desk.on-call.words": "What people can expect",
    "desk.on-call.words.lead": (
        "Promise only what you can keep. What stays empty is not shown."
    ),
    "desk.on-call.phone": "Number to call while someone is on call",
    "desk.on-call.phone.hint": "Leave it empty if there is none. It is hidden at other times.",
    "desk.on-call.in": "(in {name})",
    "desk.on-call.text.expect": "While someone is on call",
    "desk.on-call.text.outside": "While nobody is on call",
    "desk.on-call.hint.expect": "Such as: you hear from us within half an hour.",
    "desk.on-call.hint.outside": "Such as: we look again at nine. Please call a help line.",
    "desk.on-call.keep": "Keep these words",
    "check.on-call.days": "Please choose one day of the week or more.",
    "check.on-call.times": "Please give both times, such as 18:00.",
    "check.on-call.who": "Please choose someone you stand behind.",
    "check.on-call.many": "That is more than 100 rows. Please take some off first.",
    "check.on-call.words": "A sentence is too long, or has a character we cannot show.",
    "check.on-call.phone": "This does not look like a phone number.",
}
