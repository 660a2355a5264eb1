"""Texts that were never saved follow their workspace's passphrase."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from focalpoint_app.domain.expunging import passage_of
from focalpoint_app.platform.places import rescue_folder
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.ciphers.keyring import Keyring, using
from focalpoint_app.storage.expunging.expunged import Scope
from focalpoint_app.storage.expunging.expunging import Decision
from focalpoint_app.workflow.safekeeping.expunging import copies_holding
from focalpoint_app.workflow.safekeeping.securing import secure
from tests.storage.samples import AT, LAYLA, closed_workspace, reopened

FIRST, SECOND = (Key(bytes([each]) * 32, bytes([each]) * 16) for each in (1, 2))
TEXT = "اسم الشاهد المحمي"


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "once.focalpoint"
    closed_workspace(path)
    return path


@pytest.fixture
def workspace(made_once: Path, tmp_path: Path) -> Iterator[Workspace]:
    path = tmp_path / "w.focalpoint"
    shutil.copy(made_once, path)
    with using(Keyring()), closing(reopened(path)) as opened:
        yield opened


def keep(workspace: Workspace, review: str = "r1") -> Path:
    """As the window keeps it."""
    suffix = ".locked" if workspace.is_encrypted else ".json"
    path = rescue_folder() / f"w.untoc.5.1.narrative.ar.{review}{suffix}"
    content = json.dumps({"review": review, "text": TEXT}).encode()
    path.write_bytes(workspace.guarded(content))
    return path


def text_of(workspace: Workspace, path: Path) -> object:
    return json.loads(workspace.unguarded(path.read_bytes()) or b"{}").get("text")


def test_a_first_passphrase_leaves_no_rescued_text_in_the_clear(
    workspace: Workspace,
) -> None:
    plain = keep(workspace)
    assert secure(workspace, FIRST).left == ()
    assert not plain.exists()
    assert text_of(workspace, plain.with_suffix(".locked")) == TEXT


def test_another_passphrase_opens_it_still(workspace: Workspace) -> None:
    secure(workspace, FIRST)
    path = keep(workspace)
    secure(workspace, SECOND)
    assert text_of(workspace, path) == TEXT
    secure(workspace, None)
    assert list(rescue_folder().iterdir()) == [path.with_suffix(".json")]
    assert text_of(workspace, path.with_suffix(".json")) == TEXT


def test_other_workspaces_texts_stay_as_they_are(workspace: Workspace) -> None:
    other = keep(workspace, "another-review")
    torn = rescue_folder() / "w.torn.json"
    torn.write_bytes(b"{")
    before = other.read_bytes()
    assert secure(workspace, FIRST).left == ()
    assert other.read_bytes() == before
    assert torn.exists()


def test_one_that_cannot_follow_is_named(workspace: Workspace) -> None:
    path = keep(workspace)
    path.with_suffix(".locked").mkdir()
    assert secure(workspace, FIRST).left == (path,)
    assert text_of_plain(path) == TEXT


def test_what_a_killed_program_had_begun_to_keep_goes_with_a_first_passphrase(
    workspace: Workspace,
) -> None:
    begun = rescue_folder() / ".w.untoc.5.1.narrative.ar.r1.json.0123abcd"
    begun.write_text(TEXT, encoding="utf-8")
    assert secure(workspace, FIRST).left == ()
    assert not begun.exists()
    begun.mkdir()
    assert secure(workspace, SECOND).left == (begun,)


def text_of_plain(path: Path) -> object:
    return json.loads(path.read_bytes())["text"]


@pytest.mark.parametrize("key", [None, FIRST])
def test_one_that_holds_what_is_expunged_is_named(
    workspace: Workspace, key: Key | None
) -> None:
    if key is not None:
        secure(workspace, key)
    path = keep(workspace)
    keep(workspace, "r1-too").write_bytes(workspace.guarded(b'{"review": "r1"}'))
    scope = Scope("r1", passage_of(TEXT), None)
    decision = Decision("سبب", LAYLA.id, AT, True, True)
    assert copies_holding(workspace, scope, decision).rescued == (path,)
