"""Passages of answers with where they come from, in the window's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from focalpoint_app.domain.content import Field, FieldKey
from focalpoint_app.gui.session import Session
from focalpoint_app.gui.tasks import Task
from focalpoint_app.gui.texts import dotted, listed
from focalpoint_app.language.catalogue import Catalogue

if TYPE_CHECKING:
    from focalpoint_app.domain.attribution import Origin, Span, Version

    Histories = tuple[tuple[Version, ...], ...]

AT_ONCE = 100_000
"""Letters of all versions together that are worked out while the window waits: some
40 ms; of more the worker makes no more than it needs."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of sentences of one origin, and that origin in words."""

    text: str
    origin: str
    is_contribution: bool


class OriginPassages:
    """Works out one thing at a time; what was asked before is forgotten."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._task: Task[tuple[Span, ...]] | None = None

    def forget(self) -> None:
        """Nobody waits any more for what was asked."""
        if self._task is not None:
            self._task.cancel()
        self._task = None

    def tell(
        self,
        question: str,
        languages: Iterable[str],
        done: Callable[[tuple[Passage, ...]], None],
    ) -> None:
        """Joined, each language's texts are the answer as it stands, blanks included.

        A long history is worked out by the worker: ``done`` hears of it later.
        """
        self.forget()
        histories = self._histories(question, languages)
        if letters_of(histories) <= AT_ONCE:
            done(self._passages(_attributed(histories)))
            return

        def heard(spans: tuple[Span, ...]) -> None:
            if self._task is task:
                done(self._session.read(lambda: self._passages(spans), ()))

        task = Task(lambda _progress, _cancelled: _attributed(histories), heard)
        self._task = self._session.runner.run(task)

    def _histories(self, question: str, languages: Iterable[str]) -> Histories:
        from focalpoint_app.workflow.consultation.attributing import versions_of

        keys = (FieldKey(question, Field.VALUE, each) for each in languages)
        return tuple(versions_of(self._session.desk, key) for key in keys)

    def _passages(self, spans: tuple[Span, ...]) -> tuple[Passage, ...]:
        from focalpoint_app.domain.attribution import contributors

        names = _names(self._session, contributors(spans))
        runs = groupby(spans, key=lambda each: each.origin)
        return tuple(
            Passage(_text(run), _words(origin, names, self._session.catalogue),
                    bool(origin.contribution))
            for origin, run in runs
        )  # fmt: skip


def _attributed(histories: Histories) -> tuple[Span, ...]:
    from focalpoint_app.domain.attribution import attributed

    return tuple(span for versions in histories for span in attributed(versions))


def letters_of(histories: Histories) -> int:
    return sum(len(each.text or "") for versions in histories for each in versions)


def _text(run: Iterable[Span]) -> str:
    return "".join(each.text for each in run)


def _names(session: Session, given: Iterable[str]) -> Mapping[str, str]:
    """Of authors and of those who made these contributions, by their ids."""
    from focalpoint_app.gui.questionnaire.contributions.words import institution_name
    from focalpoint_app.workflow.consultation.attributing import standing

    desk, tr = session.desk, session.catalogue
    found = {each.id: each.name for each in desk.authors()}
    institutions = {each.id: each for each in desk.workspace.stakeholders()}
    for each in standing(desk, given):
        found[each.id] = institution_name(institutions[each.stakeholder], tr)
    return found


def _words(origin: Origin, names: Mapping[str, str], tr: Catalogue) -> str:
    by = names.get(origin.author, "–")
    if not origin.contribution:
        words = tr("Written here by {author}", author=by)
    else:
        words = tr(
            "From {institution}, taken over by {author}",
            institution=listed([names.get(e, "–") for e in origin.contributions], tr),
            author=by,
        )
    editors = [names.get(each, "–") for each in origin.editors]
    if not editors:
        return words
    edited = tr("then changed by {authors}", authors=listed(editors, tr))
    return dotted(words, edited)
