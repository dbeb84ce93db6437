"""The glass wall: what happened around each person, told to them, row by row."""
