"""The desk: an open review, who writes in it, and all they can do with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from focalpoint_app.domain.author import Author
from focalpoint_app.domain.clearance import Clearance
from focalpoint_app.domain.consultation import Standing
from focalpoint_app.domain.content import Change, Field, FieldKey, Step
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.hit import Hit
from focalpoint_app.domain.note import Note
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.domain.questionnaire import Kind
from focalpoint_app.domain.revision import Revision
from focalpoint_app.domain.source import Source, cleaned_source
from focalpoint_app.domain.text import clean_text
from focalpoint_app.domain.undo import Redone, StepEvent, Undone
from focalpoint_app.storage.errors import put_off
from focalpoint_app.workflow.review.answering import Answering
from focalpoint_app.workflow.review.fieldbook import FieldBook

if TYPE_CHECKING:
    from focalpoint_app.workflow.consultation.inputs import Inputs

_PUT_ASIDE = frozenset({"workspace.put_aside", "workspace.log_aside"})
"""What was saved in a copy that somebody took away waits beside where it lay."""


class Desk(Answering):
    """Call it from one thread, the one that opened it.

    Long work (export, import) takes values from here and runs elsewhere.
    """

    notices: tuple[AppError, ...] = ()
    """What was found at opening and stops nothing: to be told."""

    _is_closed = False
    _inputs: Inputs | None = None

    @property
    def notice(self) -> AppError | None:
        """The first of them."""
        return next(iter(self.notices), None)

    def authors(self) -> tuple[Author, ...]:
        return self.workspace.authors()

    def write_as(self, author: Author) -> None:
        """Seal what the last one wrote; what follows is this author's."""
        self.seal()
        self.workspace.save_author(author)
        self.workspace.set_current_author(author.id)
        self.author = author

    def inputs(self) -> Mapping[str, tuple[Standing, ...]]:
        if self._inputs is None:
            from focalpoint_app.workflow.consultation.inputs import Inputs

            self._inputs = Inputs()
        return self._inputs.standings(self)

    def seal(self, question: str | None = None) -> None:
        """Make revisions of what differs from the last ones; of all, if None."""
        self.book.stop_growing()
        keys = None if question is None else tuple(self._sealable(question))
        self.workspace.seal(self.review.id, keys, self.clock())

    @property
    def undoable(self) -> Step | None:
        """The newest step that stands."""
        return self.workspace.undoable(self.review.id)

    @property
    def redoable(self) -> Step | None:
        """The oldest of the steps taken back since the last new one."""
        return self.workspace.redoable(self.review.id)

    def undo(self) -> Step | None:
        """Take the last step back and return it; None when there is none."""
        step = self.undoable
        if step is not None:
            changes = tuple(change.reversed for change in reversed(step.changes))
            self._redraw(changes, Undone(step.id))
        return step

    def redo(self) -> Step | None:
        step = self.redoable
        if step is not None:
            self._redraw(step.changes, Redone(step.id))
        return step

    def bare_step(self, name: str, question: str = "") -> Step:
        """One that changes no answer, by the name it is undone by."""
        self.book.stop_growing()
        first = next(iter(self.questionnaire.questions), "")
        return Step(self.new_id(), name, question or first, ())

    def history(self, question: str, language: str = "") -> tuple[Revision, ...]:
        """Sealed revisions of the answer's value in one language, newest first."""
        key = FieldKey(question, Field.VALUE, language)
        return tuple(reversed(self.workspace.history(self.review.id, key)))

    def histories(self, question: str) -> tuple[tuple[Revision, ...], ...]:
        """``history`` of each language or, for a table, of each row there ever was."""
        asked = self.questionnaire.questions[question]
        field = Field.ROW if asked.kind is Kind.TABLE else Field.VALUE
        found = self.workspace.histories(self.review.id, question, field)
        return tuple(tuple(reversed(line)) for line in found.values())

    def restore(self, question: str, revision: Revision) -> None:
        """Write an older content as today's; what stands now is sealed before."""
        if revision.expunged:
            raise AppError("revision.expunged")
        self.seal(question)
        self.put("restore", revision.key, revision.content)
        self.seal(question)

    def reread(self) -> None:
        """Take over what the file says, after it was changed past the book."""
        self.book = FieldBook(self.workspace, self.review.id, self.clock)
        self.refresh(tuple(self.questionnaire.questions))

    def notes(self, question: str) -> tuple[Note, ...]:
        return self.workspace.notes(self.review.id, question)

    def add_note(self, question: str, text: str) -> Note:
        note = Note(
            self.new_id(), question, self.author.id, self.clock(), clean_text(text)
        )
        self.workspace.add_note(self.review.id, note)
        return note

    def remove_note(self, note: str) -> None:
        self.workspace.delete_note(self.review.id, note)

    @property
    def sources(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.workspace.sources()}

    def save_source(self, source: Source) -> None:
        """Texts are cleaned as answers' are."""
        self.workspace.save_source(cleaned_source(source))

    def delete_source(self, source: str) -> None:
        """AppError ``source.cited`` while an answer rests on it."""
        self.workspace.delete_source(source)

    def citing(self, source: str) -> tuple[str, ...]:
        """Questions whose answers cite it, in the questionnaire's order."""
        cited = {
            question
            for question, answer in self.answers.items()
            if any(cite.source == source for cite in answer.cites)
        }
        return tuple(each for each in self.questionnaire.questions if each in cited)

    def save_profile(self, profile: StateProfile) -> None:
        self.workspace.save_profile(profile)
        self.profile = profile

    def search(self, text: str, limit: int = 50) -> tuple[Hit, ...]:
        return self.workspace.search(self.review.id, text, limit)

    def clearances(self) -> tuple[Clearance, ...]:
        return self.workspace.clearances(self.review.id)

    def close(self) -> None:
        """Seal, then leave one file without companions; a reader only leaves.

        On a full disk nothing is lost: sealing waits for the next closing.  What is
        closed already stays so.

        Raises:
            AppError: after closing, of a file on a share ``workspace.diverged``,
                ``workspace.not_put_back``; of one that was taken away meanwhile
                ``workspace.put_aside``, ``.log_aside``, ``.unwritable``.  Nothing is
                lost.
        """
        if self._is_closed:
            return
        self._is_closed = True
        try:
            self._close_file()
        except AppError as exc:
            if self.stay is None or exc.code not in _PUT_ASIDE:
                raise  # Else it is put beside the user's own file, and told so.
        diverged = None if self.stay is None else self.stay.end(self.clock())
        if diverged is not None:
            raise diverged

    def _close_file(self) -> None:
        with closing(self.workspace):
            if self.workspace.is_writing and not self.workspace.is_locked:
                with put_off():
                    self.seal()

    def _redraw(self, changes: tuple[Change, ...], event: StepEvent) -> None:
        self.book.stop_growing()
        changes = tuple(self._without_lost_sources(changes))
        self.book.apply(changes, self.author.id, event)
        self.refresh(tuple({change.key.question for change in changes}))

    def _without_lost_sources(self, changes: tuple[Change, ...]) -> Iterator[Change]:
        """A citation does not come back without the source it rests on."""
        known = self.sources
        for change in changes:
            content = change.after if change.key.field is Field.CITE else None
            lost = isinstance(content, Mapping) and content["source"] not in known
            yield replace(change, after=None) if lost else change

    def _sealable(self, question: str) -> list[FieldKey]:
        return list(self.book.of(question))
