"""English: what the page about keeping says of two who think together."""

SUPERVISION = {
    "keep.books.thinking": (
        "Thinking together: which specialist and which supervisor, and on which day. What "
        "about, for how long and every word are locked. We cannot read them. It goes a year "
        "after that day, or when the two take it away."
    ),
}
