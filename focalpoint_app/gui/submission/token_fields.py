"""A card or token: its module, who signs with it, and its PIN."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from focalpoint_app.domain.errors import AppError
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.file_dialogs import FileDialogs, pattern_of
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.notice import Mood, Notice
from focalpoint_app.gui.controls.path_field import PathField
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.gui.controls.told import Told
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.submission.holders import holder_words, holders_of
from focalpoint_app.gui.submission.known_modules import known_modules
from focalpoint_app.gui.submission.work_bar import Progress, WorkBar
from focalpoint_app.gui.texts import dotted
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.markers import N_

if TYPE_CHECKING:
    from focalpoint_app.workflow.submitting.keys import FoundToken, TokenKey


class TokenFields(QWidget):
    """The module is asked for its tokens in the worker; no PIN is needed for that."""

    def __init__(self, session: Session, told: Told, dialogs: FileDialogs) -> None:
        super().__init__()
        self._session = session
        self._dialogs = dialogs
        self._found: tuple[FoundToken, ...] = ()
        self.known = QComboBox()
        self.path = PathField(self._ask)
        self.holder = QComboBox()
        self.pin = LineField()
        self.look = push_button()
        self.bar = WorkBar(session, told, can_stop=False)
        self.notice = Notice()
        self._known = FormRow(self.known)
        self._module = FormRow(self.path)
        self._holder = FormRow(self.holder)
        self._secret = FormRow(self.pin)
        self._name(told)
        self._build()
        self._offer_known()

    def _name(self, told: Told) -> None:
        told.add(self._known.say, N_("Found on this computer"))
        told.add(self._module.say, N_("PKCS#11 module of the card or token"))
        told.add(self.path.button.setText, N_("Choose…"))
        told.add(self.look.setText, N_("Look for certificates"))
        told.add(self._holder.say, N_("Whose certificate signs"))
        told.add(
            self._secret.say,
            N_("PIN (leave it empty where the card reader asks for it)"),
        )

    def _build(self) -> None:
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._known)
        column.addWidget(self._module)
        column.addLayout(beside(self.look))
        for widget in (self.bar, self.notice, self._holder, self._secret):
            column.addWidget(widget)
        self._holder.hide()
        self.known.activated.connect(self._take_known)
        self.path.changed.connect(self._forget_found)
        self.look.clicked.connect(self.look_for)

    @property
    def key(self) -> TokenKey | None:
        """None until a module is named."""
        from focalpoint_app.workflow.submitting.keys import TokenKey

        module = self.path.path
        if module is None:
            return None
        return TokenKey(module, self.pin.text() or None, self.holder.currentData())

    def check(self) -> bool:
        """Say under the field what is missing."""
        tr = self._session.catalogue
        module = self.path.path is None
        self._module.complain(tr("Choose the module.") if module else "")
        holder = self.holder.count() > 1 and self.holder.currentData() is None
        self._holder.complain(tr("Choose who signs.") if holder else "")
        return not module and not holder

    @property
    def is_complaining(self) -> bool:
        return bool(self._module.complaint or self._holder.complaint)

    def forget(self) -> None:
        self.pin.clear()

    def look_for(self) -> None:
        """List who can sign with what the module sees; problems are told here."""
        module = self.path.path
        if module is None or self.bar.is_busy:
            self.check()
            return
        self.notice.be_quiet()

        def work(_progress: Progress, _cancelled: Callable[[], bool]) -> object:
            from focalpoint_app.workflow.submitting.keys import tokens_at

            return module, tokens_at(module)

        words = self._session.catalogue("The card or token is read…")
        self.bar.run(words, work, self._show_found, self._fail)

    def retranslate(self, tr: Catalogue) -> None:
        self.notice.retranslate(tr)
        self.known.setItemText(self.known.count() - 1, tr("Another module…"))
        self._list(tr)

    def _offer_known(self) -> None:
        modules = known_modules()
        for name, path in modules:
            self.known.addItem(dotted(name, str(path)), path)
        self.known.addItem("", None)
        self._known.setVisible(bool(modules))
        if modules:
            self._take_known()

    def _take_known(self) -> None:
        """A known one needs no path field."""
        path = self.known.currentData()
        self._module.setVisible(path is None)
        self.path.show_path(path)

    def _show_found(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        module, found = answer
        if module != self.path.path:
            return  # Another one was named meanwhile.
        self._found = found
        self._list(self._session.catalogue)
        self._tell(self._session.catalogue)

    def _list(self, tr: Catalogue) -> None:
        chosen = self.holder.currentData()
        self.holder.clear()
        fit = [each for each in holders_of(self._found) if each.may_sign]
        if len(fit) > 1:
            self.holder.addItem(tr("Choose who signs."), None)
        for each in fit:
            self.holder.addItem(holder_words(each, tr), each.label)
        self.holder.setCurrentIndex(max(0, self.holder.findData(chosen)))
        self._holder.setVisible(bool(fit))

    def _tell(self, tr: Catalogue) -> None:
        """Whoever cannot sign, and a PIN that is nearly locked."""
        unfit = [each for each in holders_of(self._found) if not each.may_sign]
        near = [each.label for each in self._found if each.pin == "final_try"]
        if not unfit and not near and self.holder.count():
            return

        def lines(tr: Catalogue) -> tuple[str, ...]:
            said = [
                tr("{holder} cannot sign with it today.", holder=holder_words(each, tr))
                for each in unfit
            ]
            said += [
                tr("One more wrong PIN locks {token}.", token=isolate(label))
                for label in near
            ]
            if not self._found or not self.holder.count():
                said.append(tr("No certificate that can sign was found."))
            return tuple(said)

        self.notice.tell(Mood.CARE, lines, tr)

    def _fail(self, error: AppError) -> None:
        self.notice.show_error(error, self._session.catalogue)

    def _forget_found(self) -> None:
        self._found = ()
        self.notice.be_quiet()
        self._list(self._session.catalogue)

    def _ask(self) -> Path | None:
        tr = self._session.catalogue
        pattern = pattern_of(tr("Modules"), ".so", ".dll", ".dylib")
        return self._dialogs.to_open(self, tr("Choose the module"), pattern)
