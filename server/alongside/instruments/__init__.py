"""Questions of others, as packs an operator adds: files in the data folder, no table."""
