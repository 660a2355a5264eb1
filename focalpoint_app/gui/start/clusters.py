"""Which questionnaire: those that came with the program."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from focalpoint_app.gui.texts import in_language
from focalpoint_app.language.catalogue import Catalogue


class ClusterBox(QComboBox):
    def __init__(self) -> None:
        from focalpoint_app.workflow.review.shipped import (
            questionnaire_of,
            shipped_clusters,
        )

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
