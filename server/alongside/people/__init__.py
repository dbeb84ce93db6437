"""Who is here: accounts, roles, sign-ins, blocks, and those who sit at the desk."""
