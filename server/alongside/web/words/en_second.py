"""English: the second step into the desk, and a coordinator's own sign-in."""

SECOND = {
    # taking it
    "desk.second.title": "The second step",
    "desk.second.lead": "Your five words fit. Now show one more thing that only you have.",
    "desk.second.passkey": "With your passkey",
    "desk.second.passkey.do": "Use my passkey",
    "desk.second.elsewhere": (
        "A passkey does not work at this web address. Please type a code here."
    ),
    "desk.second.code": "With a code",
    "desk.second.paper": "With a code on paper",
    "desk.second.code.field": "Your code",
    "desk.second.code.hint": "Six digits that your app shows now, or a code on paper.",
    "desk.second.paper.hint": "One of your codes on paper. Each one works once.",
    "desk.second.code.do": "Go on with this code",
    "desk.second.wrong-code": (
        "That code did not fit. Each code works once. Please wait for the next one."
    ),
    "desk.second.wrong-passkey": (
        "That did not work. Please try your passkey once more, or type a code."
    ),
    "desk.second.lost": "I have none of these",
    "desk.second.lost.1": (
        "Ask the person who runs the server. They can give you five new words there. Then you "
        "set up a new second step."
    ),
    # setting one up
    "desk.up.title": "Set up a second step",
    "desk.up.lead": (
        "Words can be seen or guessed. So the desk asks for two things: your words, and one "
        "thing that only you have."
    ),
    "desk.up.back": "Back to your sign-in",
    "desk.up.other": "Choose another way",
    "desk.up.name": "A name for it",
    "desk.up.name.hint": "So that you know it again in your list.",
    "desk.up.many": "You have ten of these now. Please remove one first.",
    "desk.up.no-script": (
        "A passkey needs scripts, and they are off here. A code works without them."
    ),
    "desk.up.stopped": "Your browser stopped before it was done. You can try again.",
    "desk.up.known": "This passkey is on your list already. Please use another one.",
    "desk.up.cannot": "Your browser cannot do this here. Please use a code.",
    "desk.up.app": "An app with codes",
    "desk.up.app.lead": "An app on your phone shows six digits. They change each half minute.",
    "desk.up.app.choose": "Use an app",
    "desk.up.app.1": "Open an app that shows codes",
    "desk.up.app.1.how": "Your phone may have one. Any app for sign-in codes will do.",
    "desk.up.app.2": "Let it read this picture",
    "desk.up.app.picture": "A picture of the letters below, for the camera of your phone",
    "desk.up.app.2.typed": "Or type these letters into the app. Show them to no one.",
    "desk.up.app.3": "Type the code it shows",
    "desk.up.app.code": "The six digits",
    "desk.up.app.name.none": "My app",
    "desk.up.app.do": "Keep this app",
    "desk.up.app.wrong": (
        "That code did not fit. Please wait for the next one. Is the clock of your phone right?"
    ),
    "desk.up.passkey": "A passkey",
    "desk.up.passkey.lead": (
        "Your phone, your computer or a small key you plug in opens the desk. You use your "
        "finger, your face or a PIN."
    ),
    "desk.up.passkey.choose": "Use a passkey",
    "desk.up.passkey.not-here": (
        "A passkey does not work at this web address. Please use an app with codes."
    ),
    "desk.up.passkey.how": (
        "Your browser will ask where to keep it. Your finger or face stays with you. We keep "
        "only what checks the passkey."
    ),
    "desk.up.passkey.name.none": "My passkey",
    "desk.up.passkey.do": "Make a passkey",
    "desk.up.passkey.late": "That did not work, or it took too long. Please try again.",
    # codes on paper
    "desk.paper.title": "Codes on paper",
    "desk.paper.first": (
        "Your second step is set up. These codes let you in when you have lost it."
    ),
    "desk.paper.new": "Here are your new codes. The old ones do not work any more.",
    "desk.paper.1": "You see them this one time. Print this page or write them down now.",
    "desk.paper.2": "Each code works once, in place of the second step.",
    "desk.paper.3": "Keep the paper in a safe place, away from your five words.",
    "desk.paper.go": "I have them. Go to the desk",
    "desk.paper.back": "I have them. Go back",
    # your sign-in
    "desk.yours": "Your sign-in",
    "desk.yours.title": "Your sign-in",
    "desk.yours.lead": "You come in with five words and a second step.",
    "desk.yours.again": "To change something here, please show both steps once more.",
    "desk.yours.again.do": "Sign in again",
    "desk.yours.steps": "Your second steps",
    "desk.yours.passkey": "A passkey, added on {date}.",
    "desk.yours.app": "An app with codes, added on {date}.",
    "desk.yours.remove": "Remove",
    "desk.yours.remove.of": "Remove: {name}",
    "desk.yours.add": "Add another second step",
    "desk.yours.added": "It is on your list now.",
    "desk.yours.removed": "It is gone. You are signed out in all other places.",
    "desk.yours.last": "This is the only one you have. Please add another one first.",
    "desk.yours.papers": "{count} of your codes still work.",
    "desk.yours.papers.one": "One of your codes still works.",
    "desk.yours.papers.none": "You have no codes on paper. Please make some.",
    "desk.yours.papers.note": "New codes take the place of the old ones.",
    "desk.yours.papers.do": "Make new codes",
    # one human, two sign-ins
    "desk.also.title": "Are you a specialist here too?",
    "desk.also.lead": (
        "Then people should know before they ask you. Say it here, and say yes in your room. "
        "It shows once both are done."
    ),
    "desk.also.name": "Your made-up name in the room",
    "desk.also.hint": "It looks like this: oak-badger-2041",
    "desk.also.do": "This is me",
    "desk.also.empty": "Please type the name first.",
    "desk.also.waits": "You said that you are {name}. It shows once you say yes in that room.",
    "desk.also.agreed": "You are {name} too. People can see it before they ask you.",
    "desk.also.take-back": "Take this back",
    "desk.people.also": "Also runs the desk.",
}
