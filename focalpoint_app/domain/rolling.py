"""Which backups are kept: many of today, fewer of last week, few of last month."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta
from enum import StrEnum

NEWEST = 20
HOURS, DAYS, WEEKS = 24, 14, 8
"""The last backup of each of so many hours, days and weeks is kept."""

_EVERY = timedelta(hours=1)


class Reason(StrEnum):
    """What a backup was made before, or that its hour had come.

    After an expunging: it takes the place of those that still held the passage.
    """

    HOUR = "hour"
    IMPORT = "import"
    MIGRATION = "migration"
    CLEARANCE = "clearance"
    RECONCILIATION = "reconciliation"
    EXPUNGING = "expunging"


def is_due(made: Iterable[datetime], now: datetime) -> bool:
    """None was made in the last hour; one dated later than now does not count.

    A clock that was set back for a day must not stop backups for a day.
    """
    return not any(now - _EVERY < each <= now for each in made)


def outdated(made: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Those to delete.  Never the newest, nor any dated later than now."""
    newest_first = sorted((each for each in made if each <= now), reverse=True)
    kept = {
        *newest_first[:NEWEST],
        *_last_of_each(newest_first, HOURS, lambda time: (time.date(), time.hour)),
        *_last_of_each(newest_first, DAYS, datetime.date),
        *_last_of_each(newest_first, WEEKS, lambda time: time.isocalendar()[:2]),
    }
    return frozenset(newest_first) - kept


def _last_of_each(
    newest_first: list[datetime], count: int, age: Callable[[datetime], Hashable]
) -> list[datetime]:
    found: dict[Hashable, datetime] = {}
    for time in newest_first:
        found.setdefault(age(time), time)
    return list(found.values())[:count]
