"""Keeping: backups in two parts, restoring them with proof, and the end of a programme."""
