"""Measures the live wire and the room: `make bench`."""
