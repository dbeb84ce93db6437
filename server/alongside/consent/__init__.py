"""What is told about somebody: with their yes, and without it when somebody is in danger."""
