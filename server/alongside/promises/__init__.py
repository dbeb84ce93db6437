"""What two people said they would do, their contacts elsewhere, and how continuous it was."""
