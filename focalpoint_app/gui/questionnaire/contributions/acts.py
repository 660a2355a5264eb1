"""The buttons of a contribution, and the comparison that they unfold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from focalpoint_app.domain.answer import TextValue, Value
from focalpoint_app.domain.merge.abreast import held_against
from focalpoint_app.domain.merge.differences import Passage, differences
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.labels import say
from focalpoint_app.gui.questionnaire.contributions.changes import Changes
from focalpoint_app.gui.questionnaire.contributions.reason_form import ReasonForm
from focalpoint_app.gui.questionnaire.contributions.verbs import VoiceVerbs
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.theme.fonts import SMALL_SIZE, sized_font
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.voices import Voice

Texts = Mapping[str, str]
Before = Callable[[], Texts]
Verb = Callable[["Voice", str], None]

_SMALL = ("sent", "now", "earlier", "note", "again")
_FROM_SENT = N_("Against what was sent")
_FROM_NOW = N_("Against the answer")
_FROM_EARLIER = N_("Against its earlier reply")


class Acts(QWidget):
    """Signals:
    merging: the user wants to merge it piece by piece.
    """

    merging = Signal()

    def __init__(
        self, session: Session, verbs: VoiceVerbs, voice: Voice, value: Value | None
    ) -> None:
        super().__init__()
        self._session = session
        self._verbs = verbs
        self._voice = voice
        self._texts: Texts = value.texts if isinstance(value, TextValue) else {}
        self.buttons: dict[str, QPushButton] = {}
        self.changes = Changes()
        self._form: ReasonForm | None = None
        self._row = QWidget()
        self._flow = FlowLayout(self._row, 4)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.changes)
        self._column.addWidget(self._row)
        if value is not None:
            self._offer_value()
        self._offer_rest()

    def unfolding(self, label: QLabel, whole: str) -> QPushButton:
        """A button that shows a long text whole."""
        button = push_button(quiet=True)
        button.setText(self._session.catalogue("Show all"))

        def unfold() -> None:
            say(label, whole)
            button.hide()

        button.clicked.connect(unfold)
        return button

    def _offer_value(self) -> None:
        tr = self._session.catalogue
        insert = partial(self._verbs.insert, self._voice)
        self._add("insert", tr("Insert"), primary=True).clicked.connect(
            lambda: insert()
        )
        if self._texts:
            self._add("attributed", tr("Insert with its name")).clicked.connect(
                lambda: insert(attributed=True)
            )
            self._add("merge", tr("Merge…")).clicked.connect(self.merging)
            self._offer_comparisons()

    def _offer_comparisons(self) -> None:
        from focalpoint_app.workflow.consultation.consolidating import present_texts

        desk, given = self._session.desk, self._voice.contribution
        ways: tuple[tuple[str, str, Before], ...] = (
            ("sent", _FROM_SENT, lambda: self._verbs.beside.sent_texts(given)),
            ("now", _FROM_NOW, lambda: present_texts(desk, given.question)),
        )
        for name, words, before in ways:
            there = before()
            if any(there.get(each) for each in self._texts):
                self._comparing(name, words, before)

    def compare_with_earlier(self, before: Texts) -> None:
        """Where it takes the place of what its institution said before."""
        self._comparing("earlier", _FROM_EARLIER, lambda: before)

    def _comparing(self, name: str, words: str, before: Before) -> None:
        """Worked out when pressed: the answer changes, long texts take a moment."""
        button = self._add(name, self._session.catalogue(words))
        button.setCheckable(True)

        def turn(pressed: bool) -> None:
            if not pressed:
                self.changes.hide()
                return
            for other in self.buttons.values():
                if other is not button and other.isCheckable():
                    other.setChecked(False)
            nothing: Texts = {}
            there = self._session.read(before, nothing)
            passages = _passages(there, self._texts, name)
            self.changes.show_passages(passages, self._session.catalogue)

        button.toggled.connect(turn)

    def _offer_rest(self) -> None:
        tr = self._session.catalogue
        self._asking("note", tr("Not used…"), tr("Why is it not used?"))
        self._asking(
            "again", tr("Ask again…"), tr("What is unclear, and to be asked again?")
        )

    def _asking(self, name: str, words: str, question: str) -> None:
        """A button that asks for a reason before it does anything."""
        verb = self._verbs.note if name == "note" else self._verbs.ask_again

        def ask() -> None:
            self._ask(question, words.rstrip("…"), verb)

        self._add(name, words).clicked.connect(ask)

    def _ask(self, question: str, words: str, verb: Verb) -> None:
        self._close_form()
        form = ReasonForm(question, words, self._session.catalogue)
        self._form = form
        self._column.addWidget(form)
        form.given.connect(partial(verb, self._voice))
        form.closed.connect(self._close_form)
        form.field.setFocus()

    def _close_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    @property
    def form(self) -> ReasonForm | None:
        """The reason being asked for."""
        return self._form

    def _add(self, name: str, words: str, *, primary: bool = False) -> QPushButton:
        button = push_button(primary=primary, quiet=not primary)
        button.setText(words)
        if name in _SMALL:
            button.setFont(sized_font(SMALL_SIZE))
        self.buttons[name] = button
        self._flow.addWidget(button)
        return button


def _passages(before: Texts, after: Texts, name: str) -> list[Passage]:
    """All languages.  The answer may say much that was never asked of this one."""
    held = held_against if name == "now" else differences
    return [
        passage
        for language, text in after.items()
        for passage in held(before.get(language, ""), text)
    ]
