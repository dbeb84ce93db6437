"""Two who think together: a specialist, and whoever supports them."""
