"""Who said yes, in part, no: one row a choice, whatever their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from focalpoint_app.domain.questionnaire import Kind, Question
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import bold_label, plain_label, soft_label
from focalpoint_app.gui.controls.lines import line_height
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.gui.controls.surfaces import Badge, Mark, Tone, hairline
from focalpoint_app.gui.questionnaire.contributions.words import (
    STANDINGS,
    choice_words,
    institution_name,
)
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.texts import listed
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.voices import Voice

_MARKS = {"yes": "answered", "part": "in_part", "no": "no"}
_OPEN = "open"
_STANDING = N_("{institution} ({standing})")
_MOST = 12
"""Names in a row; the others are counted."""

Line = tuple[str, str, str]
"""The mark's standing (empty for none), what was said, who said it."""


class Table(QWidget):
    """Lines of what was said and by whom, under a heading.

    ``shares``: how the two divide a line between them.
    """

    shares = (2, 5)

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self.heading = bold_label(wrap=True)
        self.notice = Badge(Tone.NOTICE)
        self.below = soft_label(wrap=True)
        self._rows = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(6)
        for widget in (self.heading, self.notice, self._rows, self.below):
            self._column.addWidget(widget)
        self._column.setAlignment(self.notice, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(hairline())
        self.notice.hide()
        self.below.hide()
        self.hide()

    def add_below(self, widget: QWidget) -> None:
        """Above the line that ends the table."""
        row = beside(widget)
        self._column.insertLayout(self._column.count() - 1, row)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Hidden where there are none."""
        self.lines = tuple(lines)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for line in self.lines:
            column.addWidget(_row(*line, self.shares))
        self._column.replaceWidget(self._rows, holder)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = holder
        self.setVisible(bool(self.lines))


class WhoSaid(Table):
    """For questions that are answered by choosing."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def show_voices(self, question: Question, heard: Sequence[Voice]) -> None:
        from focalpoint_app.workflow.consultation.voices import said_by_choice

        tr = self._session.catalogue
        by_choice = said_by_choice(self._session.desk, heard)
        self.heading.setText(tr("Who said what"))
        disagree = question.kind.value == "choice" and len(by_choice) > 1
        self.notice.say(tr("The institutions disagree") if disagree else "")
        lines = [
            (
                _MARKS.get(choice, ""),
                choice_words(choice, question.choices, tr),
                _names(voices, tr),
            )
            for choice, voices in by_choice.items()
        ]
        self.show_lines((*lines, *self._national(question, tr)) if lines else ())

    def _national(self, question: Question, tr: Catalogue) -> Iterator[Line]:
        chosen = self._session.desk.answer(question.id).choices
        words = [choice_words(each, question.choices, tr) for each in chosen]
        mark = _MARKS.get(chosen[0], "") if len(chosen) == 1 else ""
        yield mark, listed(words, tr) or "–", tr("the national answer now")


class Units(Table):
    """For a federation: each constituent unit, and what they say together."""

    shares = (4, 3)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._asked: Question | None = None
        self._units: Mapping[str, Voice | None] = {}
        self.insert = push_button(quiet=True)
        self.add_below(self.insert)
        self.insert.clicked.connect(self._insert)

    def show_voices(self, question: Question, heard: Sequence[Voice]) -> None:
        from focalpoint_app.workflow.consultation.federal import (
            federal_summary,
            has_answered,
            place_of_summary,
        )
        from focalpoint_app.workflow.consultation.voices import by_unit

        tr, desk = self._session.catalogue, self._session.desk
        self._asked, self._units = question, by_unit(desk, heard)
        is_answered = has_answered(question, self._units)
        self.show_lines(self._unit_lines(question) if is_answered else ())
        self.setVisible(bool(heard and self._units))
        self.heading.setText(tr("By constituent unit"))
        none = tr("No constituent unit has answered this question yet.")
        told = federal_summary(question, self._units, tr) if is_answered else none
        self.below.setText(told)
        self.below.show()
        self.insert.setText(tr("Add this to the narrative"))
        self.insert.setVisible(bool(place_of_summary(desk, question.id)))
        self.insert.setEnabled(is_answered)
        self.insert.setToolTip("" if is_answered else none)

    def _unit_lines(self, question: Question) -> Iterator[Line]:
        for unit, voice in self._units.items():
            yield _unit_line(self._session, question, unit, voice)

    def _insert(self) -> None:
        """In the language in which the review is written first."""
        from focalpoint_app.workflow.consultation.federal import (
            insert_summary,
            place_of_summary,
        )

        desk, asked, units = self._session.desk, self._asked, self._units
        if asked is None:
            return
        language = desk.review.languages[0]
        place = place_of_summary(desk, asked.id)
        self._session.act(
            lambda: insert_summary(desk, asked.id, units, language), place
        )


def _unit_line(
    session: Session, question: Question, unit: str, voice: Voice | None
) -> Line:
    tr = session.catalogue
    if voice is None:
        return _OPEN if question.choices else "", unit, tr("has not answered")
    from focalpoint_app.workflow.consultation.unit_words import unit_said

    value = (voice.contribution.entry or {}).get("value")
    mark = _MARKS.get(str(value), "") if question.choices else ""
    standing = tr(STANDINGS[voice.contribution.standing])
    is_long = question.kind in (Kind.TEXT, Kind.TABLE)  # Its card stands below.
    is_below = is_long and voice.contribution.is_answer
    said = tr("has answered") if is_below else unit_said(question, voice, tr)
    return mark, unit, tr(_STANDING, institution=said, standing=standing)


def _row(mark: str, said: str, who: str, shares: tuple[int, int]) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    names = plain_label(wrap=True)
    names.setText(who)
    names.setAccessibleName(f"{said}: {who}")
    row.addWidget(_said(mark, said), shares[0], Qt.AlignmentFlag.AlignTop)
    row.addWidget(names, shares[1], Qt.AlignmentFlag.AlignTop)
    return line


def _said(mark: str, words: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    label = bold_label(wrap=True)
    label.setText(words)
    if mark:
        drawn = Mark()
        drawn.show_standing(mark, words)
        drawn.setFixedHeight(line_height(label.font()))
        row.addWidget(drawn, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return line


def _names(voices: Sequence[Voice], tr: Catalogue) -> str:
    named = [
        tr(
            _STANDING,
            institution=institution_name(each.stakeholder, tr),
            standing=tr(STANDINGS[each.contribution.standing]),
        )
        for each in voices[:_MOST]
    ]
    rest = len(voices) - _MOST
    if rest > 0:
        named.append(tr.counted("and {n} other", "and {n} others", rest))
    return listed(named, tr)
