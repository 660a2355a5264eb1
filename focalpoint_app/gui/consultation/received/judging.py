"""How binding a reply is, by which letter it came, and who signed for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from focalpoint_app.domain.consultation import Standing
from focalpoint_app.domain.contribution import Receipt
from focalpoint_app.gui.consultation.register_fields import RegisterFields
from focalpoint_app.gui.controls.abreast import Abreast
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.options import CheckOption, RadioOption
from focalpoint_app.gui.controls.sheet import Section
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.questionnaire.contributions.words import STANDINGS
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.start.date_row import DateRow
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.kept_replies import KeptReply

_LINES = {
    "letter": N_("Number of their letter"),
    "incoming": N_("Our incoming number"),
    "signatory": N_("Signatory"),
    "role": N_("Signatory's office"),
}


class Judging(Section):
    """Kept as it is edited.  Official is only what has a letter and a signatory.

    Signals:
        judged: something else is kept now.
    """

    judged = Signal()

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(
            told,
            N_("Standing of the reply"),
            N_("An official reply has a letter with a number and a signatory."),
        )
        self._session = session
        self.kept: KeptReply | None = None
        self.standings = {each: RadioOption() for each in reversed(Standing)}
        self._group = QButtonGroup(self)
        self.lines = {name: LineField() for name in _LINES}
        self.rows = {name: FormRow(line) for name, line in self.lines.items()}
        self.date = DateRow()
        self.seal = CheckOption()
        self.register = RegisterFields("incoming", beside=True)
        self.notice = Notice()
        self._build()
        for name, words in _LINES.items():
            told.add(self.rows[name].say, words)
        told.add(self.date.say, N_("Date of the letter"))
        told.add(self.seal.setText, N_("The seal was seen"))
        self._connect()

    def _build(self) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, 16)
        for option in self.standings.values():
            self._group.addButton(option)
            flow.addWidget(option)
        self.column.addWidget(holder)
        pairs = (
            (self.rows["letter"], self.date),
            (self.rows["signatory"], self.rows["role"]),
            (self.rows["incoming"], self.seal),
        )
        self.column.addLayout(Abreast(*pairs))
        self.column.addWidget(self.register)
        self.column.addWidget(self.notice)

    def _connect(self) -> None:
        for line in (*self.lines.values(), self.date.line):
            line.editingFinished.connect(self.keep)
        self.seal.clicked.connect(self.keep)
        self.register.finished.connect(self.keep)
        self._group.buttonClicked.connect(self.keep)

    def show_reply(self, kept: KeptReply) -> None:
        self.kept = kept
        receipt = kept.receipt
        self.standings[receipt.standing].setChecked(True)
        said = {
            "letter": receipt.register.outgoing,
            "incoming": receipt.register.incoming,
            "signatory": receipt.respondent.name,
            "role": receipt.respondent.role,
        }
        for name, text in said.items():
            self.lines[name].setText(text)
        self.date.show_date(receipt.register.date)
        self.date.complain()
        self.seal.setChecked(receipt.seal_seen)
        self.register.show_register(receipt.register)
        self._guard(is_anonymous=kept.stakeholder.is_anonymous)
        self._complain()

    def keep(self) -> None:
        """What is complete; an official standing waits for what it lacks."""
        kept = self.kept
        if kept is None:
            return
        judged = self._judged(kept.receipt)
        if not self._is_complete(judged):
            judged = replace(judged, standing=kept.receipt.standing)
        self._complain()
        if judged == kept.receipt or not self._is_complete(judged):
            return
        from focalpoint_app.workflow.consultation.kept_replies import judge_reply

        desk = self._session.desk
        marked = self._session.act(lambda: judge_reply(desk, kept, judged))
        if marked is None:
            return
        for question in marked:
            self._session.answered.emit(question)
        self.kept = replace(kept, receipt=judged)
        self.judged.emit()

    def retranslate(self, tr: Catalogue) -> None:
        for standing, option in self.standings.items():
            option.setText(tr(STANDINGS[standing]))
        self.register.retranslate(tr)
        self.notice.retranslate(tr)

    @property
    def chosen(self) -> Standing:
        return next(each for each, option in self.standings.items()
                    if option.isChecked())  # fmt: skip

    def _judged(self, receipt: Receipt) -> Receipt:
        """A date that is none stays as it was kept."""
        said = {name: line.text().strip() for name, line in self.lines.items()}
        date = self.date.date
        return replace(
            receipt,
            standing=self.chosen,
            seal_seen=self.seal.isChecked(),
            register=replace(
                self.register.noted_in(receipt.register),
                outgoing=said["letter"],
                incoming=said["incoming"],
                date=receipt.register.date if date is None else date,
            ),
            respondent=replace(
                receipt.respondent, name=said["signatory"], role=said["role"]
            ),
        )

    def _is_complete(self, judged: Receipt) -> bool:
        from focalpoint_app.workflow.consultation.kept_replies import lacks

        return not lacks(judged)

    def _complain(self) -> None:
        """Under each field what it lacks, and what that means."""
        from focalpoint_app.workflow.consultation.kept_replies import lacks

        if self.kept is None:
            return
        tr = self._session.catalogue
        missing = lacks(self._judged(self.kept.receipt))
        for name in ("letter", "signatory"):
            self.rows[name].complain(tr("needed") if name in missing else "")
        if missing:
            self.notice.tell(Mood.CARE, _not_yet, tr)
        else:
            self.notice.be_quiet()
        if self.date.line.text().strip():
            self.date.complain(
                "" if self.date.date is not None else tr("Write a date as 2010-01-31.")
            )

    def _guard(self, *, is_anonymous: bool) -> None:
        """Of an anonymous contributor nothing is kept that could name them."""
        self.standings[Standing.OFFICIAL].setEnabled(not is_anonymous)
        for name in ("letter", "signatory", "role", "incoming"):
            self.rows[name].setVisible(not is_anonymous)
        self.seal.setVisible(not is_anonymous)
        self.register.setVisible(not is_anonymous)


def _not_yet(tr: Catalogue) -> tuple[str, ...]:
    return (
        tr(
            "The reply becomes official once its letter's number and its signatory are"
            " written down."
        ),
    )
