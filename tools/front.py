"""A house behind a real nginx, as docs/self-hosting.md has it; stays until it is ended."""

import shutil
import signal
import sys
from importlib import import_module
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
ENDING = {signal.SIGINT, signal.SIGTERM}


def main(folder: Path) -> int:
    """Bring both up, say the address, and wait to be ended."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    sys.path.insert(0, str(PROJECT))
    here, nginx = import_module("tests.deploy.fronted").fronted(folder)
    # Only now: the house would start with these signals shut out, and never be ended by them.
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    print(here.origin, flush=True)
    signal.sigwait(ENDING)
    nginx.terminate()
    nginx.communicate(timeout=10)
    here.house.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
