"""Where documents are written to, and opening them afterwards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from focalpoint_app.gui.controls.file_dialogs import (
    FileDialogs,
    documents_folder,
    pattern_of,
    with_suffix,
)
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.states import state_name


def ask_pdf(
    dialogs: FileDialogs, parent: QWidget, session: Session, title: str, what: str
) -> Path | None:
    """A PDF's place; suggested is the State's name and ``what`` it is."""
    tr = session.catalogue
    state = state_name(session.desk.profile.state, tr.language)
    suggested = documents_folder() / f"{state} - {what}.pdf"
    pattern = pattern_of(tr("PDF documents"), ".pdf")
    path = dialogs.to_save(parent, title, suggested, pattern)
    return None if path is None else with_suffix(path, ".pdf")


def open_written(path: Path, notice: Notice, tr: Catalogue) -> None:
    """With whatever program opens such files; the notice says if none does."""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return

    def lines(tr: Catalogue) -> tuple[str, ...]:
        return (tr("No program of this computer opens {file}.", file=str(path)),)

    notice.tell(Mood.CARE, lines, tr)
