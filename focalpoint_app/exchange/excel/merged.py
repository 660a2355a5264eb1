"""Cells that somebody merged: one text stands there for several rows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from focalpoint_app.exchange.excel.sheets import Sheet


def covered(sheet: Sheet, column: int) -> frozenset[int]:
    """Places of the rows whose cell in that column lies below another's text."""
    found: set[int] = set()
    order = sorted(range(len(sheet.rows)), key=lambda place: sheet.numbers[place])
    numbers = [sheet.numbers[place] for place in order]
    done = 0  # However many lie over each other, each row is looked at once.
    for merge in sorted(sheet.merges, key=lambda each: each.top):
        if not merge.left <= column <= merge.right:
            continue
        first = bisect_left(numbers, merge.top)
        begin, end = (
            bisect_right(numbers, merge.top),
            bisect_right(numbers, merge.bottom),
        )
        top = order[first] if first < begin else None
        if top is not None and merge.left in sheet.rows[top]:
            found.update(order[max(begin, done) : end])
            done = max(done, end)
    return frozenset(found)
