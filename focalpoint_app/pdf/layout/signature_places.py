"""A place to sign: who signs, where the pen goes, where the seal goes."""

from __future__ import annotations

from dataclasses import replace

from focalpoint_app.document.blocks import Run, SignaturePlace, Style
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.layout.bands import (
    Band,
    Bond,
    Circle,
    FieldPlace,
    Frame,
    Mark,
    Stroke,
    Words,
)
from focalpoint_app.pdf.layout.elements import Role
from focalpoint_app.pdf.layout.look import CELL, HAIR, INK, QUIET, STYLES, Align, Look
from focalpoint_app.pdf.layout.setting import Column, Setter, Tongue, placed

_PADDING = 12.0
_SEAL = 36.0  # radius of the dashed circle
_HEIGHT = 96.0
_LINE = 66.0  # the signing line, below the top of its band
_GAP = 16.0
_SHARES = (0.62, 0.38)  # signature and date, of what the seal leaves
_AFTER = 14.0
_DASH = "[2 2.5] 0"


def signature_bands(
    setter: Setter, place: SignaturePlace, column: Column
) -> list[Band]:
    """Never parted; the last framed band holds the line, the date and the seal."""
    with setter.within(setter.inside.child(Role.DIV, place.language)):
        return _framed(setter, place, column)


def _framed(setter: Setter, place: SignaturePlace, column: Column) -> list[Band]:
    frame = Frame(column.left, column.right, edge=HAIR)
    inner = column.indented(_PADDING, trailing=_PADDING)
    tongue = Tongue(place.language)
    bands = [Band(_PADDING - 2), *_who(setter, place, tongue, inner)]
    bands += [_signing(setter, place, tongue, inner), Band(_PADDING - 4)]
    framed = [replace(band, frames=(frame,), bond=Bond.STUCK) for band in bands]
    return [*framed, Band(_AFTER)]


def _who(
    setter: Setter, place: SignaturePlace, tongue: Tongue, column: Column
) -> list[Band]:
    role = Run(place.role, place.language, bold=True)
    bands = setter.text((role,), replace(STYLES[Style.BODY], after=0.0), tongue, column)
    for text in (place.name, place.title):
        if text:
            run = Run(text, place.language)
            bands += setter.text((run,), replace(CELL, after=0.0), tongue, column)
    return bands


def _signing(
    setter: Setter, place: SignaturePlace, tongue: Tongue, column: Column
) -> Band:
    lines_room = column
    marks: list[Mark] = []
    tr = Catalogue(place.language or setter.language)
    if place.seal:
        lines_room = column.indented(0.0, trailing=2 * _SEAL + _GAP)
    sign_at, date_at = _halves(lines_room)
    marks += _line(setter, tr("Signature"), tongue, sign_at)
    fields = (_field(setter, place, sign_at),) if place.field else ()
    marks += _line(setter, tr("Date"), tongue, date_at)
    if place.seal:
        marks += _seal(setter, tr("Seal"), tongue, column)
    return Band(_HEIGHT, tuple(marks), fields=fields)


def _line(
    setter: Setter, label: str, tongue: Tongue, room: Column
) -> tuple[Stroke, Words]:
    stroke = Stroke(room.left, _LINE, room.right, _LINE, INK, 0.6)
    return stroke, _label(setter, label, tongue, room, _LINE)


def _field(setter: Setter, place: SignaturePlace, room: Column) -> FieldPlace:
    assert place.field is not None
    label = ": ".join(filter(None, (place.role, place.name)))
    tag = setter.inside.child(Role.FORM)
    box = (room.left, 8.0, room.width, _LINE - 12)
    return FieldPlace(place.field, *box, tag, label)


def _halves(room: Column) -> tuple[Column, Column]:
    width = room.width - _GAP
    first = room.indented(0.0, trailing=width * _SHARES[1] + _GAP)
    return first, room.indented(width * _SHARES[0] + _GAP)


def _label(
    setter: Setter, text: str, tongue: Tongue, room: Column, line: float
) -> Words:
    look = STYLES[Style.LABEL]
    tag = setter.inside.child(Role.P)
    (label, *_) = setter.lines((Run(text),), look, tongue, room.width, tag)
    words = placed(label._replace(aligned_right=room.rtl), room, Align.LEADING)
    return words._replace(y=line + label.baseline + 1)


def _seal(setter: Setter, text: str, tongue: Tongue, column: Column) -> list[Mark]:
    x = column.left + _SEAL if column.rtl else column.right - _SEAL
    middle = _HEIGHT / 2 - 2
    look = Look(9.5, 8.75, (16, 13), colour=QUIET)
    tag = setter.inside.child(Role.P)
    (label, *_) = setter.lines((Run(text),), look, tongue, 2 * _SEAL, tag)
    words = placed(label, Column(x - _SEAL, x + _SEAL, column.rtl), Align.CENTRE)
    return [Circle(x, middle, _SEAL, QUIET, _DASH), words._replace(y=middle + 3)]
