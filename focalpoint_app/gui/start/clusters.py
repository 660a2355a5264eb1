"""Which questionnaire: those that came with the program."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from focalpoint_app.gui.texts import in_language
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.platform.places import forms_folder


def shipped_clusters() -> tuple[int, ...]:
    names = (folder.name for folder in forms_folder().glob("cluster-*"))
    return tuple(sorted(int(name.removeprefix("cluster-")) for name in names))


class ClusterBox(QComboBox):
    def __init__(self) -> None:
        from focalpoint_app.workflow.opening import questionnaire_of

        super().__init__()
        self._titles = {
            cluster: questionnaire_of(cluster).title for cluster in shipped_clusters()
        }
        for cluster in self._titles:
            self.addItem("", cluster)

    @property
    def cluster(self) -> int:
        return int(self.currentData())

    def retranslate(self, tr: Catalogue) -> None:
        for position, title in enumerate(self._titles.values()):
            self.setItemText(position, in_language(title, tr.language))
