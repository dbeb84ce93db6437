"""A list as a file for a table program: nothing in it is a sum, and its name says nothing."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.http import StreamingHttpResponse

NAME = "list.csv"
# So many rows are held at a time, however long the list is.
AT_ONCE = 500
# Table programs read UTF-8 only when it is marked.
MARK = "\ufeff"
# What a table program takes for a sum, in narrow and in wide signs.
BEGINS_A_SUM = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
BLANK = " \t\r\n\v\f\0\u00a0\ufeff"


def as_file(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> StreamingHttpResponse:
    """Answer with a file of these columns and rows, in pieces as they are read."""
    answer = StreamingHttpResponse(
        _written(columns, rows), content_type="text/csv; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return answer


def _written(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield MARK + _lines([columns])
    rows = iter(rows)
    while piece := list(islice(rows, AT_ONCE)):
        yield _lines(piece)


def _lines(rows: Iterable[Sequence[object]]) -> str:
    lines = io.StringIO()
    csv.writer(lines).writerows([plain(cell) for cell in row] for row in rows)
    return lines.getvalue()


def plain(cell: object) -> object:
    """Keep a table program from taking words for a sum."""
    if not isinstance(cell, str):
        return cell
    is_sum = cell.lstrip(BLANK).startswith(BEGINS_A_SUM) or cell[:1] in "\t\r\n"
    return f"'{cell}" if cell and is_sum else cell
