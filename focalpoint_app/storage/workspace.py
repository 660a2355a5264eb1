"""The workspace: one open file, every method a short transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Self

from focalpoint_app.domain.clearance import Clearance
from focalpoint_app.domain.content import Change, Content, Field, FieldKey, Step
from focalpoint_app.domain.contribution import Use
from focalpoint_app.domain.evidence import Evidence
from focalpoint_app.domain.hit import Hit
from focalpoint_app.domain.note import Note
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.domain.questionnaire_data import questionnaire_from_data
from focalpoint_app.domain.revision import Revision
from focalpoint_app.domain.source import Source
from focalpoint_app.domain.undo import StepEvent, StepRecord
from focalpoint_app.storage import clearances, evidences, notes, reviews
from focalpoint_app.storage.answers import (
    history,
    publishing,
    sealing,
    staging,
    steps,
    working,
)
from focalpoint_app.storage.answers.keys import in_chunks
from focalpoint_app.storage.answers.staging import Publication, Typed
from focalpoint_app.storage.ciphers.keyed import Keyed
from focalpoint_app.storage.consultation import using
from focalpoint_app.storage.file.held import (
    Held,
    Made,
    make,
    take_for_reading,
    take_for_writing,
)
from focalpoint_app.storage.file.place import Judge, place_of
from focalpoint_app.storage.log import checking
from focalpoint_app.storage.log.checking import Problem
from focalpoint_app.storage.search.searching import QuestionTexts, Search, search


class Workspace(Keyed):
    """Made by ``create`` and ``open`` only; ``path`` is the file.

    Any thread may call; writers take turns.  Expected errors of any method:
    ``workspace.busy``, ``workspace.damaged``, ``workspace.read_only``,
    ``workspace.unwritable``, ``disk.full``, ``text.forbidden_character``,
    ``text.too_long``.  After them nothing is half written and the workspace
    goes on working.
    """

    def __init__(self, path: Path, held: Held) -> None:
        super().__init__(path, held)
        self._typed = Typed()
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
        return cls.begin(path, Made(profile, at), holder, judge)

    @classmethod
    def begin(
        cls, path: Path, first: Made, holder: str = "", judge: Judge = place_of
    ) -> Self:
        """``create``, encrypted where ``first`` has a key."""
        make(path, first, judge)
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
        if len(changes) > staging.CHUNK:
            self._publish(Publication(review_id, author_id, at, tuple(changes), event))
            return
        written = working.Written(review_id, author_id, at)
        contents = {change.key: change.after for change in changes}
        with self._database.writing() as connection:
            working.save(connection, written, contents)
            if event is not None:
                steps.apply(connection, review_id, event)
            self._typed.note(contents)

    def use(self, step: Step, *used: Use) -> tuple[Revision, ...]:
        """Change an answer from contributions and note each; the revisions made."""
        with self._database.writing() as connection:
            made = using.use(connection, step, *used)
            self._typed.note(change.key for change in step.changes)
        return made

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

    def undo_steps(self, review_id: str) -> tuple[StepRecord, ...]:
        """The last 500, newest last."""
        with self._database.reading() as connection:
            return steps.read(connection, review_id)

    def undoable(self, review_id: str) -> Step | None:
        """The newest step that stands; cheap, unlike ``undo_steps``."""
        with self._database.reading() as connection:
            return steps.undoable(connection, review_id)

    def forget_steps(self, review_id: str) -> None:
        """Nothing done so far can be undone any more; history keeps it all."""
        with self._database.writing() as connection:
            known = steps.read(connection, review_id)
            steps.forget(connection, [record.step.id for record in known])

    def redoable(self, review_id: str) -> Step | None:
        """The oldest of the steps taken back since the last new one."""
        with self._database.reading() as connection:
            return steps.redoable(connection, review_id)

    # Sealed history

    def seal(
        self, review_id: str, keys: Sequence[FieldKey] | None, at: datetime
    ) -> tuple[Revision, ...]:
        """Seal these fields, or all unsealed ones; each revision is its writer's.

        Those made come back; a field that says what its head says makes none.
        """
        publishing.finish(self._database, self._typed)
        with self._database.reading() as connection:
            keys = sealing.unsealed(connection, review_id, keys)
        made: list[Revision] = []
        *earlier, last = tuple(in_chunks(keys, sealing.CHUNK)) or ((),)
        for some in earlier:
            with self._database.writing_briefly() as connection:
                made.extend(sealing.seal(connection, review_id, some, at))
        if last:
            with self._database.writing() as connection:  # Makes all of them durable.
                made.extend(sealing.seal(connection, review_id, last, at))
            self._database.fold_log()
        return tuple(made)

    def history(self, review_id: str, key: FieldKey) -> tuple[Revision, ...]:
        """Oldest first: parents before children."""
        with self._database.reading() as connection:
            return history.of_field(connection, review_id, key)

    def histories(
        self, review_id: str, question: str, field: Field
    ) -> dict[FieldKey, tuple[Revision, ...]]:
        """``history`` of each language or row of one question."""
        with self._database.reading() as connection:
            return history.of_question(connection, review_id, question, field)

    def revision(self, revision_id: str) -> Revision:
        """``revision.unknown`` where there is none."""
        with self._database.reading() as connection:
            return history.one(connection, revision_id)

    def revisions(self, revision_ids: Iterable[str]) -> Mapping[str, Revision]:
        """By id, read together; what is not known is left out."""
        with self._database.reading() as connection:
            return history.some(connection, revision_ids)

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

    def last_cleared(self, review_id: str) -> datetime | None:
        """When the newest clearance was made; none is read whole."""
        with self._database.reading() as connection:
            return clearances.last_time(connection, review_id)

    def add_evidence(self, evidence: Evidence, content: bytes) -> None:
        """Keep a scan beside its clearance."""
        with self._database.writing() as connection:
            evidences.add_evidence(connection, evidence, content)

    def evidence(self, clearance_id: str) -> tuple[Evidence, ...]:
        """Oldest first."""
        with self._database.reading() as connection:
            return evidences.read_evidence(connection, clearance_id)

    def evidence_content(self, evidence_id: str) -> bytes:
        """Byte for byte; ``evidence.unknown`` where there is none."""
        with self._database.reading() as connection:
            return evidences.read_content(connection, evidence_id)

    def delete_evidence(self, evidence_id: str, by: str, at: datetime) -> None:
        """``by``: an author's id."""
        with self._database.writing() as connection:
            evidences.delete_evidence(connection, evidence_id, (by, at))

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

    def _publish(self, publication: Publication) -> None:
        publishing.publish(self._database, publication, self._typed)

    def _question_texts(self, review_id: str) -> QuestionTexts:
        if review_id not in self._texts:  # Pinned, so it never changes.
            form = questionnaire_from_data(self.questionnaire_data(review_id))
            self._texts[review_id] = reviews.question_texts(form)
        return self._texts[review_id]
