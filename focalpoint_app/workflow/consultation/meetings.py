"""A meeting: who attended, what each institution said, minutes of the whole.

What is typed is kept as a paper of the review; at the end it becomes oral
contributions, one reply for each institution and one for the meeting itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any
from uuid import UUID, uuid5

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.consultation import (
    Carrier,
    Entry,
    Given,
    Register,
    Reply,
    Respondent,
    Trace,
)
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.paper import Paper, PaperKind
from focalpoint_app.domain.questionnaire import Kind
from focalpoint_app.domain.stakeholder import Category, Stakeholder
from focalpoint_app.domain.text import clean_text, is_blank
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.consultation.anonymity import unnamed_text
from focalpoint_app.workflow.consultation.kept_papers import kept_papers
from focalpoint_app.workflow.consultation.minutes import minutes_text
from focalpoint_app.workflow.consultation.receiving import Arrival, Received, receive
from focalpoint_app.workflow.consultation.stakeholders import save_stakeholders
from focalpoint_app.workflow.review.desk import Desk

_MEETINGS = UUID("8f2a2f4c-52f6-4f0b-9c1f-5d9d5f0f9a34")
WOMAN, MAN = "woman", "man"
OF_THE_MEETING = ""
"""In place of an institution: what the meeting as a whole said."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """``stakeholder`` empty for a guest; ``gender`` ``woman``, ``man`` or unsaid."""

    id: str
    stakeholder: str = ""
    name: str = ""
    role: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said to a question; ``choice`` where the question has choices."""

    question: str
    stakeholder: str
    text: str = ""
    choice: str = ""

    @property
    def says_something(self) -> bool:
        return not is_blank(self.text) or self.choice != ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """``date`` ISO 8601 or empty; ``article`` is ``untoc.5``, whose questions are
    before the meeting now; ``replies`` are what it became."""

    id: str
    title: str
    date: str = ""
    place: str = ""
    article: str = ""
    language: str = "ar"
    minutes: str = ""
    attendees: tuple[Attendee, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    replies: tuple[str, ...] = ()

    def said(self, question: str, stakeholder: str) -> Spoken:
        """Empty where nothing was."""
        for each in self.spoken:
            if (each.question, each.stakeholder) == (question, stakeholder):
                return each
        return Spoken(question, stakeholder)

    def saying(self, said: Spoken) -> Meeting:
        """The same meeting with this in place of what stood there."""
        place = said.question, said.stakeholder
        others = (e for e in self.spoken if (e.question, e.stakeholder) != place)
        spoken = (*others, said) if said.says_something else tuple(others)
        return replace(self, spoken=tuple(spoken))

    @property
    def institutions(self) -> tuple[str, ...]:
        """Those that attend, in the order in which they were noted."""
        return tuple(dict.fromkeys(e.stakeholder for e in self.attendees
                                   if e.stakeholder))  # fmt: skip


def meetings(desk: Desk) -> tuple[Meeting, ...]:
    """Newest first, those that became contributions too."""
    return kept_papers(desk, PaperKind.MEETING, _said, _meeting)


def keep_meeting(desk: Desk, meeting: Meeting) -> None:
    """Durable when it returns; AppError ``text.*`` as for any text."""
    kept = _without_names(desk, meeting)
    paper = Paper(
        kept.id,
        desk.review.id,
        PaperKind.MEETING,
        clean_text(kept.title),
        _body(kept),
        desk.author.id,
        desk.clock(),
    )
    desk.workspace.save_paper(paper)


def drop_meeting(desk: Desk, meeting: Meeting) -> None:
    """Put it away; what it became stays."""
    desk.workspace.delete_paper(meeting.id)


def take_meeting(desk: Desk, meeting: Meeting, tr: Catalogue) -> tuple[Received, ...]:
    """Oral contributions of each institution and of the meeting; one undoable step.

    The minutes are kept with each as its source.  Taken again after a correction,
    what is said now supersedes what was said before.

    Raises:
        AppError: ``meeting.nothing_said``.
    """
    meeting = _without_names(desk, meeting)
    speakers = dict.fromkeys(e.stakeholder for e in meeting.spoken if e.says_something)
    if not speakers:
        raise AppError("meeting.nothing_said")
    own = _itself(meeting)
    if OF_THE_MEETING in speakers:
        save_stakeholders(desk, own)
    content = minutes_text(desk, meeting, tr).encode()
    arrivals = [
        Arrival(
            f"{meeting.title}.txt",
            _reply(desk, meeting, speaker, sha256_hex(content)),
            content,
            stakeholder=speaker or own.id,
        )
        for speaker in speakers
    ]
    received = receive(desk, arrivals)
    replies = (each.reply.id for each in arrivals if each.reply)
    known = tuple(dict.fromkeys((*meeting.replies, *replies)))
    keep_meeting(desk, replace(meeting, replies=known))
    return received


def is_taken(desk: Desk, meeting: Meeting) -> bool:
    """Whether something of it stands among the contributions."""
    known = desk.workspace.known_replies(desk.review.id)
    return any(known.get(each) is False for each in meeting.replies)


def _reply(desk: Desk, meeting: Meeting, speaker: str, digest: str) -> Reply:
    given = tuple(_given(desk, meeting, speaker))
    said = [(e.question, e.entry, [asdict(t) for t in e.traces]) for e in given]
    name = sha256_hex(canonical_json([meeting.id, speaker, said]))
    return Reply(
        id=str(uuid5(_MEETINGS, name)),
        request="",
        carrier=Carrier.MEETING,
        given=given,
        respondent=_respondent(meeting, speaker),
        register=Register(date=meeting.date),
        digest=digest,
    )


def _given(desk: Desk, meeting: Meeting, speaker: str) -> Iterator[Given]:
    """Words to a question that takes none are a comment on it."""
    for said in meeting.spoken:
        if said.stakeholder != speaker or not said.says_something:
            continue
        question = desk.questionnaire.questions[said.question]
        text = clean_text(said.text).strip()
        entry: Entry | None = None
        traces: tuple[Trace, ...] = ()
        if question.kind is Kind.TEXT:
            entry = {"value": {meeting.language: text}}
        else:
            entry = {"value": _chosen(question.kind, said)} if said.choice else None
            traces = (Trace("comment", text),) if text else ()
        yield Given(said.question, entry, traces)


def _chosen(kind: Kind, said: Spoken) -> str | list[str]:
    return [said.choice] if kind is Kind.CHOICES else said.choice


def _respondent(meeting: Meeting, speaker: str) -> Respondent:
    """Who was there for the institution; of the meeting itself, everybody."""
    there = [e for e in meeting.attendees if speaker in ("", e.stakeholder)]
    names = ", ".join(e.name for e in there if e.name) if speaker else ""
    return Respondent(
        name=names,
        women=sum(each.gender == WOMAN for each in there),
        men=sum(each.gender == MAN for each in there),
    )


def _itself(meeting: Meeting) -> Stakeholder:
    """The meeting as somebody who speaks; the same however often it is taken."""
    title = clean_text(meeting.title).strip()
    name = " ".join(filter(None, (title, meeting.date)))
    own = str(uuid5(_MEETINGS, meeting.id))
    return Stakeholder(own, name, Category.INDIVIDUALS, language=meeting.language)


def _without_names(desk: Desk, meeting: Meeting) -> Meeting:
    """Nobody who attends for an anonymous contributor is named anywhere.

    Not in what others said of them either, nor in the minutes.
    """
    anonymous = {e.id for e in desk.workspace.stakeholders() if e.is_anonymous}
    hidden = {each for each in meeting.attendees if each.stakeholder in anonymous}
    names = [each.name for each in hidden]
    attendees = tuple(
        replace(each, name="", role="") if each in hidden else each
        for each in meeting.attendees
    )
    return replace(
        meeting,
        title=unnamed_text(meeting.title, *names),
        place=unnamed_text(meeting.place, *names),
        minutes=unnamed_text(meeting.minutes, *names),
        attendees=attendees,
        spoken=tuple(
            replace(each, text=unnamed_text(each.text, *names))
            for each in meeting.spoken
        ),
    )


def _body(meeting: Meeting) -> dict[str, Any]:
    body = asdict(meeting)
    del body["id"], body["title"]
    return body


def _said(paper: Paper) -> tuple[type[Meeting], object]:
    return Meeting, {**paper.body, "id": paper.id, "title": paper.name}


def _meeting(paper: Paper) -> Meeting:
    body: Mapping[str, Any] = paper.body
    return Meeting(
        paper.id,
        paper.name,
        **{
            **body,
            "attendees": tuple(Attendee(**each) for each in body["attendees"]),
            "spoken": tuple(Spoken(**each) for each in body["spoken"]),
            "replies": tuple(body["replies"]),
        },
    )
