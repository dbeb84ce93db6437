"""Certificates: what a programme stands by, as files that their holders alone ask for."""
