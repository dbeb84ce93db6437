"""The house's own settings in a throw-away data folder, on the database the run has chosen."""

import atexit
import os
import shutil
import sys
import tempfile
from pathlib import Path

for _name in [name for name in os.environ if name.startswith("ALONGSIDE_")]:
    if _name not in {"ALONGSIDE_TEST_DATABASE", "ALONGSIDE_PUBLIC"}:
        del os.environ[_name]

_data = Path(tempfile.mkdtemp(prefix="alongside-test-"))
atexit.register(shutil.rmtree, _data, ignore_errors=True)
os.environ["ALONGSIDE_DATA"] = str(_data)
os.environ["ALONGSIDE_SECRET"] = "only for tests " * 4
os.environ["ALONGSIDE_HOSTS"] = "testserver,127.0.0.1,localhost"

if "--database=postgresql" in sys.argv:
    os.environ["ALONGSIDE_TEST_DATABASE"] = "postgresql"
if os.environ.get("ALONGSIDE_TEST_DATABASE") == "postgresql":
    from tests.postgresql import start

    os.environ["ALONGSIDE_DATABASE_URL"] = start()

from alongside.settings import *  # noqa: E402, F403
