"""Files that refuse: not to be read any more, or gone from under the window."""

from collections.abc import Iterator
from contextlib import contextmanager

from focalpoint_app.workflow.review.desk import Desk


@contextmanager
def unreadable(desk: Desk) -> Iterator[None]:
    """Every read of the file is refused inside, as behind a lost key."""
    database = desk.workspace._database
    with database.put_by():
        database.is_locked = True
    try:
        yield
    finally:
        database.is_locked = False


@contextmanager
def gone(desk: Desk) -> Iterator[None]:
    """Its name is another's inside: nothing is written, all can be read."""
    away = desk.path.with_suffix(".away")
    desk.path.rename(away)
    try:
        yield
    finally:
        away.rename(desk.path)
