"""What stands in the locked window: the way back in, and nothing of the review."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.notice import Mood
from focalpoint_app.gui.controls.sheet import Section, Sheet
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.page import Page
from focalpoint_app.gui.securing.unlock_form import UnlockForm
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

_WIDEST = 460
_ABOVE = 120


class LockScreen(Page):
    """Signals:
    said: a passphrase to try.
    """

    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._told = Told()
        sheet = Sheet(_WIDEST)
        card = Section(self._told, N_("Locked"), _SAVED)
        self.form = UnlockForm(self._told, N_("Unlock"))
        card.column.addWidget(self.form)
        sheet.column.addSpacing(_ABOVE)
        sheet.column.addWidget(card)
        sheet.finish()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        self.form.said.connect(self.said)

    def refuse(self, error: AppError, tr: Catalogue) -> None:
        self.form.refuse(error, tr)

    def wait(self, tr: Catalogue) -> None:
        """For what the worker had begun: it is said, or the window seems to hang."""
        self.form.notice.tell(Mood.CARE, lambda tr: (tr(_WAITING),), tr)

    def retranslate(self, tr: Catalogue) -> None:
        self._told.retranslate(tr)
        self.form.notice.retranslate(tr)

    def panes(self) -> tuple[QWidget, ...]:
        return (self.form,)


_WAITING = N_(
    "Something that was begun before the window locked is still being ended. The file"
    " opens as soon as that is done."
)
_SAVED = N_("All that was typed is saved. The passphrase of the file opens it again.")
