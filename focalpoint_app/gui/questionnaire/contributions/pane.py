"""The tab of contributions: what institutions said on the question worked on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.domain.search_text import folded
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.labels import bold_label, say, soft_label
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.questionnaire.contributions.card import VoiceCard
from focalpoint_app.gui.questionnaire.contributions.origins import Origins
from focalpoint_app.gui.questionnaire.contributions.verbs import VoiceVerbs
from focalpoint_app.gui.questionnaire.contributions.who_said import Units, WhoSaid
from focalpoint_app.gui.questionnaire.heard import Heard
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import dotted
from focalpoint_app.gui.words import ROLES, question_name
from focalpoint_app.language.catalogue import Catalogue

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.voices import Voice

_SLICE = 0.02  # s of building before the window may paint again
_REST = 15  # ms between slices
_AT_ONCE = 10
_MORE = 10
"""Cards built when a question is shown, and again whenever the last comes near."""
_SEARCHED = 12
"""Voices from which on there is a field to search them."""


class Contributions(QWidget):
    """The first cards are built at once, others as the reader comes to them.

    Signals:
        counted: how many contributions the question has.
    """

    counted = Signal(int)

    def __init__(self, session: Session, heard: Heard) -> None:
        super().__init__()
        self._session = session
        self._counts = heard
        self._question = ""
        self._voices: tuple[Voice, ...] = ()
        self.cards: list[VoiceCard] = []
        self.verbs = VoiceVerbs(session)
        self._name = bold_label(wrap=True)
        self._none = soft_label(wrap=True)
        self.who_said = WhoSaid(session)
        self.units = Units(session)
        self.origins = Origins(session)
        self._ways = QWidget()
        self.search = LineField()
        self.rest = push_button(quiet=True)
        self._wanted = _AT_ONCE
        self._column = QVBoxLayout(self)
        self._waiting: deque[Callable[[], None]] = deque()
        self._refused: list[Callable[[], None]] = []
        self._slicer = QTimer(self, singleShot=True, interval=_REST)
        self._slicer.timeout.connect(self._build_slice)
        self.verbs.changed.connect(self._read_again)
        self._build()

    def _build(self) -> None:
        self._column.setContentsMargins(6, 6, 6, 6)
        self._column.setSpacing(10)
        tables = (self.who_said, self.units, self.origins)
        for widget in (self._name, self._none, self._ways, *tables, self.search):
            self._column.addWidget(widget)
        self._column.addWidget(self.rest)
        self._column.addStretch()
        self.search.setClearButtonEnabled(True)
        for widget in (self.search, self.rest):
            widget.hide()
        self.search.textChanged.connect(self._search)
        self.rest.clicked.connect(self.build_more)

    def show_question(self, question: str) -> None:
        """Cards stay where what was said and done is the same as before."""
        asked = self._session.desk.questionnaire.questions.get(question)
        heard = self._heard(question) if asked is not None else ()
        self.counted.emit(len(heard))
        if asked is None or (question, heard) != (self._question, self._voices):
            if question != self._question:
                self._forget_search()
            self._question, self._voices = question, heard
            self._rebuild(asked)
        elif self._refused:
            self._waiting.extend(self._refused)
            self._refused.clear()
            self._build_slice()
        if asked is not None:
            self._show_around(asked)
            self.origins.show_question(asked.id, took_over=self._took_over)

    def show_answer(self) -> None:
        """The answer changed: what institutions said is as it was."""
        asked = self._session.desk.questionnaire.questions.get(self._question)
        if asked is not None:
            self._show_around(asked)
            self.origins.follow()

    def build_more(self) -> None:
        """The reader nears the end of what is built."""
        if not self._slicer.isActive() and self._waiting:
            self._wanted = len(self.cards) + _MORE
            self._build_slice()

    def retranslate(self, tr: Catalogue) -> None:
        self.search.setPlaceholderText(tr("Institution or person"))
        self.search.setAccessibleName(tr("Institution or person"))
        self.origins.retranslate(tr)
        self._none.setText(tr("No institution has said anything on this question yet."))
        question, self._question = self._question, ""
        self.show_question(question)

    def card_of(self, contribution: str) -> VoiceCard | None:
        """Built up to there; None where it is not one of this question's."""
        while self._waiting:
            self._add_next()
        self._say_rest()
        found = (each for each in self.cards if each.voice.contribution.id
                 == contribution)  # fmt: skip
        return next(found, None)

    @property
    def is_whole(self) -> bool:
        return not self._waiting

    def _heard(self, question: str) -> tuple[Voice, ...]:
        from focalpoint_app.workflow.consultation.voices import voices

        return voices(self._session.desk, question)

    def _show_around(self, asked: Question) -> None:
        """What stands above the cards; it depends on the answer too."""
        say(self._name, self._named(asked))
        self._none.setVisible(not self._voices)
        self.who_said.show_voices(asked, self._voices)
        self.units.show_voices(asked, self._voices)
        self._show_relatives(asked)

    @property
    def _took_over(self) -> bool:
        return any(use.kind.enters_answer for v in self._voices for use in v.uses)

    def _named(self, asked: Question) -> str:
        """A companion has its parent's provision and a role of its own."""
        tr = self._session.catalogue
        role = tr(ROLES[asked.role]) if asked.role in ROLES else ""
        name = question_name(asked, tr)
        return name if role == name else dotted(name, role)

    def _show_relatives(self, asked: Question) -> None:
        """Ways to the contributions on the question's companions and parent."""
        ways = QWidget()
        flow = FlowLayout(ways, 4)
        for relative, count in self._relatives(asked):
            flow.addWidget(self._way_to(relative, count))
        ways.setVisible(flow.count() > 0)
        self._column.replaceWidget(self._ways, ways)
        self._ways.hide()
        self._ways.deleteLater()
        self._ways = ways

    def _relatives(self, asked: Question) -> Iterator[tuple[Question, int]]:
        form = self._session.desk.questionnaire
        family = [form.questions[asked.parent]] if asked.parent else []
        family += form.companions.get(asked.parent or asked.id, ())
        for each in family:
            count = self._counts.count(each.id)
            if each.id != asked.id and count:
                yield each, count

    def _way_to(self, relative: Question, count: int) -> QWidget:
        tr = self._session.catalogue
        role = ROLES.get(relative.role)
        name = tr(role) if role else question_name(relative, tr)
        button = push_button()
        button.setText(tr("{question} ({count})", question=name, count=count))
        button.clicked.connect(partial(self._session.jump.emit, relative.id))
        return button

    def _rebuild(self, asked: Question | None) -> None:
        self._slicer.stop()
        self._waiting.clear()
        self._refused.clear()
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        if asked is None:
            say(self._name, "")
            self._none.setVisible(True)
            return
        earlier = {each.superseded_by: each for each in self._voices}
        self.search.setVisible(len(self._voices) > _SEARCHED)
        self._waiting.extend(
            partial(self._add, voice, earlier) for voice in self._sought()
        )
        self._wanted = _AT_ONCE
        self._build_slice()

    def _sought(self) -> Iterator[Voice]:
        """Those of the institution or person that is searched for."""
        wanted = folded(self.search.text()) if not self.search.isHidden() else ""
        for voice in self._voices:
            person = voice.receipt.respondent
            words = f"{voice.stakeholder.name} {person.name} {person.role}"
            if wanted in folded(words):
                yield voice

    def _add(self, voice: Voice, earlier: Mapping[str, Voice]) -> None:
        from focalpoint_app.workflow.consultation.consolidating import said

        card = VoiceCard(self._session, self.verbs, voice)
        before = earlier.get(voice.contribution.id)
        if before is not None:
            value = said(self._session.desk, before.contribution)
            card.acts.compare_with_earlier(getattr(value, "texts", {}))
        card.merging.connect(self._merge)
        self.cards.append(card)
        self._column.insertWidget(self._column.count() - 2, card)

    def _build_slice(self) -> None:
        started = perf_counter()
        while self._is_short and perf_counter() - started < _SLICE:
            self._add_next()
        if self._is_short:
            self._slicer.start()
        self._say_rest()

    def _add_next(self) -> None:
        """One that cannot be read is told; it is tried again with the next look."""
        add = self._waiting.popleft()
        before = len(self.cards)
        self._session.read(add, None)
        if len(self.cards) == before:
            self._refused.append(add)

    @property
    def _is_short(self) -> bool:
        return bool(self._waiting) and len(self.cards) < self._wanted

    def _say_rest(self) -> None:
        left = len(self._waiting)
        self.rest.setVisible(left > 0)
        tr = self._session.catalogue
        self.rest.setText(tr.counted("Show {n} more", "Show {n} more", left))

    def _forget_search(self) -> None:
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)

    def _search(self) -> None:
        """The field stays where it is; only the cards are others."""
        asked = self._session.desk.questionnaire.questions.get(self._question)
        self._rebuild(asked)

    def _read_again(self) -> None:
        self.show_question(self._question)

    def _merge(self, voice: Voice) -> None:
        from focalpoint_app.gui.questionnaire.contributions.merge_dialog import (
            MergeDialog,
        )

        self._session.autosave.flush()  # What was just typed is merged with.
        settle = partial(self.verbs.merge, voice)
        MergeDialog(self._session, voice, settle, self.window()).open()
