"""Assembles what the room is served from.

`tools/assemble.py` copies only what changed into var/public. With --libraries it first
fetches the locked libraries; with --record it writes their hashes down, after someone has
looked at them.
"""

import sys

import kernel
import libraries
import node
import opener
import practice
import public


def main(words: list[str]) -> int:
    """Assemble; say one line."""
    if "--record" in words:
        node.install_locked()
        libraries.record()
    if words or not libraries.VENDOR.exists():
        node.install_locked()
        libraries.lay_out()
    kernel.build()
    opener.build()
    practice.build()
    changed = public.assemble()
    if changed:
        print(f"room: {changed} files assembled in var/public")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
