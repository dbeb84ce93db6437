"""English: what we keep and what we could watch."""

KEEP = {
    "keep.title": "What we keep, and what we could watch",
    "keep.lead": (
        "This page is made from how this place is set up today. It says what is true now, even "
        "where it is not nice to hear."
    ),
    "keep.promise": "Our promise",
    "keep.promise.why": (
        "You see this before your first hello. You and the other person both sign it."
    ),
    "keep.settings": "How {programme} has set it up",
    "keep.settings.months": "Words are kept for {count} months, at most one more.",
    "keep.settings.months.one": "Words are kept for one month, at most one more.",
    "keep.settings.open": "Words are kept until the one who asked closes their place.",
    "keep.settings.choice": (
        "Whoever asks can choose another time with the hello: {least} to {most} months."
    ),
    "keep.settings.choice.open": (
        "Whoever asks can choose another time with the hello: {least} to {most} months, or"
        " until they close their place."
    ),
    "keep.settings.age": "You need to be {age} or older.",
    "keep.settings.door.open": "New people can come in today.",
    "keep.settings.door.closed": "New people cannot come in today.",
    "keep.settings.leave": "Leave this page takes you to {place}.",
    "keep.books": "What is in our books",
    "keep.books.talks": "About a talk",
    "keep.books.conversation": "That it exists, whose it is, and the day it began.",
    "keep.books.member": "Who is part of it.",
    "keep.books.head": (
        "How many lines it has so far, and from which day on a line has had no answer."
    ),
    "keep.books.place": "How far each of the two had read when they last wrote.",
    "keep.books.epoch": "When its key was last changed, by day.",
    "keep.books.wrap": "Its key, locked twice: once for you, once for the other.",
    "keep.books.entry": (
        "Each line, locked, with its number and one of four sizes. No time of day."
    ),
    "keep.books.taken-back": (
        "Which line was taken back, and on which day. "
        "After 14 days this is gone, and so is the line."
    ),
    "keep.books.file": (
        "Pictures, voice notes and files, locked; which line each goes with, one of four "
        "sizes, and the day. They go when the line goes."
    ),
    "keep.books.piece": "Which parts of such a file have come, so that a cut line can go on.",
    "keep.books.you": "About you",
    "keep.books.account": (
        "Your made-up name and a long random number. The name goes when you close your place."
    ),
    "keep.books.token": (
        "That you are signed in, as a code we cannot read. Gone after 12 hours."
    ),
    "keep.books.tries": (
        "Wrong tries to sign in, as a count. Gone after an hour. If you leave the number of a "
        "phone: how many codes went out, gone after a day."
    ),
    "keep.books.telling": (
        "What was told about you with your yes, locked; by day, for six years. And what was "
        "told without it, when somebody was in danger."
    ),
    "keep.books.times": (
        "When you and the other meet, and whether you did. Not where, how or why. Gone after "
        "eight weeks. Of a specialist, the hours they are there."
    ),
    "keep.books.pledge": (
        "What one of two said they would do: by which day and whether it was kept, not the "
        "words. On which day two people spoke by phone or met, and for how long. Gone after "
        "two years. And counts of how soon a specialist answers, by month."
    ),
    "keep.books.block": "Whom you blocked.",
    "keep.books.hold": (
        "If a court asks us to keep what we can read about you: why, and until when, "
        "90 days at most. Never your words."
    ),
    "keep.books.keys": "Your keys, locked with your five words. We never see the words.",
    "keep.books.change": "A change in how your place opens, locked, while it waits.",
    "keep.books.log": (
        "A list that only grows: whose keys are whose, whom the programme stands behind, and "
        "who looks at this list from outside. With codes, no names. It stays when you go."
    ),
    "keep.books.state": (
        "Locked: your drafts, your own notes, when you last came here, and what your device"
        " has to keep in mind."
    ),
    "keep.books.documents": (
        "Pages and lines you keep for yourself, locked, with the versions before. "
        "We cannot read them, and cannot tell a page from a line."
    ),
    "keep.books.ask": (
        "Whom you asked, what the two of you signed, on which day, and in which language "
        "each of you read it. How much room a talk takes in a specialist's day: only they see "
        "it, as one of three. Two years after the end, once no word is left, all of that goes."
    ),
    "keep.books.life": (
        "If one of you takes a pause: until when. The day you two mean to end on. Who would "
        "like to meet again. Who was asked to take over or to stand in, on which day, and "
        "until which day somebody stands in or stays."
    ),
    "keep.books.invite": (
        "A specialist's links: until when each can be used, and which hello it brought. "
        "We do not know what a link holds."
    ),
    "keep.books.wall": (
        "What happened around your place, and on which day: who was told something, who came "
        "to read along, which of our pages showed your record. You read all of it; it goes "
        "when you close your place."
    ),
    "keep.books.profile": (
        "What a specialist chose to show, and how many people they walk with. When they are "
        "on call, and what they learnt. Topics they do not take now, and the days of a break."
    ),
    "keep.books.rules": (
        "How we treat each other, version by version, and which one you said yes to."
    ),
    "keep.books.notices": (
        "Where someone who asked for it wants a short note (an address, the number of a "
        "phone), on which device of theirs, in which language, and when not. It goes when "
        "they close their place. And that a note is due: yes or no, with no time."
    ),
    "keep.books.second": (
        "What checks the second step of the team, and who at the desk is a specialist too."
    ),
    "keep.books.team": (
        "Who may sit at the desk, open links for new specialists, and how this place is set up."
    ),
    "keep.watch": "What we do not keep, and what we could watch",
    "keep.watch.lead": (
        "A server that turns bad could look at more than it writes down. So here are both."
    ),
    "keep.watch.no": "We do not keep:",
    "keep.watch.could": "We could watch:",
    "keep.watch.none": "Nothing.",
    "keep.watch.words": (
        "Your words, names in a hello, wishes you did not hand over, drafts and your own notes"
    ),
    "keep.watch.words.no": "We cannot. They are locked on your device.",
    "keep.watch.when": "When a line was sent or read",
    "keep.watch.when.no": "We only keep the order, and for 14 days what was taken back.",
    "keep.watch.when.could": "When each line comes in, and how far you had read by then.",
    "keep.watch.who": "Who talks with whom",
    "keep.watch.who.no": "This we do keep: who is part of which talk.",
    "keep.watch.who.could": "The same.",
    "keep.watch.length": "How long a line is",
    "keep.watch.length.no": "We keep one of four sizes.",
    "keep.watch.length.could": "How long it takes to come in. We do not see you type.",
    "keep.watch.file": "That a line carries a picture, a voice note or a file",
    "keep.watch.file.no": "We keep that it carries one, not which kind, and one of four sizes.",
    "keep.watch.file.could": "When it is sent, and when it is opened.",
    "keep.watch.where": "Where you are",
    "keep.watch.where.no": "We do not write down your net address.",
    "keep.watch.where.could": "The net address you come from. It can show your town.",
    "keep.watch.looked": "Who you looked at before you asked",
    "keep.watch.looked.no": "We do not see it. Your device gets the whole list at once.",
    "keep.watch.looked.could": "That you got the list, but not who you looked at.",
    "keep.limits": "Where this has limits",
    "keep.limits.1": (
        "The person you talk with reads your words. They can remember them, and they can take "
        "a picture of the screen."
    ),
    "keep.limits.2": (
        "The lock itself comes from this site each time you open it. If someone took over the "
        "site, they could send you a bad lock. The plans of the lock are open, so people can "
        "check them."
    ),
    "keep.limits.3": (
        "When you first come in, your device trusts what this site says about who is who. "
        "From then on it holds on to that, and it speaks up if it changes."
    ),
    "keep.limits.4": "If your device is watched, we cannot help that. Use one that is not.",
    "keep.limits.5": "Someone who has your name and your five words can open your place.",
}
