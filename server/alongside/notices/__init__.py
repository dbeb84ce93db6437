"""What leaves the house: one neutral note to those who want it, and when."""
