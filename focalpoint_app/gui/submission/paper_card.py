"""What a ministry's documents are printed on: its letterhead and its marking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import FileDialogs, pattern_of
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.start.texts import TextRow
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import direction_of, is_rtl
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.review.desk import Desk

_SIDE = 88


class PaperCard(Section):
    """Kept in the workspace as soon as a field is left."""

    def __init__(self, session: Session, told: Told, dialogs: FileDialogs) -> None:
        super().__init__(
            told,
            N_("Letterhead and marking"),
            N_("Kept in this file and printed on every document made from it."),
        )
        self._session = session
        self._dialogs = dialogs
        self._picture: bytes | None = None
        self.lines = TextRow(session.desk.review.languages[0])
        self.shown = QLabel()
        self.choose = push_button()
        self.remove = push_button(quiet=True)
        self.marking = LineField()
        self.notice = Notice()
        self._none = soft_label(wrap=True)
        self._marking = FormRow(self.marking)
        self._name(told)
        self._build()
        self.show_kept()

    def _name(self, told: Told) -> None:
        told.add(self.lines.say, N_("Lines of the letterhead, one under the other"))
        told.add(self.choose.setText, N_("Choose a picture…"))
        told.add(self.remove.setText, N_("Remove the picture"))
        told.add(self._none.setText, N_("An emblem, as PNG or JPEG."))
        told.add(
            self._marking.say, N_("National marking, at head and foot of each page")
        )
        told.add(self.shown.setAccessibleName, N_("Picture of the letterhead"))

    def _build(self) -> None:
        self.shown.setFixedSize(_SIDE, _SIDE)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        beside_it = QVBoxLayout()
        beside_it.setSpacing(6)
        beside_it.addWidget(self._none)
        beside_it.addLayout(beside(self.choose, self.remove))
        beside_it.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside_it, 1)
        picture = QWidget()
        picture.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.lines, picture, self._marking, self.notice):
            self.column.addWidget(widget)
        self.lines.area.left.connect(self.keep_letterhead)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(lambda: self._take(None))
        self.marking.editingFinished.connect(self.keep_marking)

    def show_kept(self) -> None:
        """What the workspace holds."""
        from focalpoint_app.workflow.submitting.papers import letterhead, marking

        kept = letterhead(self._session.desk) or Letterhead()
        self.lines.show_text("\n".join(kept.lines))
        self.marking.setText(marking(self._session.desk))
        self._show_picture(kept.picture)

    def keep(self) -> None:
        self.keep_letterhead()
        self.keep_marking()

    def keep_letterhead(self) -> None:
        from focalpoint_app.workflow.submitting.papers import letterhead, set_letterhead

        desk, wanted = self._session.desk, self._wanted
        if wanted == (letterhead(desk) or Letterhead(language=wanted.language)):
            return
        self._try(lambda desk: set_letterhead(desk, wanted))

    def keep_marking(self) -> None:
        from focalpoint_app.workflow.submitting.papers import marking, set_marking

        wanted = self.marking.text()
        if wanted.strip() != marking(self._session.desk):
            self._try(lambda desk: set_marking(desk, wanted))

    def take_picture(self, path: Path) -> None:
        """A PNG or JPEG becomes the letterhead's; refusals are told here."""
        from focalpoint_app.workflow.submitting.papers import read_picture

        try:
            content = read_picture(path)
        except AppError as error:
            self.notice.show_error(error, self._session.catalogue)
            return
        self._take(content)

    def retranslate(self, tr: Catalogue) -> None:
        self.lines.retranslate(tr)
        self.notice.retranslate(tr)

    @property
    def _wanted(self) -> Letterhead:
        lines = tuple(filter(None, map(str.strip, self.lines.text.split("\n"))))
        language = _language(lines, self._session.desk.review.languages)
        return Letterhead(lines, self._picture, language)

    def _take(self, content: bytes | None) -> None:
        from focalpoint_app.workflow.submitting.papers import set_letterhead

        wanted = replace(self._wanted, picture=content)
        if self._try(lambda desk: set_letterhead(desk, wanted)):
            self._show_picture(content)

    def _try(self, verb: Callable[[Desk], None]) -> bool:
        """Refused in place; what was typed stays in its field."""
        self._session.autosave.flush()
        self.notice.be_quiet()
        try:
            verb(self._session.desk)
        except AppError as error:
            self.notice.show_error(error, self._session.catalogue)
            return False
        return True

    def _show_picture(self, content: bytes | None) -> None:
        self._picture = content
        self.shown.setPixmap(_thumbnail(content, self.devicePixelRatioF()))
        self.shown.setVisible(content is not None)
        self.remove.setVisible(content is not None)
        self._none.setVisible(content is None)

    def _ask(self) -> None:
        tr = self._session.catalogue
        pattern = pattern_of(tr("Pictures"), ".png", ".jpg", ".jpeg")
        path = self._dialogs.to_open(self, tr("Choose a picture"), pattern)
        if path is not None:
            self.take_picture(path)


def _thumbnail(content: bytes | None, ratio: float) -> QPixmap:
    picture = QPixmap()
    if content is None or not picture.loadFromData(content):
        return QPixmap()
    side = round(_SIDE * ratio)
    small = picture.scaled(
        side, side, Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip
    small.setDevicePixelRatio(ratio)
    return small


def _language(lines: tuple[str, ...], languages: tuple[str, ...]) -> str | None:
    """The first answer language that runs as the lines do."""
    direction = direction_of("\n".join(lines))
    fitting = (each for each in languages if is_rtl(each) == (direction == "rtl"))
    return next(fitting, None)
