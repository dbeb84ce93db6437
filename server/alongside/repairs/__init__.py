"""What did not sit right between two people: open, answered, closed. The words are sealed."""
