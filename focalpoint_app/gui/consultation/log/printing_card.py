"""The register and the consultation record as PDF, in a language of one's choice."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from focalpoint_app.gui.controls.abreast import Abreast
from focalpoint_app.gui.controls.file_dialogs import FileDialogs
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.sheet import Section
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.documents.output import Composing, DocumentOutput, Wanted
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.names import OFFICIAL_LANGUAGES, language_name

REGISTER, RECORD = "register", "record"
_NAMES = {
    REGISTER: N_("Register of the consultation"),
    RECORD: N_("Consultation record"),
}

_NEEDED = ("focalpoint_app.workflow.consultation.registering",)


class PrintingCard(Section):
    """What they say is read on the window's thread, the worker lays pages out."""

    def __init__(self, session: Session, told: Told, dialogs: FileDialogs) -> None:
        super().__init__(told, N_("As a document"))
        self._session = session
        self.kind = QComboBox()
        self.language = QComboBox()
        wanted = Wanted(self._read, self.kind.currentText, _NEEDED)
        self.output = DocumentOutput(session, told, dialogs, wanted)
        self._build(told)

    def _build(self, told: Told) -> None:
        kind, language = FormRow(self.kind), FormRow(self.language)
        told.add(kind.say, N_("Document"))
        told.add(language.say, N_("Language of the document"))
        for key in _NAMES:
            self.kind.addItem("", key)
        for tag in OFFICIAL_LANGUAGES:
            self.language.addItem(language_name(tag), tag)
        first = self._session.desk.review.languages[0]
        self.language.setCurrentIndex(max(0, self.language.findData(first)))
        self.column.addLayout(Abreast((kind, language)))
        self.column.addWidget(self.output)

    def retranslate(self, tr: Catalogue) -> None:
        for at, words in enumerate(_NAMES.values()):
            self.kind.setItemText(at, tr(words))
        self.output.retranslate(tr)

    def _read(self) -> Composing:
        from focalpoint_app.workflow.consultation import registering

        language = str(self.language.currentData())
        if self.kind.currentData() == RECORD:
            document = registering.record_document(self._session.desk, language)
        else:
            document = registering.register_document(self._session.desk, language)
        return lambda: document
