"""English: the desk's page of proposed matches."""

MATCHES = {
    "desk.matches": "Matches",
    "desk.matches.title": "People who let you choose",
    "desk.matches.lead": (
        "They gave you what they ticked, and no name. You say yes to a match first. Then the "
        "specialist says yes or no, and then the person does. They can read that you looked."
    ),
    "desk.matches.none": "Nobody is in this list now.",
    "desk.matches.counts": (
        "{wishes} in all: {waits} with nothing yet, {drafted} for you to look at, "
        "{offered} with the specialist, {shown} with the person."
    ),
    "desk.matches.look": "Look for matches",
    "desk.matches.look.lead": (
        "This draws up one match for each person who has none. Nobody sees it before you say "
        "yes. People who walk together already are never moved."
    ),
    "desk.matches.way": "How to choose",
    "desk.matches.way.stable": "Best fit: no two people would both rather have each other",
    "desk.matches.way.balanced": "Even load: more people get someone, and work is spread out",
    "desk.matches.do-look": "Look now",
    "desk.matches.filter": "Show only",
    "desk.matches.filter.step": "Where they stand",
    "desk.matches.filter.lang": "Language",
    "desk.matches.filter.do": "Show",
    "desk.matches.all": "All",
    "desk.matches.step.waits": "Nothing yet",
    "desk.matches.step.drafted": "For you to look at",
    "desk.matches.step.offered": "With the specialist",
    "desk.matches.step.shown": "With the person",
    "desk.matches.person": "Person {number}",
    "desk.matches.days": "has waited for {count} days",
    "desk.matches.days.one": "has waited for one day",
    "desk.matches.today": "came today",
    "desk.matches.ticked": "Ticked: {ticks}",
    "desk.matches.most": "What matters most: {what}",
    "desk.matches.anyone": "Whoever is free is fine.",
    "desk.matches.proposed": "Proposed: {name}",
    "desk.matches.reasons": "Both ticked: {reasons}",
    "desk.matches.no-reasons": "Nothing ticked by both. They can still talk well.",
    "desk.matches.approve": "Say yes",
    "desk.matches.approve.of": "Say yes to {name} for person {number}",
    "desk.matches.drop": "Someone else",
    "desk.matches.drop.of": "Someone other than {name} for person {number}",
    "desk.matches.not-free": "That specialist has no room now. Please look for matches again.",
    "desk.matches.needs-extra": (
        "This way needs one more part of the software. Whoever runs this machine can add it."
    ),
    "desk.matches.csv": "This list as a file",
    "desk.matches.fairness": "Is it fair?",
    "desk.fair.title": "Is it fair?",
    "desk.fair.lead": (
        "How many in each group have a match now, and how long half of them have waited at "
        "most. Groups with few people in them are hidden, so that nobody can be found out."
    ),
    "desk.fair.language": "By language",
    "desk.fair.gender": "By who they wish for: woman, man or nonbinary",
    "desk.fair.age": "By the age they wish for",
    "desk.fair.group": "Group",
    "desk.fair.met": "With a match",
    "desk.fair.waits": "Waiting",
    "desk.fair.share": "Share with a match",
    "desk.fair.days": "Half waited at most",
    "desk.fair.other": "Several, or none",
    "desk.fair.few": "Groups with few people",
    "desk.fair.all": "Everyone together",
    "desk.fair.hidden": "Hidden: too few people",
    "desk.fair.share-is": "{count} of 100",
    "desk.fair.days-are": "{count} days",
    "desk.fair.days-are.one": "one day",
    "desk.fair.back": "Back to the matches",
    "keep.books.wish": (
        "If you let the programme choose: what you ticked, whom you would rather not meet, the "
        "day you gave it, and who was proposed. It is deleted when you talk with someone, take "
        "it back or close your place. Whom you would rather not meet stays until you take that "
        "away, take all back or close your place. Then only a count of the days it took stays, "
        "for a year."
    ),
}
