"""What the data have and the pages lack, where it should stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from focalpoint_app.pdf.verifying.along import Spoken
from focalpoint_app.pdf.verifying.expected import ExpectedAnswer
from focalpoint_app.pdf.verifying.paper_trail import PaperTrail
from focalpoint_app.pdf.verifying.plain_text import plain, plain_paragraph
from focalpoint_app.pdf.verifying.regions import Region

_SHORT = 2  # runs: what the words of a choice take at the most


class Lack(NamedTuple):
    """``is_doubted``: it may stand there in words of another questionnaire."""

    question: str
    text: str
    is_doubted: bool = False


def lacking(trail: PaperTrail, regions: Sequence[Region]) -> Iterator[Lack]:
    """Texts of all answers, then the cells of tables."""
    sought = [each for each in regions if _is_sought(each)]
    for each in regions:
        if not _is_sought(each) and each.expected.is_known:
            yield Lack(each.expected.question, "", is_doubted=True)
    # What may stand anywhere takes only what the others have left.
    for region in sorted(sought, key=lambda region: region.start == 0):
        texts, languages = region.expected.texts, region.expected.languages
        for paragraphs, language in zip_longest(texts, languages, fillvalue=""):
            yield from _lacking_text(trail, region, paragraphs, language)
    yield from _lacking_cells(trail, sought)


def _is_sought(region: Region) -> bool:
    """A figure or a *Yes* under another wording is nobody's in particular."""
    expected = region.expected
    return region.near is None or expected.is_prose or not expected.wording


def _lacking_text(
    trail: PaperTrail, region: Region, paragraphs: Sequence[str], language: str
) -> Iterator[Lack]:
    reached = region.start
    for paragraph in paragraphs:
        found = _found(trail, region, Spoken(paragraph, language), reached)
        if found is None or not _is_between(trail, region, found):
            yield _lack(trail, region, paragraph)
        if found is not None:
            reached = found[1]


def _found(
    trail: PaperTrail, region: Region, spoken: Spoken, reached: int
) -> tuple[int, int] | None:
    text = plain_paragraph(spoken.text)
    if region.near is not None:
        first, end = region.near
        found = trail.find(text, max(first, reached), end, spoken)
        if found is not None:
            return found
    return trail.find(text, reached, region.end, spoken)


def _is_between(trail: PaperTrail, region: Region, found: tuple[int, int]) -> bool:
    """Below its question's wording and above the next, as the eye sees the page."""
    first, last = found[0], found[1] - 1
    if first > last or not region.start:
        return True
    below = trail.is_above(region.start - 1, first)
    return below and (region.end >= len(trail) or trail.is_above(last, region.end))


def _lack(trail: PaperTrail, region: Region, text: str) -> Lack:
    expected = region.expected
    if text in expected.worded:
        is_doubted = not (region.is_firm and _says_another(trail, region))
    else:
        is_doubted = not (region.is_firm or expected.is_prose)
    return Lack(expected.question, text, is_doubted)


def _says_another(trail: PaperTrail, region: Region) -> bool:
    """Another answer to the same question, which is no other question's."""
    end = region.end
    if not region.is_closed:
        end = min(region.start + _SHORT, end)
    others = region.expected.instead
    return any(trail.holds(Spoken(each), region.start, end) for each in others)


def _lacking_cells(trail: PaperTrail, regions: Sequence[Region]) -> Iterator[Lack]:
    """Every cell; of a row and of a column the figures stand in their order, however
    the table was turned.  A table without its question stands behind all of them.
    """
    last = max((region.start for region in regions), default=0)
    for region in regions:
        answer, start = region.expected, region.start or last
        for cell in (cell for row in answer.rows for cell in row):
            if not trail.holds(Spoken(cell), start, region.end):
                yield _lack(trail, region, cell)
        if answer.rows:
            runs = trail.from_above(start, region.end)
            for figures in _disordered(runs, answer):
                yield _lack(trail, region, figures)


def _disordered(runs: list[str], answer: ExpectedAnswer) -> Iterator[str]:
    for line in (*answer.rows, *zip(*answer.rows, strict=True)):
        figures = [plain(cell) for cell in line if cell.isdigit()]
        if not _is_in_order(figures, runs):
            yield " ".join(figures)


def _is_in_order(figures: list[str], runs: list[str]) -> bool:
    rest = iter(runs)
    return all(any(run == figure for run in rest) for figure in figures)
