"""The rarer things to do with a contribution: copied, read by whom, marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.gui.questionnaire.level_menus import add_audiences, add_markings
from focalpoint_app.gui.session import Session

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.voices import Voice


def voice_menu(
    session: Session,
    voice: Voice,
    copy: Callable[[], None],
    mark: Callable[[Confidentiality, str], None],
) -> QMenu:
    """``mark`` gets the audience and the marking that it is to have."""
    tr, given = session.catalogue, voice.contribution
    menu = QMenu()
    menu.addAction(tr("Copy the text")).triggered.connect(lambda: copy())
    add_audiences(
        menu, tr, given.audience, lambda audience: mark(audience, given.marking)
    )
    add_markings(menu, tr, given.marking, lambda to: mark(given.audience, to))
    return menu
