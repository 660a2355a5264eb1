"""Texts that could not be saved, beside an encrypted file."""

from __future__ import annotations

import pytest

from focalpoint_app.gui.rescue import keep, rescue_file, rescued
from focalpoint_app.gui.securing.passphrase_card import REMOVE
from focalpoint_app.gui.securing.place import SafekeepingPlace
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.small_review import NARRATIVE
from tests.gui.unlocking import FIRST

pytestmark = pytest.mark.usefixtures("swept")
SECRET = "اسم الشاهد المحمي"


def test_a_text_that_could_not_be_saved_is_kept_encrypted(desk: Desk) -> None:
    path = keep(desk, NARRATIVE, "ar", SECRET, ())
    assert path == rescue_file(desk, NARRATIVE, "ar")
    assert path is not None
    assert SECRET.encode() not in path.read_bytes()
    (found,) = rescued(desk)
    assert found.text == SECRET
    path.unlink()


def test_while_a_text_waits_to_be_rescued_the_passphrase_stays(
    desk: Desk, kept: SafekeepingPlace
) -> None:
    path = keep(desk, NARRATIVE, "ar", SECRET, ())
    assert path is not None
    kept.passphrase.begin(REMOVE)
    kept.passphrase.present.setText(FIRST)
    kept.passphrase.go.click()
    assert kept.passphrase.notice.code == "passphrase.unsaved"
    path.unlink()
