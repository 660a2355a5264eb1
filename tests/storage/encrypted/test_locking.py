"""Locked, a workspace keeps its place and not its key."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.expunging import passage_of
from focalpoint_app.domain.note import Note
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.ciphers.keyring import Keyring
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.expunging import expunging
from focalpoint_app.storage.expunging.expunged import Scope
from focalpoint_app.storage.expunging.expunging import Decision, scrub
from focalpoint_app.storage.file.lock import holder_of
from tests.memory import holding, mark
from tests.storage.encrypted.conftest import PASSPHRASE, SECRET
from tests.storage.samples import (
    AT,
    LAYLA,
    NARRATIVE,
    change,
    new_workspace,
    reopened,
    text,
)


@pytest.fixture
def workspace(locked: Path, key: Key, ring: Keyring) -> Iterator[Workspace]:
    ring.add(key)
    opened = reopened(locked)
    yield opened
    with suppress(AppError):  # Told already, where a test took its file away.
        opened.close()


def test_nothing_is_read_or_written_while_it_is_locked(workspace: Workspace) -> None:
    workspace.lock()
    for verb in (
        lambda: workspace.fields("r1"),
        lambda: workspace.save("r1", [change(NARRATIVE, None)], LAYLA.id, AT),
        lambda: workspace.backup(workspace.path.with_name("b")),
        lambda: workspace.rekey(None),
    ):
        with pytest.raises(AppError) as caught:
            verb()
        assert caught.value.code == "workspace.locked"


def test_the_file_is_whole_and_still_held(workspace: Workspace) -> None:
    workspace.save("r1", [change(NARRATIVE, text("بعد"))], LAYLA.id, AT)
    workspace.lock()
    names = {each.name for each in workspace.path.parent.iterdir()}
    assert names == {workspace.path.name, f"{workspace.path.name}.lock"}
    assert holder_of(workspace.path) is not None


def test_no_word_of_the_answers_stays_in_what_was_kept_to_be_quicker(
    workspace: Workspace,
) -> None:
    said = mark()
    workspace.save("r1", [change(NARRATIVE, text(f"أدلى {said}"))], LAYLA.id, AT)
    workspace.seal("r1", None, AT)
    workspace.add_note("r1", Note("n1", NARRATIVE.question, LAYLA.id, AT, said))
    assert workspace.search("r1", said)
    assert workspace.places_of(Scope("r1", passage_of(said))).is_anywhere
    assert holding(said) != []
    workspace.lock()
    assert holding(said) == []


def test_the_key_is_forgotten(workspace: Workspace, key: Key, ring: Keyring) -> None:
    workspace.lock()
    with pytest.raises(AppError):
        ring.key_for(workspace.path, key.salt, lambda _: True)
    with pytest.raises(AppError):
        _ = workspace.key


def test_the_passphrase_unlocks_and_no_other(workspace: Workspace) -> None:
    workspace.lock()
    assert not workspace.unlock("غيرها")
    assert workspace.is_locked
    assert workspace.unlock(PASSPHRASE)
    assert workspace.fields("r1")[NARRATIVE] == text(SECRET)
    workspace.save("r1", [change(NARRATIVE, text("ثم"))], LAYLA.id, AT)


def test_locked_it_closes_like_any_other(workspace: Workspace) -> None:
    workspace.lock()
    workspace.close()
    assert [each.name for each in workspace.path.parent.iterdir()] == [
        workspace.path.name
    ]


def test_what_has_no_passphrase_does_not_lock(path: Path) -> None:
    with closing(new_workspace(path)) as plain:
        plain.lock()
        assert not plain.is_locked
        assert plain.fields("r1") == {}


def test_what_is_done_already_is_not_told_as_ended(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The minute is over between an act and what may wait for the next opening."""

    def scrub_late(database: Database) -> bool:
        workspace.lock_now()
        return scrub(database)

    monkeypatch.setattr(expunging, "scrub", scrub_late)
    decision = Decision("سهو", LAYLA.id, AT)
    with workspace.lease():
        workspace.lock()
        act, is_scrubbed = workspace.expunge(Scope("r1", passage_of(SECRET)), decision)
    assert not is_scrubbed
    assert workspace.unlock(PASSPHRASE)
    assert workspace.acts("r1") == (act,)


def test_a_file_deleted_while_it_is_locked_is_put_aside_whole(
    locked: Path, key: Key, ring: Keyring
) -> None:
    ring.add(key)
    workspace = reopened(locked)
    workspace.save("r1", [change(NARRATIVE, text("بعد"))], LAYLA.id, AT)
    workspace.lock()
    locked.unlink()
    with pytest.raises(AppError) as caught:
        workspace.close()
    assert caught.value.code == "workspace.put_aside"
    ring.add(key)
    saved = locked.with_name(str(caught.value.context["other"]))
    with closing(reopened(saved, writing=False)) as reader:
        assert reader.fields("r1")[NARRATIVE] == text("بعد")


def test_a_log_that_cannot_be_folded_does_not_keep_the_key(
    workspace: Workspace, key: Key, ring: Keyring
) -> None:
    workspace.save("r1", [change(NARRATIVE, text("بعد"))], LAYLA.id, AT)
    with workspace.path.open("r+b") as file:  # Something else wrote into the file.
        file.seek(16)
        file.write(bytes(4080))
    workspace.lock()
    assert workspace.is_locked
    with pytest.raises(AppError):
        ring.key_for(workspace.path, key.salt, lambda _: True)
    with pytest.raises(AppError):
        workspace.fields("r1")


def test_a_log_is_not_played_into_a_file_that_came_before_it_was_locked(
    workspace: Workspace, key: Key, ring: Keyring, tmp_path: Path
) -> None:
    older = tmp_path / "older"
    workspace.backup(older)
    workspace.save("r1", [change(NARRATIVE, text("بعد"))], LAYLA.id, AT)
    before = older.read_bytes()
    older.replace(workspace.path)
    workspace.lock()
    with pytest.raises(AppError) as caught:
        workspace.close()
    assert workspace.path.read_bytes() == before
    ring.add(key)
    saved = workspace.path.with_name(str(caught.value.context["other"]))
    with closing(reopened(saved, writing=False)) as reader:
        assert reader.fields("r1")[NARRATIVE] == text("بعد")
