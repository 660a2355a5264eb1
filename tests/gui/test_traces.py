"""What the window leaves on the disk lies in the program's own folders."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_CHOOSE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from focalpoint_app.gui.application import application
app = application([])
QTimer.singleShot(0, lambda: app.activeModalWidget().accept())
print(QFileDialog.getExistingDirectory(None, "", {folder!r}))
"""


def test_folders_that_were_chosen_are_noted_in_its_own_place(tmp_path: Path) -> None:
    """Qt's own dialogs, where a desktop has none, remember them as Qt's."""
    home, own = tmp_path / "home", tmp_path / "own"
    home.mkdir()
    places = {"HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")}
    script = _CHOOSE.format(folder=str(tmp_path))
    subprocess.run(
        (sys.executable, "-c", script),
        check=True,
        timeout=60,
        env={**os.environ, **places, "FOCALPOINT_HOME": str(own)},
    )
    assert [each for each in home.rglob("*") if each.is_file()] == []
    (noted,) = own.rglob("QtProject.conf")
    assert noted.parent == own / "settings"
