"""A copy that differs from its source in one row, or in one bit, is found out."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.backups.verifying import refuse_unlike
from focalpoint_app.storage.database import connect, file_uri
from tests.storage.samples import AT, CHOICE, LAYLA, NARRATIVE, change, text


@pytest.fixture
def copy(workspace: Workspace, tmp_path: Path) -> Path:
    changes = [change(CHOICE, "yes"), change(NARRATIVE, text("نص " * 3000))]
    workspace.save("r1", changes, LAYLA.id, AT)
    workspace.seal("r1", None, AT)
    target = tmp_path / "copy.focalpoint"
    workspace.backup(target)
    return target


def verify(source: Path, copy: Path) -> None:
    with closing(connect(file_uri(source, "mode=ro"))) as raw:
        raw.execute("BEGIN")
        refuse_unlike(raw, copy, copy)


def test_a_faithful_copy_is_accepted(workspace: Workspace, copy: Path) -> None:
    verify(workspace.path, copy)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE fields SET content = '\"no\"' WHERE question = 'untoc.5.1'",
        "DELETE FROM fields WHERE rowid = 1",
        "INSERT INTO authors VALUES ('x', 'x', '', '')",
        "INSERT INTO chain VALUES ('r1', 9, 'revision', 'x', '', '', '')",
        "DROP TABLE notes",
    ],
)
def test_a_copy_that_differs_in_one_row_is_refused(
    workspace: Workspace, copy: Path, sql: str
) -> None:
    with closing(sqlite3.connect(copy)) as raw:
        raw.execute(sql)
        raw.commit()
    with pytest.raises(AppError, match=r"backup\.unlike"):
        verify(workspace.path, copy)


def test_a_turned_byte_on_any_page_in_use_is_found(
    workspace: Workspace, copy: Path
) -> None:
    whole = copy.read_bytes()
    with closing(sqlite3.connect(copy)) as raw:
        (free,) = raw.execute("PRAGMA freelist_count").fetchone()
    missed = 0
    for place in range(4096, len(whole), 4096):
        torn = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        copy.write_bytes(torn)
        missed += not _is_refused(workspace.path, copy)
    assert missed <= free


def _is_refused(source: Path, copy: Path) -> bool:
    try:
        verify(source, copy)
    except AppError as exc:
        return exc.code == "backup.unlike"
    return False
