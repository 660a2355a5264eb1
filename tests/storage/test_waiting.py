"""What an autosave waits for, and what it does not."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.sql.compiler import SQLCompiler

from focalpoint_app.domain.content import Field, FieldKey, Step
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.file.files import companion
from tests.storage.samples import AT, LAYLA, NARRATIVE, change, reopened, text

LONG = text("نص طويل " * 250)
TYPING = Step("t", "typing", NARRATIVE.question, (change(NARRATIVE, text("ن")),))
KEYS = tuple(FieldKey(f"q{n:04}", Field.VALUE, "ar") for n in range(1_500))
IMPORT = Step("i", "import", "q0000", tuple(change(key, LONG) for key in KEYS))
SHORT_IMPORT = replace(IMPORT, changes=IMPORT.changes[:20])


def type_once(workspace: Workspace) -> None:
    workspace.save("r1", TYPING.changes, LAYLA.id, AT, TYPING)


def test_the_first_save_after_opening_compiles_no_statement(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_once(workspace)
    path = workspace.path
    workspace.close()
    again = reopened(path)
    compiled: list[object] = []
    usual = SQLCompiler.__init__

    def noted(self: SQLCompiler, *args: Any, **rest: Any) -> None:
        compiled.append(args)
        usual(self, *args, **rest)

    monkeypatch.setattr(SQLCompiler, "__init__", noted)
    type_once(again)
    assert compiled == []
    again.close()


def test_opening_and_closing_leaves_every_row_as_it_was(closed: Path) -> None:
    before = reopened(closed, writing=False)
    expected = (before.fields("r1"), before.undo_steps("r1"), before.heads("r1"))
    before.close()
    reopened(closed).close()
    after = reopened(closed, writing=False)
    found = (after.fields("r1"), after.undo_steps("r1"), after.heads("r1"))
    assert found == expected
    assert after.fields("") == after.heads("") == {}
    assert after.undo_steps("") == ()
    after.close()


def test_saves_leave_the_log_to_the_next_seal(workspace: Workspace) -> None:
    """Folding it in waits for the disk, and whoever types must not."""
    log = companion(workspace.path, "-wal")
    for number in range(150):
        long = text(f"{number} نص " * 5_000)
        workspace.save("r1", [change(KEYS[0], long)], LAYLA.id, AT)
    assert log.stat().st_size > 6_000_000
    at_rest = workspace.path.stat().st_mtime_ns
    workspace.seal("r1", None, AT)
    assert workspace.path.stat().st_mtime_ns > at_rest
    type_once(workspace)
    assert log.stat().st_size < 9_000_000


def test_an_import_folds_its_own_log(workspace: Workspace) -> None:
    workspace.publish("r1", IMPORT, [], LAYLA.id, AT)
    assert workspace.path.stat().st_size > 8_000_000
    assert companion(workspace.path, "-wal").stat().st_size < 9_000_000


def test_threads_take_short_turns_while_an_import_goes_on(workspace: Workspace) -> None:
    usual = sys.getswitchinterval()
    seen = set()

    def note(*_: object) -> None:
        seen.add(round(sys.getswitchinterval(), 4))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        workspace.publish("r1", SHORT_IMPORT, [], LAYLA.id, AT)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert seen == {0.0005}
    assert sys.getswitchinterval() == usual
