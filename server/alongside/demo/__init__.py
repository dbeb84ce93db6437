"""The demonstration: a made-up programme with made-up people, ready to try."""
