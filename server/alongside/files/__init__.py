"""Files that go with lines: sealed pieces, kept for as long as the line that names them."""
