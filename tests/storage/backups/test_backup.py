"""A backup is one whole file of one moment, made while others write."""

import threading
from pathlib import Path

import pytest

from focalpoint_app.domain.content import Field, FieldKey
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage import Workspace
from tests.storage.samples import AT, CHOICE, LAYLA, change, reopened, text

KEYS = tuple(FieldKey(f"q{n}", Field.VALUE, "ar") for n in range(90))


def test_a_backup_holds_everything_in_one_file(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    workspace.seal("r1", None, AT)
    target = tmp_path / "نسخة.focalpoint"
    target.write_bytes(b"an older one")
    workspace.backup(target)
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == [target.name]
    assert target.read_bytes()[18:20] == b"\x01\x01"
    copy = reopened(target, writing=False)
    assert copy.fields("r1") == {CHOICE: "yes"}
    assert copy.history("r1", CHOICE) == workspace.history("r1", CHOICE)
    copy.close()


def test_a_file_is_no_backup_of_itself(workspace: Workspace) -> None:
    with pytest.raises(AppError, match=r"file\.same"):
        workspace.backup(workspace.path)
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    assert workspace.fields("r1") == {CHOICE: "yes"}


def test_a_backup_made_while_typing_is_of_one_moment(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Every save writes the same number everywhere; no copy may hold two."""
    stop = threading.Event()

    def type_on() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            said = text(f"{number} {'نص ' * 200}")
            workspace.save("r1", [change(k, said) for k in KEYS], LAYLA.id, AT)

    typing = threading.Thread(target=type_on)
    typing.start()
    try:
        for copy in range(6):
            workspace.backup(tmp_path / f"{copy}.focalpoint")
    finally:
        stop.set()
        typing.join()
    for copy in range(6):
        backup = reopened(tmp_path / f"{copy}.focalpoint", writing=False)
        contents = {str(content) for content in backup.fields("r1").values()}
        assert len(contents) <= 1
        backup.close()


def test_a_backup_needs_a_folder(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        workspace.backup(tmp_path / "no" / "b.focalpoint")
    assert caught.value.code == "file.unwritable"
