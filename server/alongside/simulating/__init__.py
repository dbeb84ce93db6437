"""People who are not there: made-up pairs and their day, to learn what a machine carries."""
