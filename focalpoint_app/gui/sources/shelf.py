"""The list of sources: searched, filtered, each row saying how often it is cited."""

from __future__ import annotations

from collections import Counter

from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.gui.controls.buttons import IconButton
from focalpoint_app.gui.controls.shelf import Shelf
from focalpoint_app.gui.questionnaire.citing import KINDS, in_order, source_words
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.isolates import isolate

_UNCITED = "uncited"


class SourceShelf(Shelf):
    """``wanted`` is a kind, ``uncited``, or empty for all."""

    def __init__(self, session: Session) -> None:
        printing = IconButton("print")
        super().__init__(printing)
        self._session = session
        self.print = printing
        self.print.clicked.connect(self._print)

    def fill(self) -> str:
        tr, desk = self._session.catalogue, self._session.desk
        cited, holds = self._citations(), self.sought()
        for source in in_order(desk.sources.values(), tr):
            if self._fits(source, cited) and holds(_texts(source)):
                words = source_words(source, tr)
                self.add_row(source.id, words, _head(source, cited[source.id], tr))
        if desk.sources:
            return tr("No source matches.")
        return tr("No source yet. Laws cited in answers are listed here.")

    def retranslate(self, tr: Catalogue) -> None:
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search sources"))
        self.list.setAccessibleName(tr("Sources"))
        self.add.setText(tr("New source"))
        self.print.name_it(tr("Print the list of sources…"))
        kinds = [(kind.value, tr(words)) for kind, words in KINDS.items()]
        uncited = (_UNCITED, tr("Not cited"))
        self.offer(tr("Filter"), tr("All sources"), [*kinds, uncited])
        if self.isVisible():  # Elsewhere ``enter`` of the place lists them anew.
            self.refresh()

    def _fits(self, source: Source, cited: Counter[str]) -> bool:
        if self.wanted == _UNCITED:
            return cited[source.id] == 0
        return self.wanted in ("", source.kind.value)

    def _citations(self) -> Counter[str]:
        answers = self._session.desk.answers.values()
        return Counter(cite.source for answer in answers for cite in answer.cites)

    def _print(self) -> None:
        from focalpoint_app.gui.documents.document_dialog import DocumentDialog
        from focalpoint_app.gui.documents.document_form import SOURCES

        DocumentDialog(self._session, SOURCES, self.window()).show()


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
