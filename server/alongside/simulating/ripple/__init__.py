"""A programme that is not there, as it grows: who comes, waits, and passes support on."""
