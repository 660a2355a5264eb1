"""The list of sources: searched, filtered, each row saying how often it is cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidgetItem, QVBoxLayout

from focalpoint_app.domain.search_text import folded
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.gui.controls.buttons import ChoiceMenu, IconButton, push_button
from focalpoint_app.gui.controls.labels import soft_label
from focalpoint_app.gui.controls.rows import HEAD, RowList
from focalpoint_app.gui.controls.surfaces import Ground
from focalpoint_app.gui.questionnaire.citing import KINDS, source_words
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate

_ID = Qt.ItemDataRole.UserRole
_UNCITED = "uncited"


class Shelf(Ground):
    """Signals:
    chosen: the id of a source.
    new: one more is to be described.
    """

    chosen = Signal(str)
    new = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("card")
        self._session = session
        self._filter = ""
        self.search = QLineEdit()
        self.menu = ChoiceMenu("filter")
        self.list = RowList()
        self.print = IconButton("print")
        self.add = push_button(primary=True)
        self._none = soft_label(wrap=True)
        self._build()
        self.search.textChanged.connect(lambda _text: self.refresh())
        self.menu.chosen.connect(self.filter_by)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.add.clicked.connect(self.new)
        self.print.clicked.connect(self._print)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.menu)
        line.addStretch(1)
        line.addWidget(self.print)
        line.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addLayout(line)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        self.search.setClearButtonEnabled(True)
        self.setMinimumWidth(290)

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the sources listed, in order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(str(item.data(_ID)) for item in items)

    def show_source(self, source: str) -> None:
        """Select its row without choosing it again."""
        for row, each in enumerate(self.ids):
            if each == source:
                self.list.setCurrentRow(row)
                return
        self.list.setCurrentRow(-1)

    def filter_by(self, key: str) -> None:
        """A kind, ``uncited``, or empty for all."""
        self._filter = key
        self.menu.show_choice(key)
        self.refresh()

    def refresh(self) -> None:
        tr, desk = self._session.catalogue, self._session.desk
        current = self.list.currentItem()
        chosen = str(current.data(_ID)) if current is not None else ""
        cited = self._citations()
        keeps = self._keeps(cited)
        self.list.clear()
        for source in desk.sources.values():
            if keeps(source):
                self._add(source, cited[source.id], tr)
        self._none.setText(
            tr("No source matches.")
            if desk.sources
            else tr("No source yet. Laws cited in answers are listed here.")
        )
        self._none.setVisible(self.list.count() == 0)
        self.show_source(chosen)

    def retranslate(self, tr: Catalogue) -> None:
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search sources"))
        self.list.setAccessibleName(tr("Sources"))
        self.add.setText(tr("New source"))
        self.print.name_it(tr("Print the list of sources…"))
        kinds = [(kind.value, tr(words)) for kind, words in KINDS.items()]
        self.menu.offer(
            tr("Filter"),
            [("", tr("All sources")), *kinds, (_UNCITED, tr("Not cited"))],
        )
        self.menu.show_choice(self._filter)
        if self.isVisible():  # Elsewhere ``enter`` of the place lists them anew.
            self.refresh()

    def _keeps(self, cited: Counter[str]) -> Callable[[Source], bool]:
        wanted = folded(self.search.text().strip()).split()

        def keep(source: Source) -> bool:
            if self._filter == _UNCITED:
                fits = cited[source.id] == 0
            else:
                fits = self._filter in ("", source.kind.value)
            text = folded(" ".join(_texts(source)))
            return fits and all(word in text for word in wanted)

        return keep

    def _add(self, source: Source, cited: int, tr: Catalogue) -> None:
        item = QListWidgetItem(source_words(source, tr), self.list)
        item.setData(_ID, source.id)
        item.setData(HEAD, _head(source, cited, tr))

    def _citations(self) -> Counter[str]:
        answers = self._session.desk.answers.values()
        return Counter(cite.source for answer in answers for cite in answer.cites)

    def _print(self) -> None:
        from focalpoint_app.gui.documents.document_dialog import DocumentDialog
        from focalpoint_app.gui.documents.document_form import SOURCES

        DocumentDialog(self._session, SOURCES, self.window()).show()

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(_ID)))


def _head(source: Source, cited: int, tr: Catalogue) -> str:
    """Kind, number and year as printed, and how often it is cited."""
    kind = tr(KINDS[SourceKind(source.kind)])
    year = "" if source.year is None else str(source.year)
    if year in source.number:
        year = ""
    times = tr.counted("cited once", "cited {n} times", cited) if cited else ""
    parts = (kind, isolate(source.number), year, times or tr("not cited"))
    return " · ".join(part for part in parts if part)


def _texts(source: Source) -> tuple[str, ...]:
    year = "" if source.year is None else str(source.year)
    return (*source.title.values(), source.number, year, source.gazette_number)
