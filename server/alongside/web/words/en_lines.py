"""English: the help lines at the desk."""

LINES = {
    "desk.lines": "Help lines",
    "desk.lines.title": "Help lines",
    "desk.lines.lead": (
        "These are shown under Help now. Look each one up or call it from time to time. Then "
        "say here that you did. Never call an emergency number just to try it."
    ),
    "desk.lines.rule": (
        "After 90 days we ask you to look again. After 180 days a line is not shown any more, "
        "for it may be wrong."
    ),
    "desk.lines.none": (
        "You have no help lines yet. People see the emergency number and a list of lines in "
        "many countries."
    ),
    "desk.lines.good": "You checked it on {date}.",
    "desk.lines.not-here": "It came with the software on {date}. Please check it yourself.",
    "desk.lines.stale": "Please look again. It was last checked on {date}.",
    "desk.lines.hidden": (
        "It is not shown. It was last checked on {date}. Check it, and it is back."
    ),
    "desk.lines.torn": "It is not shown, because its pair has gone unchecked for too long.",
    "desk.lines.pair": "Shown only with the others of: {pair}",
    "desk.lines.checked": "I checked this today",
    "desk.lines.checked.of": "I checked this today: {name}",
    "desk.lines.change": "Change",
    "desk.lines.change.of": "Change: {name}",
    "desk.lines.add": "Add a help line",
    "desk.lines.edit": "Change a help line",
    "desk.lines.edit.lead": "Look it up or call it first. People in need trust this page.",
    "desk.lines.take-away": "Take this line away",
    "desk.lines.save": "Save this line",
    "desk.lines.back": "Back to the help lines",
    "desk.lines.done": "Thank you. It is noted.",
    "desk.lines.gone": (
        "This line was changed or taken away since you looked. Please look again."
    ),
    "desk.lines.wrong": "Please look at the form again. Nothing was changed.",
    "desk.lines.field.name": "Its name",
    "desk.lines.field.name.hint": "As people know it.",
    "desk.lines.field.who": "Who it is for",
    "desk.lines.field.who.hint": "One short sentence.",
    "desk.lines.field.call": "Number to call",
    "desk.lines.field.call.hint": "One of call, text or chat is needed.",
    "desk.lines.field.text": "Number to text",
    "desk.lines.field.text.hint": "Leave it empty if there is none.",
    "desk.lines.field.chat": "Address to chat",
    "desk.lines.field.chat.hint": "It begins with https://.",
    "desk.lines.field.hours": "When someone answers",
    "desk.lines.field.hours.hint": "Say also if it is free.",
    "desk.lines.field.what_happens": "What happens when you call",
    "desk.lines.field.what_happens.hint": "Who speaks first, and what they ask.",
    "desk.lines.field.pair": "Show only as a pair",
    "desk.lines.field.pair.hint": (
        "Give two lines the same word here, and people see both or none. Most leave it empty."
    ),
    "desk.lines.in": "The same in {name}",
    "desk.lines.in.hint": (
        "For people who read this language. Leave all four empty, and they see the words above."
    ),
    "desk.lines.field.checked": "I checked this line today, and it is right",
    "check.line.name": "Please give a name of at most 60 letters.",
    "check.line.who": "Please say in at most 200 letters who it is for.",
    "check.line.hours": "Please say in at most 80 letters when someone answers.",
    "check.line.what_happens": "Please say in at most 600 letters what happens.",
    "check.line.how": "Please give one way to reach it: a number or an address.",
    "check.line.call": "Please write a phone number with digits, like 988.",
    "check.line.text": "Please write a number with digits, like 988.",
    "check.line.chat": "Please give a whole address that begins with https://.",
    "check.line.pair": "Please keep this word to at most 30 letters.",
    "check.line.verified": "The day of the last check is missing or has not come yet.",
    "check.line.checked": "The number is new. Please check it first, and then tick the box.",
    "check.line.twice": "This line is there already.",
    "check.line.many": "There is room for 20 lines. Please take one away first.",
    "desk.hints.title": "A reminder of help while people write",
    "desk.hints.lead": (
        "If you switch this on, each person may choose it for themselves. Then their own room "
        "looks for words of danger in what they write, and shows them where help is."
    ),
    "desk.hints.misses": (
        "It misses many: in our own try-out it found about half. It reads English only. It "
        "does not watch over people, and Help now is there without it."
    ),
    "desk.hints.told": "You are never told: not who chose it, and not what it found.",
    "desk.hints.is-on": "People may choose it.",
    "desk.hints.is-off": "It is off for all.",
    "desk.hints.on": "Let people choose it",
    "desk.hints.off": "Switch it off for all",
}
