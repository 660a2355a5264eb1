"""From an empty file to version 1: every table, guard and index."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)

from focalpoint_app.storage.guards import guard_statements


def upgrade(op: Operations) -> None:
    _workspace_tables(op)
    _content_tables(op)
    _sealed_tables(op)
    _passing_tables(op)
    for statement in guard_statements():
        op.execute(statement)


def _field_columns() -> tuple[Column[str], ...]:
    names = ("question", "field", "language", "item")
    return tuple(Column(name, Text, nullable=False) for name in names)


def _review_column() -> Column[str]:
    return Column("review", Text, ForeignKey("reviews.id"), nullable=False)


def _workspace_tables(op: Operations) -> None:
    op.create_table(
        "meta",
        Column("name", Text, primary_key=True),
        Column("value", Text, nullable=False),
    )
    op.create_table(
        "profile",
        Column("state", Text, primary_key=True),
        Column("content", Text, nullable=False),
    )
    op.create_table(
        "authors",
        Column("id", Text, primary_key=True),
        Column("name", Text, nullable=False),
        Column("role", Text, nullable=False),
        Column("institution", Text, nullable=False),
    )
    op.create_table(
        "reviews",
        Column("id", Text, primary_key=True),
        Column("questionnaire", Text, nullable=False),
        Column("version", Text, nullable=False),
        Column("cluster", Integer, nullable=False),
        Column("parts", Text, nullable=False),
        Column("languages", Text, nullable=False),
        Column("start", Text),
    )
    op.create_table(
        "questionnaires",
        Column("review", Text, ForeignKey("reviews.id"), primary_key=True),
        Column("structure", Text, nullable=False),
        Column("content", Text, nullable=False),
    )


def _content_tables(op: Operations) -> None:
    op.create_table(
        "sources",
        Column("id", Text, primary_key=True),
        Column("kind", Text, nullable=False),
        Column("title", Text, nullable=False),
        Column("number", Text, nullable=False),
        Column("year", Integer),
        Column("date", Text, nullable=False),
        Column("date_printed", Text, nullable=False),
        Column("gazette_number", Text, nullable=False),
        Column("gazette_date", Text, nullable=False),
        Column("article_word", Text, nullable=False),
        Column("amendments", Text, nullable=False),
        Column("territory", Text, nullable=False),
        Column("url", Text, nullable=False),
        Column("sherloc", Text, nullable=False),
    )
    op.create_table(
        "fields",
        _review_column(),
        *_field_columns(),
        Column("content", Text),
        Column("time", Text, nullable=False),
        Column("author", Text, ForeignKey("authors.id"), nullable=False),
        Column("base", Text),
        Column("is_sealed", Boolean, nullable=False),
        Column("is_indexed", Boolean, nullable=False),
        PrimaryKeyConstraint("review", "question", "field", "language", "item"),
    )
    op.create_index("fields_by_seal", "fields", ["review", "is_sealed"])
    op.create_index("fields_by_index", "fields", ["review", "is_indexed"])
    op.create_table(
        "notes",
        Column("id", Text, primary_key=True),
        _review_column(),
        Column("question", Text, nullable=False),
        Column("author", Text, ForeignKey("authors.id"), nullable=False),
        Column("time", Text, nullable=False),
        Column("text", Text, nullable=False),
    )
    op.create_index("notes_by_question", "notes", ["review", "question"])


def _sealed_tables(op: Operations) -> None:
    op.create_table(
        "revisions",
        Column("id", Text, primary_key=True),
        _review_column(),
        *_field_columns(),
        Column("author", Text, ForeignKey("authors.id"), nullable=False),
        Column("time", Text, nullable=False),
        Column("salt", Text, nullable=False),
        Column("content", Text),
        Column("content_digest", Text, nullable=False),
        Column("digest", Text, nullable=False),
        Column("is_expunged", Boolean, nullable=False),
    )
    op.create_index(
        "revisions_by_field",
        "revisions",
        ["review", "question", "field", "language", "item"],
    )
    op.create_table(
        "revision_parents",
        Column("revision", Text, ForeignKey("revisions.id"), primary_key=True),
        Column("parent", Text, ForeignKey("revisions.id"), primary_key=True),
    )
    op.create_index("revision_parents_by_parent", "revision_parents", ["parent"])
    op.create_table(
        "chain",
        Column("review", Text, ForeignKey("reviews.id"), primary_key=True),
        Column("seq", Integer, primary_key=True, autoincrement=False),
        Column("kind", Text, nullable=False),
        Column("subject", Text, nullable=False),
        Column("digest", Text, nullable=False),
        Column("previous", Text, nullable=False),
        Column("hash", Text, nullable=False),
    )
    op.create_table(
        "clearances",
        Column("id", Text, primary_key=True),
        _review_column(),
        Column("number", Integer, nullable=False),
        Column("parts", Text, nullable=False),
        Column("time", Text, nullable=False),
        Column("author", Text, ForeignKey("authors.id"), nullable=False),
        Column("content", LargeBinary, nullable=False),
        Column("digest", Text, nullable=False),
        UniqueConstraint("review", "number"),
    )


def _passing_tables(op: Operations) -> None:
    op.create_table(
        "steps",
        Column("id", Text, primary_key=True),
        _review_column(),
        Column("position", Integer),
        Column("name", Text, nullable=False),
        Column("question", Text, nullable=False),
        Column("is_done", Boolean, nullable=False),
    )
    op.create_index("steps_by_position", "steps", ["review", "position"])
    op.create_table(
        "step_changes",
        Column("step", Text, ForeignKey("steps.id"), primary_key=True),
        Column("chunk", Integer, primary_key=True, autoincrement=False),
        Column("changes", Text, nullable=False),
    )
    op.create_table(
        "batches",
        Column("id", Text, primary_key=True),
        _review_column(),
        Column("author", Text, ForeignKey("authors.id"), nullable=False),
        Column("time", Text, nullable=False),
        Column("step", Text),
        Column("is_published", Boolean, nullable=False),
    )
    op.create_table(
        "staged",
        Column("batch", Text, ForeignKey("batches.id"), nullable=False),
        *_field_columns(),
        Column("content", Text),
        PrimaryKeyConstraint("batch", "question", "field", "language", "item"),
    )
    op.create_table(
        "search_entries",
        Column("id", Integer, primary_key=True, autoincrement=False),
        Column("review", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("subject", Text, nullable=False),
        Column("field", Text, nullable=False),
        Column("language", Text, nullable=False),
        Column("item", Text, nullable=False),
        UniqueConstraint("review", "kind", "subject", "field", "language", "item"),
    )
