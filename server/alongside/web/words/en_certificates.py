"""English: certificates, at the desk and where anybody can check one."""

CERTIFICATES = {
    "keep.books.certificates": (
        "Certificates you asked for: what for, what your programme said, and how many files "
        "you made. Not the files, and not the name in them. They go when you take them back, "
        "and with your place. A list of bits says which files were taken back, and names "
        "nobody."
    ),
    "desk.papers": "Certificates",
    "desk.papers.title": "Certificates",
    "desk.papers.back": "Back to the training record",
    "desk.papers.lead": (
        "People ask for these by themselves. You say what the programme stands by. They choose "
        "what goes in, and to whom they show it."
    ),
    "desk.papers.no-library": (
        "Whoever runs this server has to add one part first: certificates. The page on "
        "self-hosting says how."
    ),
    "desk.papers.begin": "Begin with certificates",
    "desk.papers.begin.is": (
        "A key of the programme is made. It signs what you say yes to. The key stays on the "
        "server, and is in the part of the backup that holds keys."
    ),
    "desk.papers.begin.do": "Make the key and begin",
    "desk.papers.asked": "Who asks",
    "desk.papers.asked.is": (
        "Say yes only to what you know is true. What you write here can leave this house with "
        "them."
    ),
    "desk.papers.none-asked": "Nobody asks now.",
    "desk.papers.more-asked": "More people ask. They show here once these are answered.",
    "desk.papers.somebody": "Someone",
    "desk.papers.took": "a step they took here",
    "desk.papers.known-as": "You know them as: {name}",
    "desk.papers.step.1": "Welcoming new people",
    "desk.papers.step.2": "Helping to host a group",
    "desk.papers.step.3": "Training in peer support",
    "desk.papers.what": "What it was",
    "desk.papers.what.hint": (
        "Anybody may read it. Name no illness and no recovery. Do not say what they were here."
    ),
    "desk.papers.hours": "Hours (you can leave this empty)",
    "desk.papers.yes": "Yes, we stand by this",
    "desk.papers.not-now": "Not now",
    "desk.papers.stands": "What you stand by",
    "desk.papers.stands.is": (
        "If you take one back, every file of it says so when it is checked. Its holder sees it."
    ),
    "desk.papers.none-stands": "There is none yet.",
    "desk.papers.files": "Files made: {count}.",
    "desk.papers.take-back": "Take back",
    "desk.papers.take-back.of": "Take back: {what}",
    "desk.papers.before": "Earlier ones",
    "desk.papers.after": "Later ones",
    "desk.papers.key": "The key",
    "desk.papers.key.since": "It has signed since {date}.",
    "desk.papers.key.got-out": (
        "The old key may have got out. What it signed no longer holds, and people have to make "
        "their files again."
    ),
    "desk.papers.key.do": "Make a new key",
    "desk.papers.check": "Anybody who holds one can check it here:",
    "check.papers.title": "Please say what it was, in 120 characters or less.",
    "check.papers.telling": (
        "A word in it says too much about somebody. Please name no illness, no recovery, and "
        "not what they were here."
    ),
    "check.papers.hours": "Please give whole hours from 1 to 2000, or none.",
    "check.papers.done": "Please give the day it was done. It cannot be a day to come.",
    "check.papers.gone": "This is no longer asked for, or was answered already.",
    "check.papers.no-library": "The part for certificates is not on this server yet.",
    "check.papers.no-key": "The key is not on this server. Please make a new one.",
    "check.paper.title": "Check a certificate",
    "check.paper.lead": "Somebody showed you a certificate of this programme? See if it holds.",
    "check.paper.file": "The file you were given",
    "check.paper.text": "Or its text",
    "check.paper.do": "Check it",
    "check.paper.forgotten": (
        "We look at it and forget it. There is no list of people here, and none to search."
    ),
    "check.paper.not-ours": ("This is not one of ours, or somebody changed it."),
    "check.paper.holds": "It holds",
    "check.paper.holds.is": "This programme signed it, and stands by it today.",
    "check.paper.over": "It has run out",
    "check.paper.over.is": "This programme signed it, but it no longer holds.",
    "check.paper.back": "It was taken back",
    "check.paper.back.is": "This programme signed it, but no longer stands by it.",
    "check.paper.what": "What",
    "check.paper.name": "Name",
    "check.paper.no-name": "None. Its holder left it out.",
    "check.paper.programme": "Programme",
    "check.paper.hours": "Hours",
    "check.paper.day": "When",
    "check.paper.until": "Holds until",
    "check.paper.whose": (
        "The name is what its holder chose. Whether the person before you is that person, you "
        "have to see for yourself."
    ),
}
