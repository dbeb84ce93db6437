"""English: the desk, where coordinators work."""

DESK = {
    "desk.nav": "At the desk",
    "desk.nav.people": "People",
    "desk.nav.safe": "Safety",
    "desk.nav.shared": "Sharing",
    "desk.nav.programme": "Programme",
    "desk.nav.you": "You",
    "desk.home": "Waiting",
    "desk.specialists": "Specialists",
    "desk.links": "New specialists",
    "desk.settings": "Our promise",
    "desk.sign-out": "Sign out",
    # sign in
    "desk.idle.title": "You are signed out",
    "desk.idle.lead": "Nothing was done here for an hour, so the desk shut itself.",
    "desk.idle.late": "What you sent last was not done.",
    "desk.idle.typed": "What you had typed",
    "desk.idle.typed.why": "It is kept nowhere. Please copy it before you go on.",
    "desk.idle.box": "Box {number}",
    "desk.in.title": "Sign in at the desk",
    "desk.in.lead": "This door is for the team. To talk with someone, go to the first page.",
    "desk.in.name": "Your name",
    "desk.in.words": "Your five words",
    "desk.in.do": "Sign in",
    "desk.in.wrong": "That name and those words did not open the desk. Please check both.",
    "desk.in.slow": "That was too many tries. Please wait {count} minutes and try again.",
    "desk.in.slow.one": "That was too many tries. Please wait one minute and try again.",
    # waiting
    "desk.waiting.title": "Who is waiting",
    "desk.waiting.lead": (
        "You see how long each hello has waited. You do not see who wrote or what."
    ),
    "desk.waiting.none": "No one is waiting. New hellos will stand here, the oldest first.",
    "desk.waiting.one": "Hello number {number} to {name}",
    "desk.waiting.today": "came in today",
    "desk.waiting.days": "has waited for {count} days",
    "desk.waiting.days.one": "has waited for one day",
    "desk.waiting.long": "After two days, please ask {name} how things are.",
    "desk.door.title": "The door for new people",
    "desk.door.open": "It is open. New people can find someone to talk to.",
    "desk.door.closed": "It is closed. The first page says so kindly and shows help lines.",
    "desk.door.do-close": "Close the door",
    "desk.door.do-open": "Open the door",
    "desk.door.note": "People who have a place here can come in either way.",
    "desk.crisis.stale": "{count} help lines wait for you to look at them again.",
    "desk.crisis.stale.one": "One help line waits for you to look at it again.",
    # specialists
    "desk.people.title": "Specialists",
    "desk.people.lead": (
        "How many people each one walks with, and how long you stand behind them."
    ),
    "desk.people.none": (
        "There are no specialists yet. Make a link for the first one under New specialists."
    ),
    "desk.people.walks": "Walks with {count} of at most {cap} people.",
    "desk.people.waits": "{count} hellos wait for an answer.",
    "desk.people.waits.one": "One hello waits for an answer.",
    "desk.people.paused": "Takes a break from new people.",
    "desk.people.until": "{programme} stands behind {name} until {date}.",
    "desk.people.soon": "That ends in {count} days. Please renew it.",
    "desk.people.soon.one": "That ends in one day. Please renew it.",
    "desk.people.today": "That ends today. Please renew it.",
    "desk.people.ended": "It ended on {date}. {name} cannot be asked until you renew it.",
    "desk.people.revoked": "You took your word for {name} back. Nobody can ask them.",
    "desk.people.unnamed": "Someone who came by a link",
    "desk.people.never": "You do not stand behind this person yet. Read on at:",
    # new specialists
    "desk.links.title": "New specialists",
    "desk.links.lead": "Three steps bring a new specialist in.",
    "desk.links.1": "Make a link and give it to them in person or by phone. It works once.",
    "desk.links.2": (
        "They make their place with it, write their profile, and hand you a file that asks "
        "you to stand behind them."
    ),
    "desk.links.3": (
        "You sign that file on the machine that is never online. Then you bring the answer "
        "here."
    ),
    "desk.links.make": "Make a link",
    "desk.links.note": "A note for yourself, so that you know whose link it is",
    "desk.links.note.hint": "No full names. It goes with the link.",
    "desk.links.do": "Make a link",
    "desk.links.made": "Here is the link. It is shown this one time.",
    "desk.links.made.why": "Copy it now. It works once and for 7 days.",
    "desk.links.open": "Open links",
    "desk.links.none": "No link is open right now.",
    "desk.links.row": "{note}, until {date}",
    "desk.links.no-note": "No note",
    "desk.links.revoke": "Take back",
    "desk.links.revoke.of": "Take back the link: {note}",
    # answers
    "desk.answer.title": "Bring an answer",
    "desk.answer.lead": "Choose the signed file. Its name ends in .json.",
    "desk.answer.file": "The signed file",
    "desk.answer.do": "Bring it in",
    "desk.answer.taken": "You now stand behind {name}, until {date}.",
    "desk.answer.back": "You no longer stand behind {name}. Nobody can ask them any more.",
    "desk.answer.empty": "Please choose a file first.",
    "desk.answer.large": "That file is too large to be an answer. Please choose another.",
    "desk.answer.bad": (
        "That file is not an answer from the signing machine. Please choose another."
    ),
    "desk.answer.signature": (
        "That file was signed with another key than ours, or was changed since. It was not "
        "taken. Please sign the request again."
    ),
    "desk.answer.unknown": (
        "We know no place that fits this file. Has the person made theirs here? If they have "
        "new keys, they need to hand you a new file."
    ),
    "desk.answer.lapsed": "The days in this file are over. Please sign the request again.",
    # settings
    "desk.rules.title": "What makes our promise",
    "desk.rules.lead": (
        "Each setting makes a sentence that two people sign. Before you change one, you see "
        "what it does to our promise."
    ),
    "desk.rules.makes": "It says:",
    "desk.rules.fixed": "Always part of the promise",
    "desk.rules.name": "Your name is {value}.",
    "desk.rules.retention": "Words are kept for {count} months.",
    "desk.rules.retention.one": "Words are kept for one month.",
    "desk.rules.retention.open": "Words are kept until the one who asked closes their place.",
    "desk.rules.choice": "Whoever asks can choose another time: {least} to {most} months.",
    "desk.rules.choice.open": (
        "Whoever asks can choose another time: {least} to {most} months, or until they close"
        " their place."
    ),
    "desk.rules.passes-on": "{count} things must be passed on.",
    "desk.rules.passes-on.one": "One thing must be passed on.",
    "desk.rules.passes-on.none": "Nothing must be passed on.",
    "desk.rules.min-age": "People must be at least {value} years old.",
    "desk.rules.contact": "Your contact is {name}, {phone}.",
    "desk.rules.independent": "The one who does not work for you is {name}, {phone}.",
    # languages
    "desk.languages": "Languages",
    "desk.languages.title": "Languages",
    "desk.languages.lead": (
        "People can read this place in the languages that are on. Someone you trust has to "
        "read all of it first."
    ),
    "desk.languages.main": "Your own language is {name}. It is always on.",
    "desk.languages.on": "On since {date}. Read and approved by {reviewer}.",
    "desk.languages.off": "Not on yet.",
    "desk.languages.reviewer": "Who has read it all?",
    "desk.languages.do-on": "Switch on",
    "desk.languages.do-off": "Switch off",
    "desk.languages.reviewer-missing": "Please write who has read it all.",
    "desk.languages.not-a-language": "We do not speak that language yet.",
}
