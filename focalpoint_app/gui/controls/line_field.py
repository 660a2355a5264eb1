"""A field of one line whose words, and whose caret, stand where their script begins."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from focalpoint_app.language.isolates import direction_of

_NARROWEST = 96  # pixels


class LineField(QLineEdit):
    """Empty, or with digits alone, it begins where the window's lines begin.

    Qt asks the keyboard, which on an Arabic window is often an English one.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.textChanged.connect(self._align)
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def setEchoMode(self, mode: QLineEdit.EchoMode) -> None:
        super().setEchoMode(mode)
        self._align()

    def minimumSizeHint(self) -> QSize:
        """Qt's own is the width of the font's widest ligature."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def direction(self) -> str | None:
        """Of its words: ``rtl`` or ``ltr``; None where they have none."""
        return direction_of(self.text())

    def _align(self) -> None:
        """Dots tell no script."""
        is_hidden = self.echoMode() is not QLineEdit.EchoMode.Normal
        found = None if is_hidden else self.direction()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if found is not None:
            rtl = found == "rtl"
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(
            side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        )
