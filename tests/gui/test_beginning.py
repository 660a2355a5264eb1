"""The frame stands before anything else is imported, and the window fits into it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from focalpoint_app.gui.app import fill, prepared
from focalpoint_app.gui.beginning import run
from focalpoint_app.gui.shell.frame import HEIGHT, Frame, tokens_for
from focalpoint_app.gui.shell.geometry import restore_geometry
from focalpoint_app.gui.theme.tokens import CONTRAST, DARK, LIGHT
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.messages import compile_catalogue
from focalpoint_app.language.places import bundled
from focalpoint_app.platform.places import settings_folder
from focalpoint_app.platform.settings import Settings

NOT_YET = ("focalpoint_app.gui.app", "focalpoint_app.gui.window", "babel", "decimal")


def test_the_frame_stands_before_the_window_is_imported() -> None:
    """As installed, where catalogues are compiled; a checkout may have older ones."""
    compile_catalogue(bundled("resources") / "translations" / "ar.po")
    script = f"""
import sys
from focalpoint_app.gui.beginning import _frame, _show
from focalpoint_app.gui.application import application
from focalpoint_app.platform.settings import Settings
begun = application([])
_show(_frame(Settings(language="ar")))
ours = [module for name, module in sys.modules.items() if "focalpoint" in name]
print([name for name in {NOT_YET!r} if name in sys.modules])
print([each.__name__ for each in ours if {{"Qt", "QStyle"}} & set(vars(each))])
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n") == ["[]", "[]", ""]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_name_stands_where_the_header_will_have_it(
    qtbot: QtBot, language: str
) -> None:
    frame = framed(qtbot, language)
    before = name_of(frame)
    program = fill(frame, Settings(language=language))
    program.window.show()
    qtbot.waitUntil(lambda: name_of(frame) == before)
    program.end()


def test_dialogs_over_the_frame_read_as_the_window_does(qtbot: QtBot) -> None:
    frame = framed(qtbot, "en")
    program = fill(frame, Settings(language="ar"))
    assert QDialog(program.window.window()).layoutDirection() is rtl()
    program.translator.speak("en")
    assert frame.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert frame.windowTitle() == "Focal point"
    program.end()


def test_closing_the_frame_closes_the_window_in_it(qtbot: QtBot) -> None:
    frame = framed(qtbot, "ar")
    program = fill(frame, Settings(language="ar"))
    with qtbot.waitSignal(program.window.closing):
        frame.close()
    program.end()


def test_the_frame_comes_back_where_it_was(qtbot: QtBot) -> None:
    frame = framed(qtbot, "ar")
    program = fill(frame, Settings(language="ar"))
    frame.resize(960, 700)
    program.end()
    again = framed(qtbot, "ar")
    restore_geometry(again, settings_folder())
    assert again.height() == 700


def test_the_end_takes_the_frame_along(qtbot: QtBot) -> None:
    frame = framed(qtbot, "ar")
    gone: list[bool] = []
    frame.destroyed.connect(lambda: gone.append(True))
    fill(frame, Settings(language="ar")).end()
    assert gone == [True]


def test_whoever_closes_the_empty_frame_has_ended(qtbot: QtBot) -> None:
    prepared([])
    QTimer.singleShot(0, QApplication.closeAllWindows)
    assert run(None, []) == 0
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def test_the_frame_is_as_dark_as_was_chosen_or_as_the_system_is() -> None:
    dark, light = QPalette(), QPalette()
    dark.setColor(QPalette.ColorRole.Window, QColor("#202020"))
    light.setColor(QPalette.ColorRole.Window, QColor("#f0f0f0"))
    assert tokens_for("system", dark) is DARK
    assert tokens_for("system", light) is LIGHT
    assert tokens_for("contrast", light) is CONTRAST
    assert tokens_for("light", dark) is LIGHT


def framed(qtbot: QtBot, language: str) -> Frame:
    prepared([])
    tr = Catalogue(language)
    frame = Frame(tr("Focal point"), LIGHT, is_rtl=tr.is_rtl)
    with qtbot.waitSignal(frame.painted):
        frame.show()
    return frame


def name_of(frame: Frame) -> QRect:
    """The ink of the program's name, where in the frame it is drawn."""
    label = next(
        each for each in frame.findChildren(QLabel)
        if each.isVisible() and each.text() == frame.windowTitle()
    )  # fmt: skip
    at = label.mapTo(frame, label.rect().topLeft())
    strip = frame.grab(QRect(at, label.size()).adjusted(-4, 0, 4, 0)).toImage()
    return ink(strip).translated(at)


def ink(image: QImage) -> QRect:
    dark = [
        QPoint(x, y)
        for x in range(image.width())
        for y in range(min(image.height(), HEIGHT))
        if image.pixelColor(x, y).lightness() < 128
    ]
    found = QRect(dark[0], dark[0])
    for point in dark:
        found |= QRect(point, point)
    return found


def rtl() -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft
