"""What each filter of the contents keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial

from focalpoint_app.domain.facts import Standing
from focalpoint_app.domain.questionnaire import Obligation, Question
from focalpoint_app.gui.judge import Judge
from focalpoint_app.gui.questionnaire.heard import Heard
from focalpoint_app.gui.session import Session
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

Keep = Callable[[Question], bool]

FILTERS: Mapping[str, str] = {
    "": N_("All questions"),
    "unanswered": N_("Not answered"),
    "mandatory": N_("Mandatory"),
    "problems": N_("With problems"),
    "heard": N_("With contributions"),
    "mine": N_("Written in by me"),
    "week": N_("Changed in the last 7 days"),
    "cleared": N_("Changed since the last clearance"),
    "skipped": N_("Skipped"),
}
_WEEK = timedelta(days=7)


class Filters:
    """Asked anew at each use: who writes and what is written changes."""

    def __init__(self, session: Session, judge: Judge, heard: Heard) -> None:
        self._session = session
        self._judge = judge
        self._heard = heard

    @staticmethod
    def entries(tr: Catalogue) -> list[tuple[str, str]]:
        """Keys with their words."""
        return [(key, tr(words)) for key, words in FILTERS.items()]

    def keep(self, key: str) -> Keep:
        desk = self._session.desk
        plain: Mapping[str, Keep] = {
            "": lambda _: True,
            "unanswered": lambda each: not desk.answer(each.id).counts,
            "mandatory": lambda each: each.obligation is Obligation.MANDATORY,
            "problems": lambda each: self._any(each.id, self._judge.by_question),
            "heard": lambda each: self._heard.around(each.id) > 0,
            "skipped": lambda each: desk.standing(each.id) is Standing.SKIPPED,
        }
        if key in plain:
            return plain[key]
        nothing: frozenset[str] = frozenset()
        written = self._session.read(partial(self._written, key), nothing)
        return lambda each: self._any(each.id, written)

    def _written(self, key: str) -> frozenset[str]:
        from focalpoint_app.workflow.consultation.heard import (
            last_clearance,
            written_by,
            written_since,
        )

        desk = self._session.desk
        if key == "mine":
            return written_by(desk, desk.author.id)
        since = last_clearance(desk) if key == "cleared" else desk.clock() - _WEEK
        return written_since(desk, since) if since is not None else frozenset()

    def _any(self, question: str, among: Mapping[str, object] | frozenset[str]) -> bool:
        """The question or anything that hangs on it."""
        children = self._session.desk.questionnaire.companions.get(question, ())
        return question in among or any(
            self._any(child.id, among) for child in children
        )
