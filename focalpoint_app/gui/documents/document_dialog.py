"""One document, from where one looks for it: the article, the sources, the needs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.documents.document_form import KINDS, DocumentForm
from focalpoint_app.gui.session import Session

_WIDTH = 560


class DocumentDialog(QDialog):
    """Stays beside the window, so that one can go on writing."""

    def __init__(
        self,
        session: Session,
        kind: str,
        parent: QWidget,
        article: str = "",
        dialogs: FileDialogs | None = None,
    ) -> None:
        """``article`` as ``untoc.5``."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._told = Told()
        self._kind = kind
        self.form = DocumentForm(session, self._told, dialogs or FileDialogs())
        self._words = soft_label(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addWidget(self.form)
        session.translator.changed.connect(self._retell)
        self._session = session
        self._retell()
        self.form.choose(kind, article, only=True)
        self._words.setText(self.form.scope.currentText())
        self._words.setVisible(bool(article))

    def _retell(self) -> None:
        tr = self._session.catalogue
        self.setWindowTitle(tr(KINDS[self._kind]))
        self._told.retranslate(tr)
        self.form.retranslate(tr)
        self._words.setText(self.form.scope.currentText())
