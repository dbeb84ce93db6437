"""What can go wrong with the live wire, made to go wrong: `python -m bench.faults`."""
