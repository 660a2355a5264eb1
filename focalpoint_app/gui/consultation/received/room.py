"""The room of replies: brought in on one side, each in full on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.gui.consultation.received.bringing import Bringing
from focalpoint_app.gui.consultation.received.outcomes import Outcomes
from focalpoint_app.gui.consultation.received.reply_list import ReplyList
from focalpoint_app.gui.consultation.received.reply_sheet import ReplySheet
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.sheet import Sheet
from focalpoint_app.gui.controls.split import split
from focalpoint_app.gui.controls.surfaces import Ground
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.room import Room
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.intake import TakenIn
    from focalpoint_app.workflow.consultation.kept_replies import KeptReply

_HINT = N_(
    "Word forms, Excel sheets and reply packets, any number at once and in any order."
    " What is wrong with one of them keeps no other out."
)


class ReceivedRoom(Room):
    def __init__(self, session: Session, dialogs: FileDialogs | None = None) -> None:
        super().__init__()
        self._session = session
        self._told = Told()
        chooser = dialogs or FileDialogs()
        self._replies: dict[str, KeptReply] = {}
        self.bringing = Bringing(session, chooser, self._told)
        self.replies = ReplyList(session)
        self.outcomes = Outcomes(session, self._told)
        self.reply = ReplySheet(session, chooser, self._told)
        self._hint = soft_label(wrap=True)
        self._told.add(self._hint.setText, _HINT)
        self._build()
        self.bringing.taken.connect(self._took)
        self.replies.chosen.connect(self.look_at)
        self.reply.changed.connect(self._list_again)
        self.reply.judged.connect(self._tell_judged)
        self.reply.gone.connect(self._tell_gone)
        self.outcomes.opened.connect(self.look_at)
        session.refreshed.connect(self._refresh_if_seen)

    def _build(self) -> None:
        leading = Ground("card")
        column = QVBoxLayout(leading)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        for widget in (self.bringing, self._hint):
            column.addWidget(widget)
        column.addWidget(self.replies, 1)
        leading.setMinimumWidth(320)
        sheet = Sheet()
        sheet.column.addWidget(self.outcomes)
        sheet.column.addWidget(self.reply)
        sheet.finish()
        self.sheet = sheet
        split(self, leading, sheet)
        self.reply.hide()

    def enter(self) -> None:
        """What was read last, else the first: no empty side beside a list."""
        self._list()
        if self.outcomes.isHidden():
            self._show(self._shown or next(iter(self.replies.ids), ""))

    def leave(self) -> None:
        self.reply.judging.keep()

    def look_at(self, key: str) -> None:
        """A reply's id, or a stakeholder's: then its newest reply."""
        if key != self._shown:
            self.reply.judging.keep()
        self._list()
        of_stakeholder = (
            each.receipt.id
            for each in self._replies.values()
            if key == each.stakeholder.id
        )
        self._show(key if key in self._replies else next(of_stakeholder, ""))

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        for part in (self.bringing, self.replies, self.outcomes, self.reply):
            part.retranslate(tr)
        if self.isVisible():  # Elsewhere ``enter`` lists them anew.
            self._list()

    def panes(self) -> tuple[QWidget, ...]:
        return (self.bringing.drop.choose, self.replies.list, self.reply.save)

    @property
    def _shown(self) -> str:
        return self.reply.kept.receipt.id if self.reply.kept is not None else ""

    def _took(self, taken: TakenIn) -> None:
        self.reply.hide()
        self.reply.kept = None
        self._list()
        self.outcomes.show_taken(taken)
        self._session.refreshed.emit()

    def _list(self) -> None:
        from focalpoint_app.workflow.consultation.kept_replies import kept_replies

        found = kept_replies(self._session.desk)
        self._replies = {each.receipt.id: each for each in found}
        self.replies.show_replies(found)
        self.replies.show_reply(self._shown)

    def _show(self, reply: str) -> None:
        kept = self._replies.get(reply)
        self.reply.setVisible(kept is not None)
        if kept is None:
            self.reply.kept = None
            return
        self.outcomes.hide()
        self.reply.show_reply(kept)
        self.replies.show_reply(reply)
        self.sheet.verticalScrollBar().setValue(0)

    def _list_again(self) -> None:
        """The form goes on; what stands around it is read anew."""
        self._list()
        kept = self._replies.get(self._shown)
        if kept is not None:
            self.reply.refresh(kept)

    def _tell_judged(self) -> None:
        """Only its own row says something else now."""
        kept = self.reply.kept
        if kept is not None:
            self._replies[kept.receipt.id] = kept
            self.replies.say_again(kept)

    def _tell_gone(self) -> None:
        session = self._session
        session.refreshed.emit()
        self._show(next(iter(self.replies.ids), ""))
        session.told.emit(session.catalogue("The import was taken back."))

    def _refresh_if_seen(self) -> None:
        """An undo may have taken the reply in view back, or how it was judged."""
        if not self.isVisible():
            return
        self._list()
        before, now = self.reply.kept, self._replies.get(self._shown)
        if before is not None and (now is None or now.receipt != before.receipt):
            self._show(self._shown)
