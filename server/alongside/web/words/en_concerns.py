"""English: concerns at the desk, and what the page about keeping says of them."""

CONCERNS = {
    "keep.books.concern": (
        "Concerns: who raised one and on which day, which safety officers can read it, how far "
        "it has come, and by which day an answer is due. What it says, whom it is about, the "
        "lines it shows and every answer are locked. We cannot read them. It goes when you "
        "take it back, or half a year after the answer."
    ),
}
