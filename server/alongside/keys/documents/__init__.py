"""What people keep for themselves, sealed: documents, version by version."""
