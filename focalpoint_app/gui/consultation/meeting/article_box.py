"""The articles to choose from: short in the field, whole in its list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStyleOptionComboBox

_SHORT = Qt.ItemDataRole.UserRole + 1
_TITLE = Qt.ItemDataRole.UserRole + 2
_EDGES = 40  # pixels of the list beside its words


class ArticleBox(QComboBox):
    """Stands in a pane narrower than an article's title."""

    def __init__(self) -> None:
        super().__init__()
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(12)

    def add(self, article: str, words: tuple[str, str, str]) -> None:
        """Words: the instrument, the article's number, and its title if it has one."""
        instrument, number, title = words
        self.addItem(_line(*words), article)
        self.setItemData(self.count() - 1, number, _SHORT)
        self.setItemData(self.count() - 1, _line(instrument, title), _TITLE)

    @property
    def shown(self) -> str:
        """What the field itself says of the one chosen."""
        return str(self.currentData(_SHORT) or "")

    @property
    def title(self) -> str:
        """The rest of it: of which instrument, and about what."""
        return str(self.currentData(_TITLE) or "")

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentText = self.shown

    def showPopup(self) -> None:
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + _EDGES)
        super().showPopup()


def _line(*parts: str) -> str:
    return " · ".join(filter(None, parts))
