"""A list as a file for a table program: nothing in it is a sum, and its name says nothing."""

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

NAME = "list.csv"
# Table programs read UTF-8 only when it is marked.
MARK = "\ufeff"
# What a table program takes for a sum, in narrow and in wide signs.
BEGINS_A_SUM = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
BLANK = " \t\r\n\v\f\0\u00a0\ufeff"


def as_file(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """Answer with a file of these columns and rows."""
    answer = HttpResponse(MARK, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    write = csv.writer(answer)
    write.writerow(columns)
    write.writerows([plain(cell) for cell in row] for row in rows)
    return answer


def plain(cell: object) -> object:
    """Keep a table program from taking words for a sum."""
    if not isinstance(cell, str):
        return cell
    is_sum = cell.lstrip(BLANK).startswith(BEGINS_A_SUM) or cell[:1] in "\t\r\n"
    return f"'{cell}" if cell and is_sum else cell
