"""How many contributions each question has: read once, until some come or go."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from focalpoint_app.gui.session import Session


class Heard(QObject):
    """Signals:
    changed: other contributions may be there now.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._counts: Mapping[str, int] | None = None
        session.refreshed.connect(self.forget)

    def count(self, question: str) -> int:
        return self._all().get(question, 0)

    def around(self, question: str) -> int:
        """The most on a question or on what hangs on it: a reply speaks to several."""
        children = self._session.desk.questionnaire.companions.get(question, ())
        family = (self.around(each.id) for each in children)
        return max(self.count(question), *family, 0)

    def forget(self) -> None:
        """Read them anew when next asked."""
        self._counts = None
        self.changed.emit()

    def _all(self) -> Mapping[str, int]:
        if self._counts is None:
            from focalpoint_app.workflow.consultation.heard import heard_counts

            read = partial(heard_counts, self._session.desk)
            found = self._session.read(read, None)
            if found is None:
                QTimer.singleShot(0, self, self._doubt)
            self._counts = found or {}
        return self._counts

    def _doubt(self) -> None:
        """Told once for all rows of a view, and read anew with its next paint."""
        self._counts = None
