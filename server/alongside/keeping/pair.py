"""Two archives that belong together, opened and checked."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from alongside.keeping import shelf
from alongside.keeping.archive import BadArchive, Reading, reading


@contextmanager
def both_parts(content: Path, keys: Path) -> Iterator[tuple[Reading, Reading]]:
    """Open both parts of one backup; BadArchive if either is damaged or they are of two."""
    with one_part(content, shelf.CONTENT) as one, one_part(keys, shelf.KEYS) as other:
        if one.manifest.backup != other.manifest.backup:
            raise BadArchive(words="These two are not of the same backup.")
        yield one, other


@contextmanager
def parts_there_are(content: Path, keys: Path | None) -> Iterator[list[Reading]]:
    """Open the content, and the keys where they still are."""
    with ExitStack() as opened:
        if keys is None:
            yield [opened.enter_context(one_part(content, shelf.CONTENT))]
        else:
            yield list(opened.enter_context(both_parts(content, keys)))


@contextmanager
def one_part(path: Path, part: str) -> Iterator[Reading]:
    """Open one part and check it."""
    with reading(path, part=part) as archive:
        archive.check()
        yield archive
