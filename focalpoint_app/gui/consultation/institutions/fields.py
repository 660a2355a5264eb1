"""All that is kept of an institution, as fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QWidget,
)

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.stakeholder import (
    Addressee,
    Category,
    Liaison,
    Route,
    Stakeholder,
)
from focalpoint_app.gui.controls.abreast import Abreast
from focalpoint_app.gui.controls.form import FormRow
from focalpoint_app.gui.controls.line_field import LineField
from focalpoint_app.gui.controls.options import CheckOption
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.names import OFFICIAL_LANGUAGES, language_name
from focalpoint_app.language.stakeholder_words import AUDIENCES, CATEGORIES, ROUTES
from focalpoint_app.workflow.consultation.markings import national_markings
from focalpoint_app.workflow.consultation.stakeholders import LONGEST_NAME

_LINES: Mapping[str, str] = {
    "name": N_("Institution or group"),
    "office": N_("Office of the addressee"),
    "protocol_title": N_("Protocol title"),
    "holder": N_("Present holder of the office"),
    "liaison": N_("Liaison officer"),
    "telephone": N_("Telephone"),
    "email": N_("E-mail"),
}
_NAMES = ("office", "protocol_title", "holder", "liaison", "telephone", "email")
"""Lines that an anonymous contributor has not."""
_BOXES: Mapping[str, str] = {
    "category": N_("Category"),
    "language": N_("Language of letters and forms"),
    "route": N_("Channel of letters"),
    "audience": N_("May see draft answers for"),
    "marking": N_("Highest marking it may read"),
}
_ROWS = (
    ("name",),
    ("category", "language"),
    ("office",),
    ("protocol_title", "holder"),
    ("liaison",),
    ("telephone", "email"),
    ("route",),
    ("audience", "marking"),
)


class InstitutionFields(QWidget):
    """Signals:
    changed: a field was left, or another entry chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines = {name: LineField() for name in _LINES}
        self.boxes = {name: QComboBox() for name in _BOXES}
        self.anonymous = CheckOption()
        self._rows = {
            name: FormRow(field) for name, field in (self.lines | self.boxes).items()
        }
        self._stakeholder: Stakeholder | None = None
        self._offer()
        self._build()

    def _offer(self) -> None:
        for name, keys in {
            "category": [each.value for each in Category],
            "language": list(OFFICIAL_LANGUAGES),
            "route": [each.value for each in Route],
            "audience": ["", *(each.value for each in Confidentiality)],
            "marking": ["", *(each.id for each in national_markings().known)],
        }.items():
            for key in keys:
                self.boxes[name].addItem("", key)

    def _build(self) -> None:
        rows = (tuple(self._rows[name] for name in names) for names in _ROWS)
        first = (self.anonymous,)  # To be read before a name is written.
        self.setLayout(Abreast(first, *rows))
        for line in self.lines.values():
            line.setMaxLength(LONGEST_NAME)
            line.editingFinished.connect(self._leave)
        for box in self.boxes.values():
            box.activated.connect(self.changed)
        for name in ("telephone", "email"):
            self.lines[name].setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.anonymous.clicked.connect(self._hide_names)
        self.anonymous.clicked.connect(self.changed)
        self.anonymous.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.anonymous and event.type() == QEvent.Type.FocusOut:
            self.changed.emit()
        return super().eventFilter(watched, event)

    def show_stakeholder(self, shown: Stakeholder, *, is_new: bool) -> None:
        """Only a new one can become anonymous: a name that was kept stays known."""
        self._stakeholder = shown
        office, officer = shown.addressee, shown.liaison
        texts = {
            "name": shown.name,
            "office": office.office,
            "protocol_title": office.protocol_title,
            "holder": office.holder,
            "liaison": officer.name,
            "telephone": officer.telephone,
            "email": officer.email,
        }
        for name, text in texts.items():
            self.lines[name].setText(text)
            self.lines[name].setCursorPosition(0)
        choices = {
            "category": shown.category.value,
            "language": shown.language,
            "route": shown.route.value,
            "audience": shown.audience.value if shown.audience else "",
            "marking": shown.marking,
        }
        for name, key in choices.items():
            self._choose(name, key)
        self.anonymous.setChecked(shown.is_anonymous)
        self.anonymous.setEnabled(is_new)
        self._hide_names()

    @property
    def stakeholder(self) -> Stakeholder | None:
        """What stands in the fields; None before anything was shown."""
        if self._stakeholder is None:
            return None
        chosen = {name: str(box.currentData()) for name, box in self.boxes.items()}
        typed = {name: line.text().strip() for name, line in self.lines.items()}
        audience = chosen["audience"]
        return replace(
            self._stakeholder,
            name=typed["name"],
            category=Category(chosen["category"]),
            addressee=Addressee(
                typed["office"], typed["protocol_title"], typed["holder"]
            ),
            liaison=Liaison(typed["liaison"], typed["telephone"], typed["email"]),
            route=Route(chosen["route"]),
            language=chosen["language"],
            is_anonymous=self.anonymous.isChecked(),
            audience=Confidentiality(audience) if audience else None,
            marking=chosen["marking"],
        )

    def retranslate(self, tr: Catalogue) -> None:
        for name, words in {**_LINES, **_BOXES}.items():
            self._rows[name].say(tr(words))
        self.anonymous.setText(
            tr("Anonymous: no name of it enters the file, only a code")
        )
        for words_of, name in (
            (CATEGORIES, "category"), (ROUTES, "route"), (AUDIENCES, "audience"),
        ):  # fmt: skip
            self._say(name, {key: tr(words) for key, words in words_of.items()})
        self._say("audience", {"": tr("As its category")})
        known = national_markings()
        marks = {each.id: known.printed(each.id, tr.language) for each in known.known}
        self._say("marking", {"": tr("None"), **marks})
        self._say("language", {tag: language_name(tag) for tag in OFFICIAL_LANGUAGES})

    def _say(self, name: str, words: Mapping[str, str]) -> None:
        box = self.boxes[name]
        for key, text in words.items():
            at = box.findData(key)
            if at >= 0:
                box.setItemText(at, text)

    def _choose(self, name: str, key: str) -> None:
        """A marking of the State's own, or a seventh language, is an entry too."""
        box = self.boxes[name]
        at = box.findData(key)
        if at < 0:
            box.addItem(language_name(key) if name == "language" else key, key)
            at = box.count() - 1
        box.setCurrentIndex(at)

    def _leave(self) -> None:
        """Whoever goes from a name to the tick may not want it kept at all."""
        if QApplication.focusWidget() is not self.anonymous:
            self.changed.emit()

    def _hide_names(self) -> None:
        named = not self.anonymous.isChecked()
        for name in _NAMES:
            self._rows[name].setVisible(named)
        self.lines["name"].setEnabled(named)
