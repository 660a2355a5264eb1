"""An import on a disk with some room left, however much: whole or not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from focalpoint_app.domain.content import Content, Field, FieldKey, Step
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage import Workspace
from tests.storage.mounts import fill, small_disk
from tests.storage.samples import AT, CHOICE, LAYLA, change, new_workspace, reopened
from tests.storage.samples import text as text_of

KEYS = tuple(FieldKey(f"q{n:03}", Field.VALUE, "ar") for n in range(200))
IMPORT = Step(
    "i", "import", "q000", tuple(change(key, text_of("نص طويل " * 60)) for key in KEYS)
)
BEFORE: dict[FieldKey, Content] = {CHOICE: "yes"}
AFTER = BEFORE | {each.key: each.after for each in IMPORT.changes}


def begun(folder: Path) -> Workspace:
    workspace = new_workspace(folder / "w.focalpoint")
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    workspace.seal("r1", None, AT)
    return workspace


def published(workspace: Workspace) -> dict[FieldKey, Content]:
    """What must be in the file, going by what the caller was told."""
    try:
        workspace.publish("r1", IMPORT, [], LAYLA.id, AT)
    except AppError as exc:
        if exc.code != "disk.full":
            raise
        return BEFORE
    return AFTER


@pytest.mark.parametrize("leaving", range(200_000, 1_700_000, 100_000))
def test_what_is_told_of_an_import_is_true_on_a_full_disk(leaving: int) -> None:
    with small_disk(4_096) as folder:
        workspace = begun(folder)
        filler = fill(folder, leaving)
        expected = published(workspace)
        assert workspace.fields("r1") == expected
        workspace.close()
        reader = reopened(workspace.path, writing=False)
        assert reader.fields("r1") == expected
        assert len(reader.undo_steps("r1")) == (expected is AFTER)
        reader.close()
        filler.unlink()
        again = reopened(workspace.path)
        assert again.fields("r1") == expected
        assert len(again.seal("r1", None, AT)) == len(expected) - len(BEFORE)
        again.close()
