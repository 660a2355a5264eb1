"""Files that refuse: not to be read any more, or gone from under the window."""

from collections.abc import Iterator
from contextlib import contextmanager

from focalpoint_app.workflow.review.desk import Desk


@contextmanager
def unreadable(desk: Desk) -> Iterator[None]:
    """No connection is had inside, as where the disk does not answer."""
    database = desk.workspace._database
    uri = database._uri
    with database.put_by():
        database._uri = uri.replace(desk.path.name, "nowhere")
    try:
        yield
    finally:
        database._uri = uri


@contextmanager
def gone(desk: Desk) -> Iterator[None]:
    """Its name is another's inside: nothing is written, all can be read."""
    away = desk.path.with_suffix(".away")
    desk.path.rename(away)
    try:
        yield
    finally:
        away.rename(desk.path)
