"""A contribution as a card: whose it is, its words, what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from focalpoint_app.domain.answer import ChoiceValue, Confidentiality, TextValue
from focalpoint_app.gui.controls.buttons import IconButton
from focalpoint_app.gui.controls.flow import FlowLayout
from focalpoint_app.gui.controls.labels import bold_label, plain_label, say, soft_label
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.gui.controls.surfaces import Badge, Mark, Tone
from focalpoint_app.gui.questionnaire.contributions.acts import Acts
from focalpoint_app.gui.questionnaire.contributions.menu import voice_menu
from focalpoint_app.gui.questionnaire.contributions.traces import trace_lines
from focalpoint_app.gui.questionnaire.contributions.verbs import VoiceVerbs
from focalpoint_app.gui.questionnaire.contributions.words import (
    institution_name,
    origin_words,
    use_words,
    value_words,
)
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import beginning, listed
from focalpoint_app.gui.theme import drawing
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.gui.words import AUDIENCES
from focalpoint_app.language.names import language_name

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.voices import Voice

AT_ONCE = 360
"""Letters of a long text that are shown until it is asked for whole."""

_CHOICE_MARKS = {"yes": "answered", "part": "in_part", "no": "no"}


class VoiceCard(QWidget):
    """Built once for a voice; another state of it is another card.

    Signals:
        merging: the user wants to merge it piece by piece; the voice.
    """

    merging = Signal(object)

    def __init__(self, session: Session, verbs: VoiceVerbs, voice: Voice) -> None:
        super().__init__()
        from focalpoint_app.workflow.consultation.consolidating import said

        self.voice = voice
        self._session = session
        self._verbs = verbs
        self.value = said(session.desk, voice.contribution)
        self.acts = Acts(session, verbs, voice, self.value)
        self.more = IconButton("more")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addLayout(self._head())
        for widget in (*self._above(), *self._said(), *self._below()):
            column.addWidget(widget)
        column.addWidget(self.acts)
        self.acts.merging.connect(lambda: self.merging.emit(voice))
        self.more.clicked.connect(self._open_menu)

    @property
    def text(self) -> str:
        """Its words, as they came."""
        given, tr = self.voice.contribution, self._session.catalogue
        question = self._session.desk.questionnaire.questions[given.question]
        return value_words(self.value, question, tr)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = tokens()
        drawing.rounded(
            QPainter(self), QRectF(self.rect()), 10, colours.ground, colours.line
        )

    def _head(self) -> QHBoxLayout:
        tr = self._session.catalogue
        row = QHBoxLayout()
        row.setSpacing(8)
        if isinstance(self.value, ChoiceValue):
            mark = Mark()
            standing = _CHOICE_MARKS.get(self.value.choice, "open")
            mark.show_standing(standing, self.text)
            mark.setFixedHeight(self.more.sizeHint().height())
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        name = bold_label(wrap=True)
        name.setText(institution_name(self.voice.stakeholder, tr))
        self.setAccessibleName(name.text())
        row.addWidget(name, 1)
        self.more.name_it(tr("More about this contribution"))
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _above(self) -> Iterator[QWidget]:
        """How binding, when and through whom; who may read it."""
        origin = soft_label(wrap=True)
        origin.setText(origin_words(self.voice, self._session.catalogue))
        yield origin
        badges = tuple(self._badges())
        if badges:
            holder = QWidget()
            flow = FlowLayout(holder, 6)
            for badge in badges:
                flow.addWidget(badge)
            yield holder

    def _badges(self) -> Iterator[Badge]:
        from focalpoint_app.workflow.consultation.markings import national_markings

        given, tr = self.voice.contribution, self._session.catalogue
        if given.marking:
            printed = national_markings().printed(given.marking, tr.language)
            yield _badge(printed, Tone.NOTICE)
        if given.audience is not Confidentiality.REVIEWING:
            yield _badge(tr(AUDIENCES[given.audience]))
        if self.voice.superseded_by:
            yield _badge(tr("superseded by a later reply"))
        if self.voice.receipt.seal_seen:
            yield _badge(tr("seal seen"))

    def _said(self) -> Iterator[QWidget]:
        tr, entry = self._session.catalogue, self.voice.contribution.entry or {}
        if isinstance(self.value, TextValue):
            texts = {k: text for k, text in self.value.texts.items() if text}
            for language, text in texts.items():
                if len(texts) > 1:
                    yield _soft(language_name(language))
                yield from self._paragraph(text)
        elif self.value is not None:
            yield from self._paragraph(self.text)
        if entry.get("skipped"):
            yield _soft(tr("Skipped: {reason}", reason=str(entry["skipped"])))
        yield from self._cited()

    def _paragraph(self, text: str) -> Iterator[QWidget]:
        label = plain_label(wrap=True)
        say(label, beginning(text, AT_ONCE))
        yield label
        if label.text() != text:
            holder = QWidget()
            line = beside(self.acts.unfolding(label, text))
            line.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(line)
            yield holder

    def _cited(self) -> Iterator[QWidget]:
        from focalpoint_app.gui.questionnaire.citing import source_words

        tr = self._session.catalogue
        for source, provision in self._verbs.beside.cited(self.voice.contribution):
            yield _soft(listed([source_words(source, tr), provision], tr))

    def _below(self) -> Iterator[QWidget]:
        """Tracked changes, comments, what became of it."""
        tr = self._session.catalogue
        yield from trace_lines(self.voice.contribution.traces, tr)
        if self.voice.uses:
            last = self.voice.uses[-1]
            words = use_words(last, self._verbs.beside.author(last.author), tr)
            label = _soft(words)
            label.setAccessibleName(words)
            yield label

    def _open_menu(self) -> None:
        menu = voice_menu(
            self._session,
            self.voice,
            partial(self._verbs.copy, self.voice, self.text),
            partial(self._verbs.mark, self.voice),
        )
        menu.setParent(self, menu.windowFlags())
        menu.exec(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        menu.deleteLater()


def _badge(words: str, tone: Tone = Tone.ACCENT) -> Badge:
    badge = Badge(tone)
    badge.say(words)
    return badge


def _soft(words: str) -> QWidget:
    label = soft_label(wrap=True)
    say(label, words)
    return label
