"""Small widgets: what is under the mouse shows it, and long words are not cut."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QHoverEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import prepared
from focalpoint_app.gui.controls.buttons import IconButton
from focalpoint_app.gui.controls.jump_row import JumpRow
from focalpoint_app.gui.controls.options import CheckOption, RadioOption
from focalpoint_app.gui.overview.article_row import ArticleRow
from focalpoint_app.gui.start.actions import WayIn


class Paints(QObject):
    """How often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.mark.parametrize(
    "make",
    [
        lambda: JumpRow("leads somewhere"),
        lambda: IconButton("print"),
        lambda: ArticleRow("untoc.5.1.a"),
        lambda: WayIn("new"),
    ],
)
def test_what_leads_somewhere_is_painted_anew_under_the_mouse(
    make: Callable[[], QAbstractButton], qtbot: QtBot
) -> None:
    prepared([], "light")
    button = make()
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    QApplication.processEvents()
    paints = Paints(button)
    here, away = QPointF(2, 2), QPointF(-1, -1)
    for kind in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
        before = paints.count
        QApplication.sendEvent(button, QHoverEvent(kind, here, here, away))
        QApplication.processEvents()
        assert paints.count > before


@pytest.mark.parametrize("kind", [RadioOption, CheckOption])
def test_an_options_words_wrap_where_there_is_little_room(
    kind: type[RadioOption] | type[CheckOption], qtbot: QtBot
) -> None:
    prepared([], "light")
    option = kind()
    qtbot.addWidget(option)
    option.setText("words that are wider than a narrow window " * 3)
    assert option.hasHeightForWidth()
    assert option.heightForWidth(120) > 3 * option.heightForWidth(10_000)
