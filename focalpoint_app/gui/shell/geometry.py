"""Where the window stood when it was closed, and how large it was."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtWidgets import QWidget

log = logging.getLogger(__name__)

_FILE = "window.geometry"


def restore_geometry(window: QWidget, folder: Path) -> None:
    """As it was; Qt brings a window back that stood on a screen now gone."""
    try:
        window.restoreGeometry((folder / _FILE).read_bytes())
    except FileNotFoundError:
        return
    except OSError as error:
        log.warning("window geometry unreadable (%s)", type(error).__name__)


def keep_geometry(window: QWidget, folder: Path) -> None:
    try:
        (folder / _FILE).write_bytes(window.saveGeometry().data())
    except OSError as error:
        log.warning("window geometry not kept (%s)", type(error).__name__)
