"""Marks of earlier states confirm no guess once something was expunged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlcipher3 import dbapi2

from focalpoint_app.domain.entity_joining import marks_of
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.mark_seals import sealed
from focalpoint_app.domain.note import Note
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.consultation.consultation_tables import earlier
from focalpoint_app.storage.file.files import companions
from focalpoint_app.storage.joining.earlier import KEY, read_key
from focalpoint_app.storage.joining.joining import join
from tests.storage.expunging.witnesses import ALL, SCOPE, TOLD, expunged
from tests.storage.samples import LAYLA, NARRATIVE, at, new_workspace, reopened


def filled(path: Path) -> Workspace:
    """A note that named somebody was deleted; one that names them stands."""
    workspace = new_workspace(path)
    for name in ("n1", "n2"):
        note = Note(name, NARRATIVE.question, LAYLA.id, at(1), TOLD)
        workspace.add_note("r1", note)
    workspace.delete_note("r1", "n1")
    return workspace


def is_confirmed(workspace: Workspace, said: str) -> bool:
    """Whether a guess is, by whoever has the file."""
    with workspace._database.reading() as connection:
        key = read_key(connection)
        rows = connection.scalars(select(earlier.c.marks)).all()
    guess = marks_of({"text": said})
    guesses = {guess["text"], sealed(guess, key)["text"]}
    return any(guesses & set(marks.values()) for marks in rows)


def without_key(path: Path, version: int = 11) -> None:
    """As version 10 wrote it."""
    with closing(dbapi2.connect(str(path))) as raw:
        raw.execute("DELETE FROM meta WHERE name = ?", (KEY,))
        for rowid, marks in raw.execute("SELECT rowid, marks FROM earlier").fetchall():
            known = marks_of({"text": TOLD})["text"]
            plain = {**json.loads(marks), "text": known} if marks != "{}" else {}
            said = json.dumps(plain)
            raw.execute("UPDATE earlier SET marks = ? WHERE rowid = ?", (said, rowid))
        raw.execute(f"PRAGMA user_version = {version}")
        raw.commit()


@pytest.mark.parametrize("is_old", [False, True])
def test_a_deleted_note_cannot_be_guessed_any_more(path: Path, is_old: bool) -> None:
    workspace = filled(path)
    if is_old:
        workspace.close()
        without_key(path)
        workspace = reopened(path)
    with workspace._database.reading() as connection:
        key = read_key(connection)
    assert is_confirmed(workspace, TOLD)
    expunged(workspace)
    assert not is_confirmed(workspace, TOLD)
    files = [each for each in (path, *companions(path)) if each.exists()]
    assert key == "" or not any(key.encode() in each.read_bytes() for each in files)
    workspace.close()


@pytest.mark.parametrize("had_expunged", [False, True])
def test_an_older_file_that_had_expunged_is_put_right_when_it_is_migrated(
    path: Path, had_expunged: bool
) -> None:
    workspace = filled(path)
    if had_expunged:
        expunged(workspace)
    workspace.close()
    without_key(path, version=10)
    with closing(reopened(path)) as migrated:
        assert is_confirmed(migrated, TOLD) != had_expunged
        with migrated._database.reading() as connection:
            assert bool(read_key(connection)) == had_expunged


STRANGE = ["garbage", "[]", '{"text":5}', '{"text":1.5}', '{"text":"\\ud800"}']


@pytest.mark.parametrize("said", STRANGE)
def test_what_somebody_wrote_in_place_of_marks_stops_nobody(
    path: Path, tmp_path: Path, said: str
) -> None:
    """An older file of it is migrated and a copy joined, or it is called damaged."""
    workspace = filled(path)
    workspace.backup(other := tmp_path / "other.focalpoint")
    expunged(workspace)
    workspace.backup(old := tmp_path / "old.focalpoint")
    without_key(old, version=10)
    for each in (old, other):
        with closing(dbapi2.connect(str(each))) as raw:
            raw.execute("UPDATE earlier SET marks = ?", (said,))
            raw.commit()
    with is_damage_at_most(), closing(reopened(old)) as migrated:
        assert not is_confirmed(migrated, TOLD)
    with is_damage_at_most(), closing(reopened(other, writing=False)) as theirs:
        join(workspace._database, theirs._database, "r1", at(99))
    workspace.close()


@contextmanager
def is_damage_at_most() -> Iterator[None]:
    try:
        yield
    except AppError as error:
        if error.code != "workspace.damaged":
            raise


@pytest.mark.parametrize("is_expunged_here", [False, True])
def test_a_copy_with_another_key_is_joined_as_before(
    path: Path, tmp_path: Path, is_expunged_here: bool
) -> None:
    """What was deleted on one side does not come back, and what the copy brings cannot
    be guessed either."""
    workspace = filled(path)
    workspace.add_note("r1", Note("n4", NARRATIVE.question, LAYLA.id, at(2), "بلا اسم"))
    workspace.backup(other := tmp_path / "other.focalpoint")
    workspace.delete_note("r1", "n4")
    with closing(reopened(other)) as theirs:
        (workspace if is_expunged_here else theirs).expunge(SCOPE, ALL)
        for again in (1, 2):
            join(workspace._database, theirs._database, "r1", at(90 + again))
            assert [each.id for each in workspace.notes("r1")] == ["n2"]
            assert workspace.cards("r1") == ()
    assert is_confirmed(workspace, TOLD) != is_expunged_here
    workspace.close()


def test_what_a_copy_without_a_key_brings_cannot_be_guessed(
    path: Path, tmp_path: Path
) -> None:
    workspace = filled(path)
    workspace.backup(other := tmp_path / "other.focalpoint")
    without_key(other)
    expunged(workspace)
    with closing(reopened(other, writing=False)) as theirs:
        assert is_confirmed(theirs, TOLD)
        join(workspace._database, theirs._database, "r1", at(99))
    assert not is_confirmed(workspace, TOLD)
    workspace.close()
