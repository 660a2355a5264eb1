"""Menus of who may read a text, and how it is marked nationally."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.gui.words import AUDIENCES
from focalpoint_app.language.catalogue import Catalogue


def add_audiences(
    menu: QMenu,
    tr: Catalogue,
    now: Confidentiality,
    chosen: Callable[[Confidentiality], None],
) -> None:
    entries = [(key.value, tr(words)) for key, words in AUDIENCES.items()]
    title = tr("Who may read it")
    _add(menu, (title, now.value), entries, lambda key: chosen(Confidentiality(key)))


def add_markings(
    menu: QMenu, tr: Catalogue, now: str, chosen: Callable[[str], None]
) -> None:
    """The national ones; one that nobody here knows stays as it is called."""
    from focalpoint_app.workflow.consultation.markings import national_markings

    known = national_markings()
    entries = [("", tr("No marking"))]
    entries += [(e.id, known.printed(e.id, tr.language)) for e in known.known]
    rank = known.rank(now)
    current = known.known[rank - 1].id if 0 < rank <= len(known.known) else now
    if current not in dict(entries):
        entries.append((current, current))
    _add(menu, (tr("National marking"), current), entries, chosen)


def _add(
    menu: QMenu,
    title_and_choice: tuple[str, str],
    entries: Sequence[tuple[str, str]],
    chosen: Callable[[str], None],
) -> None:
    title, current = title_and_choice
    under = menu.addMenu(title)
    group = QActionGroup(under)
    for key, words in entries:
        action = QAction(words.replace("&", "&&"), under, checkable=True)
        action.setChecked(key == current)
        action.setData(key)
        group.addAction(action)
        under.addAction(action)
    group.triggered.connect(lambda action: chosen(str(action.data())))
