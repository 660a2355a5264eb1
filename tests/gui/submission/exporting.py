"""A certificate given, and the button pressed."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from focalpoint_app.gui.submission.submit_room import SubmitRoom

WAIT = 30_000  # ms; the machine may be busy with others


def give_key(page: SubmitRoom, path: Path, passphrase: str = "open") -> None:
    page.export.key.file.path.show_path(path)
    page.export.key.file.passphrase.setText(passphrase)


def press_export(page: SubmitRoom, qtbot: QtBot) -> None:
    """The button, the dialog's answer, and whatever the worker does then."""
    page.export.export.click()
    qtbot.waitUntil(lambda: bool(page.export.notice.text), timeout=WAIT)
