"""A joining that is cut anywhere leaves a file that doctor calls sound."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from focalpoint_app.storage import Workspace
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.joining.joining import join
from tests.storage.consultation_samples import IMPORT, INSERT, USE, asked, reply
from tests.storage.samples import AT, CHOICE, LAYLA, REVIEW, change, reopened
from tests.storage.test_evidences import clearance, scan


def test_after_each_of_its_transactions_all_that_came_is_whole(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = closed.with_name("other.focalpoint")
    shutil.copy(closed, other)
    with closing(reopened(other)) as workspace:
        _work(workspace)
    told: list[str] = []
    with closing(reopened(closed)) as ours, closing(reopened(other)) as theirs:
        _look_after_each(ours, told, monkeypatch)
        outcome = join(ours._database, theirs._database, REVIEW.id, AT)
        assert ours.uses(REVIEW.id) == theirs.uses(REVIEW.id)
        assert ours.contributions(REVIEW.id) == theirs.contributions(REVIEW.id)
    assert outcome.taken > 0
    assert len(told) > 5
    assert set(told) == {""}


def _work(workspace: Workspace) -> None:
    asked(workspace)
    workspace.add_reply(reply(), IMPORT)
    workspace.use(INSERT, replace(USE, contribution=f"reply-1/{INSERT.question}"))
    workspace.save(REVIEW.id, [change(CHOICE, "yes")], LAYLA.id, AT)
    workspace.seal(REVIEW.id, None, AT)
    workspace.add_clearance(clearance(1))
    workspace.add_evidence(scan("e1", "c1"), b"scan")


def _look_after_each(
    ours: Workspace, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Database.writing_briefly

    @contextmanager
    def looked_after(database: Database) -> Iterator[Connection]:
        with write(database) as connection:
            yield connection
        codes = {each.code for each in ours.verify_chain(REVIEW.id)}
        told.append(" ".join(sorted(codes)))

    monkeypatch.setattr(Database, "writing_briefly", looked_after)
