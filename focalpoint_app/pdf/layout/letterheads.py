"""A ministry's emblem and lines at the top of the first page."""

from __future__ import annotations

from focalpoint_app.document.blocks import Figure, Letterhead, Run
from focalpoint_app.pdf.layout.bands import Band, Bond, Stroke
from focalpoint_app.pdf.layout.figures import figure_bands
from focalpoint_app.pdf.layout.look import HAIR, INK, Align, Family, Look
from focalpoint_app.pdf.layout.setting import Column, Setter, Tongue

_EMBLEM = 64.0  # points tall
_LINE = Look(
    11.5, 10, (19, 15), Family.PLAIN, bold=True, colour=INK, after=0,
    align=Align.CENTRE,
)  # fmt: skip
_BELOW = 26.0


def letterhead_bands(
    setter: Setter, letterhead: Letterhead, column: Column
) -> list[Band]:
    """Centred, with a thin line below; nothing of an empty letterhead."""
    bands: list[Band] = []
    if letterhead.picture is not None:
        # An emblem says nothing that the lines beside it do not say.
        emblem = Figure(letterhead.picture, _EMBLEM, "", letterhead.language)
        bands += figure_bands(setter, emblem, column, Align.CENTRE)
    for line in filter(None, letterhead.lines):
        run = Run(line, letterhead.language)
        bands += setter.text((run,), _LINE, Tongue(letterhead.language), column)
    if not bands:
        return []
    rule = Stroke(column.left, 10, column.right, 10, HAIR, 0.75)
    bands.append(Band(_BELOW, (rule,)))
    for band in bands:
        band.bond = Bond.STUCK
    return bands
