"""The mail register of a consultation: what went out, what came in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from focalpoint_app.document.blocks import Block, Cell, Document, Style, Table
from focalpoint_app.document.frame import framed, heading
from focalpoint_app.document.look import PLAIN, Paper
from focalpoint_app.document.wording import Wording
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.states import state_name

_NONE = "–"
_JOINED = "\u2060"
_HAN = "[\u2e80-\uffdc\U00020000-\U0003ffff]"
_INSIDE = re.compile(rf"(?<=[^\w\s])(?=.)|(?<=.)(?={_HAN})|(?<={_HAN})(?=.)")
"""Where a line might end inside a number: after its strokes, beside ideographs."""
_LONGEST = 18
"""Letters of a number that is held together."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One letter.  Dates are ISO 8601 or empty; what an office does not note is empty.

    ``party`` is whom it went to or came from, empty for an anonymous contributor.
    Of a letter that came in, ``number`` and ``date`` are ours, ``theirs`` the number
    and date that it bears.  ``standing`` is already in words, and so is
    ``withdrawn``: when a request was withdrawn, and why.
    """

    number: str
    date: str
    party: str
    subject: str
    file: str = ""
    urgency: str = ""
    marking: str = ""
    annexes: str = ""
    copies: tuple[str, ...] = ()
    due: str = ""
    theirs: tuple[str, str] = ("", "")
    standing: str = ""
    withdrawn: str = ""


@dataclass(frozen=True, slots=True)
class RegisterBook:
    """Both in the order of their dates; ``state`` is an ISO 3166 code."""

    state: str
    outgoing: tuple[Entry, ...]
    incoming: tuple[Entry, ...]
    taken: str = ""


def register_book(book: RegisterBook, tr: Catalogue, paper: Paper = PLAIN) -> Document:
    wording = Wording(tr)
    name = tr("Register of the consultation")
    return framed(name, book.state, _blocks(book, name, wording), wording, paper)


def _blocks(book: RegisterBook, name: str, wording: Wording) -> Iterator[Block]:
    tr = wording.tr
    yield heading(wording, name, 1)
    whose = [state_name(book.state, wording.language)] if book.state else []
    if book.taken:
        whose.append(tr("As of {moment}", moment=_date(book.taken, wording)))
    yield wording.paragraph(" · ".join(whose), Style.NOTE)
    yield heading(wording, tr("Outgoing"), 2)
    if book.outgoing:
        yield _outgoing(book.outgoing, wording)
    else:
        yield wording.paragraph(tr("Nothing has gone out yet."), Style.NOTE)
    yield heading(wording, tr("Incoming"), 2)
    if book.incoming:
        yield _incoming(book.incoming, wording)
    else:
        yield wording.paragraph(tr("Nothing has come in yet."), Style.NOTE)


def _outgoing(entries: Sequence[Entry], wording: Wording) -> Table:
    tr = wording.tr
    head = (
        (tr("Outgoing number"), tr("Date")), (tr("Sent to"),),
        (tr("Subject"), tr("Due on")), (tr("File number"),),
        (tr("Urgency"), tr("Marking")), (tr("Annexes"), tr("Copies to")),
    )  # fmt: skip
    body = [
        (
            (whole(each.number), _date(each.date, wording)),
            (_party(each, wording),),
            (each.subject, each.withdrawn or _due(each, wording)),
            (whole(each.file),),
            (each.urgency, each.marking),
            (each.annexes, wording.marks.comma.join(each.copies)),
        )
        for each in entries
    ]
    return _table(head, body, (1.8, 1.9, 2.1, 1.9, 1.4, 1.6), wording)


def _incoming(entries: Sequence[Entry], wording: Wording) -> Table:
    tr = wording.tr
    head = (
        (tr("Incoming number"), tr("Received on")), (tr("Received from"),),
        (tr("Their number"), tr("Date of their letter")),
        (tr("In reply to"), tr("File number")),
        (tr("Standing"), tr("Urgency"), tr("Marking")),
        (tr("Annexes"), tr("Copies to")),
    )  # fmt: skip
    body = [
        (
            (whole(each.number), _date(each.date, wording)),
            (_party(each, wording),),
            (whole(each.theirs[0]), _date(each.theirs[1], wording)),
            (each.subject, whole(each.file) if each.file else ""),
            (each.standing, each.urgency, each.marking),
            (each.annexes, wording.marks.comma.join(each.copies)),
        )
        for each in entries
    ]
    return _table(head, body, (1.8, 1.8, 1.9, 1.8, 1.9, 1.6), wording)


_Row = tuple[tuple[str, ...], ...]


def whole(number: str) -> str:
    """A number of a register, in a direction of its own; the line ends before or after
    it, but for one that would take the other columns' room.
    """
    if len(number) > _LONGEST:
        return isolate(number)
    return _INSIDE.sub(_JOINED, isolate(number.replace(" ", "\u00a0")))


def _table(
    head: _Row, body: Sequence[_Row], widths: tuple[float, ...], wording: Wording
) -> Table:
    rows = (
        tuple(_cell(each, wording, header=True) for each in head),
        *(tuple(_cell(each, wording) for each in row) for row in body),
    )
    return Table(rows, widths, language=wording.language)


def _cell(lines: tuple[str, ...], wording: Wording, *, header: bool = False) -> Cell:
    """Its lines one under the other; a dash where the office noted nothing."""
    said = [line for line in lines if line and line != _NONE] or [_NONE]
    if header:
        return Cell(tuple(wording.paragraph(each, bold=True) for each in said), True)
    return Cell(tuple(map(wording.unworded, said)))


def _party(entry: Entry, wording: Wording) -> str:
    return entry.party or wording.tr("Anonymous contributor")


def _due(entry: Entry, wording: Wording) -> str:
    """Nobody waits for what was withdrawn."""
    return _date(entry.due, wording) if entry.due else ""


def _date(date: str, wording: Wording) -> str:
    return written_date(date, wording.language, wording.tr.digits) if date else _NONE
