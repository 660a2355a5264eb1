"""The window's frame: on the screen before anything heavy is imported.

``Qt`` and ``QStyle`` are not named here, nor is any call made that takes a
``Qt.GlobalColor`` beside a ``QColor``: PySide6 makes all their enumerations at the
first of these, which takes as long as everything else in this frame.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QFont, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from focalpoint_app.gui.theme.tokens import SCHEMES, Scheme, Tokens

HEIGHT, EDGE = 60, 16
"""Of the header, whose place the frame keeps."""
_DARK = 128


class Frame(QWidget):
    """The header's ground and the program's name; later holds the window itself.

    Signals:
        painted: it is on the screen, or was closed before.
    """

    painted = Signal()

    def __init__(self, name: str, tokens: Tokens, *, is_rtl: bool) -> None:
        super().__init__()
        self.is_closed = False
        self._held: QWidget | None = None
        self._settle: Callable[[QEvent], None] | None = None
        self.setWindowTitle(name)
        self.setPalette(_ground(tokens, "ground"))
        self.resize(1440, 880)
        self.setMinimumSize(960, 600)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._parts = (_header(name, tokens, is_rtl), _line(tokens), QWidget())
        for part in self._parts:
            self._column.addWidget(part)

    def hold(self, window: QWidget, settle: Callable[[QEvent], None]) -> None:
        """From now on ``window`` fills it; ``settle`` sees its events first."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self.setPalette(QPalette())
        self._held, self._settle = window, settle
        self._column.addWidget(window)

    def event(self, event: QEvent) -> bool:
        if self._settle is not None:
            self._settle(event)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.is_closed = True
        if self._held is not None:
            self._held.close()
        self.painted.emit()
        event.accept()


def tokens_for(scheme: str, palette: QPalette) -> Tokens:
    """As chosen; else dark where the system's own ``palette`` is.

    Whether it asks for high contrast is asked with the window, not with the frame.
    """
    if scheme in set(Scheme):
        return SCHEMES[Scheme(scheme)]
    is_dark = palette.window().color().lightness() < _DARK
    return SCHEMES[Scheme.DARK if is_dark else Scheme.LIGHT]


def _header(name: str, tokens: Tokens, is_rtl: bool) -> QWidget:
    """The name stands where reading begins; a direction would name ``Qt``."""
    header = QWidget()
    header.setFixedHeight(HEIGHT)
    header.setAutoFillBackground(True)
    header.setPalette(_ground(tokens, "card"))
    label = QLabel(name)
    font = QFont(label.font())
    font.setBold(True)
    label.setFont(font)
    row = QHBoxLayout(header)
    row.setContentsMargins(EDGE, 0, EDGE, 0)
    is_mirrored = is_rtl != header.isRightToLeft()
    if is_mirrored:
        row.addStretch(1)
    row.addWidget(label)
    if not is_mirrored:
        row.addStretch(1)
    return header


def _line(tokens: Tokens) -> QWidget:
    line = QWidget()
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setPalette(_ground(tokens, "line"))
    return line


def _ground(tokens: Tokens, colour: str) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, tokens.color(colour))
    palette.setColor(QPalette.ColorRole.WindowText, tokens.color("ink"))
    return palette
