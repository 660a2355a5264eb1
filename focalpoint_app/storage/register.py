"""What the State's reviews share, and the list of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from focalpoint_app.domain.author import Author
from focalpoint_app.domain.letterhead import Letterhead
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.domain.review import Review
from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.domain.source import Source
from focalpoint_app.storage import letterheads, people, reviews, sign_off, sources
from focalpoint_app.storage.answers import history
from focalpoint_app.storage.database import Database


class Register:
    """The State's profile, people, letterhead, sign-off lines, reviews and sources."""

    def __init__(self, database: Database) -> None:
        self._database = database

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

    def letterhead(self) -> Letterhead | None:
        with self._database.reading() as connection:
            return letterheads.read_letterhead(connection)

    def save_letterhead(self, letterhead: Letterhead | None) -> None:
        """None takes it away."""
        with self._database.writing() as connection:
            letterheads.write_letterhead(connection, letterhead)

    def marking(self) -> str:
        """A national marking such as *restricted*; empty where there is none."""
        with self._database.reading() as connection:
            return letterheads.read_marking(connection)

    def save_marking(self, marking: str) -> None:
        with self._database.writing() as connection:
            letterheads.write_marking(connection, marking)

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

    def written_questions(
        self, review_id: str, author: str | None = None, since: datetime | None = None
    ) -> frozenset[str]:
        """Whose answers this author wrote in, or anybody from then on."""
        with self._database.reading() as connection:
            return history.questions_written(connection, review_id, author, since)

    def sources(self) -> tuple[Source, ...]:
        with self._database.reading() as connection:
            return sources.read_sources(connection)

    def save_source(self, source: Source) -> None:
        self.save_sources((source,))

    def save_sources(self, written: Sequence[Source]) -> None:
        """All of them, new ones and known ones, or none."""
        with self._database.writing() as connection:
            sources.write_sources(connection, written)

    def delete_source(self, source_id: str) -> None:
        """Refused with ``source.cited`` while an answer cites it."""
        with self._database.writing() as connection:
            sources.delete_source(connection, source_id)
