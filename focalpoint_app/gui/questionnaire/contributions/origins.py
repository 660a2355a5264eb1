"""Where the answer's sentences come from, one line a run of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.questionnaire import Kind
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import plain_label, say, soft_label
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.gui.controls.surfaces import hairline
from focalpoint_app.gui.controls.tips import plain_tip
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import beginning, dotted, listed
from focalpoint_app.language.catalogue import Catalogue

if TYPE_CHECKING:
    from focalpoint_app.domain.attribution import Origin, Span

_BEGINNING = 110
_REST = 800
"""Milliseconds without another save before it is worked out anew: it takes some."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of sentences of one origin, and that origin in words."""

    text: str
    origin: str
    is_contribution: bool


def origin_passages(
    session: Session, question: str, language: str
) -> tuple[Passage, ...]:
    """Joined, their texts are the answer as it stands, blanks included."""
    from focalpoint_app.domain.attribution import contributors
    from focalpoint_app.workflow.consultation.attributing import attribution

    spans = attribution(session.desk, question, language)
    names = _names(session, contributors(spans))
    runs = groupby(spans, key=lambda each: each.origin)
    return tuple(
        Passage(_text(run), _words(origin, names, session.catalogue),
                bool(origin.contribution))
        for origin, run in runs
    )  # fmt: skip


class Origins(QWidget):
    """Folded, and not even worked out, until asked for."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._question = ""
        self.fold = push_button(quiet=True)
        self.fold.setCheckable(True)
        self._lines = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(beside(self.fold))
        self._column.addWidget(self._lines)
        self._column.addWidget(hairline())
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self._show_lines)
        self.fold.toggled.connect(self._show_lines)
        self.passages: tuple[Passage, ...] = ()
        self.hide()

    def show_question(self, question: str, *, took_over: bool) -> None:
        """Hidden where the answer took no contribution over."""
        self._question = question
        self.setVisible(took_over)
        if took_over:
            self._show_lines()

    def follow(self) -> None:
        """The answer is being written in: worked out once that pauses, if in sight."""
        if self.fold.isChecked() and not self.isHidden():
            self._soon.start()

    def retranslate(self, tr: Catalogue) -> None:
        self.fold.setText(tr("Where each sentence comes from"))

    def _show_lines(self) -> None:
        self._soon.stop()
        self.passages = self._session.read(self._read, ())
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for passage in self.passages:
            for label in _line(passage):
                column.addWidget(label)
        self._column.replaceWidget(self._lines, lines)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = lines
        lines.setVisible(bool(self.passages))

    def _read(self) -> tuple[Passage, ...]:
        return tuple(self._passages()) if self.fold.isChecked() else ()

    def _passages(self) -> Iterator[Passage]:
        desk = self._session.desk
        asked = desk.questionnaire.questions.get(self._question)
        if asked is not None and asked.kind is Kind.TEXT:
            for language in desk.review.languages:
                yield from origin_passages(self._session, asked.id, language)


def _line(passage: Passage) -> Iterator[QWidget]:
    head, text = soft_label(wrap=True), plain_label(wrap=True)
    head.setText(passage.origin)
    words = " ".join(passage.text.split())
    say(text, beginning(words, _BEGINNING))
    text.setToolTip(plain_tip(words))
    yield head
    yield text


def _text(run: Iterable[Span]) -> str:
    return "".join(each.text for each in run)


def _names(session: Session, given: Iterable[str]) -> Mapping[str, str]:
    """Of authors and of those who made these contributions, by their ids."""
    from focalpoint_app.gui.questionnaire.contributions.words import institution_name
    from focalpoint_app.workflow.consultation.attributing import standing

    desk, tr = session.desk, session.catalogue
    found = {each.id: each.name for each in desk.authors()}
    institutions = {each.id: each for each in desk.workspace.stakeholders()}
    for each in standing(desk, given):
        found[each.id] = institution_name(institutions[each.stakeholder], tr)
    return found


def _words(origin: Origin, names: Mapping[str, str], tr: Catalogue) -> str:
    by = names.get(origin.author, "–")
    if not origin.contribution:
        words = tr("Written here by {author}", author=by)
    else:
        words = tr(
            "From {institution}, taken over by {author}",
            institution=listed([names.get(e, "–") for e in origin.contributions], tr),
            author=by,
        )
    editors = [names.get(each, "–") for each in origin.editors]
    if not editors:
        return words
    edited = tr("then changed by {authors}", authors=listed(editors, tr))
    return dotted(words, edited)
