"""English: late replies to what did not sit right, as the desk may know of them."""

REPAIRS = {
    "desk.replies.title": "A reply is late",
    "desk.replies.lead": (
        "Somebody told their specialist that something did not sit right. They asked that you "
        "hear of it if the reply is late. Only the two of them can read what it is about."
    ),
    "desk.replies.one": "From {name}",
    "desk.replies.late": "The reply is {count} days late.",
    "desk.replies.late.one": "The reply is one day late.",
    "desk.replies.do": "Please call {name} and ask whether they need help with it.",
    "desk.replies.further": "More replies are late. These have been late the longest.",
    "keep.books.repair": (
        "That something did not sit right between you and someone, who said it, by which day a "
        "reply is due, and whether it came. Not what it was. It goes when it is closed. What a "
        "client said is counted with what others said, in groups of eight and without a name; "
        "what a specialist said is counted nowhere."
    ),
}
