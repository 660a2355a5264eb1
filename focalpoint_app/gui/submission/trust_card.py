"""The certificates that this computer knows: whose signatures have a known name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import IconButton, push_button
from focalpoint_app.gui.controls.file_dialogs import FileDialogs, pattern_of
from focalpoint_app.gui.controls.labels import plain_label, soft_label
from focalpoint_app.gui.controls.notice import Notice
from focalpoint_app.gui.controls.sheet import Line, Section, beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.work_bar import Progress, WorkBar
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.trust import CertificateFacts

_GROUP = 4


class TrustRow(QWidget):
    """Signals:
    removed: it is to be trusted no more; its fingerprint.
    """

    removed = Signal(str)

    def __init__(self, facts: CertificateFacts) -> None:
        super().__init__()
        self.facts = facts
        self._name = plain_label(wrap=True)
        self._said = soft_label(wrap=True)
        self.cross = IconButton("remove")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._said)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        self.cross.clicked.connect(lambda: self.removed.emit(facts.fingerprint))

    @property
    def text(self) -> str:
        return f"{self._name.text()}\n{self._said.text()}"

    def retranslate(self, tr: Catalogue) -> None:
        facts = self.facts
        day = written_date(facts.not_after.date().isoformat(), tr.language, tr.digits)
        kind = (
            tr("Vouches for those whose certificates it signed")
            if facts.is_authority
            else tr("Vouches for its own holder")
        )
        self._name.setText(isolate(facts.subject))
        said = [
            tr("{kind}; valid until {date}", kind=kind, date=day),
            tr("Issued by {issuer}", issuer=facts.issuer),
            tr("Fingerprint {digits}", digits=_grouped(facts.fingerprint)),
        ]
        self._said.setText("\n".join(said))
        self.cross.name_it(tr("Trust {name} no more", name=facts.subject))


class TrustCard(Section):
    """Reading certificates loads heavy libraries: the worker does it.

    Signals:
        changed: other certificates are known now.
    """

    changed = Signal()

    def __init__(self, session: Session, told: Told, dialogs: FileDialogs) -> None:
        super().__init__(
            told,
            N_("Certificates known to this computer"),
            N_(
                "A signature names its signer; the certificates that you trust say"
                " whether that name is right. Compare a fingerprint with its owner's"
                " first."
            ),
        )
        self._session = session
        self._dialogs = dialogs
        self.rows: list[TrustRow] = []
        self.add = push_button()
        self.bar = WorkBar(session, told, can_stop=False)
        self.notice = Notice()
        self._none = soft_label(wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.column.addWidget(self._none)
        self.column.addLayout(self._rows)
        for widget in (self.bar, self.notice):
            self.column.addWidget(widget)
        self.column.addLayout(beside(self.add))
        told.add(self.add.setText, N_("Add a certificate…"))
        told.add(self._none.setText, N_("No certificate is known yet."))
        self._none.hide()
        self.add.clicked.connect(self._ask)

    def read(self) -> None:
        """List what is known, read anew."""

        def work() -> tuple[CertificateFacts, ...]:
            from focalpoint_app.workflow.submitting.trust import trusted

            return trusted()

        self._run(work, self._show)

    def trust(self, path: Path) -> None:
        """Every certificate in the file, or none of them."""

        def work() -> tuple[CertificateFacts, ...]:
            from focalpoint_app.workflow.submitting.trust import add_trusted, trusted

            add_trusted(path)
            return trusted()

        self._run(work, self._show_changed)

    def distrust(self, fingerprint: str) -> None:
        def work() -> tuple[CertificateFacts, ...]:
            from focalpoint_app.workflow.submitting.trust import remove_trusted, trusted

            remove_trusted(fingerprint)
            return trusted()

        self._run(work, self._show_changed)

    def retranslate(self, tr: Catalogue) -> None:
        self.notice.retranslate(tr)
        for row in self.rows:
            row.retranslate(tr)

    def _run(
        self,
        work: Callable[[], tuple[CertificateFacts, ...]],
        done: Callable[[tuple[CertificateFacts, ...]], None],
    ) -> None:
        if self.bar.is_busy:
            return
        self.notice.be_quiet()

        def run(
            _progress: Progress, _cancelled: Callable[[], bool]
        ) -> tuple[CertificateFacts, ...]:
            return work()

        words = self._session.catalogue("The certificates are read…")
        self.bar.run(words, run, done, self._fail)

    def _show_changed(self, known: tuple[CertificateFacts, ...]) -> None:
        self._show(known)
        self.changed.emit()

    def _show(self, known: tuple[CertificateFacts, ...]) -> None:
        self._clear()
        for facts in known:
            if self.rows:
                self._rows.addWidget(Line())
            row = TrustRow(facts)
            row.retranslate(self._session.catalogue)
            row.removed.connect(self.distrust)
            self.rows.append(row)
            self._rows.addWidget(row)
        self._none.setVisible(not known)

    def _clear(self) -> None:
        self.rows = []
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _fail(self, error: AppError) -> None:
        self.notice.show_error(error, self._session.catalogue)

    def _ask(self) -> None:
        tr = self._session.catalogue
        pattern = pattern_of(tr("Certificates"), ".pem", ".crt", ".cer", ".der")
        path = self._dialogs.to_open(self, tr("Choose a certificate to trust"), pattern)
        if path is not None:
            self.trust(path)


def _grouped(digits: str) -> str:
    """As people read them out to each other."""
    groups = (digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))
    return " ".join(groups).upper()
