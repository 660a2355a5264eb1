"""About the program: its version and licence, and all that it stands on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidgetItem, QVBoxLayout, QWidget

from focalpoint_app import __version__
from focalpoint_app.gui.controls.buttons import push_button
from focalpoint_app.gui.controls.labels import plain_label, soft_label, title_label
from focalpoint_app.gui.controls.rows import HEAD, RowList
from focalpoint_app.gui.controls.screens import size_on_screen
from focalpoint_app.gui.controls.sheet import beside
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.licences import licence_notices

_WIDTH, _HEIGHT = 560, 640


class About(QDialog):
    """Needs no review; what it lists is read from the notices that travel along."""

    def __init__(self, tr: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About Focal point"))
        size_on_screen(self, _WIDTH, _HEIGHT)
        name, version = title_label(), plain_label()
        name.setText(tr("Focal point"))
        version.setText(tr("Version {version}", version=__version__))
        licence = soft_label(wrap=True)
        licence.setText(
            tr(
                "Under the MIT licence. The libraries and fonts below are used"
                " unchanged, each under its own licence; their texts travel with the"
                " program."
            )
        )
        self.list = RowList()
        self.list.setAccessibleName(tr("Libraries and fonts"))
        self.list.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # All of it Latin.
        for each in licence_notices():
            item = QListWidgetItem(each.name, self.list)
            item.setData(HEAD, each.licence)
            words = f"{each.name}: {each.licence}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        close = push_button()
        close.setText(tr("Close"))
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 16)
        column.setSpacing(8)
        for widget in (name, version, licence):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addLayout(beside(close))
