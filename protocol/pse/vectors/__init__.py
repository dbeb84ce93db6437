"""The frozen vectors: what is asked of both languages, and how the files are written."""
