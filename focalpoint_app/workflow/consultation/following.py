"""Requests as they stand: who has answered, who is late, what to write to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from focalpoint_app.document.look import Paper
from focalpoint_app.domain.consultation import UNREGISTERED, Carrier, Register
from focalpoint_app.domain.contribution import Round, Sent, Withdrawal
from focalpoint_app.domain.reminder import (
    Reminder,
    RequestState,
    Step,
    answered_of,
    answers_by_stakeholder,
    commented_of,
    last_date,
    next_step,
    state_of,
    withdrawn,
)
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.exchange.calendar_file import DueDate, write_calendar
from focalpoint_app.exchange.letters import Letter, Occasion, letter_of
from focalpoint_app.exchange.mail import Attachment
from focalpoint_app.language.alphabetical import alphabetical
from focalpoint_app.workflow.consultation.letter_pages import letter_pdf
from focalpoint_app.workflow.consultation.markings import printed_marking
from focalpoint_app.workflow.consultation.office import office_of
from focalpoint_app.workflow.consultation.round_files import (
    MadeFile,
    mail_bytes,
    mail_of,
    safe_name,
)
from focalpoint_app.workflow.consultation.withdrawing import withdrawn_requests
from focalpoint_app.workflow.review.desk import Desk

_WEEK = timedelta(days=7)
FOLLOWING = (Step.REMINDER, Step.SECOND_REMINDER, Step.ESCALATION)
"""Letters that may follow a request that stands, in their order."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A request with what became of it; ``next`` is the letter to write now.

    ``withdrawal`` where it was sent in error.
    """

    sent: Sent
    round: Round
    stakeholder: Stakeholder
    state: RequestState
    reminders: tuple[Reminder, ...]
    next: Step | None
    withdrawal: Withdrawal | None = None

    @property
    def id(self) -> str:
        return self.sent.request.id

    @property
    def due(self) -> str:
        """The date that the institution has; ISO 8601, empty where none was set."""
        return last_date(self.sent, self.reminders)


@dataclass(slots=True)
class Requests:
    """All requests of a review, read once: only expunging changes what was sent."""

    desk: Desk
    _sent: dict[str, Sent] = field(default_factory=dict)

    def forget(self) -> None:
        """A passage was taken out of what was sent: it is read anew."""
        self._sent.clear()

    def followed(self, today: date) -> tuple[Followed, ...]:
        """The newest round first, in it by name."""
        workspace, review = self.desk.workspace, self.desk.review.id
        people = {each.id: each for each in workspace.stakeholders()}
        rounds = {each.id: each for each in workspace.rounds(review)}
        arrived = answers_by_stakeholder(workspace.arrived(review))
        reminders = _by_request(workspace.reminders(review))
        gone = withdrawn_requests(self.desk)
        found = []
        for sent in self.sent():
            request = sent.request
            letters = reminders.get(request.id, ())
            came = arrived.get(request.stakeholder, ())
            state = state_of(sent, came, today, letters)
            if request.id in gone:
                state = withdrawn(state)
            found.append(
                Followed(
                    sent,
                    rounds[request.round],
                    people[request.stakeholder],
                    state,
                    letters,
                    next_step(state, {each.step for each in letters}),
                    gone.get(request.id),
                )
            )
        order = {each: at for at, each in enumerate(reversed(rounds))}
        return tuple(
            sorted(
                found,
                key=lambda e: (order[e.round.id], alphabetical(e.stakeholder.name)),
            )
        )

    def standing(self) -> tuple[Sent, ...]:
        """Oldest first, without those that were withdrawn."""
        gone = withdrawn_requests(self.desk)
        return tuple(each for each in self.sent() if each.request.id not in gone)

    def sent(self) -> tuple[Sent, ...]:
        """Oldest first."""
        workspace, review = self.desk.workspace, self.desk.review.id
        owners = workspace.request_owners(review)
        if not self._sent and owners:
            self._sent = {each.request.id: each for each in workspace.requests(review)}
        for new in owners.keys() - self._sent.keys():
            self._sent[new] = workspace.request(new)
        known = [self._sent[each] for each in owners if each in self._sent]
        return tuple(sorted(known, key=lambda each: (each.time, each.request.id)))


@dataclass(frozen=True, slots=True)
class Reminding:
    """A letter to be written: its words as the focal point left them.

    ``time``: when its files are made.
    """

    followed: Followed
    step: Step
    letter: Letter
    until: str = ""
    register: Register = UNREGISTERED
    time: datetime | None = None


def reminder_letter(
    followed: Followed, step: Step, *, until: str = "", signatory: str = ""
) -> Letter:
    """The usual words, which may be changed."""
    asked = followed.stakeholder
    if step is Step.WITHDRAWAL:
        until = followed.due
    occasion = Occasion(
        asked.addressee,
        signatory,
        reminded=tuple(
            each.time.astimezone().date().isoformat()
            for each in followed.reminders
            if each.step is not Step.WITHDRAWAL
        ),
        until=until,
        institution="" if asked.is_anonymous else asked.name,
        route=asked.route,
        copies=followed.sent.request.register.copies,
    )
    return letter_of(step, followed.sent.request, occasion)


def reworded(letter: Letter, addressee: str, body: str, signatory: str) -> Letter:
    """With the words that stand in the window; lines of the body are paragraphs."""
    paragraphs = tuple(filter(None, (line.strip() for line in body.split("\n"))))
    return replace(
        letter,
        salutation=addressee,
        paragraphs=paragraphs,
        closing="",
        signatory=signatory,
    )


def letter_body(letter: Letter) -> str:
    """What ``reworded`` takes: the paragraphs and the closing, one a line."""
    return "\n".join((*letter.paragraphs, letter.closing))


def usual_until(today: date) -> str:
    """A week from now."""
    return (today + _WEEK).isoformat()


def reminder_paper(desk: Desk, reminding: Reminding) -> Paper:
    language, marking = reminding.letter.language, reminding.register.marking
    return Paper(
        desk.workspace.letterhead(), printed_marking(desk, (marking,), language)
    )


def reminder_files(reminding: Reminding, paper: Paper) -> tuple[MadeFile, ...]:
    """Long work for the worker: the letter on paper, its mail, its new date."""
    followed, letter = reminding.followed, reminding.letter
    stem = f"{safe_name(followed.stakeholder.name)} - {safe_name(letter.subject)}"
    stem = safe_name(stem)
    state = followed.sent.request.state
    files = [
        MadeFile(f"{stem}.pdf", letter_pdf(letter, reminding.register, state, paper))
    ]
    if _day(reminding):
        files.append(MadeFile(f"{stem}.ics", _date(reminding, paper)))
    carried = tuple(Attachment(each.name, each.content) for each in files)
    mail = mail_of(letter, followed.stakeholder, reminding.register.copies)
    content = mail_bytes(replace(mail, attachments=carried))
    return (*files, MadeFile(f"{stem}.eml", content))


def keep_reminder(desk: Desk, reminding: Reminding) -> Reminder:
    """It stands in the register from now on."""
    written = Reminder(
        desk.new_id(),
        desk.review.id,
        reminding.followed.id,
        reminding.step,
        desk.clock(),
        desk.author.id,
        reminding.until,
        reminding.register,
    )
    desk.workspace.add_reminder(written)
    return written


@dataclass(frozen=True, slots=True)
class HeardQuestions:
    """Of a request's questions: those that were answered, and only commented on."""

    answered: frozenset[str]
    commented: frozenset[str]


def heard_questions(desk: Desk, sent: Sent) -> HeardQuestions:
    arrived = answers_by_stakeholder(desk.workspace.arrived(desk.review.id))
    came = arrived.get(sent.request.stakeholder, ())
    return HeardQuestions(answered_of(sent, came), commented_of(sent, came))


def is_file(sent: Sent) -> bool:
    """Whether it went out as a file, so that the file can be made once more."""
    return sent.carrier in (Carrier.WORD, Carrier.EXCEL, Carrier.PACKET)


def _by_request(
    reminders: tuple[Reminder, ...],
) -> Mapping[str, tuple[Reminder, ...]]:
    found: dict[str, tuple[Reminder, ...]] = {}
    for each in reminders:
        found[each.request] = (*found.get(each.request, ()), each)
    return found


def _day(reminding: Reminding) -> str:
    """The date that it names, or takes back."""
    is_cancelled = reminding.step is Step.WITHDRAWAL
    return reminding.followed.due if is_cancelled else reminding.until


def _date(reminding: Reminding, paper: Paper) -> bytes:
    """The same entry of the calendar, moved or cancelled: its version counts the
    letters."""
    request = reminding.followed.sent.request
    due = DueDate(
        id=request.id,
        day=date.fromisoformat(_day(reminding)),
        summary=reminding.letter.subject,
        description=request.recipient,
        language=request.language,
        stamp=reminding.time or reminding.followed.sent.time,
        version=len(reminding.followed.reminders) + 1,
        is_cancelled=reminding.step is Step.WITHDRAWAL,
        organizer=office_of(paper.letterhead),
    )
    return write_calendar((due,))
