"""The chat's one application."""
