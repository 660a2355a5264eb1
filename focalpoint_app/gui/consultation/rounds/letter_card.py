"""A round's letter: its name, its date, its words, what the register notes of it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox

from focalpoint_app.domain.numbering import Numbering
from focalpoint_app.gui.consultation.register_fields import RegisterFields
from focalpoint_app.gui.consultation.rounds.own_numbers import OwnNumbers
from focalpoint_app.gui.consultation.stages import usual_signatory
from focalpoint_app.gui.controls.abreast import Abreast
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.options import CheckOption
from focalpoint_app.gui.controls.sheet import Section
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.start.date_row import DateRow
from focalpoint_app.gui.start.texts import TextRow
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.workflow.consultation.round_drafts import Others
from focalpoint_app.workflow.consultation.rounds import Outlook, Wish
from focalpoint_app.workflow.consultation.stakeholders import LONGEST_NAME

_PAUSE = 400  # ms


class LetterCard(Section):
    """Signals:
    changed: something else stands in it.
    """

    changed = Signal()

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(told, N_("The letter"), _ABOUT)
        self._session = session
        self.name = LineField()
        self.due = DateRow()
        self.text = TextRow(session.desk.review.languages[0])
        self.signatory = LineField()
        self.register = RegisterFields()
        self.ways = QComboBox()
        self.numbers = OwnNumbers()
        self.on_paper = CheckOption()
        self._name = FormRow(self.name)
        self._signatory = FormRow(self.signatory)
        self._ways = FormRow(self.ways)
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build(told)

    def _build(self, told: Told) -> None:
        told.add(self._name.say, N_("Name of the round"))
        told.add(self.due.say, N_("Answers are due on"))
        told.add(self.text.say, N_("Words of the letter; empty for the usual ones"))
        told.add(self._signatory.say, N_("Signed by"))
        told.add(self._ways.say, N_("Numbers of the letters"))
        told.add(self.on_paper.setText, _ON_PAPER)
        for numbering in _WAYS:
            self.ways.addItem("", numbering)
        self.column.addLayout(Abreast((self._name, self.due)))
        for widget in (self.text, self._signatory, self.register, self._ways):
            self.column.addWidget(widget)
        self.column.addWidget(self.numbers)
        self.column.addWidget(self.on_paper)
        self.numbers.hide()
        for line in (self.name, self.signatory):
            line.setMaxLength(LONGEST_NAME)
            line.textChanged.connect(lambda _text: self._later.start())
        self.due.line.textChanged.connect(lambda _text: self._later.start())
        self.text.area.typed.connect(self._later.start)
        self.register.changed.connect(self._later.start)
        self.ways.currentIndexChanged.connect(lambda _at: self._show_way())
        self.numbers.changed.connect(self._later.start)
        self.on_paper.toggled.connect(lambda _on: self._later.start())
        self._later.timeout.connect(self.changed)

    @property
    def numbering(self) -> Numbering:
        return Numbering(self.ways.currentData())

    def show_letter(self, wish: Wish, others: Others) -> None:
        """As it was left."""
        self.name.setText(wish.name)
        self.due.show_date(wish.due)
        self.text.show_text(wish.letter)
        self.register.show_register(wish.register)
        self.numbers.show_numbers(wish.own_numbers)
        self.ways.setCurrentIndex(self.ways.findData(wish.numbering))
        self.signatory.setText(others.signatory)
        self.on_paper.setChecked(others.on_paper)

    def show_letters(self, outlooks: tuple[Outlook, ...]) -> None:
        """Whose numbers are asked for."""
        usual = self.register.register.outgoing
        self.numbers.show_letters(outlooks, usual, self._session.catalogue)

    def describe_new(self) -> None:
        """Named by its number, signed by who writes; its own numbers come anew."""
        self.register.lines["outgoing"].clear()
        self.numbers.show_numbers({})
        tr, desk = self._session.catalogue, self._session.desk
        count = len(desk.workspace.rounds(desk.review.id)) + 1
        self.name.setText(tr("Round {n}", n=tr.number(count)))
        self.signatory.setText(usual_signatory(self._session))

    def check(self, tr: Catalogue) -> bool:
        """Say under the fields what is wrong with them."""
        named = bool(self.name.text().strip())
        self._name.complain("" if named else tr("Give the round a name."))
        dates = [self.due.check(tr), self.register.check(tr)]
        return named and all(dates)

    def _show_way(self) -> None:
        self.numbers.setVisible(self.numbering is Numbering.OWN)
        self._later.start()

    def retranslate(self, tr: Catalogue) -> None:
        self.text.retranslate(tr)
        self.register.retranslate(tr)
        for at, words in enumerate(_WAYS.values()):
            self.ways.setItemText(at, tr(words))


_ABOUT = N_(
    "It goes out as a mail that opens in your mail program, with the form attached."
    " This program sends nothing."
)
_WAYS = {
    Numbering.SAME: N_("One number for all letters"),
    Numbering.PARTS: N_("A part of one number each: 118/1, 118/2"),
    Numbering.RUN: N_("A number each, counting up: 118, 119"),
    Numbering.OWN: N_("A number each, as written for each institution"),
}
_ON_PAPER = N_("Also as PDF on the letterhead, to be signed")
