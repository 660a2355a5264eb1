"""The search index made anew from what the tables say."""

from __future__ import annotations

from sqlalchemy import Connection, update

from focalpoint_app.domain.content import Content, FieldKey
from focalpoint_app.domain.hit import HitKind
from focalpoint_app.domain.questionnaire_data import questionnaire_from_data
from focalpoint_app.storage import notes, reviews, sources
from focalpoint_app.storage.answers import working
from focalpoint_app.storage.answers.keys import in_chunks
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.schema import fields, search_entries
from focalpoint_app.storage.search.indexing import (
    Entry,
    field_entry,
    field_text,
    folded_words,
    index,
    source_text,
)

_CHUNK = 500
"""Fields in one transaction: nobody else writes meanwhile."""


def reindex(database: Database) -> None:
    """For a file that nobody else has open."""
    with database.writing() as connection:
        connection.execute(search_entries.delete())
        connection.exec_driver_sql(
            "INSERT INTO search_index (search_index) VALUES ('delete-all')"
        )
        known = reviews.read_reviews(connection)
        shared = sources.read_sources(connection)
        index(
            connection,
            {Entry("", HitKind.SOURCE, each.id): source_text(each) for each in shared},
        )
    for review in known:
        _index_review(database, review.id)


def _index_review(database: Database, review: str) -> None:
    with database.writing() as connection:
        _index_questions(connection, review)
        _index_notes(connection, review)
        contents = tuple(working.read(connection, review).items())
    for some in in_chunks(contents, _CHUNK):
        with database.writing() as connection:
            index(connection, _texts(review, dict(some)))
    with database.writing() as connection:
        mine = update(fields).where(fields.c.review == review)
        connection.execute(mine.values(is_indexed=True))


def _index_questions(connection: Connection, review: str) -> None:
    form = questionnaire_from_data(reviews.read_questionnaire(connection, review))
    texts = {
        Entry(review, HitKind.QUESTION, question, language=language): folded_words(said)
        for (question, language), said in reviews.question_texts(form).items()
    }
    index(connection, texts)


def _index_notes(connection: Connection, review: str) -> None:
    texts = {
        Entry(review, HitKind.NOTE, note.question, item=note.id): folded_words(
            note.text
        )
        for note in notes.read_notes(connection, review, None)
    }
    index(connection, texts)


def _texts(review: str, contents: dict[FieldKey, Content]) -> dict[Entry, str]:
    return {
        field_entry(review, key): field_text(key, content)
        for key, content in contents.items()
    }
