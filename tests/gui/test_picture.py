"""The window's picture, where nobody looks at a screen."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.picture import HEIGHT, WIDTH, screenshot
from tests.gui.small_review import small_desk


def test_the_review_is_shown_as_large_as_promised(qtbot: QtBot, tmp_path: Path) -> None:
    small_desk(tmp_path).close()
    target = tmp_path / "window.png"
    screenshot(tmp_path / "r.focalpoint", target, "ar")
    image = QImage(str(target))
    assert (image.width(), image.height()) == (WIDTH, HEIGHT)


def test_a_file_that_is_refused_makes_no_picture(qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "window.png"
    with pytest.raises(AppError, match=r"workspace\.not_found"):
        screenshot(tmp_path / "none.focalpoint", target, "ar")
    assert not target.exists()
