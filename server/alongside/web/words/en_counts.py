"""English: being counted in, and what the programme sees of many people at once."""

COUNTS = {
    "keep.books.counts": (
        "If you let yourself be counted: a sealed count, and a code that says someone is in "
        "it. The code does not hold what you said. When eight people are in, both are "
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
