"""The header: whose review this is, what is in force, how much is left."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from focalpoint_app.domain.calendar import days_until
from focalpoint_app.gui.controls.buttons import ChoiceMenu
from focalpoint_app.gui.controls.labels import bold_label, soft_label
from focalpoint_app.gui.controls.surfaces import Badge, Ground, Tone
from focalpoint_app.gui.controls.tips import plain_tip
from focalpoint_app.gui.shell.frame import EDGE, HEIGHT
from focalpoint_app.gui.texts import in_language
from focalpoint_app.gui.theme.palette import SYSTEM
from focalpoint_app.gui.theme.tokens import Scheme
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.names import WINDOW_LANGUAGES, language_name
from focalpoint_app.language.states import state_name

if TYPE_CHECKING:
    from focalpoint_app.gui.judge import Judge
    from focalpoint_app.gui.session import Session

_GAP = 12
_HALF = 0.62
"""Of the review's name: it stands in two lines, which part it unevenly."""
_SOON = 30
"""Days before the answers are due from which the badge warns."""


class Header(Ground):
    """Signals:
    spoken: another window language was chosen; its tag.
    dressed: another scheme was chosen; its name.
    """

    spoken = Signal(str)
    dressed = Signal(str)

    def __init__(self) -> None:
        super().__init__("card")
        self._session: Session | None = None
        self._judge: Judge | None = None
        self._scheme = SYSTEM
        self._state = bold_label(wrap=True)
        self._review = soft_label(wrap=True)
        self._force = Badge(Tone.ACCENT)
        self._due = Badge(Tone.PLAIN)
        self._bar = QProgressBar()
        self._count = soft_label()
        self._language = ChoiceMenu("globe")
        self._appearance = ChoiceMenu("appearance", words=False)
        self._build()

    def _build(self) -> None:
        self.setFixedHeight(HEIGHT)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(160, 12)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 0, EDGE, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._state)
        row.addWidget(self._review, 100)
        row.addStretch(1)
        row.addWidget(self._force)
        row.addWidget(self._due)
        row.addWidget(self._bar)
        row.addWidget(self._count)
        row.addWidget(self._language)
        row.addWidget(self._appearance)
        for badge in (self._force, self._due):
            badge.hide()
        self._bar.hide()
        self._language.chosen.connect(self.spoken)
        self._appearance.chosen.connect(self._dress)

    def follow(self, session: Session, judge: Judge) -> None:
        """Show this review from now on."""
        self._session, self._judge = session, judge
        judge.judged.connect(self._show_progress)
        self.retranslate(session.catalogue)

    def show_scheme(self, scheme: str) -> None:
        self._scheme = scheme
        self._appearance.show_choice(scheme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where room is short the State and what is due stay; the foot counts too."""
        if self._session is None:
            return
        room = self.width() - 2 * EDGE - sum(map(_taken, self._kept()))
        name = self._review.fontMetrics().horizontalAdvance(self._review.text())
        for widget, least in (
            (self._count, _taken(self._count)),
            (self._force, _taken(self._force)),
            (self._review, round(name * _HALF) + _GAP),
            (self._bar, _taken(self._bar)),
        ):
            widget.setVisible(least <= room)
            room -= least if least <= room else 0

    def _kept(self) -> list[QWidget]:
        due = [self._due] if self._due.text() else []
        return [self._state, self._language, self._appearance, *due]

    def retranslate(self, tr: Catalogue) -> None:
        self._offer(tr)
        if self._session is None:
            self._state.setText(tr("Focal point"))
            return
        desk = self._session.desk
        self._state.setText(state_name(desk.profile.state, tr.language))
        self._review.setText(in_language(desk.questionnaire.title, tr.language))
        self._review.setToolTip(plain_tip(str(desk.path)))
        self._say_force(tr)
        self._say_due(tr)
        self._show_progress()
        self._fit()

    def _offer(self, tr: Catalogue) -> None:
        names = [(tag, language_name(tag)) for tag in WINDOW_LANGUAGES]
        self._language.offer(tr("Language of the window"), names)
        self._language.show_choice(tr.language)
        schemes = {
            SYSTEM: tr("As the system"),
            Scheme.LIGHT.value: tr("Light"),
            Scheme.DARK.value: tr("Dark"),
            Scheme.CONTRAST.value: tr("High contrast"),
        }
        self._appearance.offer(tr("Appearance"), list(schemes.items()))
        self._appearance.show_choice(self._scheme)

    def _say_force(self, tr: Catalogue) -> None:
        assert self._session is not None
        desk = self._session.desk
        count = len(desk.review.parts)
        words = tr.counted("{n} instrument in force", "{n} instruments in force", count)
        self._force.say(words)
        titles = (
            desk.questionnaire.part(part).short_title for part in desk.review.parts
        )
        self._force.setToolTip("\n".join(in_language(t, tr.language) for t in titles))

    def _say_due(self, tr: Catalogue) -> None:
        assert self._session is not None
        due = self._session.desk.review.answers_due
        if due is None:
            self._due.say("")
            return
        today = datetime.now().astimezone().date()
        left = days_until(due, today)
        if left < 0:
            words = tr.counted(
                "answers were due {n} day ago", "answers were due {n} days ago", -left
            )
            self._due.say(words, Tone.PROBLEM)
            return
        words = tr.counted(
            "{n} day left before the answers are due",
            "{n} days left before the answers are due",
            left,
        )
        self._due.say(words, Tone.NOTICE if left <= _SOON else Tone.PLAIN)

    def _show_progress(self) -> None:
        if self._session is None or self._judge is None:
            return
        verdict, tr = self._judge.verdict, self._session.catalogue
        self._bar.setRange(0, max(1, verdict.of))
        self._bar.setValue(verdict.answered)
        words = tr("{answered} of {of}", answered=verdict.answered, of=verdict.of)
        self._count.setText(words)
        self._bar.setAccessibleName(tr("Questions answered"))
        self._bar.setAccessibleDescription(words)

    def _dress(self, scheme: str) -> None:
        self.show_scheme(scheme)
        self.dressed.emit(scheme)


def _taken(widget: QWidget) -> int:
    """Its width with the gap before the next one."""
    return max(widget.sizeHint().width(), widget.minimumWidth()) + _GAP
