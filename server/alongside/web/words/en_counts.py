"""English: being counted in, and what the programme sees of many people at once."""

COUNTS = {
    "desk.doing": "How we are doing",
    "desk.doing.title": "How we are doing",
    "desk.doing.lead": (
        "These are numbers of everyone at once. No one is named. No number is about one "
        "person, or one specialist."
    ),
    "desk.doing.of": "The four quarters up to",
    "desk.doing.small": (
        "You support few people. Whoever knows them may guess whom a number is about, even "
        "where it says only how much you did. Think twice before this leaves the house."
    ),
    "desk.doing.file": "Take this as a file",
    "desk.doing.print": ("To keep it as a PDF, print this page and choose “save as PDF”."),
    "desk.doing.year": "The year in plain numbers",
    "desk.doing.year.how": (
        "Exact, for the whole programme. Who walks with two specialists is one person."
    ),
    "desk.doing.year.supported": "People supported",
    "desk.doing.year.begun": "Hellos with a yes",
    "desk.doing.year.ended": "Came to an end",
    "desk.doing.year.contacts": "Calls and meetings outside, as noted",
    "desk.doing.year.contact_hours": "Hours of them",
    "desk.doing.kept": "What specialists said they would do",
    "desk.doing.kept.how": (
        "Exact, of this year. Whoever walked with fewer than three people in the year, or, "
        "if they are still here, in the last three months, is in no sum. A new day "
        "in good time is not a broken word."
    ),
    "desk.doing.kept.kept": "Kept",
    "desk.doing.kept.moved": "Moved in good time, at least once",
    "desk.doing.kept.broken": "Not kept",
    "desk.doing.kept.repaired": "Not kept, then made good",
    "desk.doing.theirs": "What people they support said they would do",
    "desk.doing.theirs.how": "Rounded to fives. It is their own, and no one is asked why.",
    "desk.doing.replies": "Answers in the time that was said",
    "desk.doing.replies.how": (
        "Their own devices count this, and specialists hand it in. We see no times."
    ),
    "desk.doing.replies.within": "In time",
    "desk.doing.replies.later": "Later",
    "desk.doing.replies.much_later": "Much later",
    "desk.doing.same": "The same person again",
    "desk.doing.same.how": (
        "From calls and meetings that were noted, of people with two or more. Ten of ten "
        "means that it was always the same person."
    ),
    "desk.doing.same.people": "People with two or more",
    "desk.doing.same.coc": "How much with one person (COC)",
    "desk.doing.same.upc": "With whoever they met most (UPC)",
    "desk.doing.same.secon": "With the same person as the time before (SECON)",
    "desk.doing.tenths": "{count} of ten",
    "desk.doing.too-few": "too few to say",
    "desk.doing.meetings": "Meetings of the last eight weeks",
    "desk.doing.meetings.how": (
        "Exact, from what the two said afterwards. Older meetings are forgotten."
    ),
    "desk.doing.meetings.met": "They met",
    "desk.doing.meetings.hours": "Hours together",
    "desk.doing.meetings.missed": "They did not meet",
    "desk.doing.meetings.away": "Cancelled before",
    "desk.doing.standing": "Where things stand today",
    "desk.doing.standing.how": "Rounded to fives.",
    "desk.doing.standing.waiting": "Hellos that wait for an answer",
    "desk.doing.standing.together": "Walking together",
    "desk.doing.standing.resting": "On a pause",
    "desk.doing.standing.over": "Over",
    "desk.doing.standing.nothing": "Came to nothing",
    "desk.doing.waited": "How long a yes took",
    "desk.doing.waited.how": "From the hello to the yes, in this year. Rounded to fives.",
    "desk.doing.waited.0": "The same day",
    "desk.doing.waited.1": "One or two days",
    "desk.doing.waited.3": "Three to six days",
    "desk.doing.waited.7": "A week or more",
    "desk.doing.said": "What people said of their talks",
    "desk.doing.said.how": (
        "How many said “completely”. Only answers that somebody let us count are in it. "
        "These six have not been tested as a scale; they are not a score."
    ),
    "desk.doing.topic.1": "“I felt heard.”",
    "desk.doing.topic.2": "“They were real with me.”",
    "desk.doing.topic.3": ("“I know who can see what I share, and I am OK with that.”"),
    "desk.doing.topic.4": "“They understood what this is like for me.”",
    "desk.doing.topic.5": "“They did what they said they would do.”",
    "desk.doing.topic.6": "“I felt safe to be myself.”",
    "desk.doing.mended": "What did not sit right",
    "desk.doing.mended.how": (
        "People in closed batches. What it was, and how it was closed, we cannot see."
    ),
    "desk.doing.topic.13": "It was said",
    "desk.doing.topic.11": "There was a reply in time",
    "desk.doing.topic.12": "Closed by whoever said it",
    "desk.doing.whole-year": "The year",
    "desk.doing.from": "from {month}",
    "desk.doing.quarter": "{first} to {last}",
    "desk.doing.few": "fewer than eight",
    "desk.doing.none-yet": "none yet",
    "desk.doing.people": "{count} people",
    "desk.doing.exactly": "{count}",
    "desk.doing.about": "about {count}",
    "desk.doing.about-of": "about {count} of {of}",
    "desk.doing.method": "How these numbers are made",
    "desk.doing.method.batch": (
        "A batch closes when eight people are in it, never by the calendar. What waits in an "
        "open batch is not told."
    ),
    "desk.doing.method.rounded": (
        "Of a batch only one number is kept, rounded to 0, 5 or 10 by lot. One by itself may "
        "be off by four. Many together come close to what is true."
    ),
    "desk.doing.method.few": (
        "Other numbers of people are rounded to the nearest five. Fewer than eight is all "
        "that is said of small ones, and nobody is among them."
    ),
    "desk.doing.method.never": (
        "A number of a closed batch is never made again. There is no total beside it."
    ),
    "desk.doing.file.part": "Part",
    "desk.doing.file.what": "What",
    "desk.doing.file.when": "When",
    "desk.doing.file.number": "Number",
    "desk.doing.file.of": "Of so many people",
    "keep.books.counts": (
        "If you let yourself be counted, or said that something did not sit right: a sealed "
        "count, and a code that says someone is in it. The code does not hold what you said. "
        "When eight people are in, both are "
        "destroyed. One rounded number stays, for five years. Open counts are in no backup."
    ),
    "keep.watch.counted": "What you said when you let yourself be counted",
    "keep.watch.counted.no": (
        "We keep no row with your answer. So we cannot take it out again, either."
    ),
    "keep.watch.counted.could": (
        "One yes or no as it comes in: did you say “completely”, or not."
    ),
}
