"""What a synchronised folder leaves beside the file is known, and offered if ours."""

from __future__ import annotations

import unicodedata
from contextlib import closing
from pathlib import Path

import pytest

from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.storage.ciphers.ciphering import key_of
from focalpoint_app.storage.ciphers.keyring import Keyring, using
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.safekeeping.reconciling import (
    conflict_copies,
    copies_holding,
    is_conflict_copy,
)
from tests.workflow.conftest import reopened


def copied(desk: Desk, target: Path) -> Path:
    desk.workspace.backup(target)
    return target


def test_only_copies_of_this_review_are_offered(desk: Desk, tmp_path: Path) -> None:
    copy = copied(desk, tmp_path / "review-LAPTOP.focalpoint")
    other = tmp_path / "review-2027.focalpoint"
    Workspace.create(other, StateProfile("XAA"), desk.clock()).close()
    (tmp_path / "review (1).focalpoint").write_bytes(b"nothing of ours")

    assert to_offer(desk) == (copy,)


def test_a_copy_with_another_passphrase_is_offered_by_its_name(
    desk: Desk, tmp_path: Path
) -> None:
    copy = copied(desk, tmp_path / "review (conflicted copy).focalpoint")
    with using(Keyring()), closing(reopened(copy)) as other:
        other.workspace.rekey(key_of("another passphrase", bytes(range(16))))
    with using(Keyring()):
        assert to_offer(desk) == (copy,)


@pytest.mark.parametrize(
    ("name", "is_copy"),
    [
        ("كينيا (Amal's conflicted copy 2026-11-22).focalpoint", True),
        ("كينيا.sync-conflict-20261122-080500-ABCDEFG.focalpoint", True),
        ("كينيا-LAPTOP-7Q.focalpoint", True),
        ("كينيا-حاسوب الوزارة.focalpoint", True),
        ("كينيا-Amal’s MacBook.focalpoint", True),
        ("كينيا (1).focalpoint", True),
        ("كينيا(1).focalpoint", True),
        ("كينيا2.focalpoint", False),
        ("كينيا (conflicted copy 2026-11-22 080500).focalpoint", True),
        ("كينيا.from-laptop-20261122-080500.focalpoint", True),
        ("كينيا.replaced-20261122-093000.focalpoint", False),
        ("كينيا.focalpoint.lock", False),
        ("الأردن.focalpoint", False),
    ],
)
def test_a_conflict_copy_is_known_by_its_name(
    tmp_path: Path, name: str, is_copy: bool
) -> None:
    path = tmp_path / "كينيا.focalpoint"
    for each in (path, tmp_path / name):
        each.touch()

    assert bool(conflict_copies(path)) is is_copy


@pytest.mark.parametrize(
    "name",
    ["révision - Copy (2)", "révision - Copie (12)", "révision — копия",
     "révision - копия (2)", "révision - 副本 (2)", "Révision (1)", "révision-İSTANBUL",
     unicodedata.normalize("NFD", "révision (Amal's conflicted copy)")],
)  # fmt: skip
def test_a_copy_is_known_however_its_name_is_written(name: str) -> None:
    """Numbered by Windows, composed by a Mac, capitals as another disk keeps them."""
    assert is_conflict_copy(Path("révision.focalpoint"), Path(f"{name}.focalpoint"))


def to_offer(desk: Desk) -> tuple[Path, ...]:
    return copies_holding(desk.review.id, conflict_copies(desk.path))
