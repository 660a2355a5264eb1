"""The rail says the names of its places whole in a low window, too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import prepared
from focalpoint_app.gui.places import PLACES
from focalpoint_app.gui.shell.rail import Rail
from focalpoint_app.language.catalogue import Catalogue


@pytest.mark.parametrize("height", [320, 480, 900])
def test_every_line_of_every_name_is_inside_its_button(
    qtbot: QtBot, height: int
) -> None:
    prepared([], "light")
    rail = Rail()
    qtbot.addWidget(rail)
    rail.offer(PLACES, Catalogue("ru"))
    rail.setFixedHeight(height)
    rail.show()
    QApplication.processEvents()
    for button in rail.findChildren(QAbstractButton):
        picture = button.grab(QRect(0, button.height() - 1, button.width(), 1))
        row = picture.toImage()
        colours = {row.pixel(x, 0) for x in range(row.width())}
        assert button.height() >= button.minimumSizeHint().height()
        assert len(colours) == 1
