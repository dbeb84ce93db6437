"""A year of a programme that is not there: who asked, who walked together, when they met."""
