"""The recovery sheet: two halves of a key, a page each, for two keepers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from focalpoint_app.document.blocks import (
    Block,
    Cell,
    Document,
    MachineCode,
    Paragraph,
    Run,
    Style,
    Table,
)
from focalpoint_app.document.frame import framed, heading
from focalpoint_app.document.look import Paper
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.recovery import Half
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_

_LATIN = "en"
_CODE = 110.0  # points
_WHAT = N_(
    "This half and the other one together open the file {file} when its passphrase is"
    " lost. One alone opens nothing and says nothing; whoever has both can read"
    " everything in the file."
)
_KEEPING = N_(
    "Give the halves to two people who keep them in two places, never with the file."
    " Try both before the file is handed over: the program asks for them and says"
    " whether they open it."
)
_TYPING = N_(
    "Type the rows one after the other. The program notices a row with a wrong digit."
)
_VOID = N_(
    "When the passphrase is changed or removed this sheet no longer opens the file:"
    " destroy it and print a new one."
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """``file`` is the workspace's name, ``state`` its code."""

    halves: tuple[Half, Half]
    file: str
    state: str
    made: date


def recovery_sheet(sheet: Sheet, tr: Catalogue, paper: Paper) -> Document:
    """Never to be stored with the file it opens."""
    wording = Wording(tr)
    blocks = (
        block
        for number, half in enumerate(sheet.halves)
        for block in _half(half, sheet, wording, new_page=number > 0)
    )
    return framed(tr("Recovery sheet"), sheet.state, blocks, wording, paper)


def _half(
    half: Half, sheet: Sheet, wording: Wording, *, new_page: bool
) -> Iterator[Block]:
    tr = wording.tr
    title = tr("Recovery sheet: half {letter} of two", letter=half.letter)
    yield heading(wording, title, 1, new_page=new_page)
    yield _paragraph(wording, tr(_WHAT, file=sheet.file))
    yield _paragraph(wording, tr(_KEEPING))
    yield _digits(half, wording)
    yield MachineCode(
        half.code,
        tr("The digits of half {letter} as a QR code", letter=half.letter),
        _CODE,
        (_paragraph(wording, tr(_TYPING)), _paragraph(wording, _made(sheet, tr))),
        wording.language,
    )
    yield _paragraph(wording, tr(_VOID), Style.NOTE)
    yield _keeper(wording)


def _made(sheet: Sheet, tr: Catalogue) -> str:
    day = written_date(sheet.made, tr.language, tr.digits)
    mark = sheet.halves[0].mark.hex().upper()
    return tr("Made on {date}; both halves bear the mark {mark}.", date=day, mark=mark)


def _digits(half: Half, wording: Wording) -> Table:
    """Two rows to a line: below a letterhead all of it takes a page."""
    tr = wording.tr
    head = tuple(
        _cell(each, wording.language, header=True) for each in (tr("Row"), tr("Digits"))
    )
    numbered = list(enumerate(half.rows, start=1))
    beside = zip(numbered[::2], numbered[1::2], strict=True)
    rows = (
        tuple(cell for each in pair for cell in _row(*each, wording)) for pair in beside
    )
    return Table((head * 2, *rows), (1, 4, 1, 4), language=wording.language)


def _row(number: int, digits: str, wording: Wording) -> tuple[Cell, Cell]:
    return (
        _cell(str(number), wording.language),
        _cell(digits.replace(" ", "   "), wording.language, bold=True),
    )


def _keeper(wording: Wording) -> Table:
    """Room to write on; side by side, for a letterhead leaves no more."""
    tr = wording.tr
    asked = (tr("Kept by"), tr("Received on"), tr("Signature"))
    head = tuple(_cell(each, wording.language, header=True) for each in asked)
    room = tuple(_cell("\n", wording.language) for _ in asked)
    return Table((head, room), (3, 2, 3), language=wording.language, ruled=True)


def _cell(
    text: str, language: str, *, header: bool = False, bold: bool = False
) -> Cell:
    run = Run(text, _LATIN if bold else language, bold=bold, isolated=bold)
    return Cell((Paragraph((run,), language=language),), header)


def _paragraph(wording: Wording, text: str, style: Style = Style.BODY) -> Paragraph:
    return Paragraph((Run(text, wording.language),), style, wording.language)
