"""Notes beside questions."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, delete, select

from focalpoint_app.domain.hit import HitKind
from focalpoint_app.domain.note import Note
from focalpoint_app.storage.joining.earlier import remembered
from focalpoint_app.storage.joining.entities import NOTE
from focalpoint_app.storage.schema import notes
from focalpoint_app.storage.search.indexing import Entry, folded_words, forget, index


def read_notes(
    connection: Connection, review: str, question: str | None
) -> tuple[Note, ...]:
    """Oldest first; of every question where ``question`` is None."""
    query = select(notes).where(notes.c.review == review)
    if question is not None:
        query = query.where(notes.c.question == question)
    rows = connection.execute(query.order_by(notes.c.time, notes.c.id))
    return tuple(_note_of(row) for row in rows)


def add_note(connection: Connection, review: str, note: Note) -> None:
    connection.execute(
        notes.insert().values(
            id=note.id,
            review=review,
            question=note.question,
            author=note.author,
            time=note.time,
            text=note.text,
        )
    )
    entry = Entry(review, HitKind.NOTE, note.question, item=note.id)
    index(connection, {entry: folded_words(note.text)})


def delete_note(connection: Connection, review: str, note_id: str) -> None:
    mine = (notes.c.review == review) & (notes.c.id == note_id)
    question = connection.scalar(select(notes.c.question).where(mine))
    if question is not None:
        with remembered(connection, NOTE, [note_id]):
            connection.execute(delete(notes).where(mine))
        forget(connection, HitKind.NOTE, question, note_id)


def _note_of(row: Row[Any]) -> Note:
    return Note(row.id, row.question, row.author, row.time, row.text)
