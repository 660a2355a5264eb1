"""The window's language: one catalogue, switched while the window stands."""

from __future__ import annotations

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QObject,
    Qt,
    QTimer,
    QTranslator,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.digits import Digits

_LOCALES = {"ar": "ar_001"}  # QLocale("ar") writes Arabic-Indic digits, ar_001 0-9.

_SOON = 400
"""ms: before anyone can have opened a dialog after switching."""


class Translator(QObject):
    """Holds the catalogue; whoever shows words has ``retranslate(tr)``.

    Signals:
        changed: the language is another one now; the shell calls
            ``retranslate`` on what it shows.
    """

    changed = Signal()

    def __init__(self, language: str, digits: Digits = Digits.LATIN) -> None:
        super().__init__()
        self._digits = digits
        self._known = {language: Catalogue(language, digits)}
        self._dialogs = QTranslator(self)
        self.catalogue = self._known[language]
        self._later = QTimer(self, singleShot=True, interval=_SOON)
        self._later.timeout.connect(self._tell_qt)
        self._tell_qt()

    @property
    def language(self) -> str:
        return self.catalogue.language

    @property
    def direction(self) -> Qt.LayoutDirection:
        if self.catalogue.is_rtl:
            return Qt.LayoutDirection.RightToLeft
        return Qt.LayoutDirection.LeftToRight

    @property
    def locale(self) -> QLocale:
        """For the top widget: ``QLocale.setDefault`` reaches no living one."""
        return QLocale(_LOCALES.get(self.language, self.language))

    def speak(self, language: str) -> None:
        if language == self.language:
            return
        if language not in self._known:
            self._known[language] = Catalogue(language, self._digits)
        self.catalogue = self._known[language]
        QLocale.setDefault(self.locale)
        self._later.start()
        self.changed.emit()

    def _tell_qt(self) -> None:
        """Qt's own dialogs speak Qt's translations.

        Every widget is told of it, which the window's switch should not wait for.
        """
        QLocale.setDefault(self.locale)
        QApplication.removeTranslator(self._dialogs)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._dialogs.load(self.locale, "qtbase", "_", folder):
            QApplication.installTranslator(self._dialogs)
        # Qt takes it from its own translations, where it finds any.
        QGuiApplication.setLayoutDirection(self.direction)
