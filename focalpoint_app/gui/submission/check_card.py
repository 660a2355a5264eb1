"""Checking any PDF, and adding the next signature to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import (
    FileDialogs,
    pattern_of,
    with_suffix,
)
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.key_fields import KeyFields
from focalpoint_app.gui.submission.work_bar import Progress, WorkBar
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting import Judged


class DropPlace(QWidget):
    """Signals:
    dropped: the path of a file dropped on it.
    """

    dropped = Signal(object)

    def __init__(self, told: Told) -> None:
        super().__init__()
        self._over = False
        self.choose = push_button()
        words = soft_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (words, self.choose):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        told.add(words.setText, N_("Drop a PDF here, or choose one"))
        told.add(self.choose.setText, N_("Choose…"))
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            self._light(over=True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._light(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(over=False)
        urls = event.mimeData().urls()
        files = [each.toLocalFile() for each in urls if each.isLocalFile()]
        if files:
            self.dropped.emit(Path(files[0]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        fill = colours.accent_soft if self._over else colours.ground
        drawing.rounded(painter, box, drawing.FIELD_RADIUS, fill)
        pen = QPen(colours.color("accent" if self._over else "field_line"), 1)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.drawRoundedRect(box, drawing.FIELD_RADIUS, drawing.FIELD_RADIUS)

    def _light(self, *, over: bool) -> None:
        self._over = over
        self.update()


class CheckCard(Section):
    def __init__(self, session: Session, told: Told, dialogs: FileDialogs) -> None:
        super().__init__(
            told,
            N_("Check or sign a PDF"),
            N_(
                "Any submission: whether it is as it was signed, by whom, and what it"
                " holds."
            ),
        )
        self._session = session
        self._dialogs = dialogs
        self._path: Path | None = None
        self.place = DropPlace(told)
        self.bar = WorkBar(session, told)
        self.notice = Notice()
        self.key = KeyFields(session, told, dialogs)
        self.sign = push_button()
        self._name = soft_label(wrap=True)
        told.add(self.sign.setText, N_("Add the next signature…"))
        for widget in (self.place, self._name, self.bar, self.notice, self.key):
            self.column.addWidget(widget)
        self.column.addLayout(beside(self.sign))
        self.place.choose.clicked.connect(self._ask)
        self.place.dropped.connect(self.check)
        self.sign.clicked.connect(self._ask_target)
        self._offer()

    def check(self, path: Path) -> None:
        """Judge the file in the worker and tell the verdict."""
        if self.bar.is_busy:
            return
        self._path = path
        self._offer()

        def work() -> Judged:
            from focalpoint_app.workflow.submitting import judged

            return judged(path)

        self._run(work)

    def sign_into(self, target: Path) -> None:
        """Fill the next signature place of the file that was checked."""
        source, key, language = self._path, self.key.key, self._session.language
        if source is None or key is None:
            return

        def work() -> Judged:
            from focalpoint_app.workflow.submitting import signed_next

            return signed_next(source, target, key, language)

        self._run(work, target)

    def retranslate(self, tr: Catalogue) -> None:
        self.notice.retranslate(tr)
        self.key.retranslate(tr)

    def _run(self, work: Callable[[], Judged], target: Path | None = None) -> None:
        self.notice.be_quiet()
        tr = self._session.catalogue

        def run(_progress: Progress, _cancelled: Callable[[], bool]) -> Judged:
            return work()

        def done(judged: Judged) -> None:
            self._path = target or self._path
            self._offer()
            self._tell(judged)

        self.bar.run(tr("The signatures are being checked…"), run, done, self._fail)

    def _tell(self, judged: Judged) -> None:
        self.key.forget()
        self.notice.tell(mood_of(judged), judged.lines, self._session.catalogue)

    def _fail(self, error: AppError) -> None:
        self.notice.show_error(error, self._session.catalogue)

    def _offer(self) -> None:
        """Signing is offered once there is something to sign."""
        there = self._path is not None
        self._name.setText(isolate(str(self._path)) if there else "")
        for widget in (self._name, self.key, self.sign):
            widget.setVisible(there)

    def _ask(self) -> None:
        tr = self._session.catalogue
        pattern = pattern_of(tr("PDF documents"), ".pdf")
        path = self._dialogs.to_open(self, tr("Check a PDF"), pattern)
        if path is not None:
            self.check(path)

    def _ask_target(self) -> None:
        if self._path is None or not self.key.check():
            return
        tr = self._session.catalogue
        suggested = self._path.with_name(f"{self._path.stem}.signed.pdf")
        pattern = pattern_of(tr("PDF documents"), ".pdf")
        title = tr("Where the signed PDF is written")
        target = self._dialogs.to_save(self, title, suggested, pattern)
        if target is not None:
            self.sign_into(with_suffix(target, ".pdf"))


def mood_of(judged: Judged) -> Mood:
    """A demonstration holds, but is nothing to rely on."""
    if not judged.holds:
        return Mood.WRONG
    return Mood.CARE if judged.demonstration else Mood.DONE
