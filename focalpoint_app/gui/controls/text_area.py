"""A text field that grows: plain text, each paragraph in its own direction."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QTextBlock,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from focalpoint_app.domain.answer import Directions
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.text import HARD_LIMIT, clean_text
from focalpoint_app.gui.controls.replacing import difference
from focalpoint_app.gui.theme.fonts import narrative_font
from focalpoint_app.language.isolates import direction_of, is_rtl

LOWEST = 96
HIGHEST = 560
_MARGIN = 10
_CHOSEN = QTextFormat.Property.UserProperty
_TO_QT = {"rtl": Qt.LayoutDirection.RightToLeft, "ltr": Qt.LayoutDirection.LeftToRight}


class TextArea(QTextEdit):
    """A ``QTextEdit`` without rich text and without an undo of its own.

    Signals:
        typed: the user changed the text or a paragraph's direction.
        entered, left: the focus came, or went to another field.
        refused: the ``AppError`` of something that cannot be pasted or typed.
    """

    typed = Signal()
    entered = Signal()
    left = Signal()
    refused = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = "rtl" if is_rtl(language) else "ltr"
        self._is_ours = False
        self._is_veiled = False
        self._changed: tuple[int, int] | None = None
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)  # The desk's undo is the document's.
        self.setTabChangesFocus(True)
        self.setLayoutDirection(_TO_QT[self._usual])
        self.setFont(narrative_font())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frame_it()
        self._watch()
        self._direct_all()

    def _frame_it(self) -> None:
        self.document().setDocumentMargin(_MARGIN)
        self.setViewportMargins(2, 2, 2, 2)
        self.viewport().setAutoFillBackground(False)
        self.setFixedHeight(LOWEST)

    def _watch(self) -> None:
        document = self.document()
        document.contentsChange.connect(self._remember_range)
        document.documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._after_change)

    def text(self) -> str:
        """As typed: ``toPlainText`` would turn no-break spaces into spaces."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def directions(self) -> Directions:
        """The user's choices, one a paragraph; empty where none was made."""
        chosen = tuple(_chosen(block) for block in self._blocks())
        return chosen if any(chosen) else ()

    def show_text(self, text: str, directions: Directions = ()) -> None:
        """Replace what differs and nothing more, so that the caret stays."""
        self._is_ours = True
        change = difference(self.text(), text)
        if change is not None:
            cursor = QTextCursor(self.document())
            cursor.setPosition(_units(self.text()[: change.start]))
            end = _units(self.text()[: change.end])
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(change.text)
            self._stay_at_the_top()
        self._choose_all(directions)
        self._direct_all()
        self._is_ours = False

    def veil(self) -> None:
        """Of its text nothing stays, in the document's buffers either; told nobody."""
        self._is_veiled = True
        was_blocked = self.blockSignals(True)
        self.document().clear()
        self.document().clearUndoRedoStacks()
        self.blockSignals(was_blocked)
        self._changed = None

    def unveil(self, text: str, directions: Directions) -> None:
        """As it was before ``veil``, in the height that it had all the while."""
        was_blocked = self.blockSignals(True)
        self.show_text(text, directions)
        self.document().clearUndoRedoStacks()
        self.blockSignals(was_blocked)
        self._is_veiled = False
        self._changed = None

    def put_caret(self, anchor: int, position: int) -> None:
        """Places count as Qt does, in UTF-16 units."""
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _stay_at_the_top(self) -> None:
        """What nobody is typing in is read from its beginning."""
        if not self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def turn_paragraph(self) -> None:
        """The paragraph's other direction, which from now on is the user's choice."""
        for block in self._selected():
            now = "rtl" if _is_rtl_block(block) else "ltr"
            self._choose(block, "ltr" if now == "rtl" else "rtl")
        self._direct_all()
        self.typed.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        try:
            text = self._admitted(source.text())
        except AppError as error:
            self.refused.emit(error)
            return
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        try:
            self._admitted(event.commitString())
        except AppError as error:
            self.refused.emit(error)
            event.ignore()
            return
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in {"edit-undo", "edit-redo"}:
                menu.removeAction(action)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def _admitted(self, text: str) -> str:
        """AppError ``text.*`` where it cannot be taken into this field."""
        cleaned = clean_text(text)
        length = self.document().characterCount() + len(cleaned)
        if length > HARD_LIMIT:
            raise AppError("text.too_long", length=length, limit=HARD_LIMIT)
        return cleaned

    def _remember_range(self, at: int, _removed: int, added: int) -> None:
        start, end = self._changed or (at, at)
        self._changed = min(start, at), max(end, at + added)

    def _after_change(self) -> None:
        changed, self._changed = self._changed, None
        if self._is_ours or changed is None:
            return
        self._direct(changed)
        self.typed.emit()

    def _direct_all(self) -> None:
        self._direct((0, self.document().characterCount()))

    def _direct(self, span: tuple[int, int]) -> None:
        """By the user's choice, else the first strong letter, else the language."""
        was_ours, self._is_ours = self._is_ours, True
        block = self.document().findBlock(span[0])
        while block.isValid() and block.position() <= span[1]:
            wanted = _chosen(block) or direction_of(block.text()) or self._usual
            _set_direction(block, _TO_QT[wanted])
            block = block.next()
        self._changed = None
        self._is_ours = was_ours

    def _choose_all(self, directions: Directions) -> None:
        for at, block in enumerate(self._blocks()):
            wanted = directions[at] if at < len(directions) else ""
            if _chosen(block) != wanted:
                self._choose(block, wanted)

    def _choose(self, block: QTextBlock, direction: str) -> None:
        was_ours, self._is_ours = self._is_ours, True
        style = block.blockFormat()
        style.setProperty(_CHOSEN, direction)
        QTextCursor(block).setBlockFormat(style)
        self._is_ours = was_ours

    def _blocks(self) -> list[QTextBlock]:
        found = []
        block = self.document().begin()
        while block.isValid():
            found.append(block)
            block = block.next()
        return found

    def _selected(self) -> list[QTextBlock]:
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return [
            block
            for block in self._blocks()
            if block.position() <= end and block.position() + block.length() > start
        ]

    def _grow(self, _size: object = None) -> None:
        if self._is_veiled:
            return
        inner = self.document().size().height() + 2 * self.frameWidth() + 4
        height = max(LOWEST, min(HIGHEST, round(inner)))
        if height != self.height():
            self.setFixedHeight(height)


def _units(text: str) -> int:
    """Qt counts UTF-16 units, Python characters."""
    return len(text) + sum(character > "\uffff" for character in text)


def _chosen(block: QTextBlock) -> str:
    return str(block.blockFormat().property(_CHOSEN) or "")


def _is_rtl_block(block: QTextBlock) -> bool:
    return block.textDirection() == Qt.LayoutDirection.RightToLeft


def _set_direction(block: QTextBlock, direction: Qt.LayoutDirection) -> None:
    style = block.blockFormat()
    if style.layoutDirection() != direction:
        style.setLayoutDirection(direction)
        QTextCursor(block).setBlockFormat(style)
