"""How a reply listens: our own corpus, and what is learnt from it."""
