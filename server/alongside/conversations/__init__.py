"""The sealed log: gates the relay obeys, and forgetting."""
