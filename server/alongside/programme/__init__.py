"""The one programme: its settings, the promise they add up to, its seats and its door."""
