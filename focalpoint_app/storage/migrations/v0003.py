"""From version 2 to 3: a consultation, its replies, and two files reconciled."""

from __future__ import annotations

from alembic.operations import Operations
from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
)

from focalpoint_app.storage.guards import consultation_guards


def upgrade(op: Operations) -> None:
    _asking(op)
    _answering(op)
    _using(op)
    for statement in consultation_guards():
        op.execute(statement)


def _id() -> Column[str]:
    return Column("id", Text, primary_key=True)


def _texts(*names: str) -> tuple[Column[str], ...]:
    return tuple(Column(name, Text, nullable=False) for name in names)


def _link(name: str, target: str) -> Column[str]:
    return Column(name, Text, ForeignKey(f"{target}.id"), nullable=False)


def _author_columns() -> tuple[Column[str], ...]:
    return (_link("author", "authors"), *_texts("time"))


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _asking(op: Operations) -> None:
    op.create_table(
        "stakeholders",
        _id(),
        *_texts("name", "category", "addressee", "liaison", "route", "language"),
        _flag("is_anonymous"),
        Column("audience", Text),
        *_texts("marking"),
    )
    op.create_table(
        "rounds",
        _id(),
        _link("review", "reviews"),
        *_texts("name", "letter", "due", "register"),
        *_author_columns(),
    )
    op.create_index("rounds_by_review", "rounds", ["review"])
    op.create_table(
        "requests",
        _id(),
        _link("review", "reviews"),
        _link("round", "rounds"),
        _link("stakeholder", "stakeholders"),
        *_texts("carrier", "content", "withheld"),
        *_author_columns(),
    )
    op.create_index("requests_by_review", "requests", ["review"])


def _answering(op: Operations) -> None:
    op.create_table(
        "replies",
        _id(),
        _link("review", "reviews"),
        *_texts("request"),
        _link("stakeholder", "stakeholders"),
        *_texts("carrier", "standing"),
        *_author_columns(),
        *_texts("file", "digest"),
        Column("content", LargeBinary),
        *_texts("respondent", "register"),
        _flag("seal_seen"),
        *_texts("transcribed_by", "checked_by", "unassigned", "flaws"),
        *_texts("salt", "sealed", "step"),
        _flag("is_withdrawn"),
    )
    op.create_index("replies_by_review", "replies", ["review"])
    op.create_index("replies_by_step", "replies", ["step"])
    op.create_table(
        "contributions",
        _id(),
        _link("review", "reviews"),
        _link("reply", "replies"),
        *_texts("question"),
        Column("entry", Text),
        *_texts("traces", "audience", "marking"),
    )
    op.create_index(
        "contributions_by_question", "contributions", ["review", "question"]
    )


def _using(op: Operations) -> None:
    op.create_table(
        "uses",
        _id(),
        _link("review", "reviews"),
        _link("contribution", "contributions"),
        *_texts("kind", "reason"),
        *_author_columns(),
        *_texts("salt", "sealed", "step"),
        _flag("is_withdrawn"),
    )
    op.create_index("uses_by_contribution", "uses", ["contribution"])
    op.create_index("uses_by_step", "uses", ["step"])
    op.create_table(
        "use_revisions",
        _link("use", "uses"),
        _link("revision", "revisions"),
        PrimaryKeyConstraint("use", "revision"),
    )
    op.create_index("use_revisions_by_revision", "use_revisions", ["revision"])
    op.create_table(
        "cards",
        _id(),
        _link("review", "reviews"),
        *_texts("kind", "subject"),
        *(Column(name, Text) for name in ("base", "first", "second", "merged")),
        *_texts("time"),
        _flag("is_settled"),
    )
    op.create_index("cards_by_review", "cards", ["review", "is_settled"])
