"""English: how far support goes on, as the desk sees it."""

RIPPLE = {
    "desk.ripple.open": "See how far support reaches",
    "desk.ripple.title": "How far support reaches",
    "desk.ripple.lead": (
        "People were supported here, and some went on to support others. This is a picture of "
        "that, for your wall. No dot is a person."
    ),
    "desk.ripple.print": "To hang it up, print this page. The picture is a sheet of A3.",
    "desk.ripple.picture": "How far support reaches at {name}",
    "desk.ripple.picture.desc": (
        "Four rings of dots around a middle. Each ring is one person further from the first "
        "ones. The table below has the same numbers."
    ),
    "desk.ripple.empty": (
        "Still water. A dot appears once {least} people in one place of the table have let "
        "themselves be counted."
    ),
    "desk.ripple.each": "One dot stands for up to {count} people.",
    "desk.ripple.ring": "Support came",
    "desk.ripple.ring.0": "the first ones",
    "desk.ripple.ring.1": "through one person",
    "desk.ripple.ring.2": "through two people",
    "desk.ripple.ring.3": "through three or more",
    "desk.ripple.role.0": "Supported",
    "desk.ripple.role.1": "Welcome newcomers",
    "desk.ripple.role.2": "Help host a group",
    "desk.ripple.role.3": "Trained",
    "desk.ripple.role.4": "Specialists",
    "desk.ripple.reached": "Who reached what",
    "desk.ripple.reached.how": (
        "Told in steps of {least}. People stay in each number they once reached for {years} "
        "years, even if they stepped back."
    ),
    "desk.ripple.file.ring": "Support came",
    "desk.ripple.file.what": "What",
    "desk.ripple.file.people": "People, at least",
    "desk.ripple.file.low": "From, of 100",
    "desk.ripple.file.about": "About, of 100",
    "desk.ripple.file.high": "To, of 100",
    "desk.ripple.file.not-told": "not told yet",
    "desk.ripple.at-least": "at least {count}",
    "desk.ripple.share": "Passed it on",
    "desk.ripple.share.told": (
        "About {about} in 100 had taken a step for others in the year after their own support "
        "ended, or still held one. By chance alone it may lie between {low} and {high} in 100."
    ),
    "desk.ripple.share.of": (
        "Of {count} people who let us count them, a year after their own support ended."
    ),
    "desk.ripple.share.few": (
        "Not told yet. {fewest} people are needed who let us count them, a year after their "
        "own support ended."
    ),
    "desk.ripple.share.how": (
        "This does not say why, and it is not of everybody. People who help others may differ "
        "from people who do not. If they let us count them more often, the share of all is "
        "lower than this."
    ),
    "desk.ripple.brought": "Brought by a link",
    "desk.ripple.brought.told": (
        "In about {about} of 100 quarters, a link brought the first one who came by it. By "
        "chance alone it may lie between {low} and {high} of 100."
    ),
    "desk.ripple.brought.of": (
        "Of {count} quarters of a year, each of one person who lets us count them."
    ),
    "desk.ripple.brought.few": (
        "Not told yet. {fewest} quarters are needed, each of one person who lets us count them."
    ),
    "desk.ripple.brought.how": (
        "Only newcomers who said that we may count it are in. Most people come without any "
        "link, so this is not how we grow."
    ),
    "desk.ripple.method.batch": (
        "Only people who said yes are counted. A number grows when {least} more people are in, "
        "never by the calendar. Each {least} are forgotten after {years} years."
    ),
    "desk.ripple.method.range": (
        "The answers of eight people are rounded by lot. The range knows of that and of "
        "chance, and of nothing else: not of who lets us count them."
    ),
    "desk.ripple.method.who": (
        "Each person is in each number once. We keep no list of who helped whom to make this."
    ),
    "desk.ripple.method.chain": (
        "Someone whose specialist does not say how support came to them counts as one person "
        "away. So the rings may be further out than drawn."
    ),
    "desk.ripple.method.brought": (
        "A person counts in each whole quarter until a link of theirs brings somebody, "
        "and in none after it. Whoever stops or leaves is not in that quarter, whatever it "
        "brought. We keep no list of who came by whose link, and tell nobody."
    ),
    "keep.books.ripple": (
        "If you let yourself be counted for passing support on: that you did, through how many "
        "people it came to you, and which numbers you are in. Steps you asked for or took, by "
        "the quarter. Not who said yes. You can take a step back, and it is gone; that you did "
        "so after your support ended stays until the year after it is over. Links you gave, "
        "for seven days, without who came by them. If you are counted: that a link of yours "
        "brought somebody, not whom. Whoever has these "
        "books can often work out whether you passed it on."
    ),
}
