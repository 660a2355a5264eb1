"""Tables of the consultation: who is asked, what was sent, what came back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from focalpoint_app.domain.consultation import Flaw, Register, Respondent
from focalpoint_app.domain.stakeholder import Addressee, Liaison
from focalpoint_app.storage.schema import DATA, TEXTS
from focalpoint_app.storage.schema import metadata as metadata
from focalpoint_app.storage.types import JsonText, PlainText, UtcTime


def _review_column() -> Column[str]:
    return Column("review", PlainText, ForeignKey("reviews.id"), nullable=False)


def _author_columns() -> tuple[Column[str], Column[object]]:
    return (
        Column("author", PlainText, ForeignKey("authors.id"), nullable=False),
        Column("time", UtcTime, nullable=False),
    )


stakeholders = Table(
    "stakeholders",
    metadata,
    Column("id", PlainText, primary_key=True),
    Column("name", PlainText, nullable=False),
    Column("category", PlainText, nullable=False),
    Column("addressee", JsonText(Addressee), nullable=False),
    Column("liaison", JsonText(Liaison), nullable=False),
    Column("route", PlainText, nullable=False),
    Column("language", PlainText, nullable=False),
    Column("is_anonymous", Boolean, nullable=False),
    Column("audience", PlainText),
    Column("marking", PlainText, nullable=False),
)

rounds = Table(
    "rounds",
    metadata,
    Column("id", PlainText, primary_key=True),
    _review_column(),
    Column("name", PlainText, nullable=False),
    Column("letter", PlainText, nullable=False),
    Column("due", PlainText, nullable=False),
    Column("register", JsonText(Register), nullable=False),
    *_author_columns(),
    Index("rounds_by_review", "review"),
)

requests = Table(
    "requests",
    metadata,
    Column("id", PlainText, primary_key=True),
    _review_column(),
    Column("round", PlainText, ForeignKey("rounds.id"), nullable=False),
    Column("stakeholder", PlainText, ForeignKey("stakeholders.id"), nullable=False),
    Column("carrier", PlainText, nullable=False),
    Column("content", JsonText(DATA), nullable=False),
    Column("withheld", JsonText(TEXTS), nullable=False),
    *_author_columns(),
    Index("requests_by_review", "review"),
)

replies = Table(
    "replies",
    metadata,
    Column("id", PlainText, primary_key=True),
    _review_column(),
    Column("request", PlainText, nullable=False),  # empty for what came unasked
    Column("stakeholder", PlainText, ForeignKey("stakeholders.id"), nullable=False),
    Column("carrier", PlainText, nullable=False),
    Column("standing", PlainText, nullable=False),
    *_author_columns(),
    Column("file", PlainText, nullable=False),
    Column("digest", PlainText, nullable=False),
    Column("content", LargeBinary),  # the source file; null where it is not kept
    Column("respondent", JsonText(Respondent), nullable=False),
    Column("register", JsonText(Register), nullable=False),
    Column("seal_seen", Boolean, nullable=False),
    Column("transcribed_by", PlainText, nullable=False),
    Column("checked_by", PlainText, nullable=False),
    Column("unassigned", JsonText(TEXTS), nullable=False),
    Column("flaws", JsonText(Sequence[Flaw]), nullable=False),
    Column("salt", PlainText, nullable=False),
    Column("sealed", PlainText, nullable=False),
    Column("step", PlainText, nullable=False),
    Column("is_withdrawn", Boolean, nullable=False),
    Index("replies_by_review", "review"),
    Index("replies_by_step", "step"),
)

contributions = Table(
    "contributions",
    metadata,
    Column("id", PlainText, primary_key=True),  # ``reply/question``, so no index more
    _review_column(),
    Column("reply", PlainText, ForeignKey("replies.id"), nullable=False),
    Column("question", PlainText, nullable=False),
    Column("entry", Text),  # canonical JSON, made and checked before the write lock
    Column("traces", Text, nullable=False),
    Column("audience", PlainText, nullable=False),
    Column("marking", PlainText, nullable=False),
)

uses = Table(
    "uses",
    metadata,
    Column("id", PlainText, primary_key=True),
    _review_column(),
    Column("contribution", PlainText, ForeignKey("contributions.id"), nullable=False),
    Column("kind", PlainText, nullable=False),
    Column("reason", PlainText, nullable=False),
    *_author_columns(),
    Column("salt", PlainText, nullable=False),
    Column("sealed", PlainText, nullable=False),
    Column("step", PlainText, nullable=False),
    Column("is_withdrawn", Boolean, nullable=False),
    Index("uses_by_contribution", "contribution"),
    Index("uses_by_step", "step"),
)

use_revisions = Table(
    "use_revisions",
    metadata,
    Column("use", PlainText, ForeignKey("uses.id"), nullable=False),
    Column("revision", PlainText, ForeignKey("revisions.id"), nullable=False),
    PrimaryKeyConstraint("use", "revision"),
    Index("use_revisions_by_revision", "revision"),
)

cards = Table(
    "cards",
    metadata,
    Column("id", PlainText, primary_key=True),
    _review_column(),
    Column("kind", PlainText, nullable=False),
    Column("subject", JsonText(TEXTS), nullable=False),
    Column("base", JsonText),
    Column("first", JsonText),
    Column("second", JsonText),
    Column("merged", JsonText),
    Column("time", UtcTime, nullable=False),
    Column("is_settled", Boolean, nullable=False),
    Index("cards_by_review", "review", "is_settled"),
)

papers = Table(  # letters and minutes at work: what they bring is a reply, later
    "papers",
    metadata,
    Column("id", PlainText, primary_key=True),
    _review_column(),
    Column("kind", PlainText, nullable=False),
    Column("name", PlainText, nullable=False),
    Column("body", JsonText(DATA), nullable=False),
    Column("content", LargeBinary),  # the letter itself; null where it is not kept
    *_author_columns(),
    Index("papers_by_review", "review"),
)

signers = Table(  # whose keys signed the replies of packets
    "signers",
    metadata,
    Column("reply", PlainText, ForeignKey("replies.id"), primary_key=True),
    Column("signer", PlainText, nullable=False),
)

reminders = Table(  # and the letter that a minister signs
    "reminders",
    metadata,
    Column("id", PlainText, primary_key=True),
    _review_column(),
    Column("request", PlainText, ForeignKey("requests.id"), nullable=False),
    Column("step", PlainText, nullable=False),
    Column("until", PlainText, nullable=False),
    Column("register", JsonText(Register), nullable=False),
    *_author_columns(),
    Index("reminders_by_review", "review"),
)

withdrawals = Table(  # of requests that were sent in error
    "withdrawals",
    metadata,
    Column("id", PlainText, primary_key=True),
    _review_column(),
    Column("request", PlainText, ForeignKey("requests.id"), nullable=False),
    Column("reason", PlainText, nullable=False),
    *_author_columns(),
    Column("salt", PlainText, nullable=False),
    Column("sealed", PlainText, nullable=False),
    Column("step", PlainText, nullable=False),
    Column("is_undone", Boolean, nullable=False),
    Index("withdrawals_by_step", "step"),
)

suggested = Table(  # which suggestion an institution came from, whatever its name now
    "suggested",
    metadata,
    Column("stakeholder", PlainText, primary_key=True),
    Column("suggestion", PlainText, nullable=False),
)

judgements = Table(  # what a step changed of replies and contributions, for undoing
    "judgements",
    metadata,
    Column("step", PlainText, nullable=False),
    Column("kind", PlainText, nullable=False),
    Column("subject", PlainText, nullable=False),
    Column("before", JsonText(DATA), nullable=False),
    Column("after", JsonText(DATA), nullable=False),
    PrimaryKeyConstraint("step", "kind", "subject"),
)

earlier = Table(  # what has no revisions: digests of its columns as they were
    "earlier",
    metadata,
    Column("kind", PlainText, primary_key=True),
    Column("subject", PlainText, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("marks", JsonText, nullable=False),
)
