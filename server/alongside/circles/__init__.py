"""Circles: small sealed groups led by hosts; what the house knows of them."""
