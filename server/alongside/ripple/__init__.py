"""How far support is passed on: steps people take of their own accord, and honest figures."""
