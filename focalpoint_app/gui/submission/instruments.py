"""What is submitted: the instruments, and what still stands in their way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from focalpoint_app.domain.readiness import Problem
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import plain_label, soft_label
from focalpoint_app.gui.controls.options import CheckOption
from focalpoint_app.gui.controls.sheet import Section
from focalpoint_app.gui.controls.surfaces import Mark
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.problem_rows import ProblemRows
from focalpoint_app.gui.texts import in_language
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

_LINE = 24


class InstrumentRow(QWidget):
    """Whether it is cleared now, and how far it is answered."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self.part = part
        self.tick = CheckOption()
        self._bar = QProgressBar()
        self._count = soft_label()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(120, 12)
        self._count.setFixedWidth(96)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.tick, 1)
        row.addWidget(self._bar)
        row.addWidget(self._count)
        self.tick.setChecked(True)

    def show_progress(self, answered: int, of: int, tr: Catalogue) -> None:
        words = tr("{answered} of {of}", answered=answered, of=of)
        self._bar.setRange(0, max(1, of))
        self._bar.setValue(answered)
        self._bar.setAccessibleName(tr("Questions answered"))
        self._bar.setAccessibleDescription(words)
        self._count.setText(words)


class Instruments(Section):
    """Signals:
    changed: another set of instruments is to be cleared.
    """

    changed = Signal()

    def __init__(self, session: Session, told: Told) -> None:
        super().__init__(
            told,
            N_("What is submitted"),
            N_("One instrument may be submitted while others are being answered."),
        )
        self._session = session
        self.rows = [InstrumentRow(part) for part in session.desk.review.parts]
        self.mark = Mark()
        self.mark.setFixedHeight(_LINE)
        self.said = plain_label(wrap=True)
        self.blocking = ProblemRows(session)
        self.more = push_button(quiet=True)
        self.warnings = ProblemRows(session)
        self._build()

    def _build(self) -> None:
        for row in self.rows:
            self.column.addWidget(row)
            row.tick.toggled.connect(self.changed)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.said, 1)
        self.column.addLayout(line)
        self.column.addWidget(self.blocking)
        folded = QHBoxLayout()
        folded.addWidget(self.more)
        folded.addStretch(1)
        self.column.addLayout(folded)
        self.column.addWidget(self.warnings)
        self.warnings.hide()
        self.more.clicked.connect(
            lambda: self.warnings.setVisible(not self.warnings.isVisible())
        )

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(row.part for row in self.rows if row.tick.isChecked())

    def retranslate(self, tr: Catalogue) -> None:
        for row in self.rows:
            title = self._session.desk.questionnaire.part(row.part).short_title
            row.tick.setText(in_language(title, tr.language))

    def show_readiness(self, tr: Catalogue) -> bool:
        """Ask the desk and show what it says; whether a clearance is possible."""
        desk = self._session.desk
        for row in self.rows:
            verdict = desk.readiness((row.part,))
            row.show_progress(verdict.answered, verdict.of, tr)
        return self._show_problems(desk.readiness(self.chosen).problems, tr)

    def _show_problems(self, problems: tuple[Problem, ...], tr: Catalogue) -> bool:
        blocking = [each for each in problems if each.blocks]
        others = [each for each in problems if not each.blocks]
        self._say(len(blocking), tr)
        self.blocking.show_problems(blocking, tr)
        self.warnings.show_problems(others, tr)
        self.more.setText(
            tr.counted(
                "{n} warning that stops nothing",
                "{n} warnings that stop nothing",
                len(others),
            )
        )
        self.more.setVisible(bool(others))
        if not others:
            self.warnings.hide()
        return bool(self.chosen) and not blocking

    def _say(self, blocking: int, tr: Catalogue) -> None:
        if not self.chosen:
            words, mark = tr("Choose at least one instrument to clear."), "in_part"
        elif blocking:
            mark = "no"
            words = tr.counted(
                "{n} mandatory question must be answered before submission.",
                "{n} mandatory questions must be answered before submission.",
                blocking,
            )
        else:
            words, mark = tr("Nothing stands in the way of the submission."), "answered"
        self.said.setText(words)
        self.mark.show_standing(mark, words)
