"""One human may sit at the desk and be a specialist, with two sign-ins; then it shows."""
