"""An answer changed from a contribution: text, step, revision and use in one act."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from focalpoint_app.domain.content import Step
from focalpoint_app.domain.contribution import Use
from focalpoint_app.domain.revision import Revision
from focalpoint_app.storage.answers import sealing, steps, working
from focalpoint_app.storage.consultation import uses


def use(connection: Connection, step: Step, *together: Use) -> tuple[Revision, ...]:
    """What stood in the step's fields is sealed before, what stands there after.

    ``together``: one for each contribution that went into it, in what was made before
    too where it names revisions.
    """
    used = together[0]
    keys = tuple(change.key for change in step.changes)
    contents = {change.key: change.after for change in step.changes}
    sealing.seal(connection, used.review, keys, used.time)
    written = working.Written(used.review, used.author, used.time)
    working.save(connection, written, contents)
    steps.record(connection, used.review, step)
    made = sealing.seal(connection, used.review, keys, used.time)
    revisions = tuple(each.id for each in made)
    for each in together:
        into = (*each.revisions, *revisions)
        uses.add_use(connection, replace(each, revisions=into))
    return made
