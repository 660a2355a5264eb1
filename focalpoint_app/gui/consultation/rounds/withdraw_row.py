"""Withdrawing a request that was sent in error: asked why, told, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.gui.consultation.undo_notice import UndoNotice
from focalpoint_app.gui.questionnaire.contributions.reason_form import ReasonForm
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue

if TYPE_CHECKING:
    from focalpoint_app.domain.contribution import Withdrawal


class WithdrawRow(QWidget):
    """Empty until ``ask``.

    Signals:
        changed: the request stands otherwise now.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._request = ""
        self.form: ReasonForm | None = None
        self.notice = UndoNotice()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.notice)

    def ask(self, request: str) -> None:
        """Why it is withdrawn; nothing is done without a reason."""
        self.forget()
        self._request = request
        tr = self._session.catalogue
        self.form = ReasonForm(*_asked(tr), tr)
        self._column.addWidget(self.form)
        self.form.given.connect(self._withdraw)
        self.form.closed.connect(self._close_form)
        self.form.field.setFocus()

    def forget(self) -> None:
        """What was begun or told of another request."""
        self._close_form()
        self.notice.be_quiet()

    def retranslate(self, tr: Catalogue) -> None:
        if self.form is not None:
            self.form.say(*_asked(tr), tr)
        self.notice.retranslate(tr)

    def _withdraw(self, reason: str) -> None:
        from focalpoint_app.workflow.consultation.withdrawing import withdraw_request

        desk = self._session.desk
        made = self._session.act(lambda: withdraw_request(desk, self._request, reason))
        if made is None:
            return
        self._close_form()
        self.changed.emit()
        self.notice.tell(_lines, self._session.catalogue, lambda: self._undo(made))

    def _undo(self, made: Withdrawal) -> None:
        """Only as the newest step, so that steps keep their order."""
        desk = self._session.desk
        newest = desk.undoable
        if newest is None or newest.id != made.step:
            tr = self._session.catalogue
            self._session.told.emit(tr("Other steps followed; undo them first."))
            return
        if self._session.does(desk.undo):
            self._session.refreshed.emit()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None


def _asked(tr: Catalogue) -> tuple[str, str]:
    return tr("Why is the request withdrawn?"), tr("Withdraw the request")


def _lines(tr: Catalogue) -> tuple[str, ...]:
    return (
        tr("The request is withdrawn; nobody waits for an answer to it any more."),
        tr(
            "What was sent cannot be called back: tell the institution. “Letter of"
            " withdrawal…” writes what to send."
        ),
    )
