"""English: circles at the desk, and what the page about keeping says of them."""

CIRCLES = {
    "keep.books.circles": (
        "Circles: the name and the line each is listed by, who waits to be let in, whom a host "
        "let in, that somebody was removed, and what the team thought through before. What "
        "people say there, what they wrote when they asked, and why somebody was removed are "
        "locked. We cannot read them."
    ),
    "desk.circles": "Circles",
    "desk.circles.title": "Circles",
    "desk.circles.who": (
        "A circle is a small group, led by two hosts or more. You do not see who is in one, "
        "nor what they say there."
    ),
    "desk.circles.state.not-yet": (
        "No circle can begin yet. First think six things through with your team, and write "
        "down what you will do."
    ),
    "desk.circles.state.on": (
        "Circles may be held here. Two specialists who lead one together begin it."
    ),
    "desk.circles.state.none": (
        "You hold no circles. Nobody can begin one, ask to join one, or lead one more."
    ),
    "desk.circles.going": "{count} circles go on now.",
    "desk.circles.going.one": "One circle goes on now.",
    "desk.circles.going.none": "No circle goes on now.",
    "desk.circles.going.on": (
        "They go on until their hosts end them. Please talk with the hosts."
    ),
    "desk.circles.version": "What we thought through: version {number}",
    "desk.circles.filled": "Written by {name} on {date}.",
    "desk.circles.held.no": "This version says that you hold no circles.",
    "desk.circles.old": "A newer version counts now.",
    "desk.circles.left": "Left open.",
    "desk.circles.older": "The version before",
    "desk.circles.newer": "The version after",
    "desk.circles.first": "Think it through",
    "desk.circles.next": "Write a new version",
    "desk.circles.kept": "It is kept. The newest version counts from now on.",
    "desk.circles.back": "Circles",
    "desk.circles.write": "Before you hold circles",
    "desk.circles.write.lead": (
        "Do this with your team, and with people who have been in a group. Each version is "
        "kept, with its day and your name. Please name no client here."
    ),
    "desk.circles.ask.who": "For whom are circles, and for whom are they not?",
    "desk.circles.hint.who": (
        "Think of people in danger now, and of people who could hurt each other."
    ),
    "desk.circles.ask.hosts": "How do you choose hosts, and who is there for them?",
    "desk.circles.hint.hosts": (
        "What they learn before. With whom they talk after a hard evening. What you do when "
        "one falls ill."
    ),
    "desk.circles.ask.harm": ("What do you do when one person hurts another, or is in danger?"),
    "desk.circles.hint.harm": (
        "Who is told, how fast, and what hosts do in the circle at that moment."
    ),
    "desk.circles.ask.privacy": (
        "How do people learn that no online group can promise privacy?"
    ),
    "desk.circles.hint.privacy": (
        "All in a circle can tell what they read there. Say who tells people so, and when."
    ),
    "desk.circles.ask.removal": "Who looks at an appeal, and how soon?",
    "desk.circles.hint.removal": (
        "Whoever is removed can ask for a second look, by someone who did not do it."
    ),
    "desk.circles.ask.stopping": "Who can stop a circle, and when?",
    "desk.circles.hint.stopping": (
        "Think of a circle that does harm, and of hosts who cannot go on."
    ),
    "desk.circles.theirs": "Another person wrote here:",
    "desk.circles.open": "Please answer this before you hold circles.",
    "desk.circles.long": "This is too long. It can have up to {most} letters.",
    "desk.circles.holds": "Do you hold circles?",
    "desk.circles.holds.yes": "Yes, two specialists can begin one.",
    "desk.circles.holds.no": "No, we hold none. Circles that go on are ended by their hosts.",
    "desk.circles.keep": "Keep this version",
    "desk.circles.leave-it": "Leave it as it is",
    "desk.circles.wrong.look": (
        "Not kept yet. Please look at what is marked below. Your words are still here."
    ),
    "desk.circles.wrong.choose": (
        "Not kept yet. Please say at the end whether you hold circles."
    ),
    "desk.circles.wrong.meanwhile": (
        "Not kept yet. Somebody else wrote a new version while you wrote. Your words are "
        "here, and theirs stand below where they differ. If you keep yours, yours count."
    ),
}
