"""What happens by itself: what is due is a query, done once, safe to repeat."""
