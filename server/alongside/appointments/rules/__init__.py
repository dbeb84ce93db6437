"""Which times are open, which step leads where, and what counts as kept. Without Django."""
