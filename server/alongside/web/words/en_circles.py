"""English: what the page about keeping says of circles."""

CIRCLES = {
    "keep.books.circles": (
        "Circles: the name and the line each is listed by, who waits to be let in, whom a "
        "host let in, that somebody was taken away, and what the team thought through before. "
        "What people say there, what they wrote when they asked, and why somebody was taken "
        "away are locked. We cannot read them."
    ),
}
