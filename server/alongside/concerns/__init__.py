"""Concerns: who has to answer one and by when. What is said in it is sealed to officers."""
