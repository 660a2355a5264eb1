"""The letter that came with the questions, and the reply that goes back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.contributing.own_key_card import OwnKeyCard
from focalpoint_app.gui.contributing.reply_form import ReplyForm
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import (
    FileDialogs,
    documents_folder,
    pattern_of,
    with_suffix,
)
from focalpoint_app.gui.controls.labels import plain_label, say
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.sheet import Facts, Section, Sheet, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.page import Page
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_
from focalpoint_app.language.sentences import sentence
from focalpoint_app.language.states import state_name

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.errand import Errand
    from focalpoint_app.workflow.consultation.returning import Returned


class ReplyPlace(Page):
    def __init__(
        self, session: Session, errand: Errand, dialogs: FileDialogs | None = None
    ) -> None:
        from focalpoint_app.workflow.consultation.returning import kept_letter

        super().__init__()
        self._session = session
        self._errand = errand
        self._dialogs = dialogs or FileDialogs()
        self._told = Told()
        self._sheet = Sheet()
        self.facts = Facts()
        self.letter = plain_label(wrap=True)
        self.form = ReplyForm()
        self.count = plain_label(wrap=True)
        self.give_back = push_button(primary=True)
        self.notice = Notice()
        self.own_key = OwnKeyCard(self._told)
        self._build()
        self.form.show_letter(kept_letter(session.desk))
        self.form.changed.connect(self._keep_if_seen)
        self.give_back.clicked.connect(self._ask)
        session.answered.connect(lambda _question: self._show_count())
        session.refreshed.connect(self._show_count)

    def _build(self) -> None:
        sheet = self._sheet
        asked = Section(self._told, N_("The letter"))
        asked.column.addWidget(self.facts)
        asked.column.addWidget(self.letter)
        say(self.letter, self._errand.request.letter)
        self.letter.setVisible(bool(self._errand.request.letter))
        reply = Section(self._told, N_("Your reply"), _ABOUT)
        for widget in (self.form, self.count, self.notice):
            reply.column.addWidget(widget)
        reply.column.addLayout(beside(self.give_back))
        sheet.column.addWidget(asked)
        sheet.column.addWidget(reply)
        sheet.column.addWidget(self.own_key)
        self.own_key.show_key()
        sheet.finish()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        self._told.add(self.give_back.setText, N_("Return the reply…"))

    def keep(self) -> None:
        """What is said of the reply is saved as it is typed."""
        from focalpoint_app.workflow.consultation.returning import (
            keep_letter,
            kept_letter,
        )

        desk, letter = self._session.desk, self.form.letter
        if letter != kept_letter(desk):
            self._session.act(lambda: keep_letter(desk, letter))

    def _keep_if_seen(self) -> None:
        """Elsewhere, and behind the lock, ``leave`` has kept it."""
        if self.isVisible():
            self.keep()

    def return_to(self, target: Path) -> None:
        """Write the reply; what hinders it is told here."""
        from focalpoint_app.workflow.consultation.returning import return_reply

        self.notice.be_quiet()
        self.keep()
        self._session.autosave.flush()
        desk = self._session.desk
        try:
            done = return_reply(self._errand, desk, self.form.letter, target)
        except AppError as error:
            self.notice.show_error(error, self._session.catalogue)
        else:
            self._tell(done)
        self._show_count()
        # It grows first: only then is there anything to scroll to.
        QTimer.singleShot(0, self, self._show_notice)

    def enter(self) -> None:
        self._show_count()

    def leave(self) -> None:
        self.keep()

    def panes(self) -> tuple[QWidget, ...]:
        return (self.form.name, self.give_back)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.form.retranslate(tr)
        self.notice.retranslate(tr)
        self.facts.show_facts(self._facts(tr))
        self._show_count()

    def _facts(self, tr: Catalogue) -> list[tuple[str, str]]:
        request = self._errand.request
        register = request.register
        facts = [
            (tr("Asked by"), state_name(request.state, tr.language)),
            (tr("Addressed to"), request.recipient),
            (tr("Answer by"), written_date(request.due, tr.language, tr.digits)),
            (tr("Outgoing number"), isolate(register.outgoing)),
            (tr("Date of the letter"), written_date(register.date, tr.language,
                                                    tr.digits)),
        ]  # fmt: skip
        return [(name, said) for name, said in facts if said.strip("\u2068\u2069")]

    def _show_count(self) -> None:
        from focalpoint_app.workflow.consultation.returning import answered

        tr = self._session.catalogue
        count = len(answered(self._errand, self._session.desk))
        self.count.setText(
            tr.counted(
                "The reply will hold {n} answer.",
                "The reply will hold {n} answers.",
                count,
            )
            if count
            else tr("Nothing is answered yet, or only as it was sent to you.")
        )

    def _show_notice(self) -> None:
        self._sheet.ensureWidgetVisible(self.notice)

    def _ask(self) -> None:
        tr = self._session.catalogue
        if not self.form.check(tr):
            return
        from focalpoint_app.workflow.consultation.returning import REPLY_SUFFIX

        suggested = documents_folder() / (self._errand.source.stem + REPLY_SUFFIX)
        pattern = pattern_of(tr("Replies"), REPLY_SUFFIX)
        title = tr("Where the reply is written")
        target = self._dialogs.to_save(self, title, suggested, pattern)
        if target is not None:
            self.return_to(with_suffix(target, REPLY_SUFFIX))

    def _tell(self, done: Returned) -> None:
        def lines(tr: Catalogue) -> tuple[str, ...]:
            told = [
                tr.counted(
                    "Wrote {file} with {n} answer.",
                    "Wrote {file} with {n} answers.",
                    done.answers,
                    file=str(done.path),
                ),
                tr("Nothing was sent: send this file back to the office that asks."),
            ]
            if done.warning is not None:
                told.append(sentence(done.warning.code, done.warning.context, tr))
            return tuple(told)

        mood = Mood.DONE if done.warning is None else Mood.CARE
        self.notice.tell(mood, lines, self._session.catalogue)


_ABOUT = N_(
    "The reply is one file, locked for the office that asks where its packet came"
    " locked. Answers that you left as they were sent are not part of it."
)
