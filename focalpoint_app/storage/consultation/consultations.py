"""What a workspace keeps of its consultations; every method a short transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from focalpoint_app.domain.consultation import Standing
from focalpoint_app.domain.content import Content, FieldKey, Step
from focalpoint_app.domain.contribution import (
    Contribution,
    Receipt,
    Round,
    Sent,
    Use,
)
from focalpoint_app.domain.reconciling import Card
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.storage import people
from focalpoint_app.storage.answers import steps, working
from focalpoint_app.storage.answers.keys import in_chunks
from focalpoint_app.storage.consultation import (
    contributions,
    judgements,
    replies,
    rounds,
    stakeholders,
    taking_back,
    uses,
)
from focalpoint_app.storage.consultation.filing import Filing
from focalpoint_app.storage.consultation.judgements import Judged
from focalpoint_app.storage.consultation.replies import PreparedReply
from focalpoint_app.storage.database import LONG_LOG
from focalpoint_app.storage.joining import joining, joining_entities, reconciling
from focalpoint_app.storage.joining.entities import CONTRIBUTION, REPLY
from focalpoint_app.storage.joining.joining import Outcome

_SECRET = "packet."


class Consultations(Filing):
    """Stakeholders, rounds, requests, replies, contributions and their use."""

    def stakeholders(self) -> tuple[Stakeholder, ...]:
        """By name."""
        with self._database.reading() as connection:
            return stakeholders.read_stakeholders(connection)

    def save_stakeholders(self, written: Sequence[Stakeholder]) -> None:
        """All or none; ``stakeholder.named_before``."""
        with self._database.writing() as connection:
            stakeholders.write_stakeholders(connection, written)

    def delete_stakeholder(self, stakeholder: str) -> None:
        """``stakeholder.asked`` while a letter or a reply is theirs."""
        with self._database.writing() as connection:
            stakeholders.delete_stakeholder(connection, stakeholder)

    def rounds(self, review_id: str) -> tuple[Round, ...]:
        """Oldest first."""
        with self._database.reading() as connection:
            return rounds.read_rounds(connection, review_id)

    def save_round(self, written: Round) -> None:
        with self._database.writing() as connection:
            rounds.write_round(connection, written)

    def add_request(self, sent: Sent) -> None:
        rows = [rounds.request_row(sent)]
        with self._database.writing() as connection:
            rounds.add_requests(connection, rows)

    def add_round(
        self, written: Round, sent: Sequence[Sent], asked: Sequence[Stakeholder] = ()
    ) -> None:
        """A round, all that was asked in it and who was ``asked``, or nothing of it."""
        rows = [rounds.request_row(each) for each in sent]
        with self._database.writing() as connection:
            stakeholders.write_stakeholders(connection, asked)
            rounds.write_round(connection, written)
            rounds.add_requests(connection, rows)

    def requests(self, review_id: str) -> tuple[Sent, ...]:
        """Oldest first."""
        with self._database.reading() as connection:
            return rounds.read_requests(connection, review_id)

    def request_owners(self, review_id: str) -> Mapping[str, str]:
        """Request id to the stakeholder whom it went to."""
        with self._database.reading() as connection:
            return rounds.read_owners(connection, review_id)

    def request(self, request_id: str) -> Sent:
        """``request.unknown`` where there is none."""
        with self._database.reading() as connection:
            return rounds.read_request(connection, request_id)

    def known_replies(self, review_id: str) -> Mapping[str, bool]:
        """Reply id to whether it was withdrawn."""
        with self._database.reading() as connection:
            return replies.known_replies(connection, review_id)

    def add_reply(self, reply: PreparedReply, step: Step | None = None) -> None:
        """Whole at once; on the disk with ``settle_replies``.

        ``step`` is listed for undoing with the first reply that it brings.
        """
        with self._database.writing_briefly(LONG_LOG) as connection:
            replies.add_reply(connection, reply)
            if step is not None:
                steps.record(connection, str(reply.receipt["review"]), step)

    def settle_replies(self, step: str) -> None:
        """All that the step brought is on the disk when this returns."""
        with self._database.writing() as connection:
            replies.settle(connection, step)
        self._database.fold_log()

    def bring_back(self, review_id: str, reply_id: str, step: Step) -> None:
        """A reply whose receipt was undone counts again."""
        with self._database.writing() as connection:
            taking_back.bring_back(connection, review_id, reply_id, step)

    def take_back(self, review_id: str, reply_ids: Sequence[str], step: Step) -> None:
        """Replies count no more, whatever was done since they came."""
        with self._database.writing() as connection:
            taking_back.take_back(connection, review_id, reply_ids, step)

    def judge(self, review_id: str, receipts: Sequence[Receipt], step: Step) -> None:
        """Write down their standing, letter and signatory anew; all of it or,
        ``reply.unknown``, none."""
        self.judge_together(review_id, Judged(step, receipts))

    def mark_contribution(
        self, review_id: str, marked: Contribution, step: Step
    ) -> None:
        """Write down its audience and its marking anew."""
        self.judge_together(review_id, Judged(step, (), (marked,)))

    def judge_together(self, review_id: str, judged: Judged) -> None:
        """Replies, contributions, and what answers say for it: all or none."""
        subjects = [each.id for each in judged.receipts]
        marks = [each.id for each in judged.marked]
        step = judged.step
        contents = {each.key: each.after for each in step.changes}
        with self._database.writing() as connection:
            if judged.written is not None:
                working.save(connection, judged.written, contents)
            steps.record(connection, review_id, step)
            with judgements.of_step(connection, step.id, REPLY, subjects):
                for each in judged.receipts:
                    replies.judge(connection, each)
            with judgements.of_step(connection, step.id, CONTRIBUTION, marks):
                for given in judged.marked:
                    contributions.mark_contribution(
                        connection, given.id, given.audience.value, given.marking
                    )

    def receipts(
        self, review_id: str, *, withdrawn: bool = False
    ) -> tuple[Receipt, ...]:
        """Oldest first."""
        with self._database.reading() as connection:
            return replies.read_receipts(connection, review_id, withdrawn=withdrawn)

    def reply_content(self, reply_id: str) -> bytes:
        """The source file byte for byte; ``reply.no_file``."""
        with self._database.reading() as connection:
            return replies.read_content(connection, reply_id)

    def contributions(
        self, review_id: str, question: str | None = None
    ) -> tuple[Contribution, ...]:
        """Of one question or of all, by question and then oldest first."""
        with self._database.reading() as connection:
            return contributions.read_contributions(connection, review_id, question)

    def contributions_of(self, reply_ids: Sequence[str]) -> tuple[Contribution, ...]:
        """Of these replies, reply by reply."""
        with self._database.reading() as connection:
            return contributions.read_contributions_of(connection, reply_ids)

    def contribution_counts(self, review_id: str) -> Mapping[str, int]:
        """Question id to how many contributions it has."""
        with self._database.reading() as connection:
            return contributions.count_by_question(connection, review_id)

    def reply_counts(self) -> Mapping[str, int]:
        """Reply id to how many questions it speaks to."""
        with self._database.reading() as connection:
            return contributions.count_by_reply(connection)

    def contribution(self, contribution_id: str) -> Contribution:
        """``contribution.unknown`` where there is none."""
        with self._database.reading() as connection:
            return contributions.read_contribution(connection, contribution_id)

    def marks(self, review_id: str) -> Mapping[str, tuple[str, str]]:
        """Contribution id to its audience and its marking."""
        with self._database.reading() as connection:
            return contributions.read_marks(connection, review_id)

    def uses(
        self, review_id: str, question: str | None = None, *, withdrawn: bool = False
    ) -> tuple[Use, ...]:
        """Oldest first, without what was undone; ``withdrawn``: only that."""
        with self._database.reading() as connection:
            return uses.read_uses(connection, review_id, question, withdrawn=withdrawn)

    def used_standings(self, review_id: str) -> Mapping[str, Mapping[str, Standing]]:
        """Question id to the contributions that entered its answer, how binding each
        is."""
        with self._database.reading() as connection:
            return uses.used_standings(connection, review_id)

    def revision_sources(self, review_id: str) -> Mapping[str, list[str]]:
        """Revision id to the contributions that went into it."""
        with self._database.reading() as connection:
            return uses.revision_sources(connection, review_id)

    def add_use(self, use: Use, step: Step | None = None) -> None:
        """One that changes no answer; ``step`` is listed for undoing."""
        with self._database.writing() as connection:
            if step is not None:
                steps.record(connection, use.review, step)
            uses.add_use(connection, use)

    def join(self, other: Consultations, review_id: str, at: datetime) -> Outcome:
        """Take in what another file of this review holds; it is left as it is."""
        return joining.join(self._database, other._database, review_id, at)

    def cards(self, review_id: str) -> tuple[Card, ...]:
        """Conflicts of two files that nobody has settled."""
        with self._database.reading() as connection:
            return reconciling.open_cards(connection, review_id)

    def join_heads(
        self, review_id: str, key: FieldKey, author_id: str, at: datetime
    ) -> None:
        """What the field says now settles its conflict: it follows both sides."""
        with self._database.writing() as connection:
            reconciling.join_heads(connection, review_id, key, (author_id, at))

    def settle_entity(self, card: Card, content: Mapping[str, Any]) -> None:
        """What a card that is about no field says from now on."""
        with self._database.writing() as connection:
            joining_entities.settle_entity(connection, card, content)
            reconciling.settle_card(connection, card.id)

    def standing_content(self, card: Card) -> Content:
        """What a card that is about no field says here now."""
        with self._database.reading() as connection:
            return joining_entities.standing_content(connection, card)

    def settle_card(self, card: str) -> None:
        with self._database.writing() as connection:
            reconciling.settle_card(connection, card)

    def add_step(self, review_id: str, step: Step) -> None:
        """List what was done already for undoing, however many changes it has."""
        with self._database.writing() as connection:
            steps.add_hidden(connection, review_id, step)
        for number, some in enumerate(in_chunks(step.changes, steps.CHUNK)):
            with self._database.writing_briefly() as connection:
                steps.add_changes(connection, step.id, number, some)
        with self._database.writing() as connection:
            steps.show(connection, review_id, step.id)

    def secret(self, name: str) -> str | None:
        """A key of packets; None where none was made."""
        with self._database.reading() as connection:
            return people.read_meta(connection, _SECRET + name)

    def keep_secret(self, name: str, value: str) -> None:
        with self._database.writing() as connection:
            people.write_meta(connection, _SECRET + name, value)

    def secrets(self) -> Mapping[str, str]:
        """All keys of packets, by name."""
        with self._database.reading() as connection:
            return people.read_metas(connection, _SECRET)
