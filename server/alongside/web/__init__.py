"""Pages without any key: the front of the house, and the desk for coordinators."""
