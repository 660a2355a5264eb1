"""Rows of what waits beside a desk."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.consultation.desk_room import WaitingRow
from focalpoint_app.language.isolates import isolate


def test_what_is_said_of_what_waits_keeps_apart_in_any_direction(qtbot: QtBot) -> None:
    row = WaitingRow("النيابة العامة", "reply (2).pdf", "", "3 فقرات")
    qtbot.addWidget(row)
    said = [each.text() for each in row.findChildren(QLabel)]
    assert f"{isolate('reply (2).pdf')} · {isolate('3 فقرات')}" in said
