"""Tables of the workspace file; text keys, no types that only SQLite has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.storage.types import JsonText, PlainText, UtcTime

APPLICATION_ID = 0x46435054
"""``FCPT``, in the file's header (PRAGMA application_id)."""

SCHEMA_VERSION = 12
"""What this program reads and writes (PRAGMA user_version)."""

metadata = MetaData()

TEXTS = Sequence[str]
BY_LANGUAGE = Mapping[str, str]
DATA = Mapping[str, Any]


def _field_columns() -> tuple[Column[str], ...]:
    return (
        Column("question", PlainText, nullable=False),
        Column("field", PlainText, nullable=False),
        Column("language", PlainText, nullable=False),
        Column("item", PlainText, nullable=False),
    )


def _review_column() -> Column[str]:
    return Column("review", PlainText, ForeignKey("reviews.id"), nullable=False)


meta = Table(
    "meta",
    metadata,
    Column("name", PlainText, primary_key=True),
    Column("value", PlainText, nullable=False),
)

profile = Table(
    "profile",
    metadata,
    Column("state", PlainText, primary_key=True),
    Column("content", JsonText(StateProfile), nullable=False),
)

authors = Table(
    "authors",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("name", PlainText, nullable=False),
    Column("role", PlainText, nullable=False),
    Column("institution", PlainText, nullable=False),
)

reviews = Table(
    "reviews",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("questionnaire", PlainText, nullable=False),
    Column("version", PlainText, nullable=False),
    Column("cluster", Integer, nullable=False),
    Column("parts", JsonText(TEXTS), nullable=False),
    Column("languages", JsonText(TEXTS), nullable=False),
    Column("start", PlainText),
)

questionnaires = Table(
    "questionnaires",
    metadata,
    Column("review", PlainText, ForeignKey("reviews.id"), primary_key=True),
    Column("structure", PlainText, nullable=False),
    Column("content", Text, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("kind", PlainText, nullable=False),
    Column("title", JsonText(BY_LANGUAGE), nullable=False),
    Column("number", PlainText, nullable=False),
    Column("year", Integer),
    Column("date", PlainText, nullable=False),
    Column("date_printed", PlainText, nullable=False),
    Column("gazette_number", PlainText, nullable=False),
    Column("gazette_date", PlainText, nullable=False),
    Column("article_word", PlainText, nullable=False),
    Column("amendments", PlainText, nullable=False),
    Column("territory", PlainText, nullable=False),
    Column("url", PlainText, nullable=False),
    Column("sherloc", PlainText, nullable=False),
)

fields = Table(
    "fields",
    metadata,
    _review_column(),
    *_field_columns(),
    Column("content", JsonText),
    Column("time", UtcTime, nullable=False),
    Column("author", PlainText, ForeignKey("authors.id"), nullable=False),
    Column("base", PlainText),
    Column("is_sealed", Boolean, nullable=False),
    Column("is_indexed", Boolean, nullable=False),
    PrimaryKeyConstraint("review", "question", "field", "language", "item"),
    Index("fields_by_seal", "review", "is_sealed"),
    Index("fields_by_index", "review", "is_indexed"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("id", PlainText, primary_key=True),
    _review_column(),
    *_field_columns(),
    Column("author", PlainText, ForeignKey("authors.id"), nullable=False),
    Column("time", UtcTime, nullable=False),
    Column("salt", PlainText, nullable=False),
    Column("content", JsonText),
    Column("content_digest", PlainText, nullable=False),
    Column("digest", PlainText, nullable=False),
    Column("is_expunged", Boolean, nullable=False),
    Index("revisions_by_field", "review", "question", "field", "language", "item"),
)

revision_parents = Table(
    "revision_parents",
    metadata,
    Column("revision", PlainText, ForeignKey("revisions.id"), primary_key=True),
    Column("parent", PlainText, ForeignKey("revisions.id"), primary_key=True),
    Index("revision_parents_by_parent", "parent"),
)

chain = Table(
    "chain",
    metadata,
    Column("review", PlainText, ForeignKey("reviews.id"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("kind", PlainText, nullable=False),
    Column("subject", PlainText, nullable=False),
    Column("digest", PlainText, nullable=False),
    Column("previous", PlainText, nullable=False),
    Column("hash", PlainText, nullable=False),
)

clearances = Table(
    "clearances",
    metadata,
    Column("id", PlainText, primary_key=True),
    _review_column(),
    Column("number", Integer, nullable=False),
    Column("parts", JsonText(TEXTS), nullable=False),
    Column("time", UtcTime, nullable=False),
    Column("author", PlainText, ForeignKey("authors.id"), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("digest", PlainText, nullable=False),
    UniqueConstraint("review", "number"),
)

letterhead = Table(
    "letterhead",
    metadata,
    Column("state", PlainText, primary_key=True),
    Column("lines", JsonText(TEXTS), nullable=False),
    Column("picture", LargeBinary),
    Column("language", PlainText),
)

evidence = Table(
    "evidence",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("clearance", PlainText, ForeignKey("clearances.id"), nullable=False),
    Column("name", PlainText, nullable=False),
    Column("media_type", PlainText, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("time", UtcTime, nullable=False),
    Column("author", PlainText, ForeignKey("authors.id"), nullable=False),
    Column("verdict", PlainText, nullable=False),
    Index("evidence_by_clearance", "clearance"),
)

acts = Table(
    "acts",
    metadata,
    Column("id", PlainText, primary_key=True),
    _review_column(),
    Column("kind", PlainText, nullable=False),
    Column("subject", PlainText, nullable=False),
    Column("author", PlainText, ForeignKey("authors.id"), nullable=False),
    Column("time", UtcTime, nullable=False),
    Column("details", JsonText(DATA), nullable=False),
    Column("digest", PlainText, nullable=False),
    Index("acts_by_review", "review"),
)

openings = Table(
    "openings",
    metadata,
    Column("act", PlainText, ForeignKey("acts.id"), primary_key=True),
    _review_column(),
    Column("edition", PlainText, nullable=False),
    Column("file", PlainText, nullable=False),
    Column("salt", PlainText, nullable=False),
)

steps = Table(
    "steps",
    metadata,
    Column("id", PlainText, primary_key=True),
    _review_column(),
    Column("position", Integer),  # null while an import is being prepared
    Column("name", PlainText, nullable=False),
    Column("question", PlainText, nullable=False),
    Column("is_done", Boolean, nullable=False),
    Index("steps_by_position", "review", "position"),
)

step_changes = Table(
    "step_changes",
    metadata,
    Column("step", PlainText, ForeignKey("steps.id"), primary_key=True),
    Column("chunk", Integer, primary_key=True, autoincrement=False),
    Column("changes", JsonText, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    Column("id", PlainText, primary_key=True),
    _review_column(),
    Column("question", PlainText, nullable=False),
    Column("author", PlainText, ForeignKey("authors.id"), nullable=False),
    Column("time", UtcTime, nullable=False),
    Column("text", PlainText, nullable=False),
    Index("notes_by_question", "review", "question"),
)

batches = Table(
    "batches",
    metadata,
    Column("id", PlainText, primary_key=True),
    _review_column(),
    Column("author", PlainText, ForeignKey("authors.id"), nullable=False),
    Column("time", UtcTime, nullable=False),
    Column("step", PlainText),  # listed when the batch is published
    Column("is_published", Boolean, nullable=False),
)

staged = Table(
    "staged",
    metadata,
    Column("batch", PlainText, ForeignKey("batches.id"), nullable=False),
    *_field_columns(),
    Column("content", JsonText),
    PrimaryKeyConstraint("batch", "question", "field", "language", "item"),
)

search_entries = Table(
    "search_entries",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("review", PlainText, nullable=False),  # empty for sources
    Column("kind", PlainText, nullable=False),
    Column("subject", PlainText, nullable=False),
    Column("field", PlainText, nullable=False),
    Column("language", PlainText, nullable=False),
    Column("item", PlainText, nullable=False),
    UniqueConstraint("review", "kind", "subject", "field", "language", "item"),
)
