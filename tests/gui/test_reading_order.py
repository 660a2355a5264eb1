"""Tab in every place and room: as one reads, past nothing, with a ring to be seen."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import Program
from focalpoint_app.gui.places import PLACES
from focalpoint_app.gui.shell.tab_order import stops
from focalpoint_app.gui.tabbed_place import TabbedPlace
from focalpoint_app.gui.window import Window
from focalpoint_app.workflow.review.desk import Desk
from tests.gui.consulting import SAID, asked, came, text
from tests.gui.small_review import MAIN, OTHER
from tests.workflow.consulting import JUSTICE

_SAME_LINE = 12  # px


@pytest.fixture
def shown(program: Program, desk: Desk, request: pytest.FixtureRequest) -> Window:
    """A review in which there is something of everything, in this language."""
    desk.choose(MAIN, "part")
    asked(desk, JUSTICE)
    came(desk, {OTHER: text(SAID)})
    program.translator.speak(request.param)
    assert program.window.session is not None
    program.window.session.refreshed.emit()
    return program.window


def rooms(window: Window, qtbot: QtBot) -> Iterator[str]:
    """Each place and each of its tabs in front, one after the other."""
    for place in PLACES:
        window.show_place(place.id)
        page = window.page
        tabs = page.tabs.count() if isinstance(page, TabbedPlace) else 1
        for tab in range(tabs):
            if isinstance(page, TabbedPlace):
                page.tabs.setCurrentIndex(tab)
            qtbot.wait(60)
            yield f"{place.id} {tab}"


def unreachable(window: Window) -> list[QWidget]:
    reached = set(stops(window))
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each not in reached
        and not _is_part(each, reached)
    ]


def _is_part(widget: QWidget, reached: set[QWidget]) -> bool:
    """Of a stop that has its keys itself, as a table's cells and a box's line."""
    above = widget.parentWidget()
    while above is not None:
        is_view = isinstance(above, QAbstractScrollArea | QComboBox)
        if is_view and not isinstance(above, QScrollArea):
            return above in reached
        above = above.parentWidget()
    return False


def out_of_order(window: Window) -> list[tuple[QWidget, QWidget]]:
    """Neighbours of one parent, the second of which one reads first."""
    order = list(stops(window))
    rtl = window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return [
        (one, other)
        for one, other in pairwise(order)
        if one.parentWidget() is other.parentWidget() and _is_before(other, one, rtl)
    ]


def _is_before(one: QWidget, other: QWidget, rtl: bool) -> bool:
    place, beside = _middle(one), _middle(other)
    if abs(place.y() - beside.y()) > _SAME_LINE:
        return place.y() < beside.y()
    return place.x() > beside.x() if rtl else place.x() < beside.x()


def _middle(widget: QWidget) -> QPoint:
    return widget.geometry().center()


@pytest.mark.parametrize("shown", ["ar", "en"], indirect=True)
def test_tab_reaches_everything_in_reading_order(shown: Window, qtbot: QtBot) -> None:
    for room in rooms(shown, qtbot):
        assert shown.isActiveWindow(), f"{room}: something opened a window"
        assert unreachable(shown) == [], room
        assert out_of_order(shown) == [], room


@pytest.mark.parametrize("shown", ["ar"], indirect=True)
def test_the_focus_is_seen_wherever_it_stands(shown: Window, qtbot: QtBot) -> None:
    known: set[tuple[type, type]] = set()
    for room in rooms(shown, qtbot):
        for stop in list(stops(shown)):
            kind = (type(stop), type(stop.parentWidget()))
            if kind in known or not stop.isVisible():
                continue
            known.add(kind)
            stop.clearFocus()
            before = stop.grab().toImage()
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            assert stop.grab().toImage() != before, (room, kind)
