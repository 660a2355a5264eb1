"""A round's files: the forms, the mails that carry them, dates, letters on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from focalpoint_app.document.look import Paper
from focalpoint_app.domain.consultation import Carrier
from focalpoint_app.domain.contribution import Round, Sent
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.reminder import Step
from focalpoint_app.domain.stakeholder import Route, Stakeholder
from focalpoint_app.exchange.calendar_file import DueDate, write_calendar
from focalpoint_app.exchange.letters import Letter, Occasion, letter_of
from focalpoint_app.exchange.mail import Attachment, Mail, Mailbox, write_mail
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.workflow.consultation.letter_pages import letter_pdf
from focalpoint_app.workflow.consultation.markings import printed_marking
from focalpoint_app.workflow.consultation.office import office_of
from focalpoint_app.workflow.consultation.request_files import (
    PLAIN_PACKET,
    PacketKeys,
    PacketLock,
    content_of,
    packet_keys,
)
from focalpoint_app.workflow.consultation.rounds import Planned
from focalpoint_app.workflow.review.desk import Desk

SUFFIXES = {
    Carrier.WORD: ".docx",
    Carrier.EXCEL: ".xlsx",
    Carrier.PACKET: ".fpacket",
}
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*\u200e\u200f\u2066-\u2069]+')
_LONGEST = 80
"""Letters of a file's name before its suffix: folders above it need room too."""

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class MadeFile:
    """``name`` is safe on every system."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Dispatch:
    """All that the worker needs to write a round: values only.

    ``papers`` by language; None makes no letters on paper.
    """

    round: Round
    sent: tuple[Sent, ...]
    stakeholders: tuple[Stakeholder, ...]
    lock: PacketLock
    keys: PacketKeys | None
    signatory: str
    papers: dict[str, Paper] | None = None
    office: Mailbox | None = None

    def stakeholder(self, sent: Sent) -> Stakeholder:
        wanted = sent.request.stakeholder
        return next(each for each in self.stakeholders if each.id == wanted)


def dispatch_of(
    desk: Desk,
    plan: Planned,
    lock: PacketLock = PLAIN_PACKET,
    *,
    signatory: str = "",
    on_paper: bool = False,
) -> Dispatch:
    """Reads what is needed of the workspace; makes its packet keys where it has none.

    Raises:
        AppError: ``request.no_passphrase``, ``passphrase.empty``.
    """
    languages = {each.request.language for each in plan.sent}
    is_packet = any(each.carrier is Carrier.PACKET for each in plan.sent)
    return Dispatch(
        plan.round,
        plan.sent,
        desk.workspace.stakeholders(),
        lock,
        packet_keys(desk, plan.round.id, lock) if is_packet else None,
        signatory,
        _papers(desk, languages, plan.round.register.marking) if on_paper else None,
        office_of(desk.workspace.letterhead()),
    )


def made_files(
    dispatch: Dispatch,
    progress: Progress = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[MadeFile, ...]:
    """Long work for the worker; nothing is written yet.

    Raises:
        AppError: ``task.cancelled``, ``packet.wrong_recipient``.
    """
    files: list[MadeFile] = []
    stems = file_stems([dispatch.stakeholder(each).name for each in dispatch.sent])
    for at, (sent, stem) in enumerate(zip(dispatch.sent, stems, strict=True)):
        if cancelled():
            raise AppError("task.cancelled")
        files.extend(_files_of(dispatch, sent, stem))
        progress((at + 1) / len(dispatch.sent))
    if dispatch.round.due:
        files.append(
            MadeFile(f"{safe_name(dispatch.round.name)}.ics", _dates(dispatch))
        )
    return tuple(files)


def put_files(files: tuple[MadeFile, ...], folder: Path) -> tuple[Path, ...]:
    """Into the folder, beside what lies there: a name that is taken gets a number.

    Raises:
        AppError: ``file.unwritable``, ``disk.full``.
    """
    written = []
    for each in files:
        target = free_path(folder / each.name)
        publish(each.content, target)
        written.append(target)
    return tuple(written)


def free_path(path: Path) -> Path:
    """``path``, or the first of ``path (2)``, ``path (3)`` … that is not there."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free


def file_stems(names: list[str]) -> list[str]:
    """One a name, no two alike."""
    stems: list[str] = []
    for name in names:
        stem, number = safe_name(name), 1
        while stem.casefold() in {each.casefold() for each in stems}:
            number += 1
            stem = f"{safe_name(name)} ({number})"
        stems.append(stem)
    return stems


def safe_name(text: str) -> str:
    """Of a file or folder, in any script, on any system."""
    name = " ".join(_FORBIDDEN.sub(" ", text).split())[:_LONGEST].strip(" .")
    return name or "request"


def request_letter(sent: Sent, stakeholder: Stakeholder, signatory: str = "") -> Letter:
    """The letter that goes with the form."""
    occasion = Occasion(
        stakeholder.addressee,
        signatory,
        route=stakeholder.route,
        copies=sent.request.register.copies,
    )
    return letter_of(Step.REQUEST, sent.request, occasion)


def mail_of(letter: Letter, stakeholder: Stakeholder, copies: tuple[str, ...]) -> Mail:
    """To the liaison officer; one that takes another way is addressed by hand."""
    to: tuple[Mailbox, ...] = ()
    if stakeholder.route is Route.DIRECT and stakeholder.liaison.email:
        to = (Mailbox(stakeholder.liaison.email, stakeholder.liaison.name),)
    boxes = tuple(Mailbox(each) for each in copies if "@" in each)
    return Mail(letter.subject, letter.text, letter.language, to, boxes)


def mail_bytes(mail: Mail) -> bytes:
    """Without addresses where one of them is none: the mail program asks for them."""
    try:
        return write_mail(mail)
    except AppError as exc:
        if exc.code != "mail.wrong_address":
            raise
        return write_mail(replace(mail, to=(), copies=()))


def _papers(desk: Desk, languages: set[str], marking: str) -> dict[str, Paper]:
    """The State's letterhead, with the letter's own marking or the State's."""
    head = desk.workspace.letterhead()
    return {
        each: Paper(head, printed_marking(desk, (marking,), each)) for each in languages
    }


def _files_of(dispatch: Dispatch, sent: Sent, stem: str) -> Iterator[MadeFile]:
    stakeholder = dispatch.stakeholder(sent)
    form = MadeFile(
        f"{stem}{SUFFIXES[sent.carrier]}",
        content_of(sent, dispatch.lock, dispatch.keys),
    )
    letter = request_letter(sent, stakeholder, dispatch.signatory)
    mail = mail_of(letter, stakeholder, sent.request.register.copies)
    carried = [form]
    if sent.request.due:
        due = replace(_due(sent, letter.subject), organizer=dispatch.office)
        carried.append(MadeFile(f"{stem}.ics", write_calendar((due,))))
    yield form
    if dispatch.papers is not None:
        register = sent.request.register  # As marked as the form that goes with it.
        paper = replace(dispatch.papers[letter.language], marking=register.marking)
        page = letter_pdf(letter, register, sent.request.state, paper)
        carried.append(MadeFile(f"{stem}.pdf", page))
        yield carried[-1]
    attachments = tuple(Attachment(each.name, each.content) for each in carried)
    yield MadeFile(f"{stem}.eml", mail_bytes(replace(mail, attachments=attachments)))


def _due(sent: Sent, subject: str) -> DueDate:
    request = sent.request
    return DueDate(
        id=request.id,
        day=date.fromisoformat(request.due),
        summary=subject,
        description=request.recipient,
        language=request.language,
        stamp=sent.time,
    )


def _dates(dispatch: Dispatch) -> bytes:
    """The round's one date, for the focal point's own calendar."""
    made = dispatch.round
    names = "\n".join(dispatch.stakeholder(each).name for each in dispatch.sent)
    language = dispatch.sent[0].request.language if dispatch.sent else "en"
    tr = Catalogue(language)
    due = DueDate(
        id=made.id,
        day=date.fromisoformat(made.due),
        summary=tr("Answers due: {round}", round=made.name),
        description=names,
        language=language,
        stamp=dispatch.sent[0].time,
        organizer=dispatch.office,
    )
    return write_calendar((due,))
