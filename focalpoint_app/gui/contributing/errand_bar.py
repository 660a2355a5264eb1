"""Over a contributor's window: who asks whom, until when, how it is marked."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from focalpoint_app.gui.controls.labels import plain_label
from focalpoint_app.gui.controls.surfaces import Badge, Tone
from focalpoint_app.gui.theme.tokens import tokens
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.states import state_name

if TYPE_CHECKING:
    from focalpoint_app.domain.consultation import Request


class ErrandBar(QWidget):
    def __init__(self, request: Request) -> None:
        super().__init__()
        self._request = request
        self.words = plain_label(wrap=True)
        self.marking = Badge(Tone.PROBLEM)
        self.due = Badge(Tone.NOTICE)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.marking)
        row.addWidget(self.due)

    def retranslate(self, tr: Catalogue) -> None:
        from focalpoint_app.workflow.consultation.markings import national_markings

        request = self._request
        state = state_name(request.state, tr.language)
        asked = isolate(request.recipient)
        self.words.setText(
            tr(
                "{state} asks {institution} for answers.",
                state=state,
                institution=asked,
            )
        )
        marking = request.register.marking
        self.marking.say(national_markings().printed(marking, tr.language))
        self._say_due(tr)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), tokens().color("card"))

    def _say_due(self, tr: Catalogue) -> None:
        due = self._request.due
        today = datetime.now().astimezone().date().isoformat()
        date = written_date(due, tr.language, tr.digits)
        late = due != "" and due < today
        words = (
            tr("Was due on {date}", date=date)
            if late
            else tr("Answer by {date}", date=date)
        )
        self.due.say(words if due else "", Tone.PROBLEM if late else Tone.NOTICE)
