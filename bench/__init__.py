"""Measures the live wire: `make bench`."""
