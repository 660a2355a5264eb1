"""What can be done with a contribution, each act through the session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.gui.questionnaire.contributions.beside import Beside
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.words import AUDIENCES

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.voices import Voice


class VoiceVerbs(QObject):
    """Signals:
    changed: something was done; voices are to be read anew.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.beside = Beside(session)

    def insert(self, voice: Voice, *, attributed: bool = False) -> None:
        from focalpoint_app.workflow.consultation.consolidating import insert

        desk, given = self._session.desk, voice.contribution
        self._session.act(
            lambda: insert(desk, given, attributed=attributed), given.question
        )
        self._tell_sources(voice)
        self.changed.emit()

    def merge(self, voice: Voice, settled: Mapping[str, str]) -> bool:
        """Whether it was written; why not is told."""
        from focalpoint_app.workflow.consultation.consolidating import merge_in

        desk, given = self._session.desk, voice.contribution
        done = self._session.does(
            lambda: merge_in(desk, given, settled), given.question
        )
        self._tell_sources(voice)
        self.changed.emit()
        return done

    def _tell_sources(self, voice: Voice) -> None:
        """What it cites may be new here."""
        if (voice.contribution.entry or {}).get("cites"):
            self._session.sources_changed.emit()

    def note(self, voice: Voice, reason: str) -> None:
        from focalpoint_app.workflow.consultation.consolidating import note_unused

        desk, given = self._session.desk, voice.contribution
        self._session.act(lambda: note_unused(desk, given, reason))
        self.changed.emit()

    def ask_again(self, voice: Voice, reason: str) -> None:
        from focalpoint_app.workflow.consultation.consolidating import ask_again

        desk, given = self._session.desk, voice.contribution
        self._session.act(lambda: ask_again(desk, given, reason))
        self.changed.emit()

    def mark(self, voice: Voice, audience: Confidentiality, marking: str) -> None:
        from focalpoint_app.workflow.consultation.marking_anew import mark_contribution

        desk, given = self._session.desk, voice.contribution
        self._session.act(
            lambda: mark_contribution(desk, given, audience, marking), given.question
        )
        self.changed.emit()

    def copy(self, voice: Voice, text: str) -> None:
        """To the clipboard, where nothing above the usual level comes unnoticed."""
        QApplication.clipboard().setText(text)
        told = kept_back(self._session, voice.contribution.audience,
                         voice.contribution.marking)  # fmt: skip
        tr = self._session.catalogue
        self._session.told.emit(told or tr("The contribution was copied."))


def kept_back(session: Session, audience: Confidentiality, marking: str) -> str:
    """Said when a text is copied that not everybody may read; empty for others."""
    from focalpoint_app.workflow.consultation.markings import national_markings

    tr = session.catalogue
    levels = [tr(AUDIENCES[Confidentiality.NATIONAL])]
    if audience is not Confidentiality.NATIONAL:
        levels = []
    if marking:
        levels.append(national_markings().printed(marking, tr.language))
    if not levels:
        return ""
    return tr(
        "What you copied is marked: {marking}. Paste it only where that is allowed.",
        marking=" · ".join(levels),
    )
