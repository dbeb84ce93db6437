"""English: the letters that leave the house, their pages, and notes to the desk."""

NOTICES = {
    # letters: the same words for all, {origin} and {link} are all that differs
    "mail.sender": "Short note",
    "mail.note.subject": "You have something new",
    "mail.note": (
        "You have something new. Look when it suits you:\n{origin}\n\n"
        "To get no more of these notes:\n{link}\n"
    ),
    "mail.near.subject": "A time you kept free is near",
    "mail.near": (
        "A time you kept free is near. Look when it suits you:\n{origin}\n\n"
        "To get no more of these notes:\n{link}\n"
    ),
    "calendar.time": "Time kept free",
    "mail.proof.subject": "Is this your address?",
    "mail.proof": (
        "Someone gave this address for short notes. If it was you, open this page and press "
        "the button. It works once and for one day:\n{link}\n\n"
        "If it was not you, do nothing. No more mail will come.\n"
    ),
    "mail.trial.subject": "This is a test",
    "mail.trial": "This is a test. If you can read it, mail works.\n",
    # texts: no address, for a locked phone shows them; letters that fit in one text
    "text.note": "You have something new.",
    "text.near": "A time you kept free is near.",
    "text.stop": "Reply STOP to get no more of these.",
    "text.code": "Your code is {code}. If you did not ask for one, do nothing.",
    "text.trial": "This is a test. If you can read it, texts work.",
    # pages behind the links
    "notices.stop.title": "Stop the notes?",
    "notices.stop.lead": "Press the button, and no more notes come to this address.",
    "notices.stop.do": "Stop the notes",
    "notices.stop.done": "No more notes",
    "notices.stop.done-lead": (
        "That is fine. You will get none from now on. You can turn them on again when you are "
        "signed in."
    ),
    "notices.confirm.title": "Send short notes here?",
    "notices.confirm.lead": (
        "Each note says just that there is something new. It has no names and nobody's words. "
        "You can stop them at any time."
    ),
    "notices.confirm.do": "Yes, send them here",
    "notices.confirm.done": "Thank you",
    "notices.confirm.done-lead": "From now on, short notes come to this address.",
    "notices.spent.title": "This link does not work any more",
    "notices.spent.lead": (
        "It was used, or it is too old. When you are signed in you can ask for a new one."
    ),
    # the desk
    "desk.notices": "Notes to you",
    "desk.notices.title": "Notes to you",
    "desk.notices.lead": (
        "You get a short mail when someone has waited too long, or when your word for a "
        "specialist ends soon. It says just that there is something new."
    ),
    "desk.notices.often": (
        "One note comes, then none until you sign in here again or a day has passed."
    ),
    "desk.notices.no-mail": (
        "This place sends no mail yet. Whoever runs the machine can set it up."
    ),
    "desk.notices.address": "Where can we send you a short note?",
    "desk.notices.address-hint": "A work address is best. Leave it empty to get no notes.",
    "desk.notices.quiet": "No notes at these hours",
    "desk.notices.from": "From",
    "desk.notices.to": "To",
    "desk.notices.zone": "Time zone",
    "desk.notices.zone-hint": "Begin to type a big city near you.",
    "desk.notices.on": "Send me notes",
    "desk.notices.save": "Save",
    "desk.notices.saved": "Saved.",
    "desk.notices.unproven": (
        "We sent a link to {address}. Open it there. Until then no notes go out."
    ),
    "desk.notices.proven": "Notes go to {address}.",
    "desk.notices.off": "Notes are turned off.",
    "desk.notices.returned": (
        "Mail to {address} came back to us. Please check the address and save it again."
    ),
    "desk.notices.bad-address": "We cannot write to that address. Please check it.",
    "desk.notices.bad-hours": (
        "Please choose two times of the day, and a time zone from the list."
    ),
    "desk.notices.slow": "That was too many tries. Please wait a little, then try again.",
    # trouble with the mail server
    "desk.mail.unreachable": (
        "Notes by mail do not go out: the mail server does not answer. We try again and again."
    ),
    "desk.mail.sign-in": (
        "Notes by mail do not go out: the mail server did not take our name and password."
    ),
    "desk.mail.sender": (
        "Notes by mail do not go out: the mail server does not take our sender address."
    ),
    # who waits for long
    "desk.waits.title": "Waiting for an answer",
    "desk.waits.lead": (
        "Here someone has had no answer for {count} days or more. You do not see who wrote or "
        "what."
    ),
    "desk.waits.lead.one": (
        "Here someone has had no answer for one day or more. You do not see who wrote or what."
    ),
    "desk.waits.one": "With {name}",
    "desk.waits.do": "Please call {name} and ask how things are.",
}
