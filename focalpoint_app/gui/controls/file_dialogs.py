"""Asking for a file or a folder; tests answer in its place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

SUFFIX = ".focalpoint"
"""A workspace's."""
PACKET_SUFFIX = ".fpacket"
"""Of questions that somebody else asks."""


class FileDialogs:
    """The system's dialogs; None where the user changed their mind.

    A pattern is written as ``pattern_of`` does.
    """

    def to_open(
        self, parent: QWidget, title: str, pattern: str, folder: Path | None = None
    ) -> Path | None:
        """``folder``: where it begins, else among the user's documents."""
        begun = folder or documents_folder()
        found, _ = QFileDialog.getOpenFileName(parent, title, str(begun), pattern)
        return Path(found) if found else None

    def to_open_several(
        self, parent: QWidget, title: str, pattern: str
    ) -> tuple[Path, ...]:
        """None chosen is an empty tuple."""
        found, _ = QFileDialog.getOpenFileNames(
            parent, title, str(documents_folder()), pattern
        )
        return tuple(Path(each) for each in found)

    def to_save(
        self, parent: QWidget, title: str, suggested: Path, pattern: str
    ) -> Path | None:
        """Asked again where the typed name, with the suffix that it gets, is taken:
        the dialog asked about none but the typed one.
        """
        found, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), pattern)
        typed = Path(found)
        named = with_suffix(typed, suggested.suffix) if found else typed
        if named != typed and named.exists():
            return self.to_save(parent, title, named, pattern)
        return typed if found else None

    def to_make(
        self, parent: QWidget, title: str, suggested: Path, pattern: str
    ) -> Path | None:
        """A file that must not exist yet; whoever makes it refuses one that does."""
        found, _ = QFileDialog.getSaveFileName(
            parent,
            title,
            str(suggested),
            pattern,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return Path(found) if found else None

    def folder(self, parent: QWidget, title: str) -> Path | None:
        found = QFileDialog.getExistingDirectory(parent, title, str(documents_folder()))
        return Path(found) if found else None


def documents_folder() -> Path:
    """Where people keep what they write; the home folder where there is none."""
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    place = QStandardPaths.writableLocation(kind)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def dropped_file(data: QMimeData) -> Path | None:
    """The first of the files of this computer that are dropped, if any."""
    files = [each.toLocalFile() for each in data.urls() if each.isLocalFile()]
    return Path(files[0]) if files else None


def pattern_of(words: str, *suffixes: str) -> str:
    """``PDF documents (*.pdf)``; ``words`` in the window's language."""
    return f"{words} ({' '.join(f'*{suffix}' for suffix in suffixes)})"


def with_suffix(path: Path, suffix: str) -> Path:
    """``path`` as typed where it has the suffix, else with it."""
    if path.name.lower().endswith(suffix):
        return path
    return path.with_name(path.name + suffix)
