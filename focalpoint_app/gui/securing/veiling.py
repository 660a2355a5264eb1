"""What stands in fields while the window is locked: nothing, until it is unlocked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from focalpoint_app.gui.consultation.letters.page_text import PageText
from focalpoint_app.gui.controls.paragraph import Paragraph
from focalpoint_app.gui.controls.text_area import TextArea

Seal = Callable[[bytes], bytes]
Unseal = Callable[[bytes], bytes | None]
Said = dict[str, Any]


class Veil:
    """Words that are half typed are in no file yet: they wait sealed with its key."""

    def __init__(self) -> None:
        self._sealed: list[tuple[QWidget, bytes]] = []
        self._lifted: list[tuple[QWidget, Said]] = []
        self._labels: tuple[list[QLabel], bytes] = ([], b"")

    def draw(self, seal: Seal, over: QWidget | None = None) -> None:
        """Over every field of every window, and every label that nobody sees now, but
        for what is ``over`` it; what it held is not told to anybody.
        """
        labels = [each for each in _hidden_labels() if not _is_in(over, each)]
        told = json.dumps([each.text() for each in labels]).encode()
        self._labels = (labels, seal(told))
        for label in labels:
            _silence(label)
        for field in tuple(_fields()):
            said = json.dumps(_said(field)).encode()
            self._sealed.append((field, seal(said)))
            _empty(field)

    def lift(self, unseal: Unseal) -> None:
        """Before anybody reads a field again; one that went meanwhile is not missed."""
        sealed, self._sealed = self._sealed, []
        there = _there()
        self._lift_labels(unseal, there)
        for field, content in sealed:
            told = unseal(content) if id(field) in there else None
            if told is not None:
                said = json.loads(told)
                self._lifted.append((field, said))
                _fill(field, said)

    def _lift_labels(self, unseal: Unseal, there: frozenset[int]) -> None:
        """One that says something again, in another language perhaps, goes on so."""
        (labels, sealed), self._labels = self._labels, ([], b"")
        told = unseal(sealed) if labels else None
        for label, text in zip(labels, json.loads(told or b"[]"), strict=False):
            if id(label) in there and not label.text():
                label.setText(text)

    def place(self) -> None:
        """Carets and what was scrolled to, once all is drawn anew."""
        lifted, self._lifted = self._lifted, []
        there = _there()
        for field, said in lifted:
            if id(field) in there:
                _place(field, said)


def _fields() -> Iterator[QWidget]:
    for widget in QApplication.allWidgets():
        if isinstance(widget, TextArea | PageText | QLineEdit) and _text_of(widget):
            yield widget


def _hidden_labels() -> Iterator[QLabel]:
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLabel) and not widget.isVisible() and widget.text():
            yield widget


def _is_in(outer: QWidget | None, label: QLabel) -> bool:
    return outer is not None and outer.isAncestorOf(label)


def _silence(label: QLabel) -> None:
    """Hidden, it is laid out no more before it says it again."""
    if isinstance(label, Paragraph):
        label.forget()
    label.setText("")


def _there() -> frozenset[int]:
    """Python's numbers of all that Qt has not deleted; of what we hold, none else's."""
    return frozenset(map(id, QApplication.allWidgets()))


def _text_of(field: QWidget) -> str:
    if isinstance(field, TextArea | PageText):
        return field.text()
    return field.text() if isinstance(field, QLineEdit) else ""


def _said(field: QWidget) -> Said:
    said: Said = {"text": _text_of(field)}
    if isinstance(field, TextArea | PageText):
        cursor = field.textCursor()
        said["caret"] = [cursor.anchor(), cursor.position()]
        said["scroll"] = field.verticalScrollBar().value()
    if isinstance(field, TextArea):
        said["directions"] = list(field.directions())
    if isinstance(field, QLineEdit):
        said["caret"] = [_anchor(field), field.cursorPosition()]
    return said


def _anchor(line: QLineEdit) -> int:
    """Where its selection was begun, on either side of the caret; -1 without one."""
    start = line.selectionStart()
    return line.selectionEnd() if start == line.cursorPosition() else start


def _empty(field: QWidget) -> None:
    if isinstance(field, TextArea | PageText):
        field.veil()
    elif isinstance(field, QLineEdit):
        _set(field, "")


def _fill(field: QWidget, said: Said) -> None:
    if isinstance(field, TextArea):
        field.unveil(said["text"], tuple(said["directions"]))
    elif isinstance(field, PageText):
        field.show_text(said["text"])
    elif isinstance(field, QLineEdit):
        _set(field, said["text"])


def _set(field: QLineEdit, text: str) -> None:
    """Whoever listens is not to take it for typing."""
    was_blocked = field.blockSignals(True)
    field.setText(text)
    field.blockSignals(was_blocked)


def _place(field: QWidget, said: Said) -> None:
    """Only in the words that stood there."""
    if _text_of(field) != said["text"]:
        return
    start, end = said["caret"]
    if isinstance(field, TextArea | PageText):
        field.put_caret(start, end)
        field.verticalScrollBar().setValue(said["scroll"])
    elif isinstance(field, QLineEdit):
        field.setCursorPosition(end)
        if start >= 0:
            field.setSelection(start, end - start)
