"""Buttons: drawn icons, chips with a cross, menus with a chosen entry."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from focalpoint_app.gui.controls.lines import LTR, Lines, Setting, laid
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.fonts import BADGE_SIZE, sized_font
from focalpoint_app.gui.theme.icons import icon, paint_icon
from focalpoint_app.gui.theme.style import PRIMARY, QUIET
from focalpoint_app.gui.theme.tokens import tokens


class IconButton(QAbstractButton):
    """A drawn icon in a square of 32 px; ``name_it`` gives tooltip and name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # Painted anew under the mouse.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def name_it(self, words: str, keys: str = "") -> None:
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({keys})" if keys else words)

    def sizeHint(self) -> QSize:
        return QSize(32, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        colours = tokens()
        if self.isEnabled() and (self.underMouse() or self.isChecked()):
            drawing.rounded(painter, box, drawing.FIELD_RADIUS, colours.accent_soft)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        side = min(20.0, box.width() - 8)
        place = QRectF(0, 0, side, side)
        place.moveCenter(box.center())
        ink = colours.color("on_accent_soft" if self.isChecked() else "soft_ink")
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        paint_icon(painter, place, self._icon, ink, rtl=rtl)
        if self.hasFocus():
            drawing.focus_ring(painter, box, drawing.FIELD_RADIUS)


class SmallIconButton(IconButton):
    """24 px, the smallest target there is."""

    def sizeHint(self) -> QSize:
        return QSize(24, 24)


class Chip(QWidget):
    """Words on the soft accent, pressed to open and crossed to take away.

    Signals:
        pressed: the words were activated.
        removed: the cross was activated.
    """

    pressed = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = _ChipWords(self)
        self._words.clicked.connect(self.pressed)
        self._cross = SmallIconButton("close", self)
        self._cross.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 4, 0)
        row.setSpacing(0)
        row.addWidget(self._words, 1)
        row.addWidget(self._cross)

    def say(self, words: str, remove: str, hint: str = "") -> None:
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._words.setToolTip(hint or words)
        self._words.updateGeometry()
        self._cross.name_it(remove)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        drawing.rounded(painter, box, drawing.FIELD_RADIUS, tokens().accent_soft)


class _ChipWords(QAbstractButton):
    """A button whose words wrap."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(sized_font(BADGE_SIZE + 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(30, self._lines(width - 16).height + 8)

    def sizeHint(self) -> QSize:
        return QSize(self._lines(10_000, LTR).width + 18, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        lines = self._lines(self.width() - 16)
        painter.setPen(tokens().color("on_accent_soft"))
        lines.draw(painter, 8, (self.height() - lines.height) / 2)
        if self.hasFocus():
            drawing.focus_ring(painter, QRectF(self.rect()), 7)

    def _lines(self, width: int, direction: Qt.LayoutDirection | None = None) -> Lines:
        return laid(
            self.text(),
            width,
            Setting(self.font(), direction or self.layoutDirection()),
        )


class ChoiceMenu(QPushButton):
    """A quiet button that shows its chosen entry and opens the others.

    Signals:
        chosen: the key of an entry that the user picked.
    """

    chosen = Signal(str)

    def __init__(self, icon_name: str = "", *, words: bool = True) -> None:
        """Without ``words`` only the icon is shown, the rest is in the tooltip."""
        super().__init__()
        self._shows_words = words
        self._icon_name = icon_name
        self._key = ""
        self._title = ""
        self._entries: Sequence[tuple[str, str]] = ()
        self.setProperty(QUIET, True)
        self.clicked.connect(self._open)

    def offer(self, title: str, entries: Sequence[tuple[str, str]]) -> None:
        """``title`` names the control; entries are (key, words)."""
        self._title = title
        self._entries = entries
        self._tell()

    def show_choice(self, key: str) -> None:
        self._key = key
        self._tell()

    def menu_of_entries(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for key, words in self._entries:
            action = QAction(words.replace("&", "&&"), menu, checkable=True)
            action.setChecked(key == self._key)
            action.setData(key)
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _open(self) -> None:
        menu = self.menu_of_entries()
        picked = menu.exec(self.mapToGlobal(self.rect().bottomLeft()))
        menu.deleteLater()
        if picked is not None and picked.data() != self._key:
            self.chosen.emit(picked.data())

    def _tell(self) -> None:
        words = dict(self._entries).get(self._key, self._title)
        if self._shows_words:
            self.setText(words.replace("&", "&&"))
        self.setAccessibleName(f"{self._title}: {words}")
        self.setToolTip(f"{self._title}: {words}")
        if self._icon_name:
            self.setIcon(icon(self._icon_name, tokens().color("soft_ink")))


def push_button(*, primary: bool = False, quiet: bool = False) -> QPushButton:
    """Words are given by the owner's ``retranslate``."""
    button = QPushButton()
    button.setProperty(PRIMARY, primary)
    button.setProperty(QUIET, quiet)
    button.setAutoDefault(False)
    return button
