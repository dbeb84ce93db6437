"""Legal holds: what the server can read about somebody stays a while longer, never a word."""
