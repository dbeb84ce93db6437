"""Counts that point at nobody: a batch of eight, a figure that is rounded once, and no more."""
