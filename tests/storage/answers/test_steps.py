"""Undoable steps: kept in order, replaced while typing, forgotten when too many."""

import uuid
from pathlib import Path

import pytest

from focalpoint_app.domain.content import Change, Step
from focalpoint_app.domain.undo import STEPS_KEPT, Redone, StepRecord, Undone
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.answers import steps
from tests.storage.samples import (
    AT,
    CHOICE,
    LAYLA,
    NARRATIVE,
    change,
    reopened,
    text,
)

FIRST = Step("s1", "choice", "untoc.5.1", (change(CHOICE, "yes"),))
SECOND = Step("s2", "choice", "untoc.5.1", (change(CHOICE, "no", "yes"),))


def record(workspace: Workspace, step: Step) -> None:
    workspace.save("r1", step.changes, LAYLA.id, AT, step)


def listed(workspace: Workspace) -> list[tuple[str, bool]]:
    return [(each.step.id, each.is_done) for each in workspace.undo_steps("r1")]


def test_steps_come_back_whole_newest_last(workspace: Workspace, path: Path) -> None:
    typed = Step(
        "s3", "typing", "q", (Change(NARRATIVE, None, text("نص")),
                              Change(CHOICE, ["a"], None)),
    )  # fmt: skip
    for step in (FIRST, SECOND, typed):
        record(workspace, step)
    workspace.close()
    again = reopened(path)
    expected = tuple(StepRecord(step, True) for step in (FIRST, SECOND, typed))
    assert again.undo_steps("r1") == expected
    again.close()


def test_an_undone_step_may_be_redone(workspace: Workspace) -> None:
    for step in (FIRST, SECOND):
        record(workspace, step)
    workspace.save("r1", [], LAYLA.id, AT, Undone("s2"))
    assert listed(workspace) == [("s1", True), ("s2", False)]
    workspace.save("r1", [], LAYLA.id, AT, Redone("s2"))
    assert listed(workspace) == [("s1", True), ("s2", True)]


def test_the_next_step_to_undo_and_to_redo_are_told(workspace: Workspace) -> None:
    third = Step("s3", "choice", "q", (change(CHOICE, None, "no"),))
    for step in (FIRST, SECOND, third):
        record(workspace, step)
    assert (workspace.undoable("r1"), workspace.redoable("r1")) == (third, None)
    for undone in ("s3", "s2"):
        workspace.save("r1", [], LAYLA.id, AT, Undone(undone))
    assert (workspace.undoable("r1"), workspace.redoable("r1")) == (FIRST, SECOND)


def test_a_new_step_ends_what_could_be_redone(workspace: Workspace) -> None:
    for step in (FIRST, SECOND):
        record(workspace, step)
    workspace.save("r1", [], LAYLA.id, AT, Undone("s2"))
    record(workspace, Step("s3", "skip", "q", ()))
    assert listed(workspace) == [("s1", True), ("s3", True)]


def test_typing_grows_its_last_step(workspace: Workspace) -> None:
    record(workspace, FIRST)
    for words in ("ن", "نص", "نصّ"):
        grown = Step("s2", "typing", "q", (change(NARRATIVE, text(words)),))
        record(workspace, grown)
    assert listed(workspace) == [("s1", True), ("s2", True)]
    assert workspace.undo_steps("r1")[-1].step == grown


def test_a_save_and_its_event_are_one(workspace: Workspace) -> None:
    workspace.save("r1", FIRST.changes, LAYLA.id, AT, FIRST)
    back = [each.reversed for each in FIRST.changes]
    workspace.save("r1", back, LAYLA.id, AT, Undone("s1"))
    assert (workspace.fields("r1"), listed(workspace)) == ({}, [("s1", False)])
    workspace.save("r1", FIRST.changes, LAYLA.id, AT, Redone("s1"))
    assert workspace.fields("r1") == {CHOICE: "yes"}
    assert listed(workspace) == [("s1", True)]


def test_only_the_last_steps_are_kept(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert STEPS_KEPT == 500
    monkeypatch.setattr(steps, "STEPS_KEPT", 5)
    ids = [str(uuid.uuid4()) for _ in range(8)]
    for each in ids:
        record(workspace, Step(each, "choice", "q", FIRST.changes))
    assert [step for step, _ in listed(workspace)] == ids[3:]
