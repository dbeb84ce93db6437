"""Finding each other: wishes handed over, rounds, proposals that both people answer."""
