"""Cover, heads and feet: whether they say another thing than the data inside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from focalpoint_app.pdf.layout.look import PAGE_HEIGHT, TOP
from focalpoint_app.pdf.verifying.expected import Either, Surroundings
from focalpoint_app.pdf.verifying.plain_text import plain
from focalpoint_app.pdf.verifying.runs import Shown


class _Label(NamedTuple):
    """A page's own number, of so many; ``place`` counts from 0."""

    place: int
    number: int
    pages: int
    said: str


def contradictions(
    pages: Sequence[Sequence[Shown]], expected: Surroundings
) -> Iterator[str]:
    """What the pages say instead of the truth.

    Another version of the program may word a cover otherwise: nothing need be there,
    and what is unknown is let be.
    """
    if not pages:
        return
    yield from _instead(expected.cover, _joined(pages[0]))
    heads = {_joined(run for run in page if _is_head(run)) for page in pages[1:]}
    for head in sorted(heads):
        yield from _instead(expected.heads, head)
    if expected.page_label:
        yield from _misnumbered(list(_labels(pages, expected)))


def _joined(runs: Iterable[Shown]) -> str:
    return "".join(plain(run.text) for run in sorted(runs, key=_depth))


def _depth(run: Shown) -> float:
    return -run.y


def _is_head(run: Shown) -> bool:
    return run.decoration and run.y > PAGE_HEIGHT - TOP


def _instead(eithers: Sequence[Either], said: str) -> Iterator[str]:
    for each in eithers:
        if plain(each.truth) not in said:
            yield from (other for other in each.instead if plain(other) in said)


def _labels(
    pages: Sequence[Sequence[Shown]], expected: Surroundings
) -> Iterator[_Label]:
    pattern = _pattern(expected.page_label)
    for place, page in enumerate(pages):
        foot = (run for run in page if run.decoration and run.text != expected.foot)
        for found in pattern.finditer(_joined(foot)):
            yield _Label(place, int(found["page"]), int(found["pages"]), found[0])


def _pattern(label: str) -> re.Pattern[str]:
    numbered = re.escape(plain(label.format(page="\ue000", pages="\ue001")))
    return re.compile(
        numbered.replace("\ue000", r"(?P<page>\d{1,5})").replace(
            "\ue001", r"(?P<pages>\d{1,5})"
        )
    )


def _misnumbered(labels: list[_Label]) -> Iterator[str]:
    """Where pages were left out, put in, or exchanged: parts may count anew."""
    for first in labels[:1]:
        if first.number > first.place + 1:
            yield first.said
    for before, after in pairwise(labels):
        follows = after.number - before.number == after.place - before.place
        ends = before.number == before.pages and after.number == 1
        if not (ends or (follows and before.pages == after.pages)):
            yield after.said
    for last in labels[-1:]:
        if last.number != last.pages:
            yield last.said
