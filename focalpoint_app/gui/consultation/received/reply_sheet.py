"""A reply in full: standing, what it speaks to, loose text, flaws, what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.consultation.received.answers_said import AnswersSaid
from focalpoint_app.gui.consultation.received.judging import Judging
from focalpoint_app.gui.consultation.received.loose_text import LooseText
from focalpoint_app.gui.consultation.received.outcomes import flaw_words
from focalpoint_app.gui.consultation.received.taken_place import TakenPlaces
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import (
    FileDialogs,
    documents_folder,
    pattern_of,
)
from focalpoint_app.gui.controls.labels import soft_label, title_label
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.sheet import Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.questionnaire.contributions.words import (
    CARRIERS,
    institution_name,
)
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import listed
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_moment
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.kept_replies import KeptReply


class ReplySheet(QWidget):
    """Signals:
    changed: some of its loose text was assigned.
    judged: its standing or its letter is other than it was.
    gone: it counts no more, nor what came in with it.
    """

    changed = Signal()
    judged = Signal()
    gone = Signal()

    def __init__(self, session: Session, dialogs: FileDialogs, told: Told) -> None:
        super().__init__()
        self._session = session
        self._dialogs = dialogs
        self.kept: KeptReply | None = None
        self._title = title_label()
        self._origin = soft_label(wrap=True)
        self.save = push_button()
        self.take_back = push_button()
        self.notice = Notice()
        self.judging = Judging(session, told)
        self.loose = LooseText(session, told)
        self.places = TakenPlaces(session, told)
        self.said = AnswersSaid(session, told)
        self.flaws = Section(told, N_("What was wrong with it"))
        self._flaws = soft_label(wrap=True)
        self.flaws.column.addWidget(self._flaws)
        told.add(self.save.setText, N_("Save its file…"))
        self._build()
        self.judging.judged.connect(self._take_judgement)
        self.loose.assigned.connect(self.changed)
        self.save.clicked.connect(self._save)
        self.take_back.clicked.connect(self._take_back)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self._origin)
        column.addLayout(beside(self.save, self.take_back))
        cards = (self.notice, self.judging, self.loose, self.flaws)
        for widget in (*cards, self.places, self.said):
            column.addWidget(widget)

    def show_reply(self, kept: KeptReply) -> None:
        """Whatever stood in the form before was kept already."""
        self.notice.be_quiet()
        self._show(kept)

    def refresh(self, kept: KeptReply) -> None:
        """The same reply, as it is kept now; the form is left to its writer."""
        from focalpoint_app.workflow.consultation.kept_replies import spoken_to
        from focalpoint_app.workflow.consultation.taking_back import import_of

        self.kept = kept
        tr, desk = self._session.catalogue, self._session.desk
        words = tr.counted(
            "Undo this import ({n} reply)",
            "Undo this import ({n} replies)",
            len(import_of(desk, kept.receipt.id)),
        )
        self.take_back.setText(words)
        given = spoken_to(desk, kept)
        self.loose.show_reply(kept)
        self.said.show_given(given)
        self.places.show_reply(kept, given)

    def retranslate(self, tr: Catalogue) -> None:
        self.judging.retranslate(tr)
        self.notice.retranslate(tr)
        if self.kept is not None:
            self._show(self.kept)

    def _show(self, kept: KeptReply) -> None:
        tr, receipt = self._session.catalogue, kept.receipt
        self.kept = kept
        self._title.setText(institution_name(kept.stakeholder, tr))
        self._origin.setText(self._origin_words(kept))
        self.save.setVisible(bool(receipt.file))
        self.judging.show_reply(kept)
        flaws = [flaw_words(self._session, each, tr) for each in receipt.flaws]
        self._flaws.setText("\n".join(flaws))
        self.flaws.setVisible(bool(flaws))
        self.refresh(kept)

    def _take_judgement(self) -> None:
        """The form goes on; what an official reply takes the place of may be more."""
        from focalpoint_app.workflow.consultation.kept_replies import spoken_to

        kept = self.judging.kept
        if kept is not None:
            self.kept = kept
            self.places.show_reply(kept, spoken_to(self._session.desk, kept))
            self.judged.emit()

    def _take_back(self) -> None:
        """Refused in place while an answer quotes it, what waits to be written, too."""
        from focalpoint_app.workflow.consultation.taking_back import (
            import_of,
            take_back_replies,
        )

        desk, kept = self._session.desk, self.kept
        if kept is None:
            return
        self._session.autosave.flush()
        try:
            take_back_replies(desk, import_of(desk, kept.receipt.id))
        except AppError as error:
            self.notice.show_error(error, self._session.catalogue)
            return
        self.gone.emit()

    def _origin_words(self, kept: KeptReply) -> str:
        tr, receipt = self._session.catalogue, kept.receipt
        authors = {each.id: each.name for each in self._session.desk.authors()}
        when = written_moment(receipt.time.astimezone(), tr.language, tr.digits)
        lines = [
            tr(
                "{carrier}, taken in {time} by {author}",
                carrier=tr(CARRIERS[receipt.carrier]),
                time=when,
                author=authors.get(receipt.author, "–"),
            ),
            isolate(receipt.file),
            self._hands(kept),
        ]
        return "\n".join(line for line in lines if line)

    def _hands(self, kept: KeptReply) -> str:
        """Whoever typed it and whoever checked that."""
        tr, receipt = self._session.catalogue, kept.receipt
        typed = receipt.transcribed_by and tr(
            "transcribed by {name}", name=receipt.transcribed_by
        )
        checked = receipt.checked_by and tr(
            "checked by {name}", name=receipt.checked_by
        )
        return listed([typed, checked], tr)

    def _save(self) -> None:
        from focalpoint_app.workflow.consultation.kept_replies import save_source_file

        kept, tr = self.kept, self._session.catalogue
        if kept is None:
            return
        target = self._dialogs.to_save(
            self,
            tr("Where the copy is written"),
            documents_folder() / kept.receipt.file,
            pattern_of(tr("Replies"), ".*"),
        )
        if target is None:
            return
        try:
            save_source_file(self._session.desk, kept, target)
        except AppError as error:
            self.notice.show_error(error, tr)
            return
        self.notice.tell(
            Mood.DONE, lambda tr: (tr("Wrote {file}.", file=str(target)),), tr
        )
