"""English: the frame of every page, welcome, how it works, help now, coming back, errors."""

FRONT = {
    # every page
    "frame.brand": "Alongside",
    "frame.home": "Alongside, to the first page",
    "frame.skip": "Go to the text",
    "frame.help": "Help now",
    "frame.leave": "Leave this page",
    "frame.leave.short": "Hide",
    "frame.threads": "Two threads that run side by side",
    "frame.more": "More about this place",
    "frame.how": "How it works",
    "frame.keep": "What we keep",
    "frame.back": "Coming back",
    "frame.desk": "For the team",
    "frame.not-emergency": "This is not an emergency service. Help now shows who you can call.",
    "frame.runs": (
        "{programme} runs this place. The software is Alongside. It is free and open."
    ),
    # welcome
    "welcome.title": "Someone who has been there, walking alongside you.",
    "welcome.lead": (
        "Talk with a peer specialist from {programme}. No real name, no email, no phone "
        "number. Only the two of you can read it here. A few things a specialist must pass "
        "on: see them before you write."
    ),
    "welcome.find": "Find someone to talk to",
    "welcome.back": "I have been here before",
    "welcome.stop": "You can stop at any time, without a reason.",
    "welcome.closed": "We are full right now.",
    "welcome.closed.why": (
        "{programme} is not taking in new people today, so that no one has to wait too long. "
        "Please look in again. If you have a place here, it is open as always."
    ),
    "welcome.closed.help": "You do not have to wait alone. There are people you can call now.",
    "welcome.closed.see": "See who you can call",
    "welcome.choose": "You choose the person",
    "welcome.choose.why": (
        "Say what matters to you. Your answers stay on this device. You see a few people and "
        "why they may fit, and you can change your mind."
    ),
    "welcome.locked": "Nobody reads along",
    "welcome.locked.why": (
        "Your messages are locked before they leave this device. The people who run this site "
        "do not get your words."
    ),
    "welcome.limits": "See where this has limits",
    "welcome.expect": "You know what to expect",
    "welcome.expect.why": (
        "When they tend to answer, what they must pass on, and what you can do if something "
        "gets in the way."
    ),
    "welcome.steps": "See how it works, step by step",
    # how it works
    "how.title": "How it works",
    "how.lead": "Six small steps. You can turn back at each one.",
    "how.1": "You come in",
    "how.1.why": (
        "You get a made-up name and five words. Write them down. They are your way back in."
    ),
    "how.2": "You say what matters",
    "how.2.why": "Tap what you wish for in a person, or skip it. It stays on your device.",
    "how.3": "You choose and say hello",
    "how.3.why": (
        "You see a few people, and why they may fit. You read our promise. Then you write "
        "your first lines to one of them."
    ),
    "how.4": "They answer",
    "how.4.why": (
        "You see when they tend to write back. If they cannot take on more people, we tell "
        "you. You can ask someone else."
    ),
    "how.5": "You talk",
    "how.5.why": (
        "Your words are locked on your device. They open on the other one's device, and "
        "nowhere in between."
    ),
    "how.6": "You stop when you want to",
    "how.6.why": "Each of you can end it or block. No one will ask you why.",
    "how.who": "What is a peer specialist?",
    "how.who.1": (
        "Someone who has lived through hard times and found a way on. They learnt how to "
        "listen, and {programme} stands behind them."
    ),
    "how.who.2": "They are not doctors. They do not tell you what to do. They walk with you.",
    "how.shared": "On a shared computer",
    "how.shared.1": (
        "Nothing you write is left on it. Your place locks when you stop for a while. You "
        "choose how long that is when you come in."
    ),
    "how.shared.2": (
        "Leave this page takes you to a plain page at once. It cannot clear the list of pages "
        "your browser keeps. You can clear that list in the browser."
    ),
    "how.shared.3": "If someone can see your screen or your phone, use one they cannot reach.",
    "how.cost": "What does it cost?",
    "how.cost.1": "Nothing. You need no phone number and no email.",
    "how.age": "You need to be {age} or older.",
    # help now
    "help.title": "Help now",
    "help.lead": "You can call one of these right away. No reason is too small.",
    "help.call": "Call {value}",
    "help.text": "Text {value}",
    "help.chat": "Go to {value}",
    "help.hours": "When: {hours}",
    "help.what": "What happens: {what}",
    "help.checked": "We last checked this on {date}.",
    "help.leaves": "These lines are run by others. A call may show up in your phone's list.",
    "help.wrong": "Is something wrong in this place?",
    "help.wrong.programme": "You can call {contact} at {programme}.",
    "help.wrong.independent": "You can also call {contact}. They do not work for {programme}.",
    "help.wrong.note": "They do not answer day and night.",
    # coming back
    "back.title": "Coming back",
    "back.lead": "You need your made-up name and your five words.",
    "back.open": "Open my place",
    "back.forms": (
        "Capitals and spaces do not matter. The first four letters of each word are enough."
    ),
    "back.lost": "I lost my five words",
    "back.lost.1": (
        "Use your spare code. It is the long code you wrote on a card. It opens your place, "
        "and you get five new words. Your old words stop working."
    ),
    "back.none": "I have no words and no spare code",
    "back.none.1": (
        "Then no one can open that place again. We cannot either. That is the price of a lock "
        "that only you can open."
    ),
    "back.none.2": (
        "You can start anew and ask the same person. They cannot see that it is you until you "
        "tell them."
    ),
    "back.someone": "Someone else knows my five words",
    "back.someone.1": (
        "Come in with your spare code. You get new words, and all other sign-ins end."
    ),
    # errors
    "error.404.title": "There is nothing here",
    "error.404.why": "The page has moved, or there was a slip in the address.",
    "error.403.title": "That did not work",
    "error.403.why": "The page was open for too long. Please go back, load it again and retry.",
    "error.500.title": "Something broke on our side",
    "error.500.why": "It is not your fault. Please try again in a few minutes.",
    "error.home": "Go to the first page",
    "empty.title": "This house is not ready yet",
    "empty.why": "The people who run it still have to set it up. Please look in later.",
}
