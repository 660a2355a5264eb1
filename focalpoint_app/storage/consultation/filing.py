"""What a workspace files beside its consultations; every method a short transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from focalpoint_app.domain.content import Step
from focalpoint_app.domain.contribution import Withdrawal
from focalpoint_app.domain.paper import Paper, PaperKind
from focalpoint_app.domain.reminder import Arrived, Reminder
from focalpoint_app.storage.answers import steps
from focalpoint_app.storage.consultation import (
    papers,
    reminders,
    signers,
    withdrawals,
)
from focalpoint_app.storage.errors import put_off
from focalpoint_app.storage.register import Register


class Filing(Register):
    """Letters and meetings at work, reminders, requests that were withdrawn, and the
    keys that signed replies."""

    def papers(self, review_id: str, kind: PaperKind) -> tuple[Paper, ...]:
        """Newest first, without their files."""
        with self._database.reading() as connection:
            return papers.read_papers(connection, review_id, kind)

    def save_paper(self, written: Paper) -> None:
        """Made or replaced; the file kept with it stays."""
        with self._database.writing() as connection:
            papers.write_paper(connection, written)

    def keep_paper(self, written: Paper, content: bytes | None) -> bool:
        """Made or replaced together with its file; None forgets the file, and whatever
        the paper said before, in freed pages and the log too.  False where the disk
        does not let the log be emptied now: that is done when the file is closed.
        """
        with self._database.writing() as connection:
            if content is None:
                connection.exec_driver_sql("PRAGMA secure_delete = ON")
            papers.write_paper(connection, written)
            papers.keep_content(connection, written.id, content)
            connection.exec_driver_sql("PRAGMA secure_delete = OFF")
        if content is not None:
            return True
        is_emptied = False
        with put_off():
            self._database.empty_log()
            is_emptied = True
        return is_emptied

    def paper_content(self, paper: str) -> bytes:
        """The file byte for byte; ``reply.no_file`` where none was kept."""
        with self._database.reading() as connection:
            return papers.read_content(connection, paper)

    def delete_paper(self, paper: str) -> None:
        with self._database.writing() as connection:
            papers.delete_paper(connection, paper)

    def signers(self, review_id: str) -> Mapping[str, frozenset[str]]:
        """Stakeholder id to the keys of its replies that stand, in hex."""
        with self._database.reading() as connection:
            return signers.read_signers(connection, review_id)

    def keep_signers(self, signed: Sequence[tuple[str, str]]) -> None:
        """Reply ids with the key of each."""
        with self._database.writing() as connection:
            signers.add_signers(connection, signed)

    def reminders(self, review_id: str) -> tuple[Reminder, ...]:
        """Oldest first, of all requests."""
        with self._database.reading() as connection:
            return reminders.read_reminders(connection, review_id)

    def add_reminder(self, written: Reminder) -> None:
        with self._database.writing() as connection:
            reminders.add_reminder(connection, written)

    def delete_reminder(self, reminder: str) -> None:
        """Of a letter that was written and is not going to be sent."""
        with self._database.writing() as connection:
            reminders.delete_reminder(connection, reminder)

    def withdraw(self, written: Withdrawal, step: Step) -> None:
        """A request that was sent in error; ``step`` is listed for undoing."""
        with self._database.writing() as connection:
            steps.record(connection, written.review, step)
            withdrawals.add_withdrawal(connection, written)

    def withdrawals(self, review_id: str) -> tuple[Withdrawal, ...]:
        """Oldest first, without what was undone."""
        with self._database.reading() as connection:
            return withdrawals.read_withdrawals(connection, review_id)

    def arrived(self, review_id: str) -> tuple[Arrived, ...]:
        """Which questions were answered by whom; quicker than what was said."""
        with self._database.reading() as connection:
            return reminders.read_arrived(connection, review_id)
