"""Ways in, sealed keys and state, key records, endorsements and signed profiles."""
