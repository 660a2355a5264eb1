"""The window's keys, matched by where they lie and not by what they type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from focalpoint_app.language.markers import N_

_Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
_HELD = _CTRL | _SHIFT | _ALT | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True, slots=True)
class Chord:
    """Modifiers held and a key, as on a Latin keyboard."""

    held: Qt.KeyboardModifier
    key: Qt.Key

    @property
    def words(self) -> str:
        """As keyboards print it: ``Ctrl+Shift+F``, ``Ctrl+Enter``."""
        combined = QKeySequence(self.held.value | self.key.value)
        words = combined.toString(QKeySequence.SequenceFormat.PortableText)
        return words.replace("Return", "Enter")


COMMANDS: Mapping[str, tuple[Chord, str]] = {
    "panes": (Chord(_NONE, _Key.Key_F6), N_("Next pane")),
    "previous": (Chord(_ALT, _Key.Key_Up), N_("Previous question")),
    "next": (Chord(_ALT, _Key.Key_Down), N_("Next question")),
    "accept": (Chord(_CTRL, _Key.Key_Return), N_("Done here, next question")),
    "problem": (Chord(_NONE, _Key.Key_F8), N_("Next problem")),
    "find": (Chord(_CTRL, _Key.Key_F), N_("Find in this article")),
    "search": (Chord(_CTRL | _SHIFT, _Key.Key_F), N_("Search everywhere")),
    "provision": (Chord(_CTRL, _Key.Key_K), N_("Go to a provision")),
    "note": (Chord(_CTRL, _Key.Key_Period), N_("Write a note")),
    "turn": (Chord(_CTRL | _SHIFT, _Key.Key_X), N_("Turn the paragraph's direction")),
    "undo": (Chord(_CTRL, _Key.Key_Z), N_("Undo")),
    "redo": (Chord(_CTRL | _SHIFT, _Key.Key_Z), N_("Redo")),
    "redo_too": (Chord(_CTRL, _Key.Key_Y), N_("Redo")),
    "fold": (Chord(_CTRL, _Key.Key_Backslash), N_("Fold the pane beside")),
    "keys": (Chord(_NONE, _Key.Key_F1), N_("All keys")),
}

_ROWS = (
    (0x10, "QWERTYUIOP"),
    (0x1E, "ASDFGHJKL"),
    (0x2C, "ZXCVBNM"),
)
_PLACES = {
    first + at: Qt.Key(ord(letter))
    for first, letters in _ROWS
    for at, letter in enumerate(letters)
} | {0x34: _Key.Key_Period, 0x2B: _Key.Key_Backslash}
"""Scan code (set 1, as Windows reports it) to the key of a Latin keyboard."""

_X11_SHIFT = 8  # X11 and Wayland number the same keys eight higher


class Keyboard(QObject):
    """Watches the widget that has the focus, so that its own keys come second."""

    def __init__(self, window: QWidget, commands: Mapping[str, Callable[[], None]]):
        super().__init__(window)
        self._window = window
        self._by_chord = {COMMANDS[name][0]: verb for name, verb in commands.items()}
        self._watched: QWidget | None = None
        self._is_held = False
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def hold(self, is_held: bool) -> None:
        """While the window is locked no key does anything to the review."""
        self._is_held = is_held

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or self._is_held:
            return False
        verb = self._by_chord.get(chord_of(event))
        if verb is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            verb()
            return True
        return False

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and old is self._watched:
            self._watched.removeEventFilter(self)
        self._watched = None
        if new is not None and new.window() is self._window and new != self._window:
            new.installEventFilter(self)
            self._watched = new


def chord_of(event: QKeyEvent) -> Chord:
    """By the key where the layout is Latin, by its place on any other."""
    held = event.modifiers() & _HELD
    key = Qt.Key(event.key())
    if key == _Key.Key_Enter:
        key = _Key.Key_Return
    if event.key() > 0x7F and event.key() < 0x01000000:
        key = key_at(event.nativeScanCode()) or key
    return Chord(held, key)


def key_at(scan_code: int) -> Qt.Key | None:
    """The Latin key in this place, by the running platform's numbering."""
    shift = 0 if QApplication.platformName() == "windows" else _X11_SHIFT
    return _PLACES.get(scan_code - shift)
