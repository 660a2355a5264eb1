"""Rounds and their requests, the late ones marked, each row leading to its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from focalpoint_app.domain.reminder import Stage, last_date
from focalpoint_app.gui.consultation.stages import (
    MARKS,
    STAGES,
    share_words,
    stage_words,
)
from focalpoint_app.gui.controls.rows import MARK
from focalpoint_app.gui.controls.shelf import Shelf
from focalpoint_app.gui.questionnaire.contributions.words import institution_name
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.workflow.consultation.following import Followed

_REMIND = "remind"


class RequestShelf(Shelf):
    """``wanted`` is a stage, ``remind`` for those to be written to, or empty."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._followed: tuple[Followed, ...] = ()

    def show_followed(self, followed: tuple[Followed, ...]) -> None:
        self._followed = followed
        self.refresh()

    def fill(self) -> str:
        tr, holds = self._session.catalogue, self.sought()
        kept = [
            each
            for each in self._followed
            if self._fits(each) and holds((each.stakeholder.name, each.round.name))
        ]
        for _, group in groupby(kept, key=lambda each: each.round.id):
            self._add_round(list(group), tr)
        if self._followed:
            return tr("No request is like this.")
        return tr("Nobody was asked yet. Put a first round together.")

    def retranslate(self, tr: Catalogue) -> None:
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search requests"))
        self.list.setAccessibleName(tr("Requests"))
        self.add.setText(tr("New round"))
        stages = [(stage.value, tr(words)) for stage, words in STAGES.items()]
        due = (_REMIND, tr("To be reminded"))
        self.offer(tr("Filter"), tr("All requests"), [due, *stages])
        self.refresh()

    def _fits(self, each: Followed) -> bool:
        if self.wanted == _REMIND:
            return each.next is not None
        return self.wanted in ("", each.state.stage.value)

    def _add_round(self, requests: Sequence[Followed], tr: Catalogue) -> None:
        """A heading, which is read and not chosen, and its requests."""
        self.add_row("", requests[0].round.name, _answered(requests, tr))
        for each in requests:
            name = institution_name(each.stakeholder, tr)
            row = self.add_row(each.id, name, _head(each, tr))
            row.setData(MARK, MARKS[each.state.stage])


def _answered(requests: Sequence[Followed], tr: Catalogue) -> str:
    stages = [each.state.stage for each in requests if each.withdrawal is None]
    if not stages:
        return tr("Every request of this round is withdrawn")
    done = stages.count(Stage.ANSWERED)
    return tr.counted(
        "{done} of {n} request answered",
        "{done} of {n} requests answered",
        len(stages),
        done=done,
    )


def _head(each: Followed, tr: Catalogue) -> str:
    """How it stands, or until when where that is open; how much is answered."""
    due = last_date(each.sent, each.reminders)
    if each.state.stage is Stage.ASKED and due:
        standing = tr("due on {date}", date=written_date(due, tr.language))
    else:
        standing = stage_words(each.state, tr)
    return " · ".join((standing, share_words(each.state, tr)))
