"""One complete file for whoever goes on, its recovery sheet tried on it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.recovery import halves, mark_of
from focalpoint_app.storage.ciphers.ciphering import key_of
from focalpoint_app.storage.ciphers.keyring import Keyring, keyring, using
from focalpoint_app.storage.file.header import is_encrypted
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.safekeeping.handing_over import hand_over
from tests.workflow.conftest import reopened
from tests.workflow.consulting import NARRATIVE

KEY = key_of("تفاح نهر كتاب سماء", bytes(range(16)))
SAID = "تعاقب المادة 47 على المشاركة."


@pytest.fixture(autouse=True)
def ring() -> Iterator[Keyring]:
    with using(Keyring()):
        yield keyring()


@pytest.fixture
def written(desk: Desk) -> Desk:
    desk.write(NARRATIVE, "ar", SAID)
    desk.seal()
    return desk


def both(raw: bytes = KEY.raw, salt: bytes = KEY.salt) -> tuple[str, str]:
    """A sheet's halves, typed back."""
    made = halves(raw, mark_of(salt), secrets.token_bytes)
    first, second = ("\n".join(half.rows) for half in made)
    return first, second


def test_the_copy_is_one_file_and_has_everything(written: Desk, tmp_path: Path) -> None:
    target = tmp_path / "away" / "copy.focalpoint"
    target.parent.mkdir()
    hand_over(written.workspace, target)
    assert list(target.parent.iterdir()) == [target]
    with closing(reopened(target)) as taken:
        assert SAID in str(taken.answer(NARRATIVE).value)
    assert list(target.parent.iterdir()) == [target]


def test_the_sheet_that_opens_the_copy_is_found_right(
    written: Desk, tmp_path: Path
) -> None:
    written.workspace.rekey(KEY)
    target = tmp_path / "copy.focalpoint"
    hand_over(written.workspace, target, both())
    assert is_encrypted(target)


@pytest.mark.parametrize("other", [both(bytes(32)), both(salt=bytes(16))])
def test_with_a_sheet_that_does_not_open_it_nothing_is_written(
    written: Desk, tmp_path: Path, other: tuple[str, str]
) -> None:
    written.workspace.rekey(KEY)
    target = tmp_path / "copy.focalpoint"
    with pytest.raises(AppError) as told:
        hand_over(written.workspace, target, other)
    assert told.value.code == "recovery.other_file"
    assert not target.exists()


def test_the_file_itself_is_no_copy(written: Desk) -> None:
    with pytest.raises(AppError) as told:
        hand_over(written.workspace, written.path)
    assert told.value.code == "file.same"
