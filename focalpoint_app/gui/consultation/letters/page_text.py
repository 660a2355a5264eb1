"""A letter's text to read and select, each paragraph in its own direction."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from focalpoint_app.gui.theme.fonts import narrative_font
from focalpoint_app.language.isolates import direction_of

_READABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class PageText(QTextEdit):
    """Plain text only: nothing a letter says is taken for markup."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setTextInteractionFlags(_READABLE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(narrative_font())
        self.document().setDocumentMargin(8)
        self.setTabChangesFocus(True)

    def show_text(self, text: str) -> None:
        self.setPlainText(text)
        block = self.document().begin()
        while block.isValid():
            direction = direction_of(block.text())
            style = block.blockFormat()
            style.setLayoutDirection(
                Qt.LayoutDirection.RightToLeft
                if direction == "rtl"
                else Qt.LayoutDirection.LeftToRight
                if direction == "ltr"
                else self.layoutDirection()
            )
            QTextCursor(block).setBlockFormat(style)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def text(self) -> str:
        return self.toPlainText()

    def veil(self) -> None:
        """Of its text nothing stays; told nobody."""
        was_blocked = self.blockSignals(True)
        self.document().clear()
        self.document().clearUndoRedoStacks()
        self.blockSignals(was_blocked)

    def put_caret(self, anchor: int, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    @property
    def quoted(self) -> str:
        """What is selected, else all of it."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return self.toPlainText().strip()
        return cursor.selection().toPlainText().strip()
