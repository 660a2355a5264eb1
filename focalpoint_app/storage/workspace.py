"""The workspace: one open file, every method a short transaction."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from focalpoint_app.domain.author import Author
from focalpoint_app.domain.canonical import utc_text
from focalpoint_app.domain.clearance import Clearance
from focalpoint_app.domain.content import Change, Content, FieldKey, Step
from focalpoint_app.domain.hit import Hit
from focalpoint_app.domain.note import Note
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.domain.questionnaire_data import questionnaire_from_data
from focalpoint_app.domain.review import Review
from focalpoint_app.domain.revision import Revision
from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.domain.source import Source
from focalpoint_app.domain.undo import Redone, StepEvent, StepRecord, Undone
from focalpoint_app.storage import (
    checking,
    clearances,
    history,
    notes,
    opening,
    people,
    publishing,
    reviews,
    sealing,
    sign_off,
    sources,
    steps,
    working,
)
from focalpoint_app.storage.backup import backup
from focalpoint_app.storage.checking import Problem
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.held import Held, take_for_reading, take_for_writing
from focalpoint_app.storage.keys import in_chunks
from focalpoint_app.storage.place import Judge, place_of, refuse_risky
from focalpoint_app.storage.publishing import Publication
from focalpoint_app.storage.searching import QuestionTexts, Search, search


class Workspace:
    """Made by ``create`` and ``open`` only; ``path`` is the file.

    Any thread may call; writers take turns.  Expected errors of any method:
    ``workspace.busy``, ``workspace.damaged``, ``workspace.read_only``,
    ``workspace.unwritable``, ``disk.full``, ``text.forbidden_character``,
    ``text.too_long``.  After them nothing is half written and the workspace
    goes on working.
    """

    def __init__(self, path: Path, held: Held) -> None:
        self.path = path
        self._held = held
        self._database = held.database
        self._publishing = threading.Lock()
        self._texts: dict[str, QuestionTexts] = {}

    @classmethod
    def create(
        cls,
        path: Path,
        profile: StateProfile,
        at: datetime,
        holder: str = "",
        judge: Judge = place_of,
    ) -> Self:
        """Make a new file and open it for writing.

        Raises:
            AppError: ``file.exists``, ``file.unwritable``, ``disk.full``,
                ``workspace.on_network``, ``workspace.in_synchronised_folder``.
        """

        def fill(database: Database) -> None:
            with database.writing() as connection:
                people.write_profile(connection, profile)
                people.write_meta(connection, "workspace", str(uuid.uuid4()))
                people.write_meta(connection, "created", utc_text(at))

        opening.refuse_taken(path)
        refuse_risky(judge(path), path)
        opening.create_file(path, fill)
        return cls.open(path, writing=True, holder=holder, judge=judge)

    @classmethod
    def open(
        cls, path: Path, *, writing: bool, holder: str = "", judge: Judge = place_of
    ) -> Self:
        """``holder``: the name another program is told while we write.

        Raises:
            AppError: ``workspace.not_found``, ``.unreadable``, ``.foreign``,
                ``.damaged`` or ``.newer``; for writing also ``.read_only``,
                ``.on_network``, ``.in_synchronised_folder`` or
                ``.already_open``.  The file is then as it was, to the byte.
        """
        if writing:
            return cls(path, take_for_writing(path, holder, judge))
        return cls(path, take_for_reading(path))

    @property
    def is_writing(self) -> bool:
        return self._database.is_writing

    def close(self) -> None:
        """One file without companions remains; nothing may be called after."""
        self._held.close()

    # The State and its people

    def profile(self) -> StateProfile:
        with self._database.reading() as connection:
            return people.read_profile(connection)

    def save_profile(self, profile: StateProfile) -> None:
        with self._database.writing() as connection:
            people.write_profile(connection, profile)

    def authors(self) -> tuple[Author, ...]:
        """By name."""
        with self._database.reading() as connection:
            return people.read_authors(connection)

    def save_author(self, author: Author) -> None:
        with self._database.writing() as connection:
            people.write_author(connection, author)

    def current_author(self) -> Author | None:
        with self._database.reading() as connection:
            return people.read_current(connection)

    def set_current_author(self, author_id: str) -> None:
        with self._database.writing() as connection:
            people.write_current(connection, author_id)

    def sign_off(self) -> tuple[SignLine, ...] | None:
        """None until lines were saved; no lines at all is a choice too."""
        with self._database.reading() as connection:
            return sign_off.read_sign_off(connection)

    def save_sign_off(self, lines: tuple[SignLine, ...]) -> None:
        with self._database.writing() as connection:
            sign_off.write_sign_off(connection, lines)

    # Reviews and sources

    def reviews(self) -> tuple[Review, ...]:
        with self._database.reading() as connection:
            return reviews.read_reviews(connection)

    def add_review(self, review: Review, questionnaire: Mapping[str, Any]) -> None:
        """``questionnaire``: JSON values, all texts included; pinned as they are."""
        with self._database.writing() as connection:
            reviews.add_review(connection, review, questionnaire)

    def questionnaire_data(self, review_id: str) -> dict[str, Any]:
        """As ``add_review`` was given it; ``review.unknown`` where there is none."""
        with self._database.reading() as connection:
            return reviews.read_questionnaire(connection, review_id)

    def sources(self) -> tuple[Source, ...]:
        with self._database.reading() as connection:
            return sources.read_sources(connection)

    def save_source(self, source: Source) -> None:
        with self._database.writing() as connection:
            sources.write_sources(connection, (source,))

    def delete_source(self, source_id: str) -> None:
        """Refused with ``source.cited`` while an answer cites it."""
        with self._database.writing() as connection:
            sources.delete_source(connection, source_id)

    # Working text and undo

    def fields(self, review_id: str) -> dict[FieldKey, Content]:
        """All working contents; a cleared field is not among them."""
        with self._database.reading() as connection:
            return working.read(connection, review_id)

    def save(
        self,
        review_id: str,
        changes: Sequence[Change],
        author_id: str,
        at: datetime,
        event: StepEvent | None = None,
    ) -> None:
        """The autosave: durable when it returns, with its undo event or not at all.

        A ``Step`` already recorded under its id is replaced (typing grows one).
        """
        if len(changes) > publishing.CHUNK:
            self._publish(Publication(review_id, author_id, at, tuple(changes), event))
            return
        written = working.Written(review_id, author_id, at)
        contents = {change.key: change.after for change in changes}
        with self._database.writing() as connection:
            working.save(connection, written, contents)
            if event is not None:
                steps.apply(connection, review_id, event)

    def publish(
        self,
        review_id: str,
        step: Step,
        new_sources: Sequence[Source],
        author_id: str,
        at: datetime,
    ) -> None:
        """A large import as one undoable step: all of it is seen at once, or none.

        For a worker thread: prepared aside, so that no autosave waits 10 ms for it.
        """
        changes, added = step.changes, tuple(new_sources)
        self._publish(Publication(review_id, author_id, at, changes, step, added))

    def record_step(self, review_id: str, step: Step) -> None:
        """As the newest; steps that were undone can no longer be redone."""
        with self._database.writing() as connection:
            steps.record(connection, review_id, step)

    def replace_last_step(self, review_id: str, step: Step) -> None:
        """``step`` has the id of the last one."""
        self.record_step(review_id, step)

    def mark_undone(self, step_id: str) -> None:
        with self._database.writing() as connection:
            steps.mark(connection, Undone(step_id))

    def mark_redone(self, step_id: str) -> None:
        with self._database.writing() as connection:
            steps.mark(connection, Redone(step_id))

    def undo_steps(self, review_id: str) -> tuple[StepRecord, ...]:
        """The last 500, newest last."""
        with self._database.reading() as connection:
            return steps.read(connection, review_id)

    # Sealed history

    def seal(
        self, review_id: str, keys: Sequence[FieldKey] | None, at: datetime
    ) -> tuple[Revision, ...]:
        """Seal these fields, or all unsealed ones; each revision is its writer's.

        Those made come back; a field that says what its head says makes none.
        """
        if keys is None:
            with self._database.reading() as connection:
                keys = sealing.unsealed(connection, review_id)
        made: list[Revision] = []
        for some in in_chunks(keys, sealing.CHUNK):
            with self._database.writing_briefly() as connection:
                made.extend(sealing.seal(connection, review_id, some, at))
        return tuple(made)

    def history(self, review_id: str, key: FieldKey) -> tuple[Revision, ...]:
        """Oldest first: parents before children."""
        with self._database.reading() as connection:
            return history.of_field(connection, review_id, key)

    def revision(self, revision_id: str) -> Revision:
        """``revision.unknown`` where there is none."""
        with self._database.reading() as connection:
            return history.one(connection, revision_id)

    def heads(self, review_id: str) -> dict[FieldKey, str]:
        """The digest of each field's newest revision."""
        with self._database.reading() as connection:
            return history.heads(connection, review_id)

    def add_clearance(self, clearance: Clearance) -> None:
        with self._database.writing() as connection:
            clearances.add_clearance(connection, clearance)

    def clearances(self, review_id: str) -> tuple[Clearance, ...]:
        """By number."""
        with self._database.reading() as connection:
            return clearances.read_clearances(connection, review_id)

    def verify_chain(self, review_id: str) -> tuple[Problem, ...]:
        """What was changed or removed in the sealed past; empty where it is whole."""
        with self._database.reading() as connection:
            return tuple(checking.problems(connection, review_id))

    # Notes

    def notes(self, review_id: str, question: str | None = None) -> tuple[Note, ...]:
        """Oldest first; of every question where none is named."""
        with self._database.reading() as connection:
            return notes.read_notes(connection, review_id, question)

    def add_note(self, review_id: str, note: Note) -> None:
        with self._database.writing() as connection:
            notes.add_note(connection, review_id, note)

    def delete_note(self, review_id: str, note_id: str) -> None:
        with self._database.writing() as connection:
            notes.delete_note(connection, review_id, note_id)

    # The whole

    def search(self, review_id: str, query: str, limit: int = 50) -> tuple[Hit, ...]:
        """All words, the last as a beginning; questions, answers, sources, notes."""
        wanted = Search.of(review_id, query, limit)
        questions = self._question_texts(review_id)
        with self._database.reading() as connection:
            return search(connection, wanted, questions)

    def backup(self, target: Path) -> None:
        """A complete copy in ``target``'s place, while others go on saving."""
        backup(self._database, target)

    def _publish(self, publication: Publication) -> None:
        with self._publishing:
            publishing.publish(self._database, publication)

    def _question_texts(self, review_id: str) -> QuestionTexts:
        if review_id not in self._texts:  # Pinned, so it never changes.
            form = questionnaire_from_data(self.questionnaire_data(review_id))
            self._texts[review_id] = reviews.question_texts(form)
        return self._texts[review_id]
