"""`python -m alongside` is the same as `alongside`."""

import sys

from alongside.cli import main

sys.exit(main())
