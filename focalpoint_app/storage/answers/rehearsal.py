"""An autosave that leaves no trace, so that the first real one need not be learned."""

from __future__ import annotations

from datetime import UTC, datetime

from focalpoint_app.domain.content import Change, Field, FieldKey, Step
from focalpoint_app.storage.answers import sealing, steps, working
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.engines import is_compiled, note_compiled

_KEY = FieldKey("", Field.VALUE, "", "")
_STEP = Step("", "typing", "", (Change(_KEY, None, {"text": ""}),))
_AT = datetime(2000, 1, 1, tzinfo=UTC)


def rehearse(database: Database) -> None:
    """Writing, writing again, sealing: SQLAlchemy compiles each statement once.

    Unrehearsed, the first save after opening takes four to eight times as long
    as the next; the rehearsal costs about as much, before anyone types.  What was
    compiled for one file serves the others, so the first one's is enough.
    """
    if is_compiled(__name__):
        return
    written = working.Written("", "", _AT)
    contents = {change.key: change.after for change in _STEP.changes}
    with database.rehearsing() as connection:
        for _ in ("a new step in a new row", "the same step growing in that row"):
            working.save(connection, written, contents)
            steps.record(connection, written.review, _STEP)
        sealing.seal(connection, written.review, tuple(contents), _AT)
    note_compiled(__name__)
