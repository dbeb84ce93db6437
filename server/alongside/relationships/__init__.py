"""Asking, agreeing, ending: what two people are to each other."""
