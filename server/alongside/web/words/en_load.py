"""English: what specialists carry, and who supports them."""

LOAD = {
    "desk.load": "What specialists carry",
    "desk.load.title": "What specialists carry",
    "desk.load.lead": (
        "How many people each one walks with, and what became of what they said they "
        "would do in the last {weeks} weeks. Nothing here says with whom."
    ),
    "desk.load.few": (
        "Where somebody walked with fewer than {least} people, these totals are left "
        "out: they would point at one person."
    ),
    "desk.load.weighed": (
        "A specialist can say that somebody takes half a place, one or two. You see the sum, "
        "from three people on; with fewer, how many they are. You never see who."
    ),
    "desk.load.filter": "Supported by",
    "desk.load.nobody": "nobody yet",
    "desk.load.of": "{count} of {cap}",
    "desk.load.too-few": "left out",
    "desk.load.support": "Who supports whom",
    "desk.load.keep": "Keep this",
    "desk.load.no-supervisors": "You do not stand behind a supervisor yet.",
    "desk.file.supported-by": "Supported by",
    "desk.file.open": "Still to do",
    "desk.file.kept": "Kept",
    "desk.file.moved": "Moved in time",
    "desk.file.broken": "Not kept",
    "desk.file.repaired": "Made good",
}
